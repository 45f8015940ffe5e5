"""Doubly robust pseudo-outcomes: the effect of a beginning against nothing, row by row, from cross-fitted nuisances.

Right on average if either who begins (propensity) or what comes of it (outcome by arm) is modelled rightly, given that
the features tell all that decides both. Rows of people who nearly always or nearly never begin are trimmed: nothing
comparable is known of them. Source: Robins, Rotnitzky 1995; Chernozhukov et al. 2018; Kennedy 2023.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching_training.fit.rows import Mask, Rows, Values, folds
from matching_training.fit.yardstick import Forest, forest

LEAST_PROPENSITY = 0.02
N_FOLDS = 5


@dataclass(frozen=True)
class Pseudo:
    """`effect` (n,) in points, NaN where trimmed; the three nuisances behind it, (n,) probabilities each."""

    effect: Values
    propensity: Values
    if_begun: Values
    if_nothing: Values

    @property
    def kept(self) -> Mask:
        """(n,) which rows are comparable."""
        return ~np.isnan(self.effect)


@dataclass(frozen=True)
class Mean:
    """A mean in points with its standard error, the people as clusters."""

    estimate: float
    error: float
    n: int


def pseudo_outcomes(
    features: Mapping[str, Values], arm: Values, outcome: Values, people: NDArray[Any], *, seed: int
) -> Pseudo:
    """mu1 - mu0 + T (y - mu1) / e - (1 - T) (y - mu0) / (1 - e), in points; folds are by person."""
    n = len(arm)
    propensity, treated, untreated = np.empty(n), np.empty(n), np.empty(n)
    began = arm == 1
    for fold in folds(people, N_FOLDS, seed):
        held_out = {name: values[fold] for name, values in features.items()}
        propensity[fold] = _gentle(_rows(features, arm, people, ~fold), seed)(held_out)
        treated[fold] = _gentle(_rows(features, outcome, people, ~fold & began), seed)(held_out)
        untreated[fold] = _gentle(_rows(features, outcome, people, ~fold & ~began), seed)(held_out)
    inside = (propensity >= LEAST_PROPENSITY) & (propensity <= 1 - LEAST_PROPENSITY)
    e = np.clip(propensity, LEAST_PROPENSITY, 1 - LEAST_PROPENSITY)
    effect = treated - untreated
    effect += np.where(began, (outcome - treated) / e, -(outcome - untreated) / (1 - e))
    return Pseudo(np.where(inside, 100 * effect, np.nan), propensity, if_begun=treated, if_nothing=untreated)


def clustered(values: Values, people: NDArray[Any]) -> Mean:
    """The mean of some values, and its standard error when the values of one person go together."""
    estimate = float(values.mean())
    _, which = np.unique(people, return_inverse=True)
    sums = np.bincount(which, weights=values - estimate)
    groups = len(sums)
    if groups < 2:
        return Mean(estimate, float("inf"), len(values))
    error = float(np.sqrt(sums @ sums * groups / (groups - 1)) / len(values))
    return Mean(estimate, error, len(values))


def _gentle(rows: Rows, seed: int) -> Forest:
    """Shallow and short: what a nuisance overfits becomes noise of the effect."""
    return forest(rows, seed, rounds=50, leaves=5)


def _rows(features: Mapping[str, Values], y: Values, people: NDArray[Any], on: Mask) -> Rows:
    """Some rows to learn one of the three from."""
    n = int(on.sum())
    return Rows(
        features={name: values[on] for name, values in features.items()},
        y=y[on],
        weight=np.ones(n),
        people=people[on],
        offset=np.zeros(n),
    )
