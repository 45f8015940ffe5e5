"""Which needs an option addresses: those it names or lifts for certain, those its type may address where it is silent.

A criterion that is not stated is silent, and a catalogue does not tell "addresses no need" from "nobody wrote it down".
So an option without named needs is unknown for what options of its type may address, and never counted as no.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from matching.domain.effect import BarrierEffect
from matching.domain.opportunity import AnyOpportunity, Measure, Vacancy
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.eligibility.kleene import Truths
from matching.snapshot.columns import position

_B, _T = Barrier, MeasureType
_AT_WORK = (_B.WORK_RHYTHM, _B.EXPERIENCE, _B.SKILLS, _B.CONFIDENCE, _B.PROJECT, _B.ISOLATION)

MAY_ADDRESS: Mapping[MeasureType, tuple[Barrier, ...]] = MappingProxyType(
    {
        _T.JOB_SEARCH_HELP: (
            *(_B.SEARCH, _B.PROJECT, _B.CONFIDENCE, _B.DIGITAL, _B.EXPERIENCE, _B.ISOLATION, _B.HEALTH, _B.DISABILITY),
        ),
        _T.BASIC_COURSE: (_B.SEARCH, _B.PROJECT, _B.CONFIDENCE, _B.DIGITAL, _B.LITERACY, _B.SKILLS),
        _T.LANGUAGE_COURSE: (_B.COMMUNICATION_LANGUAGE, _B.LITERACY),
        _T.VOCATIONAL_TRAINING: (
            *(_B.SKILLS, _B.EXPERIENCE, _B.PROJECT, _B.CONFIDENCE, _B.DIGITAL, _B.LITERACY, _B.WORK_RHYTHM),
        ),
        _T.EMPLOYMENT_PROGRAMME: (*_AT_WORK, _B.HEALTH),
        _T.INTERNSHIP: (*_AT_WORK, _B.DIGITAL, _B.HEALTH, _B.DISABILITY),
        _T.WAGE_SUBSIDY: (_B.EXPERIENCE, _B.SKILLS),
        _T.SELF_EMPLOYMENT: (_B.PROJECT, _B.SKILLS),
        _T.COACHING: tuple(Barrier),
        _T.OBSTACLE_REMOVAL: tuple(
            barrier for barrier in Barrier if barrier not in (_B.SKILLS, _B.EXPERIENCE, _B.PROJECT, _B.SEARCH)
        ),
        _T.SOCIAL_STABILISATION: tuple(
            barrier for barrier in Barrier if barrier not in (_B.SEARCH, _B.EXPERIENCE, _B.MOBILITY, _B.DIGITAL)
        ),
        _T.ALLOWANCE: (_B.MOBILITY, _B.FAMILY_CHILDCARE, _B.HOUSING, _B.FINANCE_DEBT, _B.SKILLS),
    }
)
"""What a measure may address by its type where it names no need: a house list, wider rather than narrower."""

MAY_ADDRESS_IN_A_PLACE = (*_AT_WORK, _B.HEALTH, _B.DISABILITY)
"""The same for a place in a social enterprise."""


def addressed(options: Sequence[AnyOpportunity]) -> Truths:
    """(n_options, n_barriers) int8: 2 named or lifted, 1 silent and possible by its type, 0 not and for vacancies."""
    truths = np.zeros((len(options), len(Barrier)), np.int8)
    for row, option in enumerate(options):
        if isinstance(option, Vacancy):
            continue
        if not option.criteria.needs:
            may = MAY_ADDRESS[option.type] if isinstance(option, Measure) else MAY_ADDRESS_IN_A_PLACE
            truths[row, [position(barrier) for barrier in may]] = Truth.UNKNOWN
        lifted = [effect.barrier for effect in option.effects if isinstance(effect, BarrierEffect)]
        truths[row, [position(barrier) for barrier in (*option.criteria.needs, *lifted)]] = Truth.MET
    return truths
