"""Boosting into tables: exact, monotone, the same for a seed, and as sure as it says."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching_training.fit.boosting import CATEGORICAL, Recipe, boost, export, grow, matrix
from matching_training.fit.rows import Rows, Values

QUICK = Recipe(bags=4, learning_rate=0.1, most_rounds=200, patience=20)


def rows(n: int, seed: int = 0, link: str = "logistic") -> Rows:
    dice = np.random.default_rng(seed)
    features = {
        "distance": np.where(dice.random(n) < 0.1, np.nan, dice.gamma(2, 12, n)),
        "skills": dice.random(n),
        "paid": dice.integers(0, 2, n).astype(float),
        CATEGORICAL: dice.choice([1.0, 4.0, 6.0], n),
        "noise": dice.normal(size=n),
    }
    total = -0.03 * np.nan_to_num(features["distance"]) + 1.5 * features["skills"] + 0.5 * (features[CATEGORICAL] == 4)
    y = (dice.random(n) < 1 / (1 + np.exp(-total))).astype(float) if link == "logistic" else total + dice.normal(size=n)
    return Rows(
        features=features, y=y, weight=np.ones(n), people=dice.integers(0, n // 2, n), offset=0.3 * dice.normal(size=n)
    )


@pytest.mark.parametrize("link", ["logistic", "identity"])
def test_the_tables_sum_to_the_machines_own_figure(link: Any) -> None:
    some = rows(500, link=link)
    names = tuple(some.features)
    machine = grow(some, names, link=link, directions={}, recipe=QUICK)
    tables = export(machine, some, names, link=link, directions={}, source="test")
    fresh = rows(300, seed=1).features
    x = matrix(fresh, names)
    own = machine.decision_function(x) if link == "logistic" else machine.predict(x)
    assert np.abs(tables.total(fresh, 300) - own).max() <= 1e-9


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000))
def test_terms_move_the_way_they_must_whatever_the_data(seed: int) -> None:
    """Even against the data: distance helps here, and may not."""
    dice = np.random.default_rng(seed)
    some = rows(200, seed)
    against = Rows(
        features=some.features,
        y=(dice.random(200) < 0.3 + 0.4 * (np.nan_to_num(some.features["distance"]) > 20)).astype(float),
        weight=some.weight,
        people=some.people,
        offset=some.offset,
    )
    directions = {"distance": -1, "skills": 1, "noise": 1}
    learned = boost(against, link="logistic", directions=directions, recipe=QUICK, source="test")
    for name, way in directions.items():
        if name in learned.tables:
            assert (np.diff(learned.tables[name].values) * way >= 0).all()


def test_the_same_seed_gives_the_same_tables() -> None:
    one, other = (boost(rows(300), link="logistic", directions={}, recipe=QUICK, source="test") for _ in range(2))
    assert one == other


def test_an_offset_is_not_learned_again() -> None:
    """What the offset says already leaves the terms near nothing."""
    some = rows(2000)
    truth: Values = -0.03 * np.nan_to_num(some.features["distance"]) + 1.5 * some.features["skills"]
    truth = truth + 0.5 * (some.features[CATEGORICAL] == 4)
    learned = boost(some.with_offset(truth), link="logistic", directions={}, recipe=QUICK, source="test")
    assert np.std(learned.total(some.features, 2000)) < 0.25 * np.std(truth)


def test_where_nothing_varies_the_intercept_is_the_mean() -> None:
    some = Rows(
        features={"paid": np.ones(100)},
        y=np.repeat([1.0, 0.0], [30, 70]),
        weight=np.ones(100),
        people=np.arange(100),
        offset=np.zeros(100),
    )
    learned = boost(some, link="logistic", directions={}, recipe=QUICK, source="test")
    assert learned.tables == {}
    assert 1 / (1 + np.exp(-learned.intercept)) == pytest.approx(0.3)
    assert learned.intercept_error == pytest.approx(1 / np.sqrt(100 * 0.3 * 0.7), rel=0.01)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    """Nine tenths are promised, for probabilities of typical people; a short simulation allows some slack."""
    at = {"skills": np.linspace(0.1, 0.9, 9)}
    truth = 1.5 * (at["skills"] - 0.5)
    held = []
    for seed in range(12):
        dice = np.random.default_rng(seed)
        x = dice.random(600)
        y = (dice.random(600) < 1 / (1 + np.exp(-1.5 * (x - 0.5)))).astype(float)
        some = Rows(
            features={"skills": x}, y=y, weight=np.ones(600), people=dice.integers(0, 300, 600), offset=np.zeros(600)
        )
        recipe = Recipe(bags=8, seed=seed, learning_rate=0.1)
        learned = boost(some, link="logistic", directions={"skills": 1}, recipe=recipe, source="test")
        error = np.sqrt(learned.intercept_error**2 + learned.tables["skills"].error(at["skills"]) ** 2)
        held += (np.abs(learned.total(at, 9) - truth) <= 1.645 * error).tolist()
    assert 0.8 <= np.mean(held) <= 0.99
