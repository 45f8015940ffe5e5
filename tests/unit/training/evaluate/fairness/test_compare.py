"""Like is compared with like; intervals come from people, not from rows."""

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("scipy", reason="matching[train] is not installed")

from matching_training.evaluate.fairness.compare import Comparison, two_sided

PEOPLE = np.arange(200)
ZEROS, ONES = np.zeros(200, dtype=np.int64), np.ones(200)


def test_a_difference_that_the_strata_explain_is_none() -> None:
    """The group lives where values are low; within each stratum all are alike."""
    strata = (PEOPLE % 10 < 3).astype(np.int64)
    members = PEOPLE[(PEOPLE % 10 < 2) | (PEOPLE % 10 == 9)]
    values = np.where(strata == 1, 0.0, 1.0)
    raw = Comparison(PEOPLE, values, ZEROS, PEOPLE, draws=50, seed=0).difference(members)
    within = Comparison(PEOPLE, values, strata, PEOPLE, draws=50, seed=0).difference(members)
    assert raw is not None
    assert within is not None
    assert raw.value - raw.other < -0.3
    assert within.value - within.other == pytest.approx(0)
    assert within.p == 1


def test_rows_of_one_person_count_as_one() -> None:
    values = np.random.default_rng(0).normal(size=200)
    once = Comparison(PEOPLE, values, ZEROS, PEOPLE, draws=400, seed=1).difference(PEOPLE[:80])
    often = Comparison(
        np.repeat(PEOPLE, 9), np.repeat(values, 9), np.repeat(ZEROS, 9), PEOPLE, draws=400, seed=1
    ).difference(PEOPLE[:80])
    assert once is not None
    assert often is not None
    assert often.se == pytest.approx(once.se)
    assert often.rows == 9 * once.rows


def test_the_interval_is_that_of_two_means() -> None:
    values = np.random.default_rng(0).normal(size=200)
    found = Comparison(PEOPLE, values, ZEROS, PEOPLE, draws=2000, seed=1).difference(PEOPLE[:80])
    assert found is not None
    assert found.se == pytest.approx(np.hypot(values[:80].std() / 80**0.5, values[80:].std() / 120**0.5), rel=0.1)
    assert found.low < found.value - found.other < found.high


@pytest.mark.parametrize("members", [PEOPLE[:4], PEOPLE[:197], PEOPLE[:0]])
def test_neither_side_may_be_too_few(members: np.ndarray) -> None:
    assert Comparison(PEOPLE, ONES, ZEROS, PEOPLE, draws=10, seed=0).difference(members) is None


def test_who_shares_no_stratum_cannot_be_compared() -> None:
    strata = (PEOPLE < 50).astype(np.int64)
    assert Comparison(PEOPLE, ONES, strata, PEOPLE, draws=10, seed=0).difference(PEOPLE[:50]) is None


def test_a_group_that_is_comparable_in_part_says_so() -> None:
    strata = np.where(PEOPLE < 25, 1, 0)
    found = Comparison(PEOPLE, ONES, strata, PEOPLE, draws=50, seed=0).difference(PEOPLE[:100])
    assert found is not None
    assert found.comparable == 0.75


def test_no_error_means_no_test() -> None:
    assert two_sided(0.0, 0.0, degrees=10) == 1
    assert np.isnan(two_sided(0.1, 0.0, degrees=10))
    assert two_sided(2.228, 1.0, degrees=10) == pytest.approx(0.05, abs=1e-4)
