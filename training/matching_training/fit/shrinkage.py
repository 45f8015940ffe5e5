"""Empirical Bayes by type of measure: few rows stay near the hand-set effect, many speak for themselves.

Deviations d_k of the estimated from the hand-set effects, with errors s_k, come from N(m, tau^2). m has the prior
N(0, 2^2); tau^2 is the moment estimate of DerSimonian and Laird, weighed by its own precision against a prior of 2^2
points: a few hundred beginnings say next to nothing about it, and must not be believed to. A type of which nothing is
known gets m. Source: DerSimonian, Laird 1986; Morris 1983.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matching_training.fit.doubly_robust import Mean

PRIOR_SPREAD = 2.0
"""Points by which published effects of one type differ, roughly: what a hand-set effect may be wrong by."""
_PRIOR_DOUBT = 4.0
"""Standard deviation of what is believed of tau^2 before, in points squared."""


@dataclass(frozen=True)
class Shrunk:
    """What is added to the hand-set effect of one type: by the data alone, and shrunk; in points."""

    found: float
    found_error: float
    n: int
    kept: float
    error: float


@dataclass(frozen=True)
class Shrinkage:
    """By type: position in the closed list; `others` and its error hold for types without rows."""

    by_type: Mapping[int, Shrunk]
    others: float
    others_error: float
    spread: float


def shrink(deviations: Mapping[int, Mean]) -> Shrinkage:
    """Shrink the deviations of types towards the hand-set effects."""
    usable = {each: mean for each, mean in deviations.items() if np.isfinite(mean.error) and mean.error > 0}
    if not usable:
        return Shrinkage({}, 0.0, PRIOR_SPREAD, PRIOR_SPREAD)
    d = np.array([mean.estimate for mean in usable.values()])
    s2 = np.array([mean.error for mean in usable.values()]) ** 2
    variance = _between(d, s2)
    weights = 1 / (variance + s2)
    precision = weights.sum() + 1 / PRIOR_SPREAD**2
    middle, middle_variance = float(weights @ d / precision), float(1 / precision)
    trust = variance / (variance + s2)
    kept = middle + trust * (d - middle)
    error = np.sqrt(trust * s2 + (1 - trust) ** 2 * middle_variance)
    return Shrinkage(
        by_type={
            each: Shrunk(mean.estimate, mean.error, mean.n, float(kept[i]), float(error[i]))
            for i, (each, mean) in enumerate(usable.items())
        },
        others=middle,
        others_error=float(np.sqrt(middle_variance + variance)),
        spread=float(np.sqrt(variance)),
    )


def _between(
    d: "np.ndarray[tuple[int], np.dtype[np.float64]]", s2: "np.ndarray[tuple[int], np.dtype[np.float64]]"
) -> float:
    """The variance between types, never 0."""
    w = 1 / s2
    centre = w @ d / w.sum()
    spare = w.sum() - w @ w / w.sum()
    if len(d) < 2 or spare <= 0:
        return PRIOR_SPREAD**2
    found = max(0.0, float((w @ (d - centre) ** 2 - (len(d) - 1)) / spare))
    doubt = 2 * (len(d) - 1) / spare**2 * (1 + found * spare / (len(d) - 1)) ** 2
    prior = 1 / _PRIOR_DOUBT**2
    return float((found / doubt + PRIOR_SPREAD**2 * prior) / (1 / doubt + prior))
