"""Employers where the Swiss employment service may not help place."""

from datetime import date

import numpy as np

from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country
from matching.eligibility.kleene import Truths, met_where
from matching.eligibility.rule import Law, Rule
from matching.snapshot.columns import CriteriaColumns, day_number, position

FLAGGED_EMPLOYER = "lse_26_employer"


def employer_not_flagged(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """No flag on the employer holds that day; all Swiss employers are asked about, so that silence tells of none."""
    day = day_number(on)
    flagged = (columns.flagged_from <= day) & (day <= columns.flagged_to)
    return met_where(np.logical_not(np.any(flagged, axis=1)))


RULES = (
    Rule(
        id=FLAGGED_EMPLOYER,
        subject="employers",
        asks=Asks.COUNSELLOR,
        test=employer_not_flagged,
        concerns=lambda columns: columns.country == position(Country.CH),
        kinds=(OpportunityKind.VACANCY,),
        law=Law("LSE art. 26 al. 3", "LSE-v2024.01", date(2024, 1, 1)),
    ),
)
