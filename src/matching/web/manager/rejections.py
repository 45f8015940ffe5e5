"""Why options are refused: reasons by quarter, then the options refused most often."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from matching.domain.vocabulary.reasons import RejectReason
from matching.use_cases.steering.rejections import BEFORE, RejectionRow, Rejections, quarter_of
from matching.use_cases.steering.sheet import Sheet, sheet_of
from matching.web.charts import Bar, bar
from matching.web.manager.part import Asked, Part

PATH = "/manager/rejections"
_HIDDEN = 10.0
"""How high the column of a hidden number is at least: that there is one is told beside it."""


_NOTHING = "–"
"""In a quarter that says nothing of all options."""


class ReasonShown(NamedTuple):
    """How often one reason, or any, was given for one option, or for all."""

    row: RejectionRow
    bar: Bar


class OptionShown(NamedTuple):
    """One option with its reasons, the most frequent first."""

    whole: RejectionRow
    reasons: tuple[ReasonShown, ...]


class Cell(NamedTuple):
    """A number of one quarter as it is read, and its column from 0 to 100; `told` is false where it is hidden."""

    text: str
    told: bool
    height: float


class QuarterLine(NamedTuple):
    """One reason, or any, over the quarters and ever."""

    name: str
    side: str
    cells: tuple[Cell, ...]
    ever: Cell


def rejections_part(asked: Asked, quarter: str | None = None) -> Part:
    """Reasons over all quarters; the options of one quarter, or of ever."""
    ever, *quarters = asked.service.rejections_by_quarter(viewer=asked.viewer, at=asked.at)
    found = asked.service.rejections(viewer=asked.viewer, at=asked.at, quarter=quarter)
    address = PATH if quarter is None else f"{PATH}?{urlencode({'quarter': quarter})}"
    lines = _lines(asked, ever, quarters)
    cells = [each for line in lines for each in (*line.cells, line.ever)]
    facts = {
        "found": found,
        "ever": ever,
        "quarters": [(each, name_of(asked, each)) for each in ever.quarters],
        "running": quarter_of(ever.counted_on),
        "lines": lines,
        "dashes": any(each.text == _NOTHING for each in cells),
        "masked": any(each.text == asked.say("steering.hidden") for each in cells)
        or any(row.opportunity is not None and row.given is None and not row.at_least for row in found.rows),
        "options": _options(asked, found.rows),
    }
    rows = tuple(row for each in (ever, *quarters) for row in each.rows)
    sheets = {"quarters": lambda: _of_all(rows), "options": lambda: sheet_of(RejectionRow, found.rows)}
    return Part("rejections", address, facts, sheets)


def name_of(asked: Asked, quarter: str) -> str:
    """A quarter as it is read."""
    if quarter == BEFORE:
        return asked.say("steering.code.before")
    year, _, number = quarter.partition("-Q")
    return asked.say("web.manager.quarter", year=year, number=number)


def _of_all(rows: Sequence[RejectionRow]) -> Sheet:
    return sheet_of(RejectionRow, [row for row in rows if row.opportunity is None])


def _lines(asked: Asked, ever: Rejections, quarters: Sequence[Rejections]) -> list[QuarterLine]:
    """All reasons together, then each; a quarter that says nothing of all options has none, or too few to be told."""
    of_all = [{row.reason: row for row in each.rows if row.opportunity is None} for each in (ever, *quarters)]
    lines = []
    for reason, whole in of_all[0].items():
        columns = [_given(each.get(reason)) for each in of_all[2:]]  # what was before is no quarter
        most = max(columns, default=0)
        cells = [_cell(asked, each, reason, most) for each in of_all[1:]]
        side = "" if whole.side is None else asked.cell(whole, "side")
        lines.append(QuarterLine(asked.cell(whole, "reason"), side, tuple(cells), _cell(asked, of_all[0], reason, 0)))
    return lines


def _given(row: RejectionRow | None) -> int:
    return 0 if row is None else row.at_least


def _cell(asked: Asked, rows: dict[RejectReason | None, RejectionRow], reason: RejectReason | None, most: int) -> Cell:
    row = rows.get(reason)
    if row is None:
        return Cell("0", told=True, height=0.0) if rows else Cell(_NOTHING, told=False, height=0.0)
    told = row.given is not None
    height = min(100.0, round(100 * row.at_least / most, 1)) if most else 0.0
    return Cell(asked.cell(row, "given"), told=told, height=height if told else max(height, _HIDDEN))


def _options(asked: Asked, rows: Sequence[RejectionRow]) -> list[OptionShown]:
    of_options: dict[str, list[RejectionRow]] = {}
    for row in rows:
        if row.opportunity is not None:
            of_options.setdefault(row.opportunity, []).append(row)
    most = max((row.at_least for rows_ in of_options.values() for row in rows_[1:]), default=0)
    return [
        OptionShown(whole, tuple(ReasonShown(row, _bar(asked, row, most)) for row in reasons))
        for whole, *reasons in of_options.values()
    ]


def _bar(asked: Asked, row: RejectionRow, most: int) -> Bar:
    kind = "all" if row.given is not None else "untold"
    return bar([(kind, row.at_least, asked.counted(asked.cell(row, "reason"), row.at_least))], most)
