"""Whether the option itself is open: places, dates, deadlines. What it does not say is a question to the provider."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import CapacityStatus, OpportunityKind
from matching.domain.vocabulary.measures import MeasureForm
from matching.domain.vocabulary.process import Asks
from matching.eligibility.kleene import Truths, met_where, same_for_all
from matching.eligibility.rule import Facts, Rule
from matching.eligibility.rules.deadlines import AC_CODES
from matching.snapshot.columns import (
    NO_DAY,
    NO_END,
    UNSTATED,
    CriteriaColumns,
    among,
    day_number,
    day_of,
    member,
    position,
)

_FULL, _UNKNOWN = position(CapacityStatus.FULL), position(CapacityStatus.UNKNOWN)
_LISTED = position(CapacityStatus.WAITING_LIST)


def takes_place(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """Places and activities, which have seats and starts; not vacancies, subsidies or allowances."""
    return among(columns.form, [MeasureForm.ACTIVITY]) | among(columns.kind, [OpportunityKind.PLACEMENT])


def place_is_free(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Full is not met; a waiting list is met; places not known are unknown unless their number is.

    Where places are stated by start, a start still to come with one is enough, whatever is said of the whole; none is
    left where all that come have none, unless there is a waiting list. A start without its number is as the whole.
    """
    counted = np.where(columns.free_places == 0, np.int8(Truth.NOT_MET), np.int8(Truth.MET))
    uncounted = np.where(columns.free_places == UNSTATED, np.int8(Truth.UNKNOWN), counted)
    whole = np.where(columns.capacity == _UNKNOWN, uncounted, met_where(columns.capacity != _FULL))
    coming = open_sessions(columns, on)
    stated = coming & (columns.session_free != UNSTATED)
    free, others = (stated & (columns.session_free > 0)).any(axis=1), (coming & ~stated).any(axis=1)
    by_status = np.where(columns.capacity == _UNKNOWN, np.int8(Truth.UNKNOWN), whole)
    listed = columns.capacity == _LISTED
    without = np.where(listed, np.int8(Truth.MET), np.where(others, by_status, np.int8(Truth.NOT_MET)))
    return np.where(stated.any(axis=1), np.where(free, np.int8(Truth.MET), without), whole)


def open_sessions(columns: CriteriaColumns, on: date) -> NDArray[np.bool_]:
    """(n, K) bool: the starts of `columns.session_day` that one can still apply for on a day."""
    first = day_number(on) + np.maximum(columns.deadline_days, 0).astype(np.int32)
    coming = (columns.session_day != NO_END) & (columns.session_day >= first[:, np.newaxis])
    return np.asarray(coming, dtype=np.bool_)


def is_offered(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """On the day, between the first and the last day of the offer; a bound not stated is no bound."""
    today = day_number(on)
    begun = columns.valid_from <= today
    running = (columns.valid_to == NO_DAY) | (columns.valid_to >= today)
    return met_where(begun & running)


def can_still_start(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """A fixed start is still to come; a start that is not stated is unknown."""
    ahead = met_where(columns.last_start >= day_number(on))
    return np.where(columns.last_start == NO_DAY, np.int8(Truth.UNKNOWN), ahead)


def can_still_apply(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """The deadline before the last fixed start has not passed."""
    return met_where(columns.last_start - columns.deadline_days >= day_number(on))


def place_is_unknown(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """Somewhere, but nobody says where."""
    somewhere = takes_place(columns) | among(columns.kind, [OpportunityKind.VACANCY])
    placed = columns.remote | ~(np.isnan(columns.latitude) | np.isnan(columns.longitude))
    return somewhere & ~placed


def _has_seats(columns: CriteriaColumns) -> NDArray[np.bool_]:
    stated: NDArray[np.bool_] = (columns.capacity != _UNKNOWN) | (columns.free_places != UNSTATED)
    by_start: NDArray[np.bool_] = (columns.session_day != NO_END).any(axis=1)
    return takes_place(columns) | stated | by_start


def _starts_on_a_day(columns: CriteriaColumns) -> NDArray[np.bool_]:
    has_fixed_start: NDArray[np.bool_] = columns.last_start != NO_DAY
    return ~columns.rolling & (takes_place(columns) | has_fixed_start)


def _has_own_deadline(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """A deadline of the provider's own: those of the unemployment insurance are its law's, see deadlines."""
    stated: NDArray[np.bool_] = (columns.last_start != NO_DAY) & (columns.deadline_days != UNSTATED)
    return stated & ~columns.rolling & ~among(columns.code, AC_CODES)


def _says_capacity(_profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    with_places = open_sessions(row, on)[0] & (row.session_free[0] > 0)
    if with_places.any():
        first = int(row.session_day[0][with_places].min())
        free = int(row.session_free[0][row.session_day[0] == first].max())
        return Facts({"day": day_of(first), "free": free}, variant="session")
    status, weeks, free = member(CapacityStatus, row.capacity[0]), int(row.waiting_weeks[0]), int(row.free_places[0])
    if status is CapacityStatus.WAITING_LIST and weeks != UNSTATED:
        return Facts({"weeks": weeks}, variant="waiting")
    if status is CapacityStatus.UNKNOWN and free > 0:
        return Facts({"free": free}, variant="counted")
    return Facts({"status": status})


def _says_offered(_profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    begin, end = day_of(row.valid_from[0]), day_of(row.valid_to[0])
    if begin is not None and begin > on:
        return Facts({"day": begin}, variant="later")
    return Facts({"day": end}) if end is not None else Facts({"day": begin}, variant="since")


def _says_start(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"day": day_of(row.last_start[0])})


def _says_deadline(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"day": day_of(row.last_start[0] - row.deadline_days[0]), "days": int(row.deadline_days[0])})


RULES = (
    Rule(
        id="capacity",
        subject="offer",
        asks=Asks.PROVIDER,
        test=place_is_free,
        concerns=_has_seats,
        says=_says_capacity,
    ),
    Rule(
        id="offered",
        subject="offer",
        asks=Asks.PROVIDER,
        test=is_offered,
        concerns=lambda columns: (columns.valid_from != NO_DAY) | (columns.valid_to != NO_DAY),
        says=_says_offered,
    ),
    Rule(
        id="start",
        subject="offer",
        asks=Asks.PROVIDER,
        test=can_still_start,
        concerns=_starts_on_a_day,
        says=_says_start,
    ),
    Rule(
        id="application_deadline",
        subject="offer",
        asks=Asks.PROVIDER,
        test=can_still_apply,
        concerns=_has_own_deadline,
        says=_says_deadline,
    ),
    Rule(
        id="place_known",
        subject="offer",
        asks=Asks.PROVIDER,
        test=lambda _profile, columns, _on: same_for_all(len(columns), Truth.UNKNOWN),
        concerns=place_is_unknown,
    ),
)
