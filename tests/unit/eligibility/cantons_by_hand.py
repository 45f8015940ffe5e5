"""Vaud and Neuchâtel once more, in slow plain Python on the records themselves: True, False or None (unknown)."""

from datetime import date

from tests.unit.eligibility.reading_by_hand import Reading, age, every, insured_as, one, opposite, status_holds

from matching.domain.person import Education, Household
from matching.domain.profile import Profile
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.situation import Country, EducationLevel
from matching.domain.vocabulary.standing import DiStatus, FollowUp, PlacementStatus, Status, UiStatus

C = MeasureCode
UNTRAINED = {EducationLevel.NONE, EducationLevel.COMPULSORY}
DIPLOMAS = {
    EducationLevel.VOCATIONAL_2Y,
    EducationLevel.VOCATIONAL,
    EducationLevel.HIGHER_VOCATIONAL,
    EducationLevel.UNIVERSITY,
}


def lives_in(person: Profile, canton: str) -> Reading:
    home = person.residence
    if home is not None and home.country is Country.FR:
        return False
    return None if home is None or home.region is None else home.region == canton


def at_the_orp(person: Profile, on: date) -> Reading:
    registered = status_holds(person, Status.PES_REGISTERED, on)
    if person.pes_registration is None:
        return None if registered else registered
    return False if person.pes_registration.country is Country.FR else registered


def read_vaud(person: Profile, code: MeasureCode, on: date) -> dict[str, Reading]:
    standing, years = insured_as(person, on), age(person, on)
    ri = status_holds(person, Status.RI, on)
    follow_up = person.insurances.assistance.follow_up if person.insurances.assistance else None
    read = dict[str, Reading]()
    if code in {C.VD_ACIT, C.VD_MIP}:
        read["vd_ri_employment"] = ri
        read["vd_mip_registered"] = at_the_orp(person, on)
    if code is C.VD_MIS:
        read["vd_ri_social"] = ri
        apt = {PlacementStatus.APT: True, PlacementStatus.INAPT_DECIDED: False}
        placed = apt.get(person.insurances.placement) if person.insurances.placement else None
        sent_to_the_orp = every([at_the_orp(person, on), placed])
        both_services = follow_up in {None, FollowUp.JOINT_UNIT, FollowUp.MIXED}
        read["vd_mis_first"] = one([opposite(sent_to_the_orp), None if both_services else False])
    if code is C.VD_ACIT:
        unknown = standing in {None, UiStatus.WAITING}
        read["vd_acit_no_allowances"] = None if unknown else standing is not UiStatus.OPEN_WITH_DAYS
    if code is C.VD_FORJAD:
        read["vd_forjad_age"] = None if years is None else years in range(18, 26)
    if code is C.VD_FORMAD:
        read["vd_formad_age"] = None if years is None else years > 25
        months = person.months_without_work
        read["vd_formad_no_activity"] = None if months is None else months != 0
    if code is C.VD_MIS_T:
        read["vd_mis_t_youth"] = True if years in range(18, 26) else None
    if code in {C.VD_FORJAD, C.VD_FORMAD, C.VD_MIS_T}:
        education = person.education or Education()
        if education.level in UNTRAINED:
            read["vd_no_initial_training"] = True
        else:
            read["vd_no_initial_training"] = False if education.level in DIPLOMAS and education.recognised else None
    if code in {C.VD_FORJAD, C.VD_FORMAD, C.VD_MIS_T, C.VD_UC}:
        read["vd_uc_canton" if code is C.VD_UC else "vd_canton"] = lives_in(person, "VD")
    if code is C.VD_UC:
        percent = person.availability.percent
        di = person.insurances.disability.status if person.insurances.disability else None
        read["vd_uc_ri"] = ri
        read["vd_uc_availability"] = None if percent is None else percent >= 50
        read["vd_uc_age"] = None if years is None else years in range(26, 61)
        read["vd_uc_follow_up"] = None if follow_up is None else follow_up is not FollowUp.EXEMPT
        read["vd_uc_disability"] = True if di in {DiStatus.NONE, DiStatus.ANNOUNCED, DiStatus.CLAIM_REFUSED} else None
    return read


def read_neuchatel(person: Profile, code: MeasureCode, on: date) -> dict[str, Reading]:
    years, read = age(person, on), dict[str, Reading]()
    if code in {C.NE_ISP, C.NE_ESO, C.NE_CASE_MANAGEMENT}:
        read["ne_canton"] = lives_in(person, "NE")
    if code is C.NE_ESO:
        children = (person.household or Household()).children
        pace = person.availability.work_pace_percent
        read["ne_eso_age"] = None if years is None else years in range(30, 66)
        read["ne_eso_family"] = None if children is None else children < 1
        read["ne_eso_debts"] = True if person.in_debt_enforcement is False else None
        read["ne_eso_pace"] = None if pace is None else pace != 100
    if code is C.NE_CASE_MANAGEMENT:
        read["ne_cm_age"] = None if years in {None, 30} else years is not None and years < 30
    return read
