"""Which way a learned term may move: one list, each with its ground. What is not listed is free."""

from collections.abc import Mapping
from types import MappingProxyType

ACCEPT: Mapping[str, int] = MappingProxyType(
    {
        "distance": -1,  # farther is never easier: not_mobile and too_far are frequent grounds of refusal
        "workload_fit": 1,  # less work than wished rarely leaves assistance
        "serves_objective": 1,  # the objective is agreed by the person
        "paid": 1,  # an unpaid trial needs more convincing
        "project_likeness": 1,  # not_interested is the reason of the person's side
        "project_words": 1,  # as project_likeness, in the description's own words
        "target_occupation": 1,  # as project_likeness, on coded occupations
        "rank": -1,  # read and trusted less, the lower it stands; a term of training alone
    }
)
"""Of being accepted: +1 never falls, -1 never rises."""

GAIN: Mapping[str, int] = MappingProxyType(
    {
        "experience_likeness": 1,  # lacking_skills is the employer's first ground
        "held_occupation": 1,  # as experience_likeness, on coded occupations
        "same_words": 1,  # as experience_likeness, where meaning is not known
        "skills": 1,  # share of the skills asked for
        "experience_margin": 1,  # years below what is asked for do not help
        "head_start": 1,  # fewer applicants do not harm
        "serves_objective": 1,  # gain is for the agreed objective
        "certificate": 1,  # a certificate does not harm
        "lock_in": -1,  # search falls while in a measure (Knaus, Lechner, Strittmatter)
    }
)
"""Of what an option adds."""

CHANCE: Mapping[str, int] = MappingProxyType(
    {
        "months_without_work": -1,  # duration dependence of exits
        "education": 1,  # exits rise with education
    }
)
"""Of the person's own chance."""
