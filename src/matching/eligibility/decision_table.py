"""The decision table of who leads, prescribes and pays, as data: one row per situation of the person.

Source: the field's table "who finances, who may prescribe" (LACI, LEmp, LASV, LAI, Optima, France), and the lists of
measures by canton where the table has no row of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from matching.domain.vocabulary.catalogue import PLACEMENT_OFFICES, SOCIAL_OFFICES, Institution, Payer
from matching.domain.vocabulary.measures import MeasureCode
from matching.eligibility.deadlines import DEADLINES, GENERAL, Deadline


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
SOCIAL = SOCIAL_OFFICES | {_I.SMIG, _I.OCBE}
"""Who may pay on the social side: the offices, migration for its own people, and grants instead of assistance."""
_HALF = Fraction(1, 2)

TABLE: Mapping[Row, Situation] = {
    Row.OPEN_WITH_DAYS: Situation("LACI art. 8; art. 59 al. 3", PLACEMENT_OFFICES),
    Row.OVER_50: Situation("LACI art. 59 al. 3bis", PLACEMENT_OFFICES),
    Row.EXHAUSTED: Situation("ATF 131 V 286", SOCIAL | {_I.ORP}),
    Row.ART_59D: Situation("LACI art. 59d", PLACEMENT_OFFICES, (Share(Payer.AC, _HALF), Share(Payer.CANTON, _HALF))),
    Row.THREATENED: Situation("LACI art. 59 al. 1ter", PLACEMENT_OFFICES),
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


def deadline_of(payers: tuple[Share, ...], code: MeasureCode, on: date) -> Deadline | None:
    """The statutory deadline for an application to the unemployment insurance; None where no other is known."""
    if all(share.payer is not Payer.AC for share in payers):
        return None
    deadline = DEADLINES.get(code, GENERAL)
    return deadline if deadline.law.holds_on(on) else None
