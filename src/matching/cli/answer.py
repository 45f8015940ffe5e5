"""`matching answer`: what institutions answered about a person: a rule's open question, or fit or not fit."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matching.cli.console import PlainConsole, print_json
from matching.cli.options import DAYS, As, AsJson, PersonOption
from matching.cli.session import now, service
from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.domain.vocabulary.catalogue import FitnessTest, Institution
from matching.domain.vocabulary.measures import MeasureCode

if TYPE_CHECKING:
    from matching.use_cases.institution_answers import Told

app = typer.Typer(
    help="Réponses reçues d'une institution. Elles règlent ce que le dossier laisse ouvert.",
    no_args_is_help=True,
)

InstitutionOption = Annotated[Institution, typer.Option("--institution", help="Institution qui a répondu.")]
OnOption = Annotated[
    datetime | None, typer.Option("--on", formats=DAYS, help="Jour de la réponse ; à défaut aujourd'hui.")
]
UntilOption = Annotated[datetime | None, typer.Option("--until", formats=DAYS, help="Dernier jour où elle compte.")]


class YesNo(StrEnum):
    """An answer."""

    YES = "yes"
    NO = "no"


@app.command("rule")
def rule(
    profile: PersonOption,
    rule_id: Annotated[str, typer.Option("--rule", help="Règle qui pose la question.")],
    holds: Annotated[YesNo, typer.Option("--holds", help="La condition est remplie : yes ou no.")],
    institution: InstitutionOption,
    measure: Annotated[MeasureCode | None, typer.Option("--measure", help="Pour ce genre de mesure seulement.")] = None,
    on: OnOption = None,
    until: UntilOption = None,
    account: As = None,
) -> None:
    """Noter la réponse d'une institution à la question d'une règle."""
    with service() as opened:
        answer = opened.record_rule_answer(
            profile,
            rule_id,
            holds=holds is YesNo.YES,
            institution=institution,
            code=measure,
            stated_on=on.date() if on else None,
            expires_on=until.date() if until else None,
            viewer=opened.viewer(account),
            at=now(),
        )
    typer.echo(f"Réponse notée pour {profile} : {_line(answer)}.")


@app.command("fitness")
def fitness(
    profile: PersonOption,
    test: Annotated[FitnessTest, typer.Option("--test", help="Ce qui a été demandé.")],
    fit: Annotated[YesNo, typer.Option("--fit", help="Apte : yes ou no.")],
    institution: InstitutionOption,
    on: OnOption = None,
    until: UntilOption = None,
    account: As = None,
) -> None:
    """Noter apte ou non apte. Sans diagnostic, comme l'institution a répondu."""
    with service() as opened:
        answer = opened.record_fitness_answer(
            profile,
            test,
            fit=fit is YesNo.YES,
            institution=institution,
            stated_on=on.date() if on else None,
            expires_on=until.date() if until else None,
            viewer=opened.viewer(account),
            at=now(),
        )
    typer.echo(f"Réponse notée pour {profile} : {_line(answer)}.")


@app.command("list")
def list_(profile: PersonOption, as_json: AsJson = False, account: As = None) -> None:
    """Les réponses sur une personne. La plus récente d'abord, et celles qui comptent encore."""
    with service() as opened:
        found = opened.answers(profile, viewer=opened.viewer(account), at=now())
    if as_json:
        print_json([_record(told) for told in found])
        return
    console = PlainConsole()
    for told in found:
        console.print(
            f"{told.answer.stated_on:%d.%m.%Y} {_line(told.answer)}{'' if told.counts else ' ; ne compte plus'}"
        )
    if not found:
        console.print(f"Aucune réponse pour {profile}.")


def _record(told: "Told") -> dict[str, Any]:
    kind = "rule" if isinstance(told.answer, RuleAnswer) else "fitness"
    return {"kind": kind, "counts": told.counts, **told.answer.model_dump(mode="json")}


def _line(answer: RuleAnswer | FitnessAnswer) -> str:
    if isinstance(answer, RuleAnswer):
        about = answer.rule + (f" ({answer.code})" if answer.code else "")
        said = answer.holds
    else:
        about, said = answer.test.fr, answer.fit
    until = f", jusqu'au {answer.expires_on:%d.%m.%Y}" if answer.expires_on else ""
    return f"{about} : {'oui' if said else 'non'} ({answer.institution.fr}, {answer.author}{until})"
