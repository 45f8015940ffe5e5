"""What work demands of the body against functional restrictions, and fitness that only the payer answers."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.answer import FitnessAnswer
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import FitnessTest, OpportunityKind
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country, Strain
from matching.eligibility.answers import latest
from matching.eligibility.facts import masks_of, restriction_masks
from matching.eligibility.kleene import Truths, all_of, none_of, truth_of
from matching.eligibility.rule import Facts, Law, Rule
from matching.eligibility.rules.deadlines import AC_CODES
from matching.snapshot.columns import CriteriaColumns, among, members, position

FITNESS = "fitness"
"""The rule that only tests of fitness settle, each on its own."""


def no_strain_is_restricted(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """None of the strains may be among the restrictions, self-declared or confirmed; expired ones are unknown."""
    return none_of(columns.strains, *restriction_masks(profile, on))


def _suitable_work_by_law(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """Swiss vacancies and measures of the unemployment insurance."""
    swiss_vacancy = among(columns.kind, [OpportunityKind.VACANCY]) & among(columns.country, [Country.CH])
    return swiss_vacancy | among(columns.code, AC_CODES)


def _says_strains(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    asked, (restricted, expired) = int(row.strains[0]), restriction_masks(profile, on)
    to_review = asked & expired if profile.restrictions is not None else 0
    return Facts(
        {
            "asked": members(Strain, asked),
            "held": members(Strain, asked & restricted),
            "open": members(Strain, to_review),
        },
        variant="expired" if to_review and not asked & restricted else None,
    )


def fit_for_all(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Fit in all that is asked; what nobody has answered, or whose answer has expired, is unknown."""
    return all_of(columns.fitness, *fitness_masks(profile, on))


def fitness_masks(profile: Profile, on: date) -> tuple[int, int]:
    """The masks (fit, unknown) of what payers or doctors have answered."""
    return masks_of((position(test), _fit(profile, test, on)) for test in FitnessTest)


def _fit(profile: Profile, test: FitnessTest, on: date) -> Truth:
    answer = _answer(profile, test, on)
    return truth_of(None if answer is None else answer.fit)


def _answer(profile: Profile, test: FitnessTest, on: date) -> FitnessAnswer | None:
    return latest((answer for answer in profile.fitness if answer.test is test), on)


def _says_fitness(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    asked = members(FitnessTest, row.fitness[0])
    lacking = tuple(test for test in asked if _fit(profile, test, on) is Truth.NOT_MET)
    answers = [_answer(profile, test, on) for test in lacking or asked]
    return Facts(
        {
            "asked": asked,
            "lacking": lacking,
            "signed": tuple(dict.fromkeys((each.institution, each.stated_on) for each in answers if each)),
            "open": tuple(test for test in asked if _fit(profile, test, on) is Truth.UNKNOWN),
        }
    )


RULES = (
    Rule(
        id="strains",
        subject="health",
        asks=Asks.PERSON,
        test=no_strain_is_restricted,
        concerns=lambda columns: (columns.strains != 0) & ~_suitable_work_by_law(columns),
        says=_says_strains,
    ),
    Rule(
        id="laci_16_health",
        subject="health",
        asks=Asks.PERSON,
        test=no_strain_is_restricted,
        concerns=lambda columns: (columns.strains != 0) & _suitable_work_by_law(columns),
        law=Law(
            "LACI art. 16 al. 2 let. c; art. 64a al. 2-4",
            "LACI 2024 (art. 16), AVIG-v2024.01 (art. 64a)",
            date(2024, 1, 1),
        ),
        says=_says_strains,
    ),
    Rule(
        id=FITNESS,
        subject="health",
        asks=Asks.PAYER,
        test=fit_for_all,
        concerns=lambda columns: columns.fitness != 0,
        says=_says_fitness,
    ),
)
