"""Offers of different catalogues that are alike, and for how many people each is open."""

from typing import NamedTuple

from matching.use_cases.steering.overlaps import OverlapRow
from matching.web.charts import Bar, bar
from matching.web.manager.part import Asked, Part, rows_of

PATH = "/manager/overlaps"
_MARKET = ("only_first", "both", "only_second")


class PairShown(NamedTuple):
    """A pair with its market as a bar; None where that may not be told."""

    row: OverlapRow
    market: Bar | None


def overlaps_part(asked: Asked) -> Part:
    """All pairs, the most alike first."""
    found = asked.service.overlaps(viewer=asked.viewer, at=asked.at)
    most = max((row.either or 0 for row in found.rows), default=0)
    pairs = [PairShown(row, _market(asked, row, most)) for row in found.rows]
    return Part("overlaps", PATH, {"found": found, "pairs": pairs}, {"rows": rows_of(OverlapRow, found.rows)})


def _market(asked: Asked, row: OverlapRow, most: int) -> Bar | None:
    if not row.either:
        return None
    parts = [(name, getattr(row, name) or 0) for name in _MARKET]
    return bar(
        [(name, count, asked.counted(asked.say(f"web.manager.market.{name}"), count)) for name, count in parts], most
    )
