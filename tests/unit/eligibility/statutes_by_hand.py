"""The statutory rules once more, in slow plain Python on the records themselves: True, False or None (unknown)."""

from datetime import date

from tests.unit.eligibility.reading_by_hand import (
    Reading,
    age,
    every,
    insured_as,
    may,
    one,
    opposite,
    status_holds,
)

from matching.domain.opportunity import AnyOpportunity, Measure, Placement, Vacancy
from matching.domain.person import Education, Permit
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import MeasureCode, SiaeKind
from matching.domain.vocabulary.situation import (
    Country,
    DiStatus,
    EducationLevel,
    FollowUp,
    PermitKind,
    Status,
    UiStatus,
)

C = MeasureCode
LEVELS = list(EducationLevel)
UNTRAINED = {EducationLevel.NONE, EducationLevel.COMPULSORY}
APPRENTICED = {EducationLevel.VOCATIONAL_2Y, EducationLevel.VOCATIONAL, EducationLevel.HIGHER_VOCATIONAL}
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
        return {"lse_26_permit": placeable(person, on), "lse_26_employer": True} if in_switzerland else {}
    code = option.code
    return {
        **unemployment_insurance(person, code, on),
        **vaud(person, code, on),
        **disability_insurance(person, code, on),
        **iae(person, option, on),
    }


def placeable(person: Profile, on: date) -> Reading:
    permit = person.permit or Permit()
    allowed = every([may(permit, permit.may_work, on), may(permit, permit.may_change_employer, on)])
    at_home = person.residence is not None and person.residence.country is Country.CH
    if allowed and not at_home and permit.kind is not PermitKind.G:
        return None
    return allowed


def unemployment_insurance(person: Profile, code: MeasureCode, on: date) -> dict[str, Reading]:
    standing, years = insured_as(person, on), age(person, on)
    education = person.education or Education()
    level = education.level
    after_exhaustion = None if years in {None, 50} else years is not None and years > 50
    table: dict[UiStatus | None, Reading] = {
        None: None,
        UiStatus.OPEN_WITH_DAYS: True,
        UiStatus.OPEN_EXHAUSTED: after_exhaustion,
        UiStatus.NEVER_INSURED_59D: True,
        UiStatus.WAITING: None,
        UiStatus.THREATENED: False,
        UiStatus.NONE: False,
    }
    read = dict[str, Reading]()
    if code in {C.AC_COURSE_IND, C.AC_COURSE_COLL}:
        read["laci_60_course"] = (table | {UiStatus.THREATENED: True})[standing]
    if code in {C.AC_PRACTICE_FIRM, C.AC_TRAINING_INTERNSHIP}:
        read["laci_60_training"] = (table | {UiStatus.THREATENED: None})[standing]
    if code in {C.AC_TEP, C.AC_PROF_INTERNSHIP}:
        read["laci_59_employment"] = table[standing]
    if code is C.AC_SEMO:
        read["laci_59_semo"] = (table | {UiStatus.WAITING: True})[standing]
        leaver = None if level in {None, EducationLevel.NONE} else level is EducationLevel.COMPULSORY
        read["laci_64a_semo"] = every([leaver, education.seeks_training_place])
    if code in {C.AC_AIT, C.AC_AFO, C.AC_COMMUTE, C.AC_SAI}:
        unknown = standing in {None, UiStatus.WAITING}
        read["laci_59_specific"] = None if unknown else standing is UiStatus.OPEN_WITH_DAYS
    if code is C.AC_TEP:
        read["laci_64a_hard_to_place"] = hard_to_place(person, on)
    if code is C.AC_AIT:
        read["laci_65_hard_to_place"] = hard_to_place(person, on)
        insured = person.insurances.unemployment
        end = insured.framework_end if insured else None
        if end is None:
            read["laci_66_framework"] = None
        else:
            half, full = end >= date(2027, 5, 23), end >= date(2027, 11, 23)
            read["laci_66_framework"] = (
                half if half == full else None if years is None else full if years >= 50 else half
            )
    if code is C.AC_AFO:
        read["laci_66a_age"] = None if years is None or 25 <= years <= 29 else years >= 30
        if level in UNTRAINED:
            read["laci_66a_training"] = True
        elif level is EducationLevel.UNIVERSITY:
            read["laci_66a_training"] = False
        else:
            read["laci_66a_training"] = True if level in APPRENTICED and education.recognised is False else None
    if code is C.AC_COMMUTE:
        read["laci_68_region"] = None
    if code is C.AC_SAI:
        read["laci_71a_project"] = every([None if years is None else years >= 20, person.self_employment_project])
    return read


def restricted(person: Profile, on: date) -> Reading:
    if person.restrictions is None:
        return None
    expired = [item.expires_on is not None and item.expires_on < on for item in person.restrictions]
    return True if False in expired else None if expired else False


def hard_to_place(person: Profile, on: date) -> Reading:
    years, months = age(person, on), person.months_without_work
    education = person.education or Education()
    drawn = person.insurances.unemployment.days_drawn if person.insurances.unemployment else None
    below_cfc = None if education.level is None else LEVELS.index(education.level) < 3
    return one(
        [
            None if years is None else years >= 50,
            restricted(person, on),
            below_cfc,
            opposite(education.recognised),
            None if drawn is None else drawn >= 150,
            None if months is None else months >= 12,
        ]
    )


def vaud(person: Profile, code: MeasureCode, on: date) -> dict[str, Reading]:
    standing, years = insured_as(person, on), age(person, on)
    ri = status_holds(person, Status.RI, on)
    read = dict[str, Reading]()
    if code in {C.VD_ACIT, C.VD_MIP}:
        read["vd_ri_employment"] = ri
    if code is C.VD_MIS:
        read["vd_ri_social"] = ri
    if code is C.VD_ACIT:
        unknown = standing in {None, UiStatus.WAITING}
        read["vd_acit_no_allowances"] = None if unknown else standing is not UiStatus.OPEN_WITH_DAYS
    if code is C.VD_MIP:
        registered = status_holds(person, Status.PES_REGISTERED, on)
        if person.pes_registration is None:
            read["vd_mip_registered"] = None if registered else registered
        else:
            abroad = person.pes_registration.country is Country.FR
            read["vd_mip_registered"] = False if abroad else registered
    if code is C.VD_FORJAD:
        read["vd_forjad_age"] = None if years is None else years in range(18, 26)
    if code is C.VD_FORMAD:
        read["vd_formad_age"] = None if years is None else years > 25
    if code in {C.VD_FORJAD, C.VD_FORMAD, C.VD_MIS_T}:
        education = person.education or Education()
        if education.level in UNTRAINED:
            read["vd_no_initial_training"] = True
        else:
            diploma = education.level in APPRENTICED | {EducationLevel.UNIVERSITY}
            read["vd_no_initial_training"] = False if diploma and education.recognised else None
    if code in {C.VD_FORJAD, C.VD_FORMAD, C.VD_MIS_T, C.VD_UC}:
        home = person.residence
        if home is not None and home.country is Country.FR:
            read["vd_canton"] = False
        else:
            read["vd_canton"] = None if home is None or home.region is None else home.region == "VD"
    if code is C.VD_UC:
        percent = person.availability.percent
        follow_up = person.insurances.assistance.follow_up if person.insurances.assistance else None
        di = person.insurances.disability.status if person.insurances.disability else None
        read["vd_uc_ri"] = ri
        read["vd_uc_availability"] = None if percent is None else percent >= 50
        read["vd_uc_age"] = None if years is None else years in range(26, 61)
        read["vd_uc_follow_up"] = None if follow_up is None else follow_up is not FollowUp.EXEMPT
        read["vd_uc_disability"] = True if di in {DiStatus.NONE, DiStatus.ANNOUNCED, DiStatus.CLAIM_REFUSED} else None
    return read


def disability_insurance(person: Profile, code: MeasureCode, on: date) -> dict[str, Reading]:
    insured = person.insurances.disability
    status = insured.status if insured else None
    percent = insured.incapacity_percent if insured else None
    since = insured.incapacity_since if insured else None
    years = age(person, on)
    read = dict[str, Reading]()
    if code in {C.DI_EARLY, C.DI_ADVICE, C.DI_GUIDANCE, C.DI_RETRAINING, C.DI_PLACEMENT}:
        out_of_procedure = status in {DiStatus.NONE, DiStatus.CLAIM_REFUSED}
        nothing = out_of_procedure and percent == 0 and restricted(person, on) is False
        read["lai_7d_early" if code is C.DI_EARLY else "lai_vocational"] = False if nothing else None
    if code is C.DI_REINSERTION:
        half = None if percent is None else percent >= 50
        long_enough = None if since is None else since <= date(2026, 5, 23)
        entry = every([half, long_enough])
        if entry is False and (years is None or years < 25):
            entry = None
        read["lai_14a_reinsertion"] = entry if status is DiStatus.MEASURE or entry is False else None
    if code is C.DI_AIT:
        known = {DiStatus.MEASURE: True, DiStatus.NONE: False, DiStatus.CLAIM_REFUSED: False}
        read["lai_18b_placement"] = known.get(status) if status else None
    return read


def iae(person: Profile, option: Measure | Placement, on: date) -> dict[str, Reading]:
    thresholds = {SiaeKind.ACI: 3, SiaeKind.EI: 3, SiaeKind.AI: 2, SiaeKind.ETTI: 2, SiaeKind.EITI: 99}
    if option.code is not C.FR_IAE and option.siae_kind not in thresholds:
        return {}
    if any(status_holds(person, status, on) for status in LEVEL_1):
        return {"iae_eligibility": True}
    count = sum(status_holds(person, status, on) is True for status in LEVEL_2)
    needed = thresholds.get(option.siae_kind, 3) if option.siae_kind else 3
    return {"iae_eligibility": True if count >= needed else None}
