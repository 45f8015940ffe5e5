"""What was done about gaps: the number promised beside a new count."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from matching.use_cases.gaps.dimensions import LEAST_FILES
from matching.use_cases.steering.remedies import RemedyRow
from matching.web.charts import Bar, bar
from matching.web.manager.part import Asked, Part, rows_of

PATH = "/manager/remedies"


class RemedyShown(NamedTuple):
    """A remedy with the people in its gap before and now, side by side."""

    row: RemedyRow
    before: Bar
    now: Bar


def remedies_part(asked: Asked) -> Part:
    """All remedies, in the order in which they were entered."""
    found = asked.service.compare_remedies(viewer=asked.viewer, at=asked.at)
    counts = [count for row in found.rows for count in (row.people_before, row.people_now) if count is not None]
    most = max(counts, default=0)
    shown = [
        RemedyShown(row, _bar(asked, row, "people_before", most), _bar(asked, row, "people_now", most))
        for row in found.rows
    ]
    dashes = any(None in {row.people_before, row.people_now} for row in found.rows if row.place_counted is not False)
    facts = {"found": found, "rows": shown, "dashes": dashes, "least_files": LEAST_FILES}
    return Part("remedies", PATH, facts, {"rows": rows_of(RemedyRow, found.rows)})


def remedy_address(told: Mapping[str, str]) -> str:
    """Where a remedy is entered, with what is known of it already."""
    return f"{PATH}?{urlencode({name: value for name, value in told.items() if value})}#enter"


def territory_of(region: str) -> str:
    """The canton or département of a place in the table of gaps: a département begins with a digit."""
    return f"{'FR' if region[0].isdigit() else 'CH'}-{region}" if region.isalnum() else ""


def _bar(asked: Asked, row: RemedyRow, column: str, most: int) -> Bar:
    count = getattr(row, column)
    text = asked.counted(asked.say(f"steering.head.{column}"), count or 0)
    return bar([("all", count or 0, text)], most)
