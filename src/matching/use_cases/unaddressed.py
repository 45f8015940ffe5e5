"""Weighty needs that no option of a list says it answers: nobody is to overlook them because the list is long."""

from collections.abc import Iterable, Mapping

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.profile import Profile
from matching.domain.vocabulary.needs import Barrier
from matching.use_cases.gaps.cases import WEIGHTY

_ANSWERED_BY: Mapping[str, Barrier] = {
    "language": Barrier.COMMUNICATION_LANGUAGE,
    "skill": Barrier.SKILLS,
    "certificate": Barrier.SKILLS,
    "mobility": Barrier.MOBILITY,
    "availability": Barrier.WORK_RHYTHM,
}
"""What an effect answers that names no barrier itself: a house reading."""


def unaddressed_needs(person: Profile, options: Iterable[AnyOpportunity]) -> frozenset[Barrier]:
    """Of the important and blocking needs that the viewer may see, those that none of some options says it answers.

    An option says so by the needs it is for or by what it changes in who completes it.
    """
    weighty = {need.barrier for need in person.needs or () if need.level in WEIGHTY}
    return frozenset(weighty.difference(*(_answered(option) for option in options)))


def _answered(option: AnyOpportunity) -> set[Barrier]:
    answered = set(option.criteria.needs)
    if isinstance(option, Vacancy):
        return answered
    for effect in option.effects:
        answered.add(effect.barrier if effect.kind == "barrier" else _ANSWERED_BY[effect.kind])
    return answered
