"""What changed facts open: eligibility before and after over everything the viewer sees, counted, never ranked."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, REVIEW, Assessment
from matching.eligibility.rules.travel import distances
from matching.retrieval.search import Rows
from matching.snapshot.columns import CriteriaColumns

NEAR_KM, WITHIN_REACH_KM = 10, 30

Fits = Callable[["Point", Rows], NDArray[np.bool_]]
"""Which of some rows suit the person at a point: (n_rows,) bool."""


@dataclass(frozen=True)
class Point:
    """A person at one point of a path. `regarded` (n_options,) bool: exists for the viewer, and does not rest."""

    person: Profile
    assessment: Assessment
    regarded: NDArray[np.bool_]

    def open_rows(self) -> Rows:
        """The rows open to the person here."""
        return np.flatnonzero(self.regarded & (self.assessment.state != NOT_ELIGIBLE)).astype(np.int64)


@dataclass(frozen=True)
class Unlocks:
    """Rows of suitable options: `opened` were ruled out and no longer are, `certain` of them with every condition met.

    `settled` were to be checked and are certain now. `unsuitable` counts jobs that open but are far from the project.
    """

    opened: Rows
    certain: NDArray[np.bool_]
    settled: Rows
    unsuitable: int


def unlocked(before: Point, after: Point, fits: Fits) -> Unlocks:
    """What opens between two points of a path; what rests at either of them is not counted."""
    was, now = before.assessment.state, after.assessment.state
    regarded = before.regarded & after.regarded
    opened = np.flatnonzero(regarded & (was == NOT_ELIGIBLE) & (now != NOT_ELIGIBLE)).astype(np.int64)
    settled = np.flatnonzero(regarded & (was == REVIEW) & (now == ELIGIBLE)).astype(np.int64)
    suits = fits(after, np.concatenate([opened, settled])) if len(opened) + len(settled) else np.zeros(0, np.bool_)
    kept = opened[suits[: len(opened)]]
    return Unlocks(
        opened=kept,
        certain=now[kept] == ELIGIBLE,
        settled=settled[suits[len(opened) :]],
        unsuitable=len(opened) - len(kept),
    )


@dataclass(frozen=True)
class Nearness:
    """How near some options are, straight from home; remote ones are at no distance. `nearest_km` None: none known."""

    nearest_km: float | None
    within_10: int
    within_30: int
    unknown: int


def nearness(person: Profile, columns: CriteriaColumns) -> Nearness:
    """How near the options of these columns are to a person."""
    found = distances(person, columns)
    km = np.where(columns.remote, 0.0, np.full(len(columns), np.nan) if found is None else found)
    known = km[~np.isnan(km)]
    return Nearness(
        nearest_km=round(float(known.min()), 1) if len(known) else None,
        within_10=int((known <= NEAR_KM).sum()),
        within_30=int((known <= WITHIN_REACH_KM).sum()),
        unknown=len(km) - len(known),
    )
