"""Insertion by economic activity (France): the PASS IAE, a prescriber's word, else the criteria of who hires itself.

The criteria bind only a structure that prescribes for itself: an authorised prescriber assesses without them.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray

from matching.domain.insertion_france import IaeDiagnosis, InsertionFrance, PassIae
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import SIAE, ContractKind, Institution, SiaeKind
from matching.domain.vocabulary.insertion_france import DiagnosisAuthor, PassProlongation
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.standing import Status
from matching.eligibility.facts import holds
from matching.eligibility.kleene import Truths, met_or_possible, same_for_all
from matching.eligibility.months import days_after, months_after
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import CriteriaColumns, among, bits, position

LEVEL_1 = (Status.RSA, Status.ASS, Status.AAH, Status.DETLD)
LEVEL_2 = (
    Status.LOW_EDUCATION,
    Status.SENIOR,
    Status.YOUTH,
    Status.CHILD_WELFARE_LEAVER,
    Status.DELD,
    Status.RQTH,
    Status.LONE_PARENT,
    Status.NO_STABLE_HOUSING,
    Status.REFUGEE_OR_ASYLUM,
    Status.FRR_RESIDENT,
    Status.QPV_RESIDENT,
    Status.JUSTICE,
)
_TWO_ARE_ENOUGH = (SiaeKind.AI, SiaeKind.ETTI)
_NO_THRESHOLD_SEEN = position(SiaeKind.EITI)
_PARTICULAR_DIFFICULTIES = (SiaeKind.AI, SiaeKind.ACI)
_PASS_MONTHS = 24
_PRESCRIBER_MONTHS = 6
_EMPLOYER_DAYS = 92


class PassOn(Enum):
    """Where a PASS IAE stands on a day. NARROW: prolonged for a reason that holds in an AI or an ACI only."""

    NONE = auto()
    VALID = auto()
    NARROW = auto()
    SUSPENDED = auto()
    ENDED = auto()


def pass_on(profile: Profile, on: date) -> PassOn:
    """The last day is inside; one that begins later, or was never recorded, is none."""
    held = _pathway(profile).iae_pass
    if held is None or held.valid_from > on:
        return PassOn.NONE
    regular = on <= last_regular_day(held)
    prolonged = held.prolonged_to is not None and on <= held.prolonged_to
    if not regular and not prolonged:
        return PassOn.ENDED
    begun = held.suspended_from is not None and held.suspended_from <= on
    if begun and (held.suspended_to is None or on <= held.suspended_to):
        return PassOn.SUSPENDED
    if regular or held.prolongation not in (None, PassProlongation.PARTICULAR_DIFFICULTIES):
        return PassOn.VALID
    return PassOn.NARROW


def last_regular_day(held: PassIae) -> date:
    """As recorded, else the eve of the day 24 months after the first; prolongations apart."""
    return held.valid_to or days_after(months_after(held.valid_from, _PASS_MONTHS), -1)


def prescriber_diagnosis(profile: Profile, on: date) -> IaeDiagnosis | None:
    """The last one by an authorised prescriber that is in force: six months from the day it was made."""
    return _last(profile, DiagnosisAuthor.PRESCRIBER, lambda made: made <= on < months_after(made, _PRESCRIBER_MONTHS))


def employer_diagnosis(profile: Profile, on: date) -> IaeDiagnosis | None:
    """The last one by an employer that is in force: 92 days, the first included, and for that structure alone."""
    return _last(profile, DiagnosisAuthor.EMPLOYER, lambda made: made <= on < days_after(made, _EMPLOYER_DAYS))


def reaches_iae(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """PASS, then a prescriber's word, then the criteria; without any of them a prescriber may still say yes."""
    count, stands = len(columns), pass_on(profile, on)
    if stands is PassOn.VALID:
        return same_for_all(count, Truth.MET)
    if stands is PassOn.NARROW:
        return met_or_possible(among(columns.siae_kind, _PARTICULAR_DIFFICULTIES), np.ones(count, np.bool_))
    if stands is PassOn.SUSPENDED:
        return same_for_all(count, Truth.UNKNOWN)
    diagnosis = prescriber_diagnosis(profile, on)
    if diagnosis is not None and not diagnosis.eligible:
        return same_for_all(count, Truth.NOT_MET)
    if stands is PassOn.ENDED:
        return same_for_all(count, Truth.UNKNOWN)
    if diagnosis is not None:
        return same_for_all(count, Truth.MET)
    return met_or_possible(_prescribes_itself(columns) & _criteria_reached(profile, columns, on), np.ones(count, bool))


def is_iae(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """Places of an SIAE, and CDDI wherever they stand; not those of GEIQ, EA, EATT and OPCS, which are no SIAE."""
    named = among(columns.code, [MeasureCode.FR_IAE]) | among(columns.contract, [ContractKind.CDDI])
    return among(columns.siae_kind, SIAE) | (named & (columns.siae_kind < 0))


def _pathway(profile: Profile) -> InsertionFrance:
    return profile.insertion_france or InsertionFrance()


def _last(profile: Profile, author: DiagnosisAuthor, in_force: Callable[[date], bool]) -> IaeDiagnosis | None:
    made = [each for each in _pathway(profile).iae_diagnoses if each.by is author and in_force(each.made_on)]
    return max(made, key=lambda each: each.made_on, default=None)


def _prescribes_itself(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """Any SIAE may, unless the option lists who prescribes it and the structure is not there."""
    itself: NDArray[np.bool_] = (columns.prescribers == 0) | (columns.prescribers & bits([Institution.SIAE]) != 0)
    return itself


def _criteria_reached(profile: Profile, columns: CriteriaColumns, on: date) -> NDArray[np.bool_]:
    if _held(profile, LEVEL_1, on):
        return np.ones(len(columns), np.bool_)
    reached: NDArray[np.bool_] = len(_held(profile, LEVEL_2, on)) >= _needed(columns)
    reached &= columns.siae_kind != _NO_THRESHOLD_SEEN
    return reached


def _needed(columns: CriteriaColumns) -> NDArray[np.int64]:
    return np.where(among(columns.siae_kind, _TWO_ARE_ENOUGH), 2, 3)


def _held(profile: Profile, statuses: tuple[Status, ...], on: date) -> tuple[Status, ...]:
    return tuple(status for status in statuses if holds(profile, status, on) is Truth.MET)


def _says(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    held, stands = _pathway(profile).iae_pass, pass_on(profile, on)
    if held is not None and stands in (PassOn.VALID, PassOn.NARROW):
        through = max(last_regular_day(held), held.prolonged_to or held.valid_from)
        if stands is PassOn.NARROW and not among(row.siae_kind, _PARTICULAR_DIFFICULTIES)[0]:
            return Facts({"day": through}, variant="narrow")
        return Facts({"day": through}, variant="pass")
    if held is not None and stands is PassOn.SUSPENDED:
        return Facts({"day": held.suspended_from}, variant="suspended")
    diagnosis = prescriber_diagnosis(profile, on)
    if diagnosis is not None and not diagnosis.eligible:
        return Facts({"day": diagnosis.made_on})
    if held is not None and stands is PassOn.ENDED:
        ended = max(last_regular_day(held), held.prolonged_to or held.valid_from)
        return Facts({"day": ended}, variant="ended", asks=Asks.LAW)
    if diagnosis is not None:
        return Facts({"day": diagnosis.made_on}, variant="diagnosis")
    return _says_criteria(profile, row, on)


def _says_criteria(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
    """Never more than is needed: where one criterion of level 1 may do, those of level 2 are not asked for."""
    if not _prescribes_itself(row)[0]:
        return Facts(variant="prescriber")
    held = _held(profile, LEVEL_2, on)
    if _criteria_reached(profile, row, on)[0]:
        return Facts({"held": _held(profile, LEVEL_1, on) or held})
    employers = employer_diagnosis(profile, on)
    if employers is not None and employers.eligible:
        return Facts({"day": employers.made_on}, variant="employer")
    to_ask = tuple(status for status in LEVEL_1 if holds(profile, status, on) is Truth.UNKNOWN)
    if to_ask:
        return Facts({"open": to_ask}, variant="level_1")
    if row.siae_kind[0] == _NO_THRESHOLD_SEEN:
        return Facts(variant="eiti", asks=Asks.LAW)
    return Facts({"missing": int(_needed(row)[0]) - len(held)})


RULES = (
    Rule(
        id="iae_eligibility",
        subject="iae",
        asks=Asks.PAYER,
        test=reaches_iae,
        concerns=is_iae,
        law=Law(
            "Éligibilité à l'IAE et PASS IAE (F2284)",
            "F2284; les-emplois eligibility and approvals, criteria of 2025 without FLE and PM; "
            "threshold of EITI and waiting period after a PASS not seen",
            date(2025, 1, 1),
        ),
        says=_says,
        may_ask=(Asks.LAW,),
    ),
)
