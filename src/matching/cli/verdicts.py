"""The verdicts on one option as a counsellor reads them."""

from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.domain.verdict import Eligibility
from matching.messages.say import DEFAULT, say
from matching.use_cases.pathways.answer import WayIn
from matching.use_cases.why_not import WhyNot

_STATE_STYLE = {"eligible": "green", "review": "yellow", "not_eligible": "red"}


def state_in_words(eligibility: Eligibility, lang: str) -> Text:
    """Whether the option is open, in its colour."""
    return Text(say(lang, f"state.{eligibility.state}"), style=_STATE_STYLE[eligibility.state])


def way_in_words(way: WayIn, lang: str) -> str:
    """The measures that would make an option possible, in one line."""
    steps = []
    for step in way.steps:
        parts = [step.opportunity, *step.effects, *([step.weeks] if step.weeks else [])]
        steps.append(f"{step.title} ({' ; '.join(parts)})")
    state = [] if way.state == "eligible" else [say(lang, "state.review")]
    return " · ".join([" + ".join(steps), *state])


def print_why_not(answer: WhyNot, lang: str = DEFAULT) -> None:
    """The verdicts, those not met first, then the changes that were run, then the rank."""
    console = PlainConsole()
    console.print(Text(f"{answer.title} ({answer.opportunity})", style="bold"))
    console.print(state_in_words(answer.eligibility, lang))
    table = Table("", say(lang, "why.condition"), say(lang, "why.law"), say(lang, "why.change"))
    for verdict in answer.verdicts:
        sentence = verdict.question if verdict.truth == "unknown" and verdict.question else verdict.sentence
        table.add_row(
            {"met": "✓", "not_met": "✗", "unknown": "?"}[verdict.truth],
            sentence,
            verdict.reference or "",
            verdict.change or "",
        )
    console.print(table)
    for told in answer.lines:
        console.print(f"{told.label} : {told.text}" if lang == "fr" else f"{told.label}: {told.text}")
    if answer.changes:
        console.print(say(lang, "why.opens", changes=" ; ".join(answer.changes)))
    if answer.measures_that_open:
        console.print(say(lang, "why.measures"))
    for way in answer.measures_that_open:
        console.print(f"- {way_in_words(way, lang)}")
    if answer.not_shown_because:
        console.print(say(lang, "why.hidden", reason=answer.not_shown_because))
    for sentence in answer.history:
        console.print(f"- {sentence}")
    if answer.rank is not None:
        console.print(say(lang, "why.rank", rank=answer.rank, of=answer.of))
        for line in answer.contributions:
            console.print(f"  {line.points:+.2f}  {line.sentence}")
