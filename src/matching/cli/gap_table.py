"""What the catalogue lacks, as a programme manager reads it: counts first, then what excludes, what to buy, to ask."""

from collections.abc import Collection

from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.domain.gap import GapCounts, Gaps, OutsideCatalogue, OutsideCounts, OutsideLine
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.gaps import GapReason
from matching.messages.say import say
from matching.use_cases.gaps.disclosed import LEAST
from matching.use_cases.gaps.outside import ALONG, OUTSIDE_WEEKS, SEVERAL
from matching.use_cases.gaps.said import code_said
from matching.working_days.swiss_time import swiss_day

_MOST_LINES = 20


def print_gaps(found: Gaps, lang: str, looked_for: Collection[str]) -> None:
    """The whole answer; `looked_for` names which of criteria and offers were asked for."""
    console = PlainConsole()
    console.print(Text(say(lang, "gaps.title", day=swiss_day(found.at)), style="bold"))
    if found.files is None:
        console.print(say(lang, "gaps.files.few", least=LEAST))
        return
    console.print(say(lang, "gaps.files", files=found.files))
    _print_counts(console, found, lang)
    if "criteria" in looked_for:
        _print_part(console, "criteria", [each.sentence for each in found.criteria], lang)
    if "offers" in looked_for:
        _print_part(console, "offers", [each.sentence for each in found.offers], lang)
    if found.questions:
        _print_part(console, "questions", [each.sentence for each in found.questions], lang)
    if found.outside is not None:
        _print_outside(console, found.outside, lang)
    if found.unconfirmed:
        console.print(say(lang, "gaps.unconfirmed", count=found.unconfirmed))
    console.print()
    for note in found.notes:
        console.print(note)


def _print_counts(console: PlainConsole, found: Gaps, lang: str) -> None:
    reasons = [reason for reason in GapReason if _told(found, reason)]
    table = Table(*(dimension.label(lang).capitalize() for dimension in found.by), show_edge=False)
    for name in ("all", *(f"reason.{reason.value}" for reason in reasons)):
        table.add_column(say(lang, f"gaps.{name}"), justify="right")
    total = [say(lang, "gaps.total"), *[""] * (len(found.by) - 1)] if found.by else []
    table.add_row(*total, *_figures(found.total, reasons, lang))
    for line in found.lines[:_MOST_LINES]:
        table.add_row(
            *(code_said(dimension, getattr(line, dimension.value), lang) for dimension in found.by),
            *_figures(line.counts, reasons, lang),
        )
    console.print()
    if found.by:
        console.print(say(lang, "gaps.lines", by=", ".join(dimension.label(lang) for dimension in found.by)))
    console.print(table)
    if found.by and not found.lines:
        console.print(say(lang, "gaps.none_shown"))
    elif found.hidden_lines:
        console.print(say(lang, "gaps.hidden", count=found.hidden_lines, least=LEAST))


def _told(found: Gaps, reason: GapReason) -> bool:
    """Whether any count of this reason may be told."""
    return any(getattr(counts, reason.value) is not None for counts in (found.total, *_counts(found)))


def _counts(found: Gaps) -> list[GapCounts]:
    return [line.counts for line in found.lines]


def _figures(counts: GapCounts, reasons: list[GapReason], lang: str) -> list[str]:
    figures = [getattr(counts, reason.value) for reason in reasons]
    told = [say(lang, "gaps.few") if figure is None else str(figure) for figure in figures]
    if counts.all is None and counts.at_least:
        return [say(lang, "gaps.at_least", least=counts.at_least), *told]
    return [say(lang, "gaps.few") if counts.all is None else str(counts.all), *told]


def _print_part(console: PlainConsole, part: str, sentences: list[str], lang: str) -> None:
    console.print()
    console.print(Text(say(lang, f"gaps.{part}"), style="bold"))
    if not sentences:
        console.print(say(lang, f"gaps.{part}.none", least=LEAST))
    for sentence in sentences:
        console.print(f"- {sentence}")


def _print_outside(console: PlainConsole, outside: OutsideCatalogue, lang: str) -> None:
    """What was proposed beside the catalogue, by need and what else the lines are by."""
    console.print()
    console.print(Text(say(lang, "gaps.outside"), style="bold"))
    console.print(say(lang, "gaps.outside.note", weeks=OUTSIDE_WEEKS))
    if not outside.lines and not outside.hidden_lines:
        console.print(say(lang, "gaps.outside.none"))
        return
    by = [each for each in ALONG if any(getattr(line, each.value) for line in outside.lines)]
    table = Table(*(dimension.label(lang).capitalize() for dimension in by), show_edge=False)
    kinds = [*(kind.value for kind in OpportunityKind), SEVERAL]
    headings = [*(kind.label(lang) for kind in OpportunityKind), say(lang, "gaps.outside.several")]
    for heading in (say(lang, "gaps.outside.people"), *headings):
        table.add_column(heading, justify="right")
    for line in outside.lines[:_MOST_LINES]:
        table.add_row(*(code_said(each, getattr(line, each.value), lang) for each in by), *_people(line, kinds, lang))
    if outside.lines:
        console.print(table)
    if outside.hidden_lines:
        console.print(say(lang, "gaps.hidden", count=outside.hidden_lines, least=LEAST))


def _people(line: OutsideLine, kinds: list[str], lang: str) -> list[str]:
    counts: OutsideCounts = line.counts
    whole = say(lang, "gaps.at_least", least=counts.at_least) if counts.at_least else say(lang, "gaps.few")
    of_kinds = [getattr(counts, kind) for kind in kinds]
    told = [say(lang, "gaps.few") if count is None else str(count) for count in of_kinds]
    return [whole if counts.all is None else str(counts.all), *told]
