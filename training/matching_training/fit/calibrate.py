"""Calibration: a straight line through the logits, folded into intercept and tables; and its diagnosis.

A line keeps the model additive, smooth and increasing, so that contributions still add up; steps (isotonic, Venn-Abers)
would not. Source: Platt 1999; expected calibration error: Naeini, Cooper, Hauskrecht 2015.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching_training.fit.rows import Values
from matching_training.small_cells import MINIMUM, rounded, rounded_share

_FLATTEST, _STEEPEST = 0.1, 2.0
_PULL = 4.0
_SMALLEST_CELL = 5


@dataclass(frozen=True)
class Line:
    """intercept + slope x logit; the slope is positive."""

    intercept: float
    slope: float

    def of(self, logit: Values) -> Values:
        """(n,) the calibrated logits."""
        return self.intercept + self.slope * logit


@dataclass(frozen=True)
class Bin:
    """Rows foretold alike: their mean probability, the share that came true, how many (none below five are told)."""

    foretold: float
    came_true: float
    n: int


@dataclass(frozen=True)
class Reliability:
    """Expected calibration error (mean distance of foretold and true, by rows), and the bins behind it."""

    error: float
    bins: tuple[Bin, ...]

    @property
    def by_chance(self) -> float:
        """The error that chance alone brings to so many rows where everything foretold is right.

        The mean distance of a share from its expectation is sqrt(2 / pi) of its standard error.
        """
        n = sum(each.n for each in self.bins)
        spread = sum(np.sqrt(each.foretold * (1 - each.foretold) * each.n) for each in self.bins)
        return float(np.sqrt(2 / np.pi) * spread / n) if n else float("nan")


def line(logit: Values, y: Values, weight: Values, offset: Values) -> Line:
    """The line by which sigma(offset + intercept + slope x logit) fits best, the slope pulled lightly towards 1.

    Newton's method; the pull is that of four rows' worth, so that a handful of rows cannot tilt it.
    """
    middle, spread = float(np.average(logit, weights=weight)), max(float(np.std(logit)), 1e-6)
    design = np.column_stack([np.ones(len(logit)), logit - middle])
    pull = np.diag([1e-9, _PULL * 0.25 * spread**2])
    at = np.array([_level(logit, y, weight, offset) + middle, 1.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(offset + design @ at)))
        downhill = design.T @ (weight * (y - p)) - pull @ (at - np.array([at[0], 1.0]))
        curve = (design * (weight * np.maximum(p * (1 - p), 1e-4))[:, np.newaxis]).T @ design + pull
        at = at + np.clip(np.linalg.solve(curve, downhill), -0.5, 0.5)
    slope = float(np.clip(at[1], _FLATTEST, _STEEPEST))
    if slope != at[1]:
        return Line(intercept=_level(logit * slope, y, weight, offset), slope=slope)
    return Line(intercept=float(at[0] - slope * middle), slope=slope)


def _level(logit: Values, y: Values, weight: Values, offset: Values) -> float:
    """The intercept alone, with the slope as it is."""
    intercept = 0.0
    for _ in range(60):
        p = 1 / (1 + np.exp(-(offset + logit + intercept)))
        intercept += float(np.clip(weight @ (y - p) / (weight @ np.maximum(p * (1 - p), 1e-4)), -1, 1))
    return intercept


def reliability(p: Values, y: Values, weight: Values, n_bins: int = 10) -> Reliability:
    """How what was foretold came true, in bins of equally many rows; bins under five rows are not told."""
    order = np.argsort(p, kind="stable")
    bins, apart = [], 0.0
    for part in np.array_split(order, min(n_bins, max(len(order) // _SMALLEST_CELL, 1))):
        if len(part) < _SMALLEST_CELL:
            continue
        total = weight[part].sum()
        foretold, true = float(weight[part] @ p[part] / total), float(weight[part] @ y[part] / total)
        bins.append(Bin(foretold=foretold, came_true=true, n=len(part)))
        apart += abs(foretold - true) * len(part)
    counted = sum(each.n for each in bins)
    return Reliability(error=apart / counted if counted else float("nan"), bins=tuple(bins))


def told_curve(p: Values, y: Values, weight: Values, people: NDArray[np.int64], n_bins: int = 10) -> tuple[Bin, ...]:
    """The same bins, fit to be shown: neighbours are joined until five people came true and five others did not.

    Counts are to the nearest five and shares those of such counts; none is left out, so nothing follows by subtraction.
    No bin at all where the whole has too few on either side.
    """
    parts = [part for part in np.array_split(np.argsort(p, kind="stable"), n_bins) if len(part)]
    joined: list[NDArray[np.intp]] = []
    open_: NDArray[np.intp] = np.array([], dtype=np.intp)
    for part in parts:
        open_ = np.concatenate([open_, part])
        if _enough(y[open_], people[open_]):
            joined, open_ = [*joined, open_], open_[:0]
    if len(open_) and joined:
        joined[-1] = np.concatenate([joined[-1], open_])
    return tuple(_told(p[part], y[part], weight[part]) for part in joined)


def _enough(y: Values, people: NDArray[np.int64]) -> bool:
    return min(len(np.unique(people[y > 0])), len(np.unique(people[y <= 0]))) >= MINIMUM


def _told(p: Values, y: Values, weight: Values) -> Bin:
    foretold, true = (float(np.average(each, weights=weight)) for each in (p, y))
    return Bin(foretold=round(foretold, 2), came_true=round(rounded_share(true, len(y)), 3), n=rounded(len(y)))
