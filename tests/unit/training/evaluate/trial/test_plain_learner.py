"""The plain learner finds effects that were put in, and stays honest where there are none."""

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="scikit-learn is not installed")

from matching_training.evaluate.off_policy.items import Values
from matching_training.evaluate.trial.heterogeneity import average, heterogeneity
from matching_training.evaluate.trial.plain_learner import doubly_robust
from matching_training.evaluate.trial.trial import difference


def world(effect: Values, seed: int) -> tuple[Values, Values, Values]:
    """Covariates, probability of treatment and outcome without it: the likely treated fare better anyway."""
    rng = np.random.default_rng(seed)
    x = np.column_stack([rng.normal(size=len(effect)), effect, rng.normal(size=len(effect))])
    return x, 1 / (1 + np.exp(-x[:, 0])), 3 * x[:, 0] + rng.normal(size=len(effect))


def test_an_effect_hidden_by_who_was_sent_is_found() -> None:
    rng = np.random.default_rng(0)
    effect = np.where(rng.random(1200) < 0.5, 0.0, 2.0)
    x, chance, without = world(effect, 1)
    treated = rng.random(1200) < chance
    outcome = without + effect * treated
    learned = doubly_robust(x, treated, outcome, None, 3)
    found, naive = average(learned.scores), difference(treated, outcome)
    assert found.low < effect.mean() < found.high
    assert naive.low > found.high
    sorted_by = heterogeneity(learned, groups=2)
    assert sorted_by.groups[0].high < 1 < sorted_by.groups[1].low
    assert sorted_by.slope is not None
    assert sorted_by.slope.low > 0.3


def test_known_probabilities_are_those_used() -> None:
    rng = np.random.default_rng(4)
    x, chance, without = world(np.zeros(200), 5)
    learned = doubly_robust(x, rng.random(200) < chance, without, chance, 6)
    assert np.array_equal(learned.propensity, chance)
