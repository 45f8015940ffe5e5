"""By when to apply to the unemployment insurance before a measure starts: the one table of days, laws and their dates.

Source: OACI art. 81e al. 1 (ten days), art. 90a al. 7-8 (eight weeks for the training allowance).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matching.domain.vocabulary.measures import MeasureCode
from matching.eligibility.rule import Law


@dataclass(frozen=True)
class Deadline:
    """How many days before the start the application must be in, and where that stands.

    `late_counts_from_application`: later without excuse, benefits run from the day of the application only.
    """

    days: int
    law: Law
    late_counts_from_application: bool = False


GENERAL = Deadline(
    10, Law("OACI art. 81e al. 1", "OACI-v2021.07 (art. 81e)", date(2021, 7, 1)), late_counts_from_application=True
)
TRAINING_ALLOWANCE = Deadline(56, Law("OACI art. 90a al. 7-8", "OACI-v2021.10 (art. 90a)", date(2021, 10, 1)))

DEADLINES: Mapping[MeasureCode, Deadline] = {
    code: TRAINING_ALLOWANCE if code is MeasureCode.AC_AFO else GENERAL
    for code in MeasureCode
    if code.value.startswith("ac_")
}
"""The deadline of each measure of the unemployment insurance."""
