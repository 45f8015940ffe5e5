"""A shortlist and an answer to an employer as a counsellor reads them."""

from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.domain.shortlist import Candidate, EmployerAnswer, Shortlist
from matching.explanation.due import due_in_words
from matching.messages.say import say


def print_shortlist(shown: Shortlist) -> None:
    """The people with their conditions and the demands beside their facts, then dossiers and the answer."""
    console = PlainConsole()
    lang = shown.language
    title = ", ".join(part for part in (shown.title, shown.provider) if part)
    console.print(Text(say(lang, "shortlist.title", title=f"{title} ({shown.opportunity})"), style="bold"))
    if shown.places:
        console.print(say(lang, "shortlist.places", places=shown.places))
    console.print(say(lang, "shortlist.considered", count=shown.considered), style="dim")
    if shown.none_because:
        _print_none(console, shown)
    else:
        console.print(shown.ordered_by, style="dim")
    for group, people in groupby(shown.candidates, key=lambda candidate: candidate.group):
        if group in {"far", "unranked"}:
            console.print()
            console.print(Rule(say(lang, f"shortlist.group.{group}"), align="left", style="dim"))
        for candidate in people:
            _print_candidate(console, candidate, lang)
    if shown.dossiers:
        console.print(Text(f"\n{say(lang, 'shortlist.dossiers')}", style="bold"))
        for dossier in shown.dossiers:
            said = f" ; {dossier.feedback.label(lang)}" if dossier.feedback else ""
            console.print(f"  {dossier.id} : {dossier.profile}, {dossier.state.label(lang)}{said}")
    if shown.answer:
        console.print()
        _print_answer(console, shown.answer, lang)
    console.print(Text(f"\n{say(lang, 'shortlist.human')}", style="dim"))


def print_answer(answer: EmployerAnswer, lang: str) -> None:
    """Where the answer to the employer stands."""
    _print_answer(PlainConsole(), answer, lang)


def _print_none(console: Console, shown: Shortlist) -> None:
    console.print(Text(shown.none_because or "", style="bold"))
    table = Table("", say(shown.language, "shortlist.fallen_out"), box=None, show_header=bool(shown.fallen_out))
    for fallen in shown.fallen_out:
        law = f" ({fallen.reference})" if fallen.reference else ""
        table.add_row(str(fallen.people), f"{fallen.example}{law}")
    console.print(table)


def _print_candidate(console: Console, candidate: Candidate, lang: str) -> None:
    unit = f" ({say(lang, 'shortlist.unit')} {candidate.unit})" if candidate.unit else ""
    console.print(Text(f"\n{candidate.profile}{unit}", style="bold"))
    questions = [
        say(lang, "shortlist.asks", question=verdict.question or verdict.sentence, who=verdict.asks.label(lang))
        if verdict.asks
        else verdict.sentence
        for verdict in candidate.open
    ]
    facts = Table.grid(padding=(0, 1))
    facts.add_column(style="dim", no_wrap=True, width=12)
    facts.add_column()
    for key, sentences in (
        ("met", [verdict.sentence for verdict in candidate.met]),
        ("open", questions),
        ("for", candidate.reasons),
        ("against", candidate.reservations),
    ):
        if sentences:
            facts.add_row(say(lang, f"shortlist.{key}"), " ".join(sentences))
    console.print(Padding(facts, (0, 3), expand=False))
    beside = Table(*(say(lang, f"shortlist.{column}") for column in ("demand", "demanded", "known")), box=None)
    for line in candidate.demands:
        beside.add_row(line.label, line.demanded, line.known)
    console.print(Padding(beside, (0, 3), expand=False))


def _print_answer(console: Console, answer: EmployerAnswer, lang: str) -> None:
    console.print(Text(say(lang, "answer.title"), style="bold"))
    console.print(f"  {due_in_words(answer, lang)}")
    if not answer.units:
        console.print(f"  {say(lang, 'answer.no_unit')}")
    for unit in answer.units:
        if unit.state is not None:
            console.print(f"  {unit.name} : {unit.state.label(lang)}")
    if answer.missing and not answer.answered:
        console.print(f"  {say(lang, 'answer.missing', units=list(answer.missing))}")
    if answer.feedback:
        console.print(f"  {say(lang, 'answer.feedback', feedback=answer.feedback)}")
