"""From counted places to a target: how far, how fast it would have to go, and how fast it last went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Standing = Literal["reached", "on_pace", "behind", "missed", "past", "unknown"]

DAYS_PER_YEAR = 365.25


@dataclass(frozen=True)
class Count:
    """Places at the end of a day."""

    on: date
    places: int


@dataclass(frozen=True)
class Pace:
    """How counts stand to a target; paces are in places per year, and rising counts have positive ones.

    `distance` is target less last count. `needed` is the straight line from the last count to the target, `observed`
    the one between the last two counts; None where there is no such line.
    """

    last: Count
    distance: int
    needed: float | None
    observed: float | None
    standing: Standing


def pace(observed: Sequence[Count], target: Count, today: date) -> Pace | None:
    """The pace towards a target, as it is read on a day; None when nothing was counted up to the target's own.

    `reached` is exactly the target. `missed` is a count on the target's day that is another, `past` that this day is
    over and nothing was counted on it. `on_pace` is going the right way at least as fast as is needed; `unknown` that
    only one count is there.
    """
    counts = sorted((count for count in observed if count.on <= target.on), key=lambda count: count.on)
    if not counts:
        return None
    last = counts[-1]
    distance = target.places - last.places
    needed = _per_year(last, target)
    seen = _per_year(counts[-2], last) if len(counts) > 1 else None
    return Pace(last, distance, needed, seen, _standing(distance, needed, seen, is_past=target.on < today))


def _per_year(first: Count, then: Count) -> float | None:
    days = (then.on - first.on).days
    return (then.places - first.places) * DAYS_PER_YEAR / days if days > 0 else None


def _standing(distance: int, needed: float | None, observed: float | None, *, is_past: bool) -> Standing:
    if distance == 0:
        return "reached"
    if needed is None:
        return "missed"
    if is_past:
        return "past"
    if observed is None:
        return "unknown"
    return "on_pace" if observed / needed >= 1 else "behind"
