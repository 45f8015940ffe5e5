"""How many places each option has for the programme: as counted, or not counted at all; full options stay out of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.vocabulary.catalogue import CapacityStatus, OpportunityKind
from matching.snapshot.columns import UNSTATED, among
from matching.use_cases.live import Live


@dataclass(frozen=True)
class Supply:
    """By row of the snapshot (n_options,): free `places`, infinite where nobody counts them; `full` ones.

    `proposals` are what the places stand for, so many for each.
    """

    places: NDArray[np.float64]
    proposals: NDArray[np.float64]
    full: NDArray[np.bool_]


def supply_of(live: Live, rows: Iterable[int], per_place: float) -> Supply:
    """The places of the options of some rows; of a session, those of the next start.

    A vacancy that states no number is one job. Free places that nobody counts limit nothing. An option that is full,
    or that one waits for, has no price: its card warns of it.
    """
    columns = live.criteria
    waiting = among(columns.capacity, [CapacityStatus.FULL, CapacityStatus.WAITING_LIST])
    full = waiting | (columns.free_places == 0)
    places = np.where(columns.free_places == UNSTATED, np.inf, columns.free_places.astype(np.float64))
    vacancies = among(columns.kind, [OpportunityKind.VACANCY])
    for row in rows:
        if vacancies[row]:
            option = live.snapshot.option(row)
            places[row] = (option.positions if isinstance(option, Vacancy) else None) or 1
    return Supply(places, np.floor(places * per_place), full)


def next_start(option: AnyOpportunity, on: date) -> date | None:
    """The start that free places are for; None where one may start at any time, or no start is known."""
    coming = [day for day in option.timing.starts_on if day >= on]
    return None if option.timing.rolling or not coming else min(coming)
