"""One condition of a canton's criteria for one person: met, not met or unknown, with the facts that say so."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from matching.domain.detection import (
    ConfirmedNeeds,
    DetectionCondition,
    DisabilityStanding,
    MonthsOnAssistance,
    MonthsWithoutWork,
    RepeatedMeasure,
    StatusHolds,
)
from matching.domain.need import PastMeasure
from matching.domain.profile import Profile
from matching.domain.telling import BARRIER_CATEGORIES, TOLD_BY_MEASURES
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import NeedLevel
from matching.domain.vocabulary.standing import Status
from matching.eligibility.facts import assistance, disability, holds
from matching.eligibility.kleene import both, either, truth_of
from matching.eligibility.months import full_months

WINDOW_MONTHS = 24
"""How far back repeated measures count: the window that the condition itself names."""


@dataclass(frozen=True)
class Found:
    """How a condition stands, and the facts of its sentence."""

    truth: Truth
    facts: dict[str, object] = field(default_factory=dict)


def find(person: Profile, condition: DetectionCondition, on: date) -> Found:
    """A condition on a day, for a person as redacted for whoever asks."""
    match condition:
        case MonthsWithoutWork():
            months = person.months_without_work
            truth = truth_of(None if months is None else months >= condition.at_least)
            return Found(truth, {"asked": condition.at_least, "has": months})
        case MonthsOnAssistance():
            since = assistance(person).since
            long_enough = truth_of(None if since is None else full_months(since, on) >= condition.at_least)
            truth = both(holds(person, Status.SOCIAL_ASSISTANCE, on), long_enough)
            return Found(truth, {"asked": condition.at_least, "since": since})
        case ConfirmedNeeds():
            return _confirmed_needs(person, condition.at_least)
        case StatusHolds():
            truths = {status: holds(person, status, on) for status in condition.any_of}
            held = tuple(status for status, truth in truths.items() if truth is Truth.MET)
            return Found(either(*truths.values()), {"asked": condition.any_of, "has": held})
        case DisabilityStanding():
            standing = disability(person).status
            truth = truth_of(None if standing is None else standing in condition.any_of)
            return Found(truth, {"asked": condition.any_of, "has": standing})
        case RepeatedMeasure():
            return _repeated(person, condition.at_least, on)


def _confirmed_needs(person: Profile, at_least: int) -> Found:
    weighing = [need for need in person.needs or () if need.level is not NeedLevel.NONE]
    confirmed = {need.barrier for need in weighing if need.confirmed}
    hidden = {barrier for barrier, category in BARRIER_CATEGORIES.items() if category in person.withheld}
    possible = confirmed | {need.barrier for need in weighing} | hidden
    facts: dict[str, object] = {"asked": at_least, "has": tuple(sorted(confirmed))}
    if len(confirmed) >= at_least:
        return Found(Truth.MET, facts)
    return Found(truth_of(None if person.needs is None or len(possible) >= at_least else False), facts)


def _repeated(person: Profile, at_least: int, on: date) -> Found:
    past = person.past_measures
    recent = [item for item in past.items if item.ended_on is None or _is_recent(item.ended_on, on)]
    ended = Counter(which for item in recent if item.ended_on is not None and (which := _which(item)))
    perhaps = Counter(which for item in recent if (which := _which(item)))
    nameless = sum(_which(item) is None for item in recent)
    most = max(ended.values(), default=0)
    facts: dict[str, object] = {"asked": at_least, "has": most, "months": WINDOW_MONTHS}
    if most >= at_least:
        return Found(Truth.MET, facts)
    whole = past.complete and not TOLD_BY_MEASURES & set(person.withheld)
    possible = not whole or max(perhaps.values(), default=0) + nameless >= at_least
    return Found(truth_of(None if possible else False), facts)


def _is_recent(day: date, on: date) -> bool:
    return day <= on and full_months(day, on) < WINDOW_MONTHS


def _which(item: PastMeasure) -> str | None:
    """Which measure it was: its code, or the option where the code tells nothing; None is unknown."""
    if item.code is None or item.code is MeasureCode.OTHER:
        return item.opportunity
    return item.code
