"""How many places each option has for the programme: as counted, or not counted at all; full options stay out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from matching.allocation.policy import PricePolicy
from matching.allocation.sessions import LaterSessions
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.vocabulary.catalogue import CapacityStatus, OpportunityKind
from matching.snapshot.columns import NO_END, UNSTATED, among
from matching.use_cases.live import Live

_WITHOUT = (CapacityStatus.FULL, CapacityStatus.WAITING_LIST)


@dataclass(frozen=True)
class Start:
    """A start that has places, the proposals that they stand for, and the points that waiting for it loses."""

    on: date
    places: int
    proposals: float
    loss: float


@dataclass(frozen=True)
class Supply:
    """By row of the snapshot (n_options,): free `places`, infinite where nobody counts them; `full` ones.

    `proposals` are what the places stand for, so many for each; `starts` those of the options that state their places
    by start, the earliest first: the first has the places of a row in the programme, `later` are the others.
    """

    places: NDArray[np.float64]
    proposals: NDArray[np.float64]
    full: NDArray[np.bool_]
    starts: Mapping[int, tuple[Start, ...]]

    @property
    def first(self) -> NDArray[np.float64]:
        """(n_options,) the proposals of the first start, or of the option where it states none."""
        first = self.proposals.copy()
        for row, starts in self.starts.items():
            first[row] = starts[0].proposals
        return first

    @property
    def later(self) -> LaterSessions:
        """The other starts, those of a row in their order."""
        told = [(row, start) for row, starts in self.starts.items() for start in starts[1:]]
        return LaterSessions(
            options=np.array([row for row, _ in told], dtype=np.int64),
            places=np.array([start.proposals for _, start in told], dtype=np.float64),
            losses=np.array([start.loss for _, start in told], dtype=np.float64),
        )


def supply_of(live: Live, rows: Iterable[int], policy: PricePolicy, on: date, scale: float) -> Supply:
    """The places of the options of some rows, on a day; `scale` are the points of the model for one hand-set point.

    A vacancy that states no number is one job. Free places that nobody counts limit nothing. An option that is full,
    or that one waits for, has no price: its card warns of it. Where places are stated by start, the starts within the
    weeks of the policy count, and whatever is said of the whole does not.
    """
    columns = live.criteria
    full = among(columns.capacity, _WITHOUT) | (columns.free_places == 0)
    places = np.where(columns.free_places == UNSTATED, np.inf, columns.free_places.astype(np.float64))
    vacancies = among(columns.kind, [OpportunityKind.VACANCY])
    by_start = (columns.session_day != NO_END).any(axis=1)
    starts: dict[int, tuple[Start, ...]] = {}
    for row in rows:
        if not (vacancies[row] or by_start[row]):
            continue
        option = live.snapshot.option(row)
        if isinstance(option, Vacancy):
            places[row] = option.positions or 1
        elif option.sessions_from(on):
            starts[row] = _starts(option, policy, on, scale)
            places[row] = sum(start.places for start in starts[row]) or np.inf
            full[row] = not starts[row] and _is_full(option, on)
    proposals = np.floor(places * policy.per_place)
    for row, found in starts.items():
        proposals[row] = sum(start.proposals for start in found) if found else np.inf
    return Supply(places, proposals, full, {row: found for row, found in starts.items() if found})


def _starts(option: AnyOpportunity, policy: PricePolicy, on: date, scale: float) -> tuple[Start, ...]:
    last = on + timedelta(weeks=policy.session_weeks)
    found = [each for each in option.sessions_from(on) if each.free_places and each.starts_on <= last]
    return tuple(
        Start(
            on=each.starts_on,
            places=each.free_places,
            proposals=float(np.floor(each.free_places * policy.per_place)),
            loss=policy.wait_per_week * scale * (each.starts_on - found[0].starts_on).days / 7,
        )
        for each in found
    )


def _is_full(option: AnyOpportunity, on: date) -> bool:
    """Where no start has a place soon enough: unless the places of another one are not known."""
    all_stated = len(option.sessions_from(on)) == len(option.starts_from(on))
    return all_stated or option.capacity.status in _WITHOUT


def next_start(option: AnyOpportunity, on: date) -> date | None:
    """The start that free places are for; None where one may start at any time, or no start is known."""
    coming = [day for day in option.timing.starts_on if day >= on]
    return None if option.timing.rolling or not coming else min(coming)
