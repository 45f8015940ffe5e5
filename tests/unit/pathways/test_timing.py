"""How long a way takes and whether two measures go together: stated or unknown, never guessed."""

import numpy as np
import pytest

from matching.domain.opportunity import Capacity, Measure, Timing
from matching.pathways.timing import Order, Span, order_of, span_of


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
    assert span_of(steps, Order.AFTER) == Span(18, 32, 3)
    assert span_of(steps, Order.UNKNOWN) == Span(18, 32, 3)
    assert span_of(steps, Order.TOGETHER) == Span(10, 20, 3)


def test_what_one_of_them_does_not_state_is_unknown_of_both() -> None:
    assert span_of([measure(8, 12, 3), measure(None, 20, None)], Order.AFTER) == Span(None, 32, None)
