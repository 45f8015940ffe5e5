"""How long a measure may last: an entry that states more than the law allows is a question to whoever pays.

Never not met by itself: the office may have granted more, or the entry may be wrong. Months are counted in whole weeks
(three months 13, six 26, twelve 52), 90 daily allowances as 18 weeks of five, 180 days as 25 whole weeks.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.eligibility.kleene import Truths
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import UNSTATED, CriteriaColumns


class Unit(ClosedList):
    """What a text counts a duration in."""

    WEEKS = "weeks", "semaines", "Wochen", "settimane", "weeks"
    DAYS = "days", "jours", "Tagen", "giorni", "days"
    ALLOWANCES = "allowances", "indemnités journalières", "Taggeldern", "indennità giornaliere", "daily allowances"


@dataclass(frozen=True)
class Limit:
    """The greatest duration of some measures, in weeks, where the law states it, and who is asked beyond it."""

    rule_id: str
    codes: tuple[MeasureCode, ...]
    weeks: int
    law: Law
    asks: Asks = Asks.PAYER
    stated: tuple[int, Unit] | None = None  # as the text counts it, where that is not in weeks

    def is_kept(self, _profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
        """(n,) int8: met up to the limit, unknown beyond it."""
        return np.where(columns.max_weeks <= self.weeks, np.int8(Truth.MET), np.int8(Truth.UNKNOWN))

    def says(self, _profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
        """The weeks stated and the limit in the unit of its text."""
        return Facts({"weeks": int(row.max_weeks[0]), "limit": (self.stated or (self.weeks, Unit.WEEKS),)})

    def rule(self) -> Rule:
        """The limit as a rule on entries that state how long they last at most."""
        return Rule(
            id=self.rule_id,
            subject="durations",
            asks=self.asks,
            test=self.is_kept,
            concerns=lambda columns: columns.max_weeks != UNSTATED,
            codes=self.codes,
            law=self.law,
            says=self.says,
        )


_C = MeasureCode
_FROM_MEMORY = "not read; from memory, to be verified"

LIMITS = (
    Limit(
        "laci_60_duration",
        (_C.AC_TRAINING_INTERNSHIP,),
        13,
        Law("LACI art. 60", "astuces.ch (stages), undated", date(2024, 1, 1)),
    ),
    Limit(
        "laci_64a_duration",
        (_C.AC_TEP, _C.AC_PROF_INTERNSHIP),
        26,
        Law("LACI art. 64a", "AVIG-v2024.01 (art. 64a), efk.admin.ch", date(2024, 1, 1)),
    ),
    Limit(
        "laci_64a_semo_duration",
        (_C.AC_SEMO,),
        26,
        Law("LACI art. 64a al. 1 let. c", _FROM_MEMORY, date(2024, 1, 1)),
        Asks.LAW,
    ),
    Limit(
        "laci_66_duration",
        (_C.AC_AIT,),
        52,
        Law("LACI art. 66", "AVIG-v2025.09 (art. 66)", date(2025, 9, 1)),
    ),
    Limit(
        "laci_66a_duration",
        (_C.AC_AFO,),
        156,
        Law("LACI art. 66a", "OACI-v2021.10 (art. 90a)", date(2021, 10, 1)),
    ),
    Limit(
        "laci_70_duration",
        (_C.AC_COMMUTE,),
        26,
        Law("LACI art. 68-70", _FROM_MEMORY, date(2024, 1, 1)),
        Asks.LAW,
    ),
    Limit(
        "laci_71b_duration",
        (_C.AC_SAI,),
        18,
        Law("LACI art. 71b", "droit-bilingue.ch 837.0 art. 71b, undated", date(2024, 1, 1)),
        stated=(90, Unit.ALLOWANCES),
    ),
    Limit(
        "lai_14a_duration",
        (_C.DI_REINSERTION,),
        52,
        Law("LAI art. 14a; RAI art. 4sexies", "droit-bilingue.ch 831.201 art. 4sexies, undated", date(2024, 1, 1)),
    ),
    Limit(
        "lai_14quater_duration",
        (_C.DI_ADVICE,),
        156,
        Law("LAI art. 14quater", "LAI-v2025.01 (art. 14quater)", date(2025, 1, 1)),
    ),
    Limit(
        "lai_18a_duration",
        (_C.DI_TRIAL_PLACEMENT,),
        25,
        Law("LAI art. 18a", _FROM_MEMORY, date(2024, 1, 1)),
        Asks.LAW,
        stated=(180, Unit.DAYS),
    ),
    Limit(
        "lai_18b_duration",
        (_C.DI_AIT,),
        25,
        Law("LAI art. 18b", "droit-bilingue.ch 831.20 art. 18b, undated", date(2024, 1, 1)),
        stated=(180, Unit.DAYS),
    ),
    Limit(
        "ne_isp_duration",
        (_C.NE_ISP,),
        13,
        Law("Contrat ISP (NE), projet pilote NE-ESO", "Bilan CII 2009-2013", date(2013, 1, 1)),
    ),
)

RULES = tuple(limit.rule() for limit in LIMITS)
