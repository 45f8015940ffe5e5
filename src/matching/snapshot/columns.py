"""All criteria of all options as numpy columns, one row per option: what the rules of eligibility read.

A number that is not stated is -1, a day that is not stated NO_DAY, a list that is not stated an empty mask. A mask has
one bit per member of a closed list, at the member's position; a closed list may grow at its end without a new snapshot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.domain.employer_flag import EmployerFlag
from matching.domain.opportunity import AnyOpportunity, Measure, Placement
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.situation import Language
from matching.snapshot.array_record import ArrayRecord

UNSTATED = -1
NO_DAY = -(2**31)
NO_END = 2**31 - 1

_EPOCH = date(1970, 1, 1).toordinal()
_REGION_SHIFT, _COUNTRY_SHIFT = 32, 48
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BASE = len(_DIGITS) + 1

_KINDS: dict[str, OpportunityKind] = {kind.value: kind for kind in OpportunityKind}

L = TypeVar("L", bound=ClosedList)


@dataclass(frozen=True)
class CriteriaColumns(ArrayRecord):
    """Criteria and rule-relevant facts of options; every array has one row per option."""

    kind: NDArray[np.int8]  # position in OpportunityKind
    code: NDArray[np.int16]  # position in MeasureCode; vacancies -1
    form: NDArray[np.int8]  # position in MeasureForm; vacancies and placements -1
    siae_kind: NDArray[np.int8]
    contract: NDArray[np.int8]
    payers: NDArray[np.uint32]  # who pays or may pay
    prescribers: NDArray[np.uint32]
    country: NDArray[np.int8]
    region: NDArray[np.int64]  # territory code of canton or département, 0 unknown
    latitude: NDArray[np.float64]  # degrees WGS84, NaN unknown
    longitude: NDArray[np.float64]
    remote: NDArray[np.bool_]
    min_age: NDArray[np.int16]
    max_age: NDArray[np.int16]
    min_availability: NDArray[np.int16]  # percent
    schedules: NDArray[np.uint32]
    languages: NDArray[np.int8]  # (n, languages) least LanguageLevel, -1 not asked for
    permits: NDArray[np.uint32]
    right_to_work: NDArray[np.bool_]
    residence: NDArray[np.int64]  # (n, K) territory codes, padded with 0
    statuses: NDArray[np.uint32]
    excluded_statuses: NDArray[np.uint32]
    needs: NDArray[np.uint32]
    min_education: NDArray[np.int8]
    max_education: NDArray[np.int8]
    licences: NDArray[np.uint32]
    without_licences: NDArray[np.uint32]
    prerequisites: NDArray[np.uint64]  # MeasureCode
    strains: NDArray[np.uint32]
    min_pace: NDArray[np.int16]  # percent
    max_pace: NDArray[np.int16]
    min_months_without_work: NDArray[np.int16]
    no_family_charge: NDArray[np.bool_]
    fitness: NDArray[np.uint32]
    fr_tracks: NDArray[np.uint32]
    capacity: NDArray[np.int8]  # position in CapacityStatus
    free_places: NDArray[np.int16]
    waiting_weeks: NDArray[np.int16]
    session_day: NDArray[np.int32]  # (n, K) starts of what states places by start, padded with NO_END; see _sessions
    session_free: NDArray[np.int16]  # (n, K) free places of each, -1 not stated
    rolling: NDArray[np.bool_]
    last_start: NDArray[np.int32]  # day number of the last fixed start
    deadline_days: NDArray[np.int16]  # days before the start by which to apply
    workload_min: NDArray[np.int16]  # percent
    hours: NDArray[np.float32]  # per week, NaN not stated
    max_weeks: NDArray[np.int16]
    travel_settled: NDArray[np.bool_]  # somebody advances the cost of travel, or there is none
    competes: NDArray[np.int8]  # with private firms: 0 no, 1 yes
    valid_from: NDArray[np.int32]  # day numbers
    valid_to: NDArray[np.int32]
    flagged_from: NDArray[np.int32]  # (n, K) flags on the provider, padded with NO_END: such a flag never begins
    flagged_to: NDArray[np.int32]  # (n, K) last day, NO_END while open


def position(member: ClosedList) -> int:
    """Where a member stands in its closed list: its code in columns and its bit in masks."""
    return _positions(type(member))[member]


def bits(members: Iterable[ClosedList]) -> int:
    """The mask of some members of one closed list."""
    mask = 0
    for member in members:
        mask |= 1 << position(member)
    return mask


def members(kind: type[L], mask: int) -> tuple[L, ...]:
    """The members of a closed list whose bits are set, in the order of the list."""
    return tuple(member for i, member in enumerate(kind) if int(mask) >> i & 1)


def member(kind: type[L], at: int) -> L | None:
    """The member at a position; None for -1."""
    return None if at < 0 else _listed(kind)[int(at)]


def among(column: NDArray[np.signedinteger[Any]], listed: Iterable[ClosedList]) -> NDArray[np.bool_]:
    """Where a column of positions holds one of some members of a closed list."""
    found = np.zeros(column.shape, np.bool_)
    for each in listed:  # they are few: comparing with each takes a fraction of the time of numpy's isin
        found |= column == position(each)
    return found


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date | None:
    """The day of a day number, or the first or last one of the calendar beyond it; None for NO_DAY."""
    if number == NO_DAY:
        return None
    return date.fromordinal(min(max(int(number) + _EPOCH, date.min.toordinal()), date.max.toordinal()))


def territory_code(country: str | None, region: str | None = None, municipality: str | None = None) -> int:
    """Country, region and municipality in one exact int64: 15 bits, 16 bits, 32 bits; a part not given is 0."""
    code = _digits(country) << _COUNTRY_SHIFT if country else 0
    return code | _digits(region or "") << _REGION_SHIFT | _digits(municipality or "")


def territory_of(text: str) -> int:
    """The code of a territory as written: CH, CH-VD, CH-VD-5586."""
    country, *rest = text.split("-")
    region = next((part for part in rest if len(part) < 4), None)
    municipality = next((part for part in rest if len(part) >= 4), None)
    return territory_code(country, region, municipality)


def territory_parts(codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Country, region and municipality of territory codes; 0 where a part is not given."""
    return codes >> _COUNTRY_SHIFT, codes >> _REGION_SHIFT & 0xFFFF, codes & 0xFFFFFFFF


def territory_name(code: int) -> str:
    """The territory as written."""
    parts = (int(code) >> _COUNTRY_SHIFT, int(code) >> _REGION_SHIFT & 0xFFFF, int(code) & 0xFFFFFFFF)
    return "-".join(_letters(part) for part in parts if part)


def compile_criteria(options: Sequence[AnyOpportunity], flags: Sequence[EmployerFlag] = ()) -> CriteriaColumns:
    """The columns of some options, in their order; `flags` are those on employers, past and future ones included."""
    count = len(options)
    criteria = [option.criteria for option in options]
    timings = [option.timing for option in options]
    capacities = [option.capacity for option in options]
    places = [option.place for option in options]
    flagged_from, flagged_to = _flagged([option.provider_id for option in options], flags)
    session_day, session_free = _sessions(options)

    def of(records: Sequence[Any], name: str) -> list[Any]:
        return [getattr(record, name, None) for record in records]

    return CriteriaColumns(
        kind=_positions_of([_KINDS[option.kind] for option in options], np.int8),
        code=_positions_of(of(options, "code"), np.int16),
        form=_positions_of(of(options, "form"), np.int8),
        siae_kind=_positions_of(of(options, "siae_kind"), np.int8),
        contract=_positions_of(of(options, "contract"), np.int8),
        payers=_masks([_payers(option) for option in options], np.uint32),
        prescribers=_masks(of(options, "prescribers"), np.uint32),
        country=_positions_of(of(places, "country"), np.int8),
        region=np.fromiter(
            (territory_code(p.country.value.upper(), p.region) if p and p.region else 0 for p in places),
            np.int64,
            count,
        ),
        latitude=_decimals(of(places, "latitude")),
        longitude=_decimals(of(places, "longitude")),
        remote=_flags(of(places, "remote")),
        min_age=_numbers(of(criteria, "min_age"), np.int16),
        max_age=_numbers(of(criteria, "max_age"), np.int16),
        min_availability=_numbers(of(criteria, "min_availability_percent"), np.int16),
        schedules=_masks(of(criteria, "schedules"), np.uint32),
        languages=_languages(of(criteria, "languages")),
        permits=_masks(of(criteria, "permits"), np.uint32),
        right_to_work=_flags(of(criteria, "right_to_work")),
        residence=_territories(of(criteria, "residence")),
        statuses=_masks(of(criteria, "statuses"), np.uint32),
        excluded_statuses=_masks(of(criteria, "excluded_statuses"), np.uint32),
        needs=_masks(of(criteria, "needs"), np.uint32),
        min_education=_positions_of(of(criteria, "min_education"), np.int8),
        max_education=_positions_of(of(criteria, "max_education"), np.int8),
        licences=_masks(of(criteria, "licences"), np.uint32),
        without_licences=_masks(of(criteria, "without_licences"), np.uint32),
        prerequisites=_masks(of(criteria, "prerequisite_measures"), np.uint64),
        strains=_masks(of(criteria, "strains"), np.uint32),
        min_pace=_numbers(of(criteria, "min_work_pace_percent"), np.int16),
        max_pace=_numbers(of(criteria, "max_work_pace_percent"), np.int16),
        min_months_without_work=_numbers(of(criteria, "min_months_without_work"), np.int16),
        no_family_charge=_flags(of(criteria, "no_family_charge")),
        fitness=_masks(of(criteria, "fitness"), np.uint32),
        fr_tracks=_masks(of(criteria, "fr_tracks"), np.uint32),
        capacity=_positions_of(of(capacities, "status"), np.int8),
        free_places=_numbers(of(capacities, "free_places"), np.int16),
        waiting_weeks=_numbers(of(capacities, "waiting_weeks"), np.int16),
        session_day=session_day,
        session_free=session_free,
        rolling=_flags(of(timings, "rolling")),
        last_start=_days([max(timing.starts_on, default=None) for timing in timings]),
        deadline_days=_numbers(of(timings, "application_deadline_days"), np.int16),
        workload_min=_numbers(of(timings, "workload_min_percent"), np.int16),
        hours=_decimals(of(timings, "hours_per_week")).astype(np.float32),
        max_weeks=_numbers(of(timings, "max_weeks"), np.int16),
        travel_settled=_flags([option.terms.travel_settled for option in options]),
        competes=_numbers(of(options, "competes_with_firms"), np.int8),
        valid_from=_days(of(options, "valid_from")),
        valid_to=_days(of(options, "valid_to")),
        flagged_from=flagged_from,
        flagged_to=flagged_to,
    )


@cache
def _positions(kind: type[ClosedList]) -> dict[ClosedList, int]:
    return {member: i for i, member in enumerate(kind)}


@cache
def _listed(kind: type[L]) -> tuple[L, ...]:
    return tuple(kind)


def _payers(option: AnyOpportunity) -> tuple[ClosedList, ...]:
    if isinstance(option, Placement):
        return option.payers
    if isinstance(option, Measure) and option.payer is not None:
        return (option.payer,)
    return ()


def _digits(text: str) -> int:
    number = 0
    for letter in text:
        number = number * _BASE + _DIGITS.index(letter) + 1
    return number


def _letters(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, _BASE)
        text = _DIGITS[digit - 1] + text
    return text


def _numbers(values: Sequence[int | None], dtype: type[np.signedinteger[Any]]) -> NDArray[Any]:
    return np.fromiter((UNSTATED if value is None else value for value in values), dtype, len(values))


def _positions_of(values: Sequence[ClosedList | None], dtype: type[np.signedinteger[Any]]) -> NDArray[Any]:
    return np.fromiter((UNSTATED if value is None else position(value) for value in values), dtype, len(values))


def _masks(values: Sequence[tuple[ClosedList, ...] | None], dtype: type[np.unsignedinteger[Any]]) -> NDArray[Any]:
    return np.fromiter((bits(value) if value else 0 for value in values), dtype, len(values))


def _flags(values: Sequence[bool | None]) -> NDArray[np.bool_]:
    return np.fromiter((value is True for value in values), np.bool_, len(values))


def _decimals(values: Sequence[float | None]) -> NDArray[np.float64]:
    return np.fromiter((np.nan if value is None else value for value in values), np.float64, len(values))


def _days(values: Sequence[date | None]) -> NDArray[np.int32]:
    return np.fromiter((NO_DAY if day is None else day_number(day) for day in values), np.int32, len(values))


def _languages(values: Sequence[tuple[Any, ...]]) -> NDArray[np.int8]:
    columns = np.full((len(values), len(Language)), UNSTATED, np.int8)
    for row, demands in enumerate(values):
        for demand in demands:
            column = position(demand.language)
            columns[row, column] = max(columns[row, column], position(demand.level))
    return columns


def _territories(values: Sequence[tuple[str, ...]]) -> NDArray[np.int64]:
    columns = np.zeros((len(values), max((len(value) for value in values), default=0) or 1), np.int64)
    for row, territories in enumerate(values):
        for k, text in enumerate(territories):
            columns[row, k] = territory_of(text)
    return columns


def _sessions(options: Sequence[AnyOpportunity]) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
    """Of options that state places by start: these starts, and the last of those whose places are not stated."""
    stated = {row: _stated_starts(option) for row, option in enumerate(options) if option.capacity.sessions}
    most = max((len(starts) for starts in stated.values()), default=0) or 1
    days = np.full((len(options), most), NO_END, np.int32)
    free = np.full((len(options), most), UNSTATED, np.int16)
    for row, starts in stated.items():
        for k, (day, places) in enumerate(starts):
            days[row, k], free[row, k] = day_number(day), places
    return days, free


def _stated_starts(option: AnyOpportunity) -> list[tuple[date, int]]:
    if option.timing.rolling:
        return []
    starts = set(option.timing.starts_on)
    stated = {each.starts_on: each.free_places for each in option.capacity.sessions if each.starts_on in starts}
    others = starts - set(stated)
    return [*stated.items(), *([(max(others), UNSTATED)] if stated and others else [])]


def _flagged(
    providers: Sequence[str | None], flags: Sequence[EmployerFlag]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    by_provider: dict[str | None, list[EmployerFlag]] = {}
    for flag in flags:
        by_provider.setdefault(flag.provider_id, []).append(flag)
    most = max((len(held) for held in by_provider.values()), default=0) or 1
    begins, ends = (np.full((len(providers), most), NO_END, np.int32) for _ in range(2))
    for row, provider in enumerate(providers):
        for k, flag in enumerate(by_provider.get(provider, ())):
            begins[row, k] = day_number(flag.valid_from)
            ends[row, k] = NO_END if flag.valid_to is None else day_number(flag.valid_to)
    return begins, ends
