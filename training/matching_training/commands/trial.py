"""`matching-train trial`: the effect learner and the off-policy estimates held against a public randomised trial."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from matching_training.evaluate.off_policy.estimates import Answer
    from matching_training.evaluate.off_policy.overlap import Unanswerable
    from matching_training.evaluate.trial.heterogeneity import Effect
    from matching_training.evaluate.trial.trial import Check

_NAMES = {
    "earny4": "gain par semaine la 4e année (USD)",
    "pworky4": "semaines en emploi la 4e année (%)",
    "works4": "en emploi plus de la moitié de la 4e année (points), par l'apprentissage du classement",
}
_CHANCE = 0.05


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    data: Path
    seed: int
    thinnings: int
    as_json: bool


def run(request: Request) -> None:
    """Check the trial's estimates and print what was found; InvalidInputError for a file that is not the trial."""
    from matching_training.evaluate.trial.plain_learner import doubly_robust
    from matching_training.evaluate.trial.ranker_learner import of_the_ranker
    from matching_training.evaluate.trial.trial import OUTCOMES, WORKS, balance, check, read_trial

    read = read_trial(request.data)
    fair = balance(read)
    asked = {"seed": request.seed, "thinnings": request.thinnings}
    checks = [check(read, outcome, doubly_robust, **asked) for outcome in OUTCOMES]
    checks.append(check(read, WORKS, of_the_ranker, **asked))
    if request.as_json:
        found = {"people": len(read.x), "balance_p": fair, "checks": [asdict(each) for each in checks]}
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    typer.echo(_in_words(len(read.x), fair, checks), nl=False)


def _in_words(people: int, fair: float, checks: "list[Check]") -> str:
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    verdict = "le sort n'est pas contredit" if fair >= _CHANCE else "l'attribution paraît dépendre d'autre chose"
    with console.capture() as said:
        console.print(f"{people} personnes ; équilibre à sexe et âge égaux : p = {_figure(fair)}, {verdict}.")
        for each in checks:
            console.print()
            console.print(_table(each))
    return said.get()


def _table(found: "Check") -> "Table":
    from rich.table import Table

    table = Table(title=_NAMES[found.outcome], title_justify="left")
    table.add_column("mesure")
    table.add_column("valeur [95 %]", justify="right")
    table.add_row("effet, différence brute", _effect(found.raw))
    table.add_row("effet, à sexe et âge égaux", _effect(found.stratified))
    table.add_row("effet, DR, probabilités connues", _effect(found.known))
    table.add_row("effet, DR, probabilités estimées", _effect(found.estimated))
    for number, group in enumerate(found.heterogeneity.groups, 1):
        table.add_row(f"effet prédit, groupe {number} sur {len(found.heterogeneity.groups)}", _effect(group))
    table.add_row("dernier groupe moins premier", _effect(found.heterogeneity.top_minus_bottom))
    slope = found.heterogeneity.slope
    table.add_row("pente (1 : calibré, 0 : rien appris)", "sans objet" if slope is None else _effect(slope))
    for thinned in found.confounded:
        table.add_row(f"sélection faussée ({thinned.people} pers.), sans ajuster", _effect(thinned.naive))
        table.add_row("  la même, DR", _effect(thinned.doubly_robust))
    for policy in found.offered:
        share = f"{100 * policy.share:.0f} % des places"
        _add(table, f"{share}, par effet prédit", policy.by_effect)
        _add(table, f"{share}, au sort", policy.by_lot)
        _add(table, f"{share}, gain sur le sort", policy.difference)
    return table


def _add(table: "Table", name: str, answer: "Answer | Unanswerable") -> None:
    """One row per estimate, or the reason why there is none."""
    from matching_training.evaluate.off_policy.overlap import Unanswerable

    if isinstance(answer, Unanswerable):
        table.add_row(name, answer.reason)
        return
    for method, each in answer.estimates.items():
        table.add_row(f"{name} ({method.upper()})", _interval(each.value, each.low, each.high))


def _effect(effect: "Effect") -> str:
    return _interval(effect.value, effect.low, effect.high)


def _interval(value: float, low: float, high: float) -> str:
    return f"{_figure(value)} [{_figure(low)} ; {_figure(high)}]"


def _figure(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
