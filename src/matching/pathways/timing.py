"""How long a way takes and whether two measures go together: what the catalogue states, unknown said as such."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from matching.domain.opportunity import AnyOpportunity


class Order(StrEnum):
    """How the measures of a way follow each other."""

    ALONE = "alone"
    AFTER = "after"
    TOGETHER = "together"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Span:
    """Weeks from the request to the end: waiting and the measures themselves. None where some part is not known."""

    least_weeks: int | None
    most_weeks: int | None
    waiting_weeks: int | None


def order_of(shares: Sequence[float], percent: int | None, *, enables: bool) -> Order:
    """Two at a time only where the second needs nothing of the first and their shares of the week fit the availability.

    `shares` of a full week, NaN unknown; `percent` is the person's availability.
    """
    if len(shares) < 2:
        return Order.ALONE
    if enables:
        return Order.AFTER
    if percent is None or any(np.isnan(shares)):
        return Order.UNKNOWN
    return Order.TOGETHER if round(100 * sum(shares)) <= percent else Order.AFTER


def span_of(steps: Sequence[AnyOpportunity], order: Order, on: date) -> Span:
    """The weeks of some measures in their order, from a day; what may go together lasts as long as the longer one.

    Where the order is not known they are counted one after the other: no shorter time is promised than may be.
    """
    join = max if order is Order.TOGETHER else sum
    waits = [step.waiting_weeks_on(on) for step in steps]
    return Span(
        least_weeks=_joined(join, [step.timing.min_weeks for step in steps]),
        most_weeks=_joined(join, [step.timing.max_weeks for step in steps]),
        waiting_weeks=_joined(max, waits),
    )


def _joined(join, weeks: Sequence[int | None]) -> int | None:  # type: ignore[no-untyped-def]
    known = [week for week in weeks if week is not None]
    return join(known) if known and len(known) == len(weeks) else None
