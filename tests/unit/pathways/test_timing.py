"""How long a way takes and whether two measures go together: stated or unknown, never guessed."""

from datetime import date

import numpy as np
import pytest

from matching.domain.opportunity import Capacity, Measure, SessionPlaces, Timing
from matching.pathways.timing import Order, Span, order_of, span_of

ON = date(2026, 11, 18)


def measure(low: int | None, high: int | None, wait: int | None) -> Measure:
    return Measure(
        id="own:m",
        title="M",
        form="activity",
        type="coaching",
        timing=Timing(min_weeks=low, max_weeks=high),
        capacity=Capacity(waiting_weeks=wait),
    )


@pytest.mark.parametrize(
    ("shares", "percent", "enables", "order"),
    [
        ([0.5], None, False, Order.ALONE),
        ([0.5, 0.3], 80, False, Order.TOGETHER),
        ([0.5, 0.4], 80, False, Order.AFTER),
        ([0.1, 0.1], 100, True, Order.AFTER),
        ([0.5, np.nan], 100, False, Order.UNKNOWN),
        ([0.5, 0.3], None, False, Order.UNKNOWN),
    ],
)
def test_two_go_together_where_their_shares_fit_and_neither_needs_the_other(
    shares: list[float], percent: int | None, enables: bool, order: Order
) -> None:
    assert order_of(shares, percent, enables=enables) is order


def test_one_after_the_other_adds_up_and_together_the_longer_counts() -> None:
    steps = [measure(8, 12, 3), measure(10, 20, 0)]
    assert span_of(steps, Order.AFTER, ON) == Span(18, 32, 3)
    assert span_of(steps, Order.UNKNOWN, ON) == Span(18, 32, 3)
    assert span_of(steps, Order.TOGETHER, ON) == Span(10, 20, 3)


def test_what_one_of_them_does_not_state_is_unknown_of_both() -> None:
    assert span_of([measure(8, 12, 3), measure(None, 20, None)], Order.AFTER, ON) == Span(None, 32, None)


def test_where_sessions_are_stated_one_waits_for_the_first_with_a_place() -> None:
    starts = (date(2026, 11, 30), date(2027, 1, 11))
    places = [SessionPlaces(starts_on=start, free_places=free) for start, free in zip(starts, (0, 4), strict=True)]
    course = measure(8, 8, 1)
    timing = Timing(starts_on=starts, min_weeks=8, max_weeks=8)
    stated = course.model_copy(update={"timing": timing, "capacity": Capacity(sessions=tuple(places))})
    assert span_of([stated], Order.ALONE, ON) == Span(8, 8, 8)
    full = stated.model_copy(update={"capacity": Capacity(sessions=(places[0],))})
    assert span_of([full], Order.ALONE, ON) == Span(8, 8, None)
