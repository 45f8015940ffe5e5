"""A slate as a counsellor reads it: some eight lines an option, all of it on demand."""

from itertools import zip_longest

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.cli.days import day
from matching.cli.verdicts import state_in_words
from matching.domain.recommendation import Card, CardLine, Recommendation
from matching.domain.vocabulary.process import Evidence
from matching.eligibility.rules.employers import FLAGGED_EMPLOYER
from matching.messages.say import say
from matching.use_cases.history import resting_in_words

_IN_SHORT = ("head_start", "decides", "payer", "deadline", "start", "support", "lifts", "opens")
"""The lines that a card shows without details."""

_CONDITIONS = (
    "languages",
    "availability",
    "workload",
    "travel",
    "statuses",
    "permits",
    "right_to_work",
    "lse_26_permit",
)
"""The met conditions that a reader asks about first, by rule, in this order."""

_SHOWN_CONDITIONS, _SHOWN_UNKNOWN, _SHOWN_REASONS = 3, 5, 2


def print_recommendation(
    answer: Recommendation, *, details: bool = False, codes: bool = False, introduction: str | None = None
) -> None:
    """The whole slate: next step first, then the others, then what to ask.

    `details` shows all of a card with its arithmetic, `codes` the names under which its reasons can be contested.
    """
    console = PlainConsole()
    lang = answer.language
    if introduction:
        console.print(introduction, style="dim")
    title = Text(say(lang, "slate.title", person=answer.profile, day=day(answer.at)), style="bold")
    if details or codes:
        title.append(f"  {answer.id}", style="not bold dim")
    console.print(title)
    console.print(say(lang, "slate.considered", count=answer.considered), style="dim")
    if answer.empty_because:
        console.print(answer.empty_because)
    if answer.order:
        console.print(Text(answer.order, style="italic"))
    headed = False
    for before, card in zip((None, *answer.cards), answer.cards, strict=False):
        if card.next_step or (before is not None and before.next_step):
            key = "slate.next_step" if card.next_step else "slate.others"
            console.print(Rule(say(lang, key), align="left", style="cyan"))
            headed = True
        elif before is not None or not headed:
            console.print()
        _print_card(console, card, lang, details=details, codes=codes or details)
    if answer.listed is not None and answer.cards:
        console.print(_page(answer, answer.listed), style="dim")
    if answer.questions:
        console.print(Rule(say(lang, "slate.questions"), align="left", style="dim"))
        for question, purpose in zip_longest(answer.questions, answer.purposes, fillvalue=""):
            console.print(f"  ? {question}")
            if purpose:
                console.print(Padding(Text(purpose, style="dim"), (0, 4), expand=False))
    _print_voice(console, answer)
    if answer.cards and not details:
        console.print(Text(say(lang, "slate.more"), style="dim"))
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
            said = f"{rest.title} ({rest.opportunity}) · {resting_in_words(rest, lang)}"
            console.print(Padding(Text(said, style="dim"), (0, 2), expand=False))
    if answer.contested:
        console.print(Rule(say(lang, "slate.contested"), align="left", style="dim"))
        for sentence in answer.contested:
            console.print(f"  ! {sentence}")


def _print_card(console: Console, card: Card, lang: str, *, details: bool, codes: bool) -> None:
    heading = Text(f"{card.rank}. {card.title}", style="bold")
    console.print(heading.append(f"  {card.opportunity}", style="not bold dim"))
    state = state_in_words(card.eligibility, lang)
    strength = [Text(card.band.label(lang))] if card.band else []
    parts: list[Text | str] = [Text(" · ").join([Text(card.kind.label(lang)), state, *strength])]
    if where := ", ".join(part for part in (card.provider, card.place, _distance(card)) if part):
        parts.append(where)
    if details:
        parts.append(Text(card.description or card.summary, style="italic"))
    elif card.summary:
        parts.append(Text(card.summary, style="italic", no_wrap=True, overflow="ellipsis"))
    for part in parts:
        console.print(Padding(part, (0, 3), expand=False))
    console.print(Padding(_facts(card, lang, details=details), (0, 3), expand=False))
    computed = details and card.score is not None
    if computed:
        console.print(Padding(_arithmetic(card, lang), (0, 3), expand=False))
    if codes:
        console.print(Padding(_codes(card, lang, conditions_only=computed), (0, 3), expand=False))


def _facts(card: Card, lang: str, *, details: bool) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True, width=19)
    table.add_column()
    most = None if details else _SHOWN_REASONS
    rows = [
        ("for", " ".join(card.reasons[:most])),
        ("against", " ".join(card.reservations[:most])),
        ("to_check", " ".join(dict.fromkeys(card.eligibility.questions))),
    ]
    if details:
        rows += [
            ("met", _met(card, lang)),
            ("matched", ", ".join(card.matched_skills)),
            ("missing", ", ".join(card.missing_skills)),
        ]
    rows += [("warnings", " ".join(card.eligibility.warnings)), ("notes", " ".join(card.notes))]
    for key, text in rows:
        if text:
            table.add_row(say(lang, f"card.{key}"), text)
    unknown = say(lang, "card.unknown")
    for line in card.lines:
        if line.text != unknown and (details or line.code in _IN_SHORT):
            table.add_row(line.label, line.text)
    missing = [_unknown(line, lang) for line in card.lines if line.text == unknown]
    if missing:
        cut = not details and len(missing) > _SHOWN_UNKNOWN
        shown = [*missing[:_SHOWN_UNKNOWN], "…"] if cut else missing
        table.add_row(say(lang, "card.ask"), ", ".join(shown))
    return table


def _unknown(line: CardLine, lang: str) -> str:
    return line.label if lang == "de" else line.label.lower()


def _met(card: Card, lang: str) -> str:
    """How many conditions are met, and those that a reader asks about first."""
    met = {verdict.rule: verdict for verdict in card.verdicts if verdict.truth == "met"}
    first = [met[rule].sentence for rule in _CONDITIONS if rule in met][:_SHOWN_CONDITIONS]
    return " ".join([say(lang, "card.met.count", count=len(met)) + ".", *first])


def _arithmetic(card: Card, lang: str) -> Table:
    table = Table(say(lang, "card.line"), say(lang, "card.points"), box=None)
    table.add_column(say(lang, "card.code"), style="dim", header_style="dim")
    for line in card.contributions:
        table.add_row(line.sentence, f"{line.points:+.3f}", line.feature)
    table.add_row(say(lang, "card.sum"), f"{card.score:+.3f}", "")
    return table


def _codes(card: Card, lang: str, *, conditions_only: bool) -> Table:
    """What stands behind reasons and conditions, as `matching contest --reason` takes it."""
    table = Table(say(lang, "card.code"), say(lang, "card.code.of"), box=None, style="dim", header_style="dim")
    for line in () if conditions_only else card.contributions:
        table.add_row(line.feature, line.sentence)
    for verdict in card.verdicts:
        if verdict.rule != FLAGGED_EMPLOYER and (verdict.truth != "unknown" or verdict.question):
            table.add_row(verdict.rule, verdict.question or verdict.sentence)
    return table


def _distance(card: Card) -> str | None:
    return None if card.distance_km is None else f"{card.distance_km:.0f} km"
