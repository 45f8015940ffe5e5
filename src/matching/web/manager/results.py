"""What became of those who began something: raw and for equal people side by side, no order where they are few."""

from collections.abc import Sequence
from typing import Literal, NamedTuple
from urllib.parse import urlencode

from matching.use_cases.steering.participations import MONTHS, RESULTS
from matching.use_cases.steering.result_rows import ResultRow
from matching.web.charts import Interval, interval
from matching.web.manager.part import Asked, Part, rows_of

PATH = "/manager/results"
USUAL = 12


WhyNot = Literal["few_known", "hidden", "alone"]


class ResultShown(NamedTuple):
    """A row with its two shares as intervals, None where one is not told; `why_not` says why it is not compared."""

    row: ResultRow
    raw: Interval | None
    adjusted: Interval | None
    why_not: WhyNot | None


class ResultsBlock(NamedTuple):
    """The rows of one result, of types of employer or of providers: those that are compared, then all others."""

    by: str
    compared: tuple[ResultShown, ...]
    others: tuple[ResultShown, ...]


class ResultTable(NamedTuple):
    """One result; no blocks where nobody stated it."""

    result: str
    blocks: tuple[ResultsBlock, ...]


def results_part(asked: Asked, months: int = USUAL) -> Part:
    """All results at some months from the start."""
    found = asked.service.results(viewer=asked.viewer, at=asked.at, months=months)
    tables = [
        _table(asked, result, [row for row in found.rows if row.result == result], found.least) for result in RESULTS
    ]
    address = PATH if months == USUAL else f"{PATH}?{urlencode({'months': months})}"
    facts = {"found": found, "tables": tables, "months": MONTHS}
    return Part("results", address, facts, {"rows": rows_of(ResultRow, found.rows)})


def _table(asked: Asked, result: str, rows: Sequence[ResultRow], least: int) -> ResultTable:
    if all(row.known == 0 for row in rows):
        return ResultTable(result, ())
    blocks = []
    for by in ("employer", "provider"):
        shown = [_shown(asked, row, least) for row in rows if row.by == by]
        compared = tuple(each for each in shown if each.adjusted is not None)
        others = tuple(each for each in shown if each.adjusted is None)
        if shown:
            blocks.append(ResultsBlock(by, compared, others))
    return ResultTable(result, tuple(blocks))


def _shown(asked: Asked, row: ResultRow, least: int) -> ResultShown:
    return ResultShown(
        row,
        interval(row.raw_low, row.raw, row.raw_high, asked.cell(row, "raw")),
        interval(row.adjusted_low, row.adjusted, row.adjusted_high, asked.cell(row, "adjusted")),
        why_not(row, least),
    )


def why_not(row: ResultRow, least: int) -> WhyNot | None:
    """Why a row is not compared, by what is told of it alone; None where it is."""
    if row.adjusted is not None:
        return None
    if row.known is not None and row.known < least:
        return "few_known"
    return "hidden" if row.known is None or row.reached is None else "alone"
