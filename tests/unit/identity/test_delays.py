"""Waiting after failures: none at first, longer each time, never for good."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.identity.delays import FREE_ATTEMPTS, LONGEST, delay_after


@given(st.integers(min_value=0, max_value=10**6))
def test_longer_each_time_and_never_for_good(failures: int) -> None:
    assert timedelta(0) <= delay_after(failures) <= delay_after(failures + 1) <= LONGEST


def test_the_first_ones_are_free() -> None:
    assert [delay_after(n).total_seconds() for n in range(FREE_ATTEMPTS + 3)] == [0, 0, 0, 0, 0, 5, 10, 20]
    assert delay_after(13) == LONGEST
