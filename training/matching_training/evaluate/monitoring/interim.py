"""How a ranker does while outcomes are late: what was accepted, what was begun, and what is still to come."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.process import Verb
from matching_training.log.tables import Log

Values = NDArray[np.float64]

TAKE_UP_DAYS = 30
"""Days after the decision at which it is asked whether the person began. Source: the outcome `take_up`."""


@dataclass(frozen=True)
class Figure:
    """A figure with the interval that holds it 95 times out of 100, and how many rows it rests on; NaN is unknown."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, eq=False)
class Interim:
    """Shares in [0, 1] and AUC in [0, 1] by kind (.5 is chance).

    `calibration` is predicted minus accepted, of no rows where no prediction was given. `take_up` is of the accepted
    whose answer is known; `undecided_take_up` of those old enough are not. `horizons_reached` of `begun` have passed
    the horizon: only they can have a final outcome.
    """

    accepted: Figure
    auc: Mapping[str, Figure]
    calibration: Figure
    take_up: Figure
    undecided_take_up: int
    begun: int
    horizons_reached: int

    def as_rows(self) -> pd.DataFrame:
        """One row per figure."""
        figures = {"accepted": self.accepted, "calibration": self.calibration, "take_up": self.take_up}
        figures |= {f"auc.{kind}": figure for kind, figure in self.auc.items()}
        return pd.DataFrame([{"figure": name, **vars(each)} for name, each in figures.items()])


def interim(log: Log, *, predicted: Values | None = None, horizon_months: int = 12) -> Interim:
    """What is known of a log before its outcomes: `predicted` (n_shown,) is p(accepted) as the model has it.

    Without it the AUC is that of the score as served, which is an order and no probability. Accepted or rejected count,
    deferred and undecided do not. `horizon_months` is that of the model's outcomes.
    """
    shown = log.shown
    verb, person = shown["verb"], np.asarray(shown["person"], dtype=np.int64)
    decided = np.asarray(verb.isin([Verb.ACCEPT, Verb.REJECT]))
    accepted = np.asarray(verb == Verb.ACCEPT, dtype=np.float64)
    order = predicted if predicted is not None else np.asarray(shown["score"], dtype=np.float64)
    auc = {}
    for kind in sorted(shown["kind"].unique()):
        rows = decided & np.asarray(shown["kind"] == kind) & ~np.isnan(order)
        auc[kind] = _auc(order[rows], accepted[rows] > 0, person[rows])
    off = np.full(len(shown), np.nan) if predicted is None else predicted - accepted
    old = np.asarray(shown["decided_at"] <= log.until - pd.Timedelta(days=TAKE_UP_DAYS)) & decided & (accepted > 0)
    came = np.asarray(shown["came"], dtype=np.float64)
    answered = old & ~np.isnan(came)
    began = pd.to_datetime(shown["began_on"], utc=True).dropna()
    reached = began + pd.DateOffset(months=horizon_months) <= log.until
    return Interim(
        accepted=mean_by_person(accepted[decided], person[decided]),
        auc=auc,
        calibration=mean_by_person(off[decided & ~np.isnan(off)], person[decided & ~np.isnan(off)]),
        take_up=mean_by_person(came[answered], person[answered]),
        undecided_take_up=int((old & np.isnan(came)).sum()),
        begun=len(began),
        horizons_reached=int(reached.sum()),
    )


def mean_by_person(values: Values, person: NDArray[np.int64]) -> Figure:
    """A mean whose error allows for rows of one person being alike; no interval from fewer than two people."""
    if not len(values):
        return Figure(np.nan, np.nan, np.nan, 0)
    mean = float(values.mean())
    return _with_error(mean, (values - mean) / len(values), person)


def _auc(order: Values, accepted: NDArray[np.bool_], person: NDArray[np.int64]) -> Figure:
    """Area under the ROC curve with its error over people. Source: Obuchowski (1997), clustered ROC data."""
    above, below = order[accepted], order[~accepted]
    if not len(above) or not len(below):
        return Figure(np.nan, np.nan, np.nan, len(order))
    influence = np.zeros(len(order))
    of_above, of_below = _beats(above, below), 1 - _beats(below, above)
    area = float(of_above.mean())
    influence[accepted] = (of_above - area) / len(above)
    influence[~accepted] = (of_below - area) / len(below)
    return _with_error(area, influence, person)


def _beats(these: Values, those: Values) -> Values:
    """(len(these),) float64: the share of `those` that each is above; equal ones count half."""
    sorted_ = np.sort(those)
    left, right = (np.searchsorted(sorted_, these, side=side) for side in ("left", "right"))
    return np.asarray((left + right) / (2 * len(those)))


def _with_error(value: float, influence: Values, person: NDArray[np.int64]) -> Figure:
    _, at = np.unique(person, return_inverse=True)
    sums = np.bincount(at, influence)
    clusters = len(sums)
    if clusters < 2:
        return Figure(value, np.nan, np.nan, len(influence))
    half = 1.96 * float(np.sqrt((sums**2).sum() * clusters / (clusters - 1)))
    return Figure(value, value - half, value + half, len(influence))
