"""Applying in time for measures of the unemployment insurance: late is no refusal, benefits count from the application.

Where no start is fixed, no deadline runs. Source: OACI art. 81e al. 1, art. 90a al. 7-8.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.eligibility.kleene import Truths
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import NO_DAY, CriteriaColumns, among, day_number, day_of

AC_CODES = tuple(code for code in MeasureCode if code.value.startswith("ac_"))
DAYS, DAYS_AFO = 10, 56
"""Days before the start: ten, eight weeks for the training allowance; an organiser may ask for more."""


def applied_in_time(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Met while the deadline before the last start has not passed; late, the payer says what it still grants."""
    in_time = columns.last_start - _days(columns) >= day_number(on)
    return np.where(in_time, np.int8(Truth.MET), np.int8(Truth.UNKNOWN))


def _days(columns: CriteriaColumns) -> NDArray[np.int16]:
    legal = np.where(among(columns.code, [MeasureCode.AC_AFO]), np.int16(DAYS_AFO), np.int16(DAYS))
    return np.maximum(columns.deadline_days, legal)


def _says(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    days = int(_days(row)[0])
    return Facts({"day": day_of(row.last_start[0] - days), "days": days})


RULES = (
    Rule(
        id="oaci_81e_deadline",
        subject="deadlines",
        asks=Asks.PAYER,
        test=applied_in_time,
        concerns=lambda columns: ~columns.rolling & (columns.last_start != NO_DAY),
        codes=AC_CODES,
        law=Law("OACI art. 81e al. 1; art. 90a al. 7-8", "OACI-v2021.07 (art. 81e), OACI-v2021.10", date(2021, 10, 1)),
        says=_says,
    ),
)
