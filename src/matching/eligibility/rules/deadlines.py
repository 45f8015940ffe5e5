"""Applying in time for measures of the unemployment insurance: late is no refusal, benefits count from the application.

Where no start is fixed, no deadline runs. Source: OACI art. 81e al. 1, art. 90a al. 7-8.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.process import Asks
from matching.eligibility.deadlines import DEADLINES, GENERAL, TRAINING_ALLOWANCE
from matching.eligibility.kleene import Truths
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import NO_DAY, CriteriaColumns, among, day_number, day_of

AC_CODES = tuple(DEADLINES)
_LAWS = (GENERAL.law, TRAINING_ALLOWANCE.law)


def applied_in_time(_profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Met while the deadline before the last start has not passed; late, the payer says what it still grants."""
    in_time = columns.last_start - _days(columns) >= day_number(on)
    return np.where(in_time, np.int8(Truth.MET), np.int8(Truth.UNKNOWN))


def _days(columns: CriteriaColumns) -> NDArray[np.int16]:
    """The legal days before the start; an organiser may ask for more."""
    is_allowance = among(columns.code, [code for code in AC_CODES if DEADLINES[code] is TRAINING_ALLOWANCE])
    legal = np.where(is_allowance, np.int16(TRAINING_ALLOWANCE.days), np.int16(GENERAL.days))
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
        law=Law(
            reference="; ".join((_LAWS[0].reference, _LAWS[1].reference.removeprefix("OACI "))),
            version_seen=", ".join(law.version_seen for law in _LAWS),
            valid_from=max(law.valid_from for law in _LAWS),
        ),
        says=_says,
    ),
)
