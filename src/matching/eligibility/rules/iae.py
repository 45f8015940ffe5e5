"""Insertion by economic activity (France): one criterion of level 1, or several of level 2, or a prescriber's word."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import MeasureCode, SiaeKind
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Status
from matching.eligibility.facts import holds
from matching.eligibility.kleene import Truths, met_or_possible, same_for_all
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import CriteriaColumns, among, position

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
_SIAE = (SiaeKind.ACI, SiaeKind.AI, SiaeKind.EI, SiaeKind.EITI, SiaeKind.ETTI)
_TWO_ARE_ENOUGH = (SiaeKind.AI, SiaeKind.ETTI)
_NO_THRESHOLD_SEEN = position(SiaeKind.EITI)


def reaches_iae(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Never not met: where the criteria do not suffice, an authorised prescriber assesses without them."""
    if _held(profile, LEVEL_1, on):
        return same_for_all(len(columns), Truth.MET)
    count = len(_held(profile, LEVEL_2, on))
    needed = np.where(among(columns.siae_kind, _TWO_ARE_ENOUGH), 2, 3)
    reached = (count >= needed) & (columns.siae_kind != _NO_THRESHOLD_SEEN)
    return met_or_possible(reached, np.ones(len(columns), np.bool_))


def _held(profile: Profile, statuses: tuple[Status, ...], on: date) -> tuple[Status, ...]:
    return tuple(status for status in statuses if holds(profile, status, on) is Truth.MET)


def _is_iae(columns: CriteriaColumns) -> NDArray[np.bool_]:
    return among(columns.code, [MeasureCode.FR_IAE]) | among(columns.siae_kind, _SIAE)


def _says(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    held = _held(profile, LEVEL_1, on) or _held(profile, LEVEL_2, on)
    to_ask = tuple(status for status in (*LEVEL_1, *LEVEL_2) if holds(profile, status, on) is Truth.UNKNOWN)
    return Facts({"held": held, "open": to_ask}, variant=None if held else "none")


RULES = (
    Rule(
        id="iae_eligibility",
        subject="iae",
        asks=Asks.PAYER,
        test=reaches_iae,
        concerns=_is_iae,
        law=Law(
            "Critères d'éligibilité à l'IAE (F2284)",
            "F2284; les-emplois administrative_criteria.json; threshold of EITI not seen",
            date(2025, 1, 1),
        ),
        says=_says,
    ),
)
