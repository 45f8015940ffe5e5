"""Calibration by a line: finds the line that is there, keeps the order, and its diagnosis counts rightly."""

import numpy as np
import pytest

from matching_training.fit.boosting import Boosted
from matching_training.fit.calibrate import line, reliability, told_curve
from matching_training.fit.steps import Steps, ends_marked


def test_it_finds_the_line() -> None:
    dice = np.random.default_rng(0)
    logit, offset = dice.normal(size=20_000), dice.normal(size=20_000)
    y = (dice.random(20_000) < 1 / (1 + np.exp(-(offset - 0.5 + 0.7 * logit)))).astype(float)
    found = line(logit, y, np.ones(20_000), offset)
    assert found.intercept == pytest.approx(-0.5, abs=0.06)
    assert found.slope == pytest.approx(0.7, abs=0.06)


def test_a_slope_stays_positive_and_the_mean_is_met() -> None:
    dice = np.random.default_rng(1)
    logit = dice.normal(size=5000)
    y = (dice.random(5000) < 1 / (1 + np.exp(logit))).astype(float)
    found = line(logit, y, np.ones(5000), np.zeros(5000))
    assert found.slope > 0
    assert (1 / (1 + np.exp(-found.of(logit)))).mean() == pytest.approx(y.mean(), abs=1e-6)


def test_a_line_through_a_model_is_a_line_through_its_sum() -> None:
    x = np.linspace(0, 1, 50)
    steps = Steps(np.array([0.5]), np.array([-1.0, 1.0]), np.ones(2))
    table = ends_marked(steps, x, 5, unknown=(0.2, 0.1), source="test")
    model = Boosted(link="logistic", intercept=0.4, intercept_error=0.1, tables={"skills": table})
    moved = model.on_line(-0.3, 0.5)
    at = {"skills": np.array([0.1, 0.9, np.nan])}
    np.testing.assert_allclose(moved.total(at, 3), -0.3 + 0.5 * model.total(at, 3), atol=1e-12)
    assert moved.tables["skills"].errors == tuple(0.5 * error for error in table.errors)


def test_reliability_counts_by_bins_and_tells_none_under_five() -> None:
    p, y = np.repeat([0.2, 0.8], 50), np.repeat([0.0, 1.0], 50)
    found = reliability(p, y, np.ones(100), n_bins=2)
    assert found.error == pytest.approx(0.2)
    assert [each.n for each in found.bins] == [50, 50]
    assert reliability(p[:4], y[:4], np.ones(4)).bins == ()


def test_chance_alone_brings_about_the_error_that_is_foretold() -> None:
    rng = np.random.default_rng(5)
    found = []
    for _ in range(200):
        p = rng.uniform(0.1, 0.7, 300)
        found.append(reliability(p, (rng.random(300) < p).astype(float), np.ones(300)))
    assert np.mean([each.error for each in found]) == pytest.approx(
        np.mean([each.by_chance for each in found]), rel=0.1
    )


def test_a_curve_tells_no_bin_of_few_people_and_no_exact_count() -> None:
    dice = np.random.default_rng(4)
    p = np.sort(dice.random(603)) ** 2
    y = (dice.random(603) < p).astype(float)
    people = np.arange(603) // 3
    told = told_curve(p, y, np.ones(603), people)
    assert len(told) > 3
    assert not [
        each
        for each in told
        if each.n % 5 or abs(each.came_true * each.n / 5 - round(each.came_true * each.n / 5)) > 0.05
    ]
    assert [each.foretold for each in told] == sorted(each.foretold for each in told)
    assert sum(each.n for each in told) == pytest.approx(603, abs=2.5 * len(told))
    rare = (people < 4).astype(float)
    assert told_curve(p, rare, np.ones(603), people) == ()
    assert told_curve(p, 1 - rare, np.ones(603), people) == ()


def test_bins_that_would_tell_of_few_are_joined_with_their_neighbours() -> None:
    """The lower half came true for four people alone: it is told together with what follows, never by itself."""
    p, people = np.linspace(0, 1, 200), np.arange(200)
    y = ((people >= 100) & (people % 2 == 0)) | (people < 4)
    told = told_curve(p, y.astype(float), np.ones(200), people)
    assert told[0].n >= 110
    assert sum(each.n for each in told) == 200
