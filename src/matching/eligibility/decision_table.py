"""The decision table of who leads, prescribes and pays, as data: one row per situation of the person.

Source: the field's table "who finances, who may prescribe" (LACI, LEmp, LASV, LAI, Optima, France), and the lists of
measures by canton where the table has no row of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from matching.domain.vocabulary.catalogue import Institution, MeasureCode, Payer
from matching.eligibility.rule import Law


class Row(StrEnum):
    """The situations, in the order of the table."""

    OPEN_WITH_DAYS = "open_with_days"
    OVER_50 = "over_50"
    EXHAUSTED = "exhausted"
    ART_59D = "art_59d"
    THREATENED = "threatened"
    RI_REGISTERED = "ri_registered"
    RI_SOCIAL = "ri_social"
    JOINT_UNIT = "joint_unit"
    VD_TRAINING = "vd_training"
    ASSISTED = "assisted"
    DI_PENDING = "di_pending"
    DI_EARLY = "di_early"
    DI_MEASURE = "di_measure"
    FRANCE = "france"
    EMPLOYER = "employer"
    UNNAMED = "unnamed"


@dataclass(frozen=True)
class Share:
    """What one payer pays of the whole; None is unknown."""

    payer: Payer
    part: Fraction | None


@dataclass(frozen=True)
class Situation:
    """What a row says for everybody in it: the text it rests on and who may prescribe, those of the person's case."""

    reference: str | None
    prescribers: frozenset[Institution]
    shares: tuple[Share, ...] | None = None


_I = Institution
SOCIAL = frozenset({_I.CSR, _I.SSR, _I.SOCIAL_COMMUNE, _I.SMIG, _I.OCBE, _I.UC})
_PLACEMENT = frozenset({_I.ORP, _I.LMMT, _I.UC})
_HALF = Fraction(1, 2)

TABLE: Mapping[Row, Situation] = {
    Row.OPEN_WITH_DAYS: Situation("LACI art. 8; art. 59 al. 3", _PLACEMENT),
    Row.OVER_50: Situation("LACI art. 59 al. 3bis", _PLACEMENT),
    Row.EXHAUSTED: Situation("ATF 131 V 286", SOCIAL | {_I.ORP}),
    Row.ART_59D: Situation("LACI art. 59d", _PLACEMENT, (Share(Payer.AC, _HALF), Share(Payer.CANTON, _HALF))),
    Row.THREATENED: Situation("LACI art. 59 al. 1ter", _PLACEMENT),
    Row.RI_REGISTERED: Situation("LEmp VD", frozenset({_I.ORP, _I.UC})),
    Row.RI_SOCIAL: Situation("LASV VD", frozenset({_I.CSR, _I.UC})),
    Row.JOINT_UNIT: Situation("LEmp et LASV VD", frozenset({_I.ORP, _I.CSR, _I.UC})),
    Row.VD_TRAINING: Situation("LASV et LAEF VD", frozenset({_I.CSR, _I.OCBE, _I.UC})),
    Row.ASSISTED: Situation(None, SOCIAL),
    Row.DI_PENDING: Situation("LAI art. 7d; LACI art. 85f al. 3", frozenset({_I.OAI})),
    Row.DI_EARLY: Situation("LAI art. 7d", frozenset({_I.OAI})),
    Row.DI_MEASURE: Situation(None, frozenset({_I.OAI})),
    Row.FRANCE: Situation(None, frozenset(_I)),
    Row.EMPLOYER: Situation(None, frozenset(_I)),
    Row.UNNAMED: Situation(None, frozenset(_I)),
}
"""A row without a reference rests on the measure's own legal basis."""


@dataclass(frozen=True)
class Deadline:
    """How many days before the start the application must be in, and where that stands.

    `late_counts_from_application`: later without excuse, benefits run from the day of the application only.
    """

    days: int
    law: Law
    late_counts_from_application: bool = False


_DEADLINE_AFO = Deadline(56, Law("OACI art. 90a al. 7", "OACI-v2021.10 (art. 90a)", date(2021, 10, 1)))
_DEADLINE_AC = Deadline(
    10, Law("OACI art. 81e al. 1", "OACI-v2021.07 (art. 81e)", date(2021, 7, 1)), late_counts_from_application=True
)


def deadline_of(payers: tuple[Share, ...], code: MeasureCode, on: date) -> Deadline | None:
    """The statutory deadline for an application to the unemployment insurance; None where no other is known."""
    if all(share.payer is not Payer.AC for share in payers):
        return None
    deadline = _DEADLINE_AFO if code is MeasureCode.AC_AFO else _DEADLINE_AC
    return deadline if deadline.law.holds_on(on) else None
