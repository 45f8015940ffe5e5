"""Which priorities a person belongs to, as their unit may use the file; what is not known is no belonging."""

from collections.abc import Sequence
from datetime import date

from matching.domain.need import Need
from matching.domain.priority import NeedHeld, Priority, PriorityCondition
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.needs import NeedLevel
from matching.use_cases.detection.conditions import find

_WEIGHTY = (NeedLevel.BLOCKING, NeedLevel.HIGH)


def weight_of(person: Profile, priorities: Sequence[Priority], on: date) -> float:
    """How much a gain of theirs counts on a day: the greatest weight of their groups, 1 without any."""
    held = [each.weight for each in priorities if all(_holds(person, one, on) for one in each.conditions)]
    return max(held, default=1.0)


def weighty_needs(person: Profile) -> list[Need]:
    """The confirmed needs that are important or blocking, the blocking ones first."""
    needs = [need for need in person.needs or () if need.confirmed and need.level in _WEIGHTY]
    return sorted(needs, key=lambda need: _WEIGHTY.index(need.level))


def _holds(person: Profile, condition: PriorityCondition, on: date) -> bool:
    if isinstance(condition, NeedHeld):
        return any(need.barrier in condition.any_of for need in weighty_needs(person))
    return find(person, condition, on).truth is Truth.MET
