"""Whether predicted effects tell people apart: averages by group of the prediction, and whether it is calibrated.

Source: Chernozhukov, Demirer, Duflo, Fernandez-Val, Generic machine learning inference on heterogeneous treatment
effects in randomized experiments (sorted group averages and best linear predictor).
"""

from dataclasses import dataclass

import numpy as np

from matching_training.evaluate.off_policy.items import Values
from matching_training.evaluate.trial.plain_learner import Learned

_Z95 = 1.959964


@dataclass(frozen=True)
class Effect:
    """An average effect with its 95 % interval, in units of the outcome."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Heterogeneity:
    """`groups` from the least to the greatest predicted effect.

    `slope` is 1 where predictions are calibrated and 0 where they tell nothing, None where they are all the same;
    `top_minus_bottom` is the difference between the outer groups.
    """

    groups: tuple[Effect, ...]
    top_minus_bottom: Effect
    slope: Effect | None


def average(scores: Values) -> Effect:
    """The mean of (n,) scores of independent people."""
    return around(float(scores.mean()), float(scores.std(ddof=1) / np.sqrt(len(scores))))


def around(value: float, error: float) -> Effect:
    """The 95 % interval of a value with that standard error."""
    return Effect(value, value - _Z95 * error, value + _Z95 * error)


def heterogeneity(learned: Learned, groups: int = 5) -> Heterogeneity:
    """By groups of equal size of the predicted effect."""
    order = np.argsort(learned.effect, kind="stable")
    parts = np.array_split(learned.scores[order], groups)
    means = tuple(average(part) for part in parts)
    errors = [float(part.var(ddof=1)) / len(part) for part in (parts[-1], parts[0])]
    return Heterogeneity(
        groups=means,
        top_minus_bottom=around(means[-1].value - means[0].value, float(np.sqrt(sum(errors)))),
        slope=_slope(learned.effect, learned.scores),
    )


def _slope(effect: Values, scores: Values) -> Effect | None:
    """Least squares of scores on the predicted effect, with a standard error that allows unequal variances (HC1)."""
    centred = effect - effect.mean()
    spread = float(np.square(centred).sum())
    if spread <= 0:
        return None
    slope = float(centred @ scores / spread)
    residuals = scores - scores.mean() - slope * centred
    n = len(scores)
    return around(slope, float(np.sqrt(np.square(centred * residuals).sum() * n / (n - 2))) / spread)
