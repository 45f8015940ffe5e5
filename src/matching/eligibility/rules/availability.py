"""How much, when and at what pace the person can work."""

from collections.abc import Callable
from datetime import date
from typing import Any

from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Schedule
from matching.eligibility.kleene import Truths, all_of, at_least, at_most
from matching.eligibility.rule import Facts, Remedy, Rule
from matching.snapshot.columns import UNSTATED, CriteriaColumns, bits, members


def with_availability(profile: Profile, **changes: Any) -> Profile:
    """The person with some of the availability changed."""
    return profile.model_copy(update={"availability": profile.availability.model_copy(update=changes)})


def schedules_possible(profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """All the times asked for must be possible."""
    possible = profile.availability.schedules
    if possible is None:
        return all_of(columns.schedules, 0, bits(Schedule))
    return all_of(columns.schedules, bits(possible), 0)


def _missing_schedules(profile: Profile, row: CriteriaColumns) -> tuple[Schedule, ...]:
    return members(Schedule, int(row.schedules[0]) & ~bits(profile.availability.schedules or ()))


def _says_schedules(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    asked = members(Schedule, row.schedules[0])
    return Facts({"asked": asked, "missing": _missing_schedules(profile, row)})


def _add_schedules(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy:
    missing = _missing_schedules(profile, row)
    changed = with_availability(profile, schedules=(*(profile.availability.schedules or ()), *missing))
    return Remedy(changed, Facts({"missing": missing}))


def _percent_says(
    column: Callable[[CriteriaColumns], NDArray[Any]], has: Callable[[Profile], int | None]
) -> Callable[[Profile, CriteriaColumns, date], Facts]:
    return lambda profile, row, _on: Facts({"asked": int(column(row)[0]), "has": has(profile)})


def _raise_availability(
    column: Callable[[CriteriaColumns], NDArray[Any]],
) -> Callable[[Profile, CriteriaColumns, date], Remedy]:
    def remedy(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy:
        asked = int(column(row)[0])
        return Remedy(with_availability(profile, percent=asked), Facts({"asked": asked}))

    return remedy


def _raise_pace(profile: Profile, row: CriteriaColumns, _on: date) -> Remedy:
    asked = int(row.min_pace[0])
    return Remedy(with_availability(profile, work_pace_percent=asked), Facts({"asked": asked}))


RULES = (
    Rule(
        id="availability",
        subject="availability",
        asks=Asks.PERSON,
        test=lambda profile, columns, _on: at_least(columns.min_availability, profile.availability.percent),
        concerns=lambda columns: columns.min_availability != UNSTATED,
        says=_percent_says(lambda row: row.min_availability, lambda profile: profile.availability.percent),
        remedy=_raise_availability(lambda row: row.min_availability),
    ),
    Rule(
        id="workload",
        subject="availability",
        asks=Asks.PERSON,
        test=lambda profile, columns, _on: at_least(columns.workload_min, profile.availability.percent),
        concerns=lambda columns: columns.workload_min != UNSTATED,
        says=_percent_says(lambda row: row.workload_min, lambda profile: profile.availability.percent),
        remedy=_raise_availability(lambda row: row.workload_min),
    ),
    Rule(
        id="schedule",
        subject="availability",
        asks=Asks.PERSON,
        test=schedules_possible,
        concerns=lambda columns: columns.schedules != 0,
        says=_says_schedules,
        remedy=_add_schedules,
    ),
    Rule(
        id="min_pace",
        subject="availability",
        asks=Asks.COUNSELLOR,
        test=lambda profile, columns, _on: at_least(columns.min_pace, profile.availability.work_pace_percent),
        concerns=lambda columns: columns.min_pace != UNSTATED,
        says=_percent_says(lambda row: row.min_pace, lambda profile: profile.availability.work_pace_percent),
        remedy=_raise_pace,
    ),
    Rule(
        id="max_pace",
        subject="availability",
        asks=Asks.COUNSELLOR,
        test=lambda profile, columns, _on: at_most(columns.max_pace, profile.availability.work_pace_percent),
        concerns=lambda columns: columns.max_pace != UNSTATED,
        says=_percent_says(lambda row: row.max_pace, lambda profile: profile.availability.work_pace_percent),
    ),
)
