"""The list of situations to look at together, as a counsellor reads it."""

from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.messages.say import say
from matching.use_cases.detection.detect import Detection
from matching.working_days.swiss_time import swiss_day


def print_detected(found: Detection, lang: str) -> None:
    """Who, under which criterion and text, which facts hold and which are to be asked."""
    console = PlainConsole()
    console.print(Text(say(lang, "detection.title", day=swiss_day(found.at)), style="bold"))
    console.print(say(lang, "detection.human"))
    console.print(say(lang, "detection.counts", files=found.files, without_consent=found.without_consent))
    if found.empty_because:
        console.print(found.empty_because)
        return
    titles = ("person", "criterion", "institutions", "state", "why")
    table = Table(*(say(lang, f"detection.{title}") for title in titles), show_lines=True)
    for each in found.people:
        table.add_row(
            each.profile,
            f"{each.label} ({each.canton} ; {each.legal_basis})",
            ", ".join(institution.label(lang) for institution in each.institutions),
            say(lang, f"detection.{each.state}"),
            "\n".join([*each.facts, *each.unknown]),
        )
    console.print(table)
