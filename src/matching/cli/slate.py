"""A slate as a counsellor reads it."""

from itertools import zip_longest

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.cli.days import day
from matching.cli.verdicts import state_in_words
from matching.domain.recommendation import Card, Recommendation, Resting
from matching.domain.vocabulary.process import Evidence
from matching.messages.say import say
from matching.use_cases.history import Rest, rest_in_words


def print_recommendation(answer: Recommendation, *, details: bool = False, introduction: str | None = None) -> None:
    """The whole slate: next step first, then the others, then what to ask."""
    console = PlainConsole()
    lang = answer.language
    if introduction:
        console.print(introduction, style="dim")
    console.print(Text(say(lang, "slate.title", person=answer.profile, day=day(answer.at)), style="bold"))
    console.print(say(lang, "slate.considered", count=answer.considered), style="dim")
    if answer.empty_because:
        console.print(answer.empty_because)
    if answer.order:
        console.print(Text(answer.order, style="italic"))
    for card in answer.cards:
        _print_card(console, card, lang, details=details)
    if answer.listed is not None and answer.cards:
        console.print(_page(answer, answer.listed), style="dim")
    if answer.questions:
        console.print(Rule(say(lang, "slate.questions"), align="left", style="dim"))
        for question, purpose in zip_longest(answer.questions, answer.purposes, fillvalue=""):
            console.print(f"  ? {question}")
            if purpose:
                console.print(Padding(Text(purpose, style="dim"), (0, 4), expand=False))
    _print_voice(console, answer)
    if answer.ranked and answer.versions.evidence is Evidence.NONE:
        console.print(Text(say(lang, "card.note.evidence"), style="dim"))
    console.print(Text(say(lang, "slate.human"), style="dim"))


def _page(answer: Recommendation, listed: int) -> str:
    """Which options of the whole list these are, and how to get the next ones."""
    first, last = answer.cards[0].rank, answer.cards[-1].rank
    key = "slate.page" if last < listed else "slate.page.last"
    return say(answer.language, key, first=first, last=last, listed=listed, next=last + 1)


def _print_voice(console: Console, answer: Recommendation) -> None:
    """What rests, greyed, and what the person contests."""
    lang = answer.language
    if answer.resting:
        console.print(Rule(say(lang, "slate.resting"), align="left", style="dim"))
        for rest in answer.resting:
            console.print(Text(f"  {rest.title} ({rest.opportunity}) · {_rest(rest, lang)}", style="dim"))
    if answer.contested:
        console.print(Rule(say(lang, "slate.contested"), align="left", style="dim"))
        for sentence in answer.contested:
            console.print(f"  ! {sentence}")


def _rest(rest: Resting, lang: str) -> str:
    text = rest_in_words(Rest(rest.reason, rest.since, rest.until), lang)
    return say(lang, "rest.alike", text=text, count=rest.alike) if rest.alike else text


def _print_card(console: Console, card: Card, lang: str, *, details: bool) -> None:
    console.print()
    if card.next_step:
        console.print(Text(say(lang, "slate.next_step"), style="bold cyan"))
    where = ", ".join(part for part in (card.provider, card.place, _distance(card)) if part)
    heading = Text(f"{card.rank}. {card.title}", style="bold")
    console.print(heading)
    state = state_in_words(card.eligibility, lang)
    strength = [Text(card.band.label(lang))] if card.band else []
    console.print(Padding(Text(" · ").join([Text(card.kind.label(lang)), state, *strength]), (0, 3), expand=False))
    if where:
        console.print(Padding(where, (0, 3), expand=False))
    if card.summary:
        console.print(Padding(Text(card.summary, style="italic"), (0, 3), expand=False))
    console.print(Padding(_facts(card, lang), (0, 3), expand=False))
    if details and card.score is not None:
        console.print(Padding(_arithmetic(card, lang), (0, 3), expand=False))


def _facts(card: Card, lang: str) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True, width=16)
    table.add_column()
    rows = [
        ("for", " ".join(card.reasons)),
        ("against", " ".join(card.reservations)),
        ("to_check", " ".join(dict.fromkeys(card.eligibility.questions))),
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
