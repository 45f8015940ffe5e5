"""A slate as a counsellor reads it."""

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.cli.verdicts import state_in_words
from matching.domain.recommendation import Card, Recommendation
from matching.domain.vocabulary.process import Evidence
from matching.messages.say import say
from matching.working_days.swiss_time import SWISS_TIME


def print_recommendation(answer: Recommendation, *, details: bool = False, introduction: str | None = None) -> None:
    """The whole slate: next step first, then the others, then what to ask."""
    console = PlainConsole()
    lang = answer.language
    if introduction:
        console.print(introduction, style="dim")
    moment = answer.at.astimezone(SWISS_TIME).strftime("%d.%m.%Y")
    console.print(Text(say(lang, "slate.title", person=answer.profile, day=moment), style="bold"))
    console.print(say(lang, "slate.considered", count=answer.considered), style="dim")
    if answer.empty_because:
        console.print(answer.empty_because)
    for card in answer.cards:
        _print_card(console, card, lang, details=details)
    if answer.questions:
        console.print(Rule(say(lang, "slate.questions"), align="left", style="dim"))
        for question in answer.questions:
            console.print(f"  ? {question}")
    if answer.versions.evidence is Evidence.NONE:
        console.print(Text(say(lang, "card.note.evidence"), style="dim"))
    console.print(Text(say(lang, "slate.human"), style="dim"))


def _print_card(console: Console, card: Card, lang: str, *, details: bool) -> None:
    console.print()
    if card.next_step:
        console.print(Text(say(lang, "slate.next_step"), style="bold cyan"))
    where = ", ".join(part for part in (card.provider, card.place, _distance(card)) if part)
    heading = Text(f"{card.rank}. {card.title}", style="bold")
    console.print(heading)
    state = state_in_words(card.eligibility, lang)
    console.print(
        Padding(
            Text(" · ").join([Text(card.kind.label(lang)), state, Text(card.band.label(lang))]), (0, 3), expand=False
        )
    )
    if where:
        console.print(Padding(where, (0, 3), expand=False))
    if card.summary:
        console.print(Padding(Text(card.summary, style="italic"), (0, 3), expand=False))
    console.print(Padding(_facts(card, lang), (0, 3), expand=False))
    if details:
        console.print(Padding(_arithmetic(card, lang), (0, 3), expand=False))


def _facts(card: Card, lang: str) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True, width=16)
    table.add_column()
    rows = [
        ("for", " ".join(card.reasons)),
        ("against", " ".join(card.reservations)),
        ("to_check", " ".join(card.eligibility.questions)),
        ("met", _met(card, lang)),
        ("matched", ", ".join(card.matched_skills)),
        ("missing", ", ".join(card.missing_skills)),
        ("warnings", " ".join(card.eligibility.warnings)),
        ("notes", " ".join(card.notes)),
    ]
    for key, text in rows:
        if text:
            table.add_row(say(lang, f"card.{key}"), text)
    unknown = say(lang, "card.unknown")
    known = [line for line in card.lines if line.text != unknown]
    for line in known:
        table.add_row(line.label, line.text)
    missing = [line.label if lang == "de" else line.label.lower() for line in card.lines if line.text == unknown]
    if missing:
        table.add_row(say(lang, "card.ask"), ", ".join(missing))
    return table


def _met(card: Card, lang: str) -> str:
    """How many conditions are met, and those that rest on an article in words."""
    met = [verdict for verdict in card.verdicts if verdict.truth == "met"]
    statutory = [f"{verdict.sentence} ({verdict.reference})" for verdict in met if verdict.reference]
    return " ".join([say(lang, "card.met.count", count=len(met)) + ".", *statutory])


def _arithmetic(card: Card, lang: str) -> Table:
    table = Table(say(lang, "card.line"), say(lang, "card.points"), box=None)
    for line in card.contributions:
        table.add_row(line.sentence, f"{line.points:+.3f}")
    table.add_row(say(lang, "card.sum"), f"{card.score:+.3f}")
    return table


def _distance(card: Card) -> str | None:
    return None if card.distance_km is None else f"{card.distance_km:.0f} km"
