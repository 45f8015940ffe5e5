"""The statutory rules once more, in slow plain Python on the records themselves: True, False or None (unknown)."""

from datetime import date

from tests.unit.eligibility.cantons_by_hand import read_neuchatel, read_vaud
from tests.unit.eligibility.insurances_by_hand import (
    read_deadline,
    read_disability,
    read_durations,
    read_specific,
    read_unemployment,
)
from tests.unit.eligibility.reading_by_hand import Reading, every, may, status_holds

from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Vacancy
from matching.domain.person import Permit
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import MeasureCode, SiaeKind
from matching.domain.vocabulary.situation import Country, PermitKind, Status

C = MeasureCode
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


def read_statutes(person: Profile, option: AnyOpportunity, on: date) -> dict[str, Reading]:
    """Every statutory rule that concerns the option, the health of suitable work apart, by id."""
    if isinstance(option, Vacancy):
        in_switzerland = option.place is not None and option.place.country is Country.CH
        return {"lse_26_permit": placeable(person, on)} if in_switzerland else {}
    return {
        **read_unemployment(person, option, on),
        **read_specific(person, option, on),
        **read_disability(person, option.code, on),
        **read_vaud(person, option.code, on),
        **read_neuchatel(person, option.code, on),
        **read_durations(option),
        **read_deadline(option, on),
        **iae(person, option, on),
    }


def placeable(person: Profile, on: date) -> Reading:
    permit = person.permit or Permit()
    allowed = every([may(permit, permit.may_work, on), may(permit, permit.may_change_employer, on)])
    at_home = person.residence is not None and person.residence.country is Country.CH
    if allowed and not at_home and permit.kind is not PermitKind.G:
        return None
    return allowed


def iae(person: Profile, option: Measure | Placement, on: date) -> dict[str, Reading]:
    thresholds = {SiaeKind.ACI: 3, SiaeKind.EI: 3, SiaeKind.AI: 2, SiaeKind.ETTI: 2, SiaeKind.EITI: 99}
    if option.code is not C.FR_IAE and option.siae_kind not in thresholds:
        return {}
    if any(status_holds(person, status, on) for status in LEVEL_1):
        return {"iae_eligibility": True}
    count = sum(status_holds(person, status, on) is True for status in LEVEL_2)
    needed = thresholds.get(option.siae_kind, 3) if option.siae_kind else 3
    return {"iae_eligibility": True if count >= needed else None}
