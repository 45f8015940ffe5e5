"""The answers of steering as a programme manager reads them: what each counts, its rows, what it does not say."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from matching.cli.console import PlainConsole
from matching.domain.steering import CATEGORIES
from matching.domain.word import Word
from matching.messages.say import say
from matching.use_cases.steering.cells import cell, facts_of
from matching.use_cases.steering.overlaps import OverlapRow, Overlaps
from matching.use_cases.steering.participations import RESULTS
from matching.use_cases.steering.places import CataloguePlaces, PlacesOverTime, PlacesRow
from matching.use_cases.steering.portfolio import Portfolio
from matching.use_cases.steering.portfolio_counts import PortfolioCount, PortfolioCounts
from matching.use_cases.steering.portfolio_file import PortfolioFile
from matching.use_cases.steering.rejections import RejectionRow, Rejections
from matching.use_cases.steering.remedies import Remedies, RemedyRow
from matching.use_cases.steering.result_rows import ResultRow
from matching.use_cases.steering.results import Results
from matching.use_cases.steering.skills import SkillRow, SkillsAsked

_COLUMNS: dict[type[Word], tuple[str, ...]] = {
    CataloguePlaces: ("territory", "category", "offers", "free_places", "offers_unknown"),
    RemedyRow: ("what", "need", "promised_by", "by", "people_expected", "people_before", "people_now", "state"),
    SkillRow: ("skill", "also", "vacancies", "share", "trained_by"),
    RejectionRow: ("title", "provider", "reason", "side", "given"),
    ResultRow: ("employer", "name", "began", "known", "reached", "raw", "adjusted", "standing"),
    PortfolioFile: ("profile", "on_assistance", "without_work", "objective", "plan", "proposed_on", "due_on", "due"),
    PortfolioCount: ("dimension", "group", "people"),
}
"""Which fields of a row are printed; a file and JSON have them all."""


def print_steered(found: Word, lang: str) -> None:
    """Any answer of steering: title, how it is to be read, and its rows."""
    console = PlainConsole()
    name, facts = type(found).__name__, facts_of(found, lang)
    console.print(Text(say(lang, f"steering.title.{name}", **facts), style="bold"))
    console.print(say(lang, f"steering.read.{name}", **facts))
    console.print(say(lang, f"steering.limits.{name}", **facts))
    match found:
        case Overlaps():
            _print_pairs(console, found.rows, lang)
        case PlacesOverTime():
            _print_series(console, found.rows, lang)
            _print_rows(console, found.catalogue, lang)
        case Results():
            _print_results(console, found.rows, lang)
        case Portfolio():
            _print_rows(console, found.files, lang)
            _print_rows(console, found.counts, lang)
        case PortfolioCounts():
            _print_rows(console, [row for row in found.rows if row.unit is None], lang)
        case Remedies() | SkillsAsked() | Rejections():
            _print_rows(console, found.rows, lang)


def _print_rows(console: PlainConsole, rows: Sequence[Word], lang: str) -> None:
    if not rows:
        console.print(say(lang, "steering.empty"))
        return
    columns = _COLUMNS[type(rows[0])]
    table = Table()
    for column in columns:
        table.add_column(say(lang, f"steering.head.{column}"), no_wrap=column == "profile")
    for row in rows:
        table.add_row(*(cell(row, column, lang) for column in columns))
    console.print(table)


def _print_pairs(console: PlainConsole, rows: Sequence[OverlapRow], lang: str) -> None:
    """Each pair in a few lines: titles are too long for columns."""
    if not rows:
        console.print(say(lang, "steering.empty"))
    for row in rows:
        console.print()
        for column in ("first_title", "second_title"):
            payer = cell(row, column.replace("title", "payer"), lang)
            console.print(Text(f"{cell(row, column, lang)} ({payer})", style="bold"))
        for key in ("alike", "differ", "market"):
            console.print("  " + say(lang, f"steering.pair.{key}", **facts_of(row, lang)))


def _print_series(console: PlainConsole, rows: Sequence[PlacesRow], lang: str) -> None:
    """Each programme as one table, its days as columns; below it who said so."""
    for territory, programme in dict.fromkeys((row.territory, row.programme) for row in rows):
        mine = [row for row in rows if (row.territory, row.programme) == (territory, programme)]
        days = list(dict.fromkeys((row.on, row.kind) for row in mine))
        columns = ("distance", "needed_per_year", "observed_per_year", "standing")
        heads = [f"{say(lang, f'steering.code.{kind}')} {day:%d.%m.%Y}" for day, kind in days]
        table = Table(
            say(lang, "steering.head.category"),
            *heads,
            *(say(lang, f"steering.head.{column}") for column in columns),
            title=f"{territory} : {programme}",
            title_justify="left",
        )
        for category in (*CATEGORIES, None):
            at = {(row.on, row.kind): row for row in mine if row.category == category}
            last = max((row for row in at.values() if row.kind == "target"), key=lambda row: row.on, default=mine[0])
            shown = (cell(last, column, lang) for column in columns)
            table.add_row(cell(at[days[0]], "category", lang), *(cell(at[day], "places", lang) for day in days), *shown)
        console.print(table)
        console.print(", ".join(dict.fromkeys(f"{row.authority} ({row.reference})" for row in mine)))
    if not rows:
        console.print(say(lang, "steering.no_statement"))


def _print_results(console: PlainConsole, rows: Sequence[ResultRow], lang: str) -> None:
    """One table per result; of a result that nobody stated, that it is so."""
    for result in RESULTS:
        mine = [row for row in rows if row.result == result]
        console.print(Text(say(lang, f"steering.code.{result}"), style="bold"))
        if _nothing_known(mine):
            console.print(say(lang, "steering.nothing_known"))
        else:
            _print_rows(console, mine, lang)


def _nothing_known(rows: Iterable[ResultRow]) -> bool:
    return all(row.known == 0 for row in rows)
