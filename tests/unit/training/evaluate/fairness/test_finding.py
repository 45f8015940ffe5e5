"""What is told of a comparison: counts and what shares tell of them to the nearest five, and no way back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pandas", reason="matching[train] is not installed")

from matching_training.evaluate.fairness.compare import Difference
from matching_training.evaluate.fairness.finding import Finding, Subject, as_rows, as_told, in_steps
from matching_training.evaluate.fairness.groups import Group

WOMEN = Group(("sex",), ("f",), np.arange(60))


def found(came_true: int, rows: int, subject: Subject = Subject.SUCCESS_CALIBRATION) -> Finding:
    difference = Difference.with_error(0.3125, came_true / rows, 0.02, people=rows, rows=rows, p=0.0123)
    return Finding.of(difference, subject, WOMEN)


@given(st.integers(50, 90).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_those_of_equal_counts_to_the_nearest_five_read_alike(counts: tuple[int, int]) -> None:
    """So whoever subtracts a smaller group reads nothing of the few that are left."""
    came_true, rows = counts
    told, near = (as_told(found(n, rows)) for n in (came_true, 5 * round(came_true / 5)))
    assert (told.value, told.other, told.difference, told.p) == (near.value, near.other, near.difference, near.p)
    assert told.people % 5 == told.rows % 5 == 0
    assert told.low <= told.difference <= told.high
    assert told.high - told.low == pytest.approx(4 * 0.02, abs=0.002)


def test_means_that_count_nobody_stay_as_they_are() -> None:
    exact = found(17, 60, Subject.EXPOSURE)
    assert (as_told(exact).other, as_told(exact).difference) == (exact.other, exact.difference)


def test_how_sure_it_is_is_told_in_steps() -> None:
    assert [in_steps(p) for p in (1e-9, 0.001, 0.0123, 0.04, 0.07, 1.0)] == [0.001, 0.001, 0.04, 0.04, 0.1, 1.0]
    assert np.isnan(in_steps(float("nan")))
    assert as_rows([found(17, 60)])["p"].tolist() == [0.04]
