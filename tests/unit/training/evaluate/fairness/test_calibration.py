"""Calibration by group: blamed no more often than said, even where rows of one person are alike."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("scipy", reason="matching[train] is not installed")

from scipy import stats

from matching_training.evaluate.fairness.calibration import by_chance, calibration, clustered_error, sum_of
from matching_training.evaluate.fairness.finding import Subject
from matching_training.evaluate.fairness.groups import Group, Groups

SUBJECT = Subject.ACCEPT_CALIBRATION


def one(n: int) -> Groups:
    return Groups((Group(("sex",), ("f",), np.arange(n)),), np.arange(n), hidden=0, covered=1.0)


@settings(max_examples=30)
@given(st.integers(1, 60), st.floats(0.05, 0.95), st.data())
def test_with_equal_predictions_it_is_the_binomial_test(n: int, q: float, data: st.DataObject) -> None:
    came = data.draw(st.integers(0, n))
    tails = stats.binom.cdf(came, n, q), stats.binom.sf(came - 1, n, q)
    assert by_chance(np.full(n, q), came) == pytest.approx(min(1, 2 * min(tails)), rel=1e-6, abs=1e-12)


@pytest.mark.parametrize("n", [1, 31, 32, 33, 97])
def test_the_sum_of_unequal_chances_is_that_of_scipy(n: int) -> None:
    q = np.random.default_rng(n).beta(1.5, 3.5, n)
    assert sum_of(q) == pytest.approx(stats.poisson_binom(q).pmf(np.arange(n + 1)), abs=1e-14)


def test_many_rows_are_normal() -> None:
    q = np.random.default_rng(0).beta(1.5, 3.5, 20_000)
    off = 2 * (q * (1 - q)).sum() ** 0.5
    assert by_chance(q, round(q.sum() + off)) == pytest.approx(0.0455, rel=0.05)


def test_a_bias_is_measured_with_its_sign() -> None:
    chance = np.random.default_rng(0)
    q = chance.beta(1.5, 3.5, 2000)
    y = (chance.random(2000) < q).astype(float)
    (high,) = calibration(SUBJECT, np.arange(2000), q + 0.08, y, one(2000))
    (fair,) = calibration(SUBJECT, np.arange(2000), q, y, one(2000))
    assert high.low < 0.08 < high.high
    assert high.p < 1e-6
    assert fair.low < 0 < fair.high


def test_unknown_outcomes_are_left_out() -> None:
    y = np.where(np.arange(40) < 20, 1.0, np.nan)
    (found,) = calibration(SUBJECT, np.arange(40), np.full(40, 0.9), y, one(40))
    assert (found.rows, found.people) == (20, 20)
    assert (
        calibration(SUBJECT, np.arange(40), np.full(40, 0.9), np.where(np.arange(40) < 4, 1.0, np.nan), one(40)) == []
    )


def test_people_who_always_do_the_same_are_not_many_proofs() -> None:
    """Ten rows each, all of one person alike: what looks like 1000 rows is 100 people."""
    chance = np.random.default_rng(3)
    blamed = exact = 0
    for _ in range(100):
        y = np.repeat((chance.random(100) < 0.3).astype(float), 10)
        (found,) = calibration(SUBJECT, np.repeat(np.arange(100), 10), np.full(1000, 0.3), y, one(100))
        blamed += found.p < 0.05
        exact += by_chance(np.full(1000, 0.3), float(y.sum())) < 0.05
    assert blamed <= 12
    assert exact > 40


def test_the_error_over_people_is_the_usual_one_for_single_rows() -> None:
    values = np.random.default_rng(0).normal(size=50)
    assert clustered_error(np.arange(50), values) == pytest.approx(values.std(ddof=1) / 50**0.5)
