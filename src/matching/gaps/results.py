"""What became of people, group by group, for equal people: rates with intervals, raw and adjusted for case mix.

A logistic model of the outcome on the person's own chance without any option (its logit), with an effect per group that
is drawn from a normal distribution: small groups are shrunk towards the others, as far as the groups differ at all.
Source: indirect standardisation and shrinkage of provider results, e.g. Normand, Glickman and Gatsonis (1997).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

Z95 = 1.959964

_FLAT = 1 / 5.0**2
"""Precision of the weak prior on intercept and slope: keeps them finite where all or nobody had the outcome."""
_SPREAD, _WEIGHT = 0.5, 4.0
"""Prior of the spread between groups, on the logit scale, and how many groups it counts for: few groups tell little."""
_ROUNDS = 200


@dataclass(frozen=True)
class Adjusted:
    """(n_groups,) each: the rate all people would have had at each group, its 95 % interval, and how it stands.

    `standing` is -1 below the middle of the groups, 1 above, 0 not told apart from it.
    """

    rate: Floats
    low: Floats
    high: Floats
    standing: NDArray[np.int8]


def wilson(reached: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share. Source: Wilson (1927). ValueError for nobody."""
    if n <= 0:
        raise ValueError("nobody")
    share, z2 = reached / n, Z95**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 / (1 + z2 / n) * np.sqrt(share * (1 - share) / n + z2 / (4 * n**2))
    return max(0.0, float(middle - half)), min(1.0, float(middle + half))


def adjust(group: NDArray[np.intp], chance: Floats, reached: NDArray[np.bool_], n_groups: int) -> Adjusted:
    """Rates adjusted for case mix; `group` (n,) numbers from 0, `chance` (n,) own chance in (0, 1), NaN unknown.

    An unknown chance counts as the middle of the known ones.
    """
    x = _centred(chance)
    design = np.column_stack([np.ones(len(x)), x, group[:, np.newaxis] == np.arange(n_groups)])
    spread2 = _SPREAD**2
    beta, covariance = np.zeros(design.shape[1]), np.eye(design.shape[1])
    for _ in range(_ROUNDS):
        beta, covariance = _fitted(design, reached, spread2, beta)
        effects = beta[2:] ** 2 + np.diag(covariance)[2:]
        before, spread2 = spread2, float((effects.sum() + _WEIGHT * _SPREAD**2) / (n_groups + _WEIGHT))
        if abs(spread2 - before) < 1e-6 * before:
            break
    deviation = np.sqrt(np.diag(covariance)[2:])
    standing = np.where(np.abs(beta[2:]) > Z95 * deviation, np.sign(beta[2:]), 0).astype(np.int8)
    return Adjusted(*_rates(x, beta, covariance), standing)


def _centred(chance: Floats) -> Floats:
    inside = np.clip(chance, 0.005, 0.995)
    logit = np.log(inside / (1 - inside))
    known = ~np.isnan(logit)
    middle = float(logit[known].mean()) if known.any() else 0.0
    return np.asarray(np.where(known, logit - middle, 0.0), dtype=np.float64)


def _fitted(design: Floats, reached: NDArray[np.bool_], spread2: float, start: Floats) -> tuple[Floats, Floats]:
    """Mode and covariance of intercept, slope and effects, given the spread: Newton's method."""
    precision = np.r_[_FLAT, _FLAT, np.full(design.shape[1] - 2, 1 / spread2)]
    beta = start
    for _ in range(50):
        p = _sigmoid(design @ beta)
        gradient = design.T @ (reached - p) - precision * beta
        hessian = (design * (p * (1 - p))[:, np.newaxis]).T @ design + np.diag(precision)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step / max(1.0, float(np.abs(step).max()) / 2)  # no leap further than two at once
        if np.abs(step).max() < 1e-8:
            break
    return beta, np.linalg.inv(hessian)


def _rates(x: Floats, beta: Floats, covariance: Floats) -> tuple[Floats, Floats, Floats]:
    """Each group's rate over everybody, with the interval of its logit by the delta method."""
    rates, lows, highs = [], [], []
    for number, effect in enumerate(beta[2:], start=2):
        p = _sigmoid(beta[0] + beta[1] * x + effect)
        rate, weight = float(p.mean()), p * (1 - p)
        at = [0, 1, number]
        slope = np.array([weight.mean(), (weight * x).mean(), weight.mean()]) / (rate * (1 - rate))
        half = Z95 * float(np.sqrt(slope @ covariance[np.ix_(at, at)] @ slope))
        logit = np.log(rate / (1 - rate))
        rates.append(rate)
        lows.append(_sigmoid(logit - half))
        highs.append(_sigmoid(logit + half))
    return np.array(rates), np.array(lows), np.array(highs)


def _sigmoid(value: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-value)), dtype=np.float64)
