"""Sorted groups and the slope, on scores whose structure is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching_training.evaluate.off_policy.items import Values
from matching_training.evaluate.trial.heterogeneity import average, heterogeneity
from matching_training.evaluate.trial.plain_learner import Learned


def learned(effect: Values, scores: Values) -> Learned:
    nothing = np.zeros(len(effect))
    return Learned(scores=scores, effect=effect, if_not=nothing, if_treated=nothing, propensity=nothing + 0.5)


def test_calibrated_predictions_have_slope_one_and_useless_ones_none() -> None:
    rng = np.random.default_rng(0)
    effect = rng.normal(size=5000)
    right = heterogeneity(learned(effect, effect + rng.normal(size=5000)))
    wrong = heterogeneity(learned(rng.normal(size=5000), effect))
    assert right.slope is not None
    assert wrong.slope is not None
    assert right.slope.low < 1 < right.slope.high
    assert wrong.slope.low < 0 < wrong.slope.high
    assert right.top_minus_bottom.low > 2
    assert wrong.top_minus_bottom.low < 0 < wrong.top_minus_bottom.high


@settings(max_examples=20)
@given(st.lists(st.floats(-10, 10), min_size=10, max_size=50), st.integers(1, 5))
def test_groups_of_equal_size_average_to_the_whole(drawn: list[float], groups: int) -> None:
    scores = np.array(drawn * groups)
    found = heterogeneity(learned(np.arange(len(scores), dtype=np.float64), scores), groups)
    assert np.mean([each.value for each in found.groups]) == pytest.approx(average(scores).value, abs=1e-9)


def test_one_prediction_for_all_has_no_slope() -> None:
    assert heterogeneity(learned(np.ones(20), np.arange(20.0))).slope is None
