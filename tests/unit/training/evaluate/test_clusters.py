"""Variances against closed forms: independent rows, whole clusters, nested and crossed ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching_training.evaluate.clusters import bootstrap, effective_number, interval, totals_by, variance
from matching_training.evaluate.off_policy.items import Values


def mean(totals: Values) -> Values:
    return np.asarray(totals[..., 0] / totals[..., 1])


def rows(values: Values) -> Values:
    return np.column_stack([values, np.ones(len(values))])


@settings(max_examples=30)
@given(st.lists(st.floats(-100, 100), min_size=3, max_size=30))
def test_independent_rows_have_the_variance_of_a_mean(drawn: list[float]) -> None:
    values = np.array(drawn)
    found = variance(rows(values), mean, np.arange(len(values)), None)
    assert found == pytest.approx(values.var(ddof=1) / len(values), rel=1e-6, abs=1e-9)


@settings(max_examples=30)
@given(st.lists(st.floats(-100, 100), min_size=3, max_size=20), st.integers(2, 5))
def test_repeated_rows_of_a_person_tell_nothing_new(drawn: list[float], times: int) -> None:
    values, persons = np.array(drawn), np.arange(len(drawn))
    once = variance(rows(values), mean, persons, None)
    many = variance(rows(np.repeat(values, times)), mean, np.repeat(persons, times), None)
    assert many == pytest.approx(once, rel=1e-6, abs=1e-9)


def test_persons_who_stay_with_one_counsellor_leave_the_variance_of_counsellors() -> None:
    rng = np.random.default_rng(1)
    persons = np.repeat(np.arange(60), 2)
    counsellors = persons // 6
    values = rng.normal(size=10)[counsellors] + rng.normal(size=120)
    whole = variance(rows(values), mean, counsellors, None)
    assert variance(rows(values), mean, persons, counsellors) == pytest.approx(whole)


def test_crossed_effects_add_up() -> None:
    """A full table of persons by counsellors: person part plus counsellor part, each its variance over its number."""
    rng = np.random.default_rng(2)
    p, c = rng.normal(size=200), rng.normal(size=50)
    values = (p[:, None] + c[None, :]).ravel()
    persons, counsellors = np.repeat(np.arange(200), 50), np.tile(np.arange(50), 200)
    exact = p.var(ddof=1) / 200 + c.var(ddof=1) / 50
    assert variance(rows(values), mean, persons, counsellors) == pytest.approx(exact, rel=0.03)


def test_clusters_widen_intervals_when_rewards_hang_together() -> None:
    rng = np.random.default_rng(3)
    persons = np.repeat(np.arange(100), 5)
    counsellors = persons % 20
    values = rows(rng.normal(size=100)[persons] + rng.normal(size=20)[counsellors] + rng.normal(size=500))
    apart = interval(values, mean, np.arange(500), None).standard_error
    by_person = interval(values, mean, persons, None).standard_error
    by_both = interval(values, mean, persons, counsellors).standard_error
    assert by_both > 1.1 * by_person > 1.2 * apart


def test_few_counsellors_widen_by_students_distribution() -> None:
    values = rows(np.random.default_rng(4).normal(size=400))
    found = interval(values, mean, np.arange(400), np.arange(400) % 8)
    assert (found.high - found.low) / (2 * found.standard_error) == pytest.approx(2.3646, abs=1e-3)
    drawn = bootstrap(values, mean, np.arange(400), np.arange(400) % 8, draws=2000, seed=0)
    assert drawn.high - drawn.low == pytest.approx(found.high - found.low, rel=0.1)


def test_the_bootstrap_agrees_with_the_jackknife_and_follows_its_seed() -> None:
    rng = np.random.default_rng(5)
    persons = np.repeat(np.arange(150), 2)
    counsellors = rng.integers(0, 30, size=300)
    values = rows(rng.normal(size=30)[counsellors] + rng.normal(size=150)[persons])
    exact = interval(values, mean, persons, counsellors)
    drawn = bootstrap(values, mean, persons, counsellors, draws=1000, seed=1)
    assert (drawn.low, drawn.high) == pytest.approx((exact.low, exact.high), abs=0.1 * exact.standard_error * 4)
    assert drawn == bootstrap(values, mean, persons, counsellors, draws=1000, seed=1)
    assert drawn != bootstrap(values, mean, persons, counsellors, draws=1000, seed=2)


def test_one_cluster_gives_no_bounds() -> None:
    assert interval(rows(np.arange(5.0)), mean, np.zeros(5, dtype=np.int64), None).standard_error == np.inf


def test_the_effective_number_counts_equal_weights() -> None:
    assert effective_number(np.ones(7)) == pytest.approx(7)
    assert effective_number(np.array([1.0, 0.0, 0.0])) == pytest.approx(1)
    assert effective_number(np.zeros(3)) == 0


def test_totals_follow_clusters() -> None:
    sums = totals_by(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([9, 4, 9]))
    assert sums.tolist() == [[3.0, 4.0], [6.0, 8.0]]
