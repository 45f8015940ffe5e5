"""A plain doubly robust effect learner, cross-fitted: the yardstick that other learners are held against.

Source: Chernozhukov et al., Double/debiased machine learning, Econometrics J. 2018; Kennedy, Towards optimal doubly
robust estimation of heterogeneous causal effects, EJS 2023.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching_training.evaluate.off_policy.items import Values

Treated = npt.NDArray[np.bool_]

FOLDS = 5
_LEAST = 0.05
"""Probabilities of treatment are kept this far from 0 and 1 in weights."""


@dataclass(frozen=True)
class Learned:
    """What an effect learner says of each row, (n,) each; no figure of a row comes from a model that has seen it."""

    scores: Values
    """Doubly robust scores: their mean is the average effect, their mean within a group that group's."""
    effect: Values
    """Predicted effect."""
    if_not: Values
    """Predicted outcome without treatment."""
    if_treated: Values
    """Predicted outcome with treatment."""
    propensity: Values
    """Probability of treatment that the scores used."""


EffectLearner = Callable[[Values, Treated, Values, Values | None, int], Learned]
"""From covariates (n, d), treated (n,), outcome (n,), the probability of treatment (n,) where it is known (None where
it is to be estimated) and a seed."""


def doubly_robust(x: Values, treated: Treated, outcome: Values, propensity: Values | None, seed: int) -> Learned:
    """Boosted trees for the outcome in each arm, logistic for treatment, ridge for the effect.

    The effect of a fold is learned from scores that were themselves cross-fitted without that fold.
    """
    parts = _parts(len(x), treated, FOLDS, seed)
    found = {name: np.zeros(len(x)) for name in ("if_not", "if_treated", "propensity", "effect")}
    for part in range(FOLDS):
        at, others = np.flatnonzero(parts == part), np.flatnonzero(parts != part)
        given = None if propensity is None else propensity[others]
        within = _nuisances_across(x[others], treated[others], outcome[others], given, seed + part + 1)
        found["effect"][at] = _ridge(x[others], _scores(treated[others], outcome[others], *within)).predict(x[at])
        if_not, if_treated, chance = _nuisances(x[others], treated[others], outcome[others], x[at], seed)
        found["if_not"][at], found["if_treated"][at] = if_not, if_treated
        found["propensity"][at] = chance if propensity is None else propensity[at]
    scores = _scores(treated, outcome, found["if_not"], found["if_treated"], found["propensity"])
    return Learned(scores=scores, **found)


def _scores(treated: Treated, outcome: Values, if_not: Values, if_treated: Values, propensity: Values) -> Values:
    """(n,) augmented inverse probability scores."""
    with_it = treated * (outcome - if_treated) / propensity
    without = ~treated * (outcome - if_not) / (1 - propensity)
    return np.asarray(if_treated - if_not + with_it - without)


def _nuisances_across(
    x: Values, treated: Treated, outcome: Values, propensity: Values | None, seed: int
) -> tuple[Values, Values, Values]:
    """(n,) outcome without, outcome with and probability of treatment, each half by models of the other half."""
    parts = _parts(len(x), treated, 2, seed)
    found = np.zeros((3, len(x)))
    for part in range(2):
        at, others = parts == part, parts != part
        found[:, at] = _nuisances(x[others], treated[others], outcome[others], x[at], seed)
    return found[0], found[1], found[2] if propensity is None else propensity


def _nuisances(x: Values, treated: Treated, outcome: Values, asked: Values, seed: int) -> Values:
    """(3, n_asked) outcome without, outcome with, probability of treatment."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    chance = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(x, treated)
    return np.stack(
        [
            _trees(seed).fit(x[~treated], outcome[~treated]).predict(asked),
            _trees(seed).fit(x[treated], outcome[treated]).predict(asked),
            np.clip(chance.predict_proba(asked)[:, 1], _LEAST, 1 - _LEAST),
        ]
    )


def _trees(seed: int) -> Any:
    from sklearn.ensemble import HistGradientBoostingRegressor

    return HistGradientBoostingRegressor(
        max_iter=60, learning_rate=0.08, max_leaf_nodes=6, min_samples_leaf=40, early_stopping=False, random_state=seed
    )


def _ridge(x: Values, scores: Values) -> Any:
    """Effects vary little and scores are noisy: a strong, cross-validated penalty keeps predictions near their mean."""
    from sklearn.linear_model import RidgeCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), RidgeCV(alphas=np.geomspace(10, 1e5, 13))).fit(x, scores)


def _parts(n: int, treated: Treated, folds: int, seed: int) -> npt.NDArray[np.int64]:
    """(n,) a fold for each row, each with its share of the treated."""
    parts = np.zeros(n, dtype=np.int64)
    rng = np.random.default_rng(seed)
    for arm in (treated, ~treated):
        rows = rng.permutation(np.flatnonzero(arm))
        parts[rows] = np.arange(len(rows)) % folds
    return parts
