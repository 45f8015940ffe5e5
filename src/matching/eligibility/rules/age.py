"""Age a provider asks for, in completed years."""

from datetime import date

from matching.domain.profile import Profile
from matching.domain.vocabulary.process import Asks
from matching.eligibility.kleene import Truths, at_least, at_most
from matching.eligibility.rule import Facts, Rule
from matching.snapshot.columns import UNSTATED, CriteriaColumns


def old_enough(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Least age, inclusive."""
    return at_least(columns.min_age, profile.age_on(on))


def young_enough(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Greatest age, inclusive: reached until the day before the next birthday."""
    return at_most(columns.max_age, profile.age_on(on))


RULES = (
    Rule(
        id="min_age",
        subject="age",
        asks=Asks.PERSON,
        test=old_enough,
        concerns=lambda columns: columns.min_age != UNSTATED,
        says=lambda profile, row, on: Facts({"asked": int(row.min_age[0]), "has": profile.age_on(on)}),
    ),
    Rule(
        id="max_age",
        subject="age",
        asks=Asks.PERSON,
        test=young_enough,
        concerns=lambda columns: columns.max_age != UNSTATED,
        says=lambda profile, row, on: Facts({"asked": int(row.max_age[0]), "has": profile.age_on(on)}),
    ),
)
