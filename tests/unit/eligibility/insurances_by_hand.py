"""Unemployment and disability insurance once more, in slow plain Python: True, False or None (unknown)."""

from datetime import date, timedelta

from tests.unit.eligibility.reading_by_hand import Reading, age, every, insured_as, insured_for_measures, one, opposite

from matching.domain.insurance import UnemploymentInsurance
from matching.domain.opportunity import Measure, Placement
from matching.domain.person import Education
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.situation import EducationLevel
from matching.domain.vocabulary.standing import DiStatus, PlacementStatus, UiStatus

C = MeasureCode
LEVELS = list(EducationLevel)
UNTRAINED = {EducationLevel.NONE, EducationLevel.COMPULSORY}
APPRENTICED = {EducationLevel.VOCATIONAL_2Y, EducationLevel.VOCATIONAL, EducationLevel.HIGHER_VOCATIONAL}
OF_ARTICLE_60 = {C.AC_COURSE_IND, C.AC_COURSE_COLL, C.AC_PRACTICE_FIRM, C.AC_TRAINING_INTERNSHIP}

DI_ARTICLES = {
    C.DI_ADVICE: "lai_14quater_advice",
    C.DI_GUIDANCE: "lai_15_guidance",
    C.DI_INITIAL_TRAINING: "lai_16_initial_training",
    C.DI_RETRAINING: "lai_17_retraining",
    C.DI_PLACEMENT: "lai_18_placement",
    C.DI_TRIAL_PLACEMENT: "lai_18a_trial",
    C.DI_STAFF_LEASING: "lai_18abis_leasing",
    C.DI_CONTRIBUTION: "lai_18c_contribution",
    C.DI_CAPITAL_AID: "lai_18d_capital",
}
MONTHS_AND_RULES = {
    C.AC_TRAINING_INTERNSHIP: (3, "laci_60_duration"),
    C.AC_TEP: (6, "laci_64a_duration"),
    C.AC_PROF_INTERNSHIP: (6, "laci_64a_duration"),
    C.AC_SEMO: (6, "laci_64a_semo_duration"),
    C.AC_AIT: (12, "laci_66_duration"),
    C.AC_AFO: (36, "laci_66a_duration"),
    C.AC_COMMUTE: (6, "laci_70_duration"),
    C.DI_REINSERTION: (12, "lai_14a_duration"),
    C.DI_ADVICE: (36, "lai_14quater_duration"),
    C.NE_ISP: (3, "ne_isp_duration"),
}
DAYS_AND_RULES = {
    C.AC_SAI: (90 * 7 // 5, "laci_71b_duration"),
    C.DI_TRIAL_PLACEMENT: (180, "lai_18a_duration"),
    C.DI_AIT: (180, "lai_18b_duration"),
}


def insured(person: Profile) -> UnemploymentInsurance:
    return person.insurances.unemployment or UnemploymentInsurance()


def read_unemployment(person: Profile, option: Measure | Placement, on: date) -> dict[str, Reading]:
    standing, right = insured_as(person, on), insured_for_measures(person, on)
    threatened, waiting = standing is UiStatus.THREATENED, standing is UiStatus.WAITING
    education = person.education or Education()
    level, code, read = education.level, option.code, dict[str, Reading]()
    placeable = {PlacementStatus.APT: True, PlacementStatus.INAPT_DECIDED: False}
    placed = placeable.get(person.insurances.placement) if person.insurances.placement else None
    if code in {C.AC_COURSE_IND, C.AC_COURSE_COLL}:
        read["laci_60_course"] = True if threatened else right
    if code in {C.AC_PRACTICE_FIRM, C.AC_TRAINING_INTERNSHIP}:
        read["laci_60_training"] = None if threatened else right
    if code in OF_ARTICLE_60:
        read["laci_60_placement"] = placed or None
    elif code.value.startswith("ac_") and code is not C.AC_SAI:
        read["laci_15_placement"] = placed
    if code in {C.AC_TEP, C.AC_PROF_INTERNSHIP}:
        read["laci_59_employment"] = right
    if code is C.AC_SEMO:
        read["laci_59_semo"] = True if waiting else right
        leaver = None if level in {None, EducationLevel.NONE} else level is EducationLevel.COMPULSORY
        read["laci_64a_semo"] = every([leaver, education.seeks_training_place])
    if code is C.AC_TEP:
        read["laci_64a_hard_to_place"] = hard_to_place(person, on)
        competes = option.competes_with_firms if isinstance(option, Measure) else None
        read["laci_64a_competition"] = opposite(competes)
    if code is C.AC_PROF_INTERNSHIP:
        read["laci_64a_after_training"] = True if level and LEVELS.index(level) >= 2 else None
    return read


def read_specific(person: Profile, option: Measure | Placement, on: date) -> dict[str, Reading]:
    standing, years, code = insured_as(person, on), age(person, on), option.code
    education = person.education or Education()
    level, read = education.level, dict[str, Reading]()
    if code in {C.AC_AIT, C.AC_AFO, C.AC_COMMUTE, C.AC_SAI}:
        by_standing = None if standing in {None, UiStatus.WAITING} else standing is UiStatus.OPEN_WITH_DAYS
        read["laci_59_specific"] = insured_for_measures(person, on) if standing is UiStatus.THREATENED else by_standing
    if code is C.AC_AIT:
        read["laci_65_hard_to_place"] = hard_to_place(person, on)
        lasting = {ContractKind.PERMANENT: True, ContractKind.FIXED_TERM: None, None: None}
        read["laci_65_contract"] = lasting.get(option.contract, False)
        end = insured(person).framework_end
        read["laci_66_framework"] = None
        if end is not None:
            half, full = end >= later(on, 6), end >= later(on, 12)
            by_age = None if years is None else full if years >= 50 else half
            read["laci_66_framework"] = half if half == full else by_age
    if code is C.AC_AFO:
        read["laci_66a_age"] = None if years is None or 25 <= years <= 29 else years >= 30
        unrecognised = education.recognised is False
        trained_abroad = level in APPRENTICED | {EducationLevel.UNIVERSITY} and unrecognised
        read["laci_66a_training"] = True if level in UNTRAINED or trained_abroad else None
        read["laci_66a_studies"] = has_not_studied(education)
        read["laci_66a_contract"] = education.apprenticeship_contract
    if code is C.AC_COMMUTE:
        read["laci_68_region"] = None
    if code is C.AC_SAI:
        read["laci_71a_project"] = every([None if years is None else years >= 20, person.self_employment_project])
        read["laci_71a_no_fault"] = None
    return read


def has_not_studied(education: Education) -> Reading:
    level, years = education.level, education.higher_education_years
    if years is not None and years >= 3:
        return False
    if level is EducationLevel.UNIVERSITY and education.recognised:
        return False
    if level in UNTRAINED:
        return True
    below = level in {EducationLevel.VOCATIONAL_2Y, EducationLevel.VOCATIONAL, EducationLevel.BACCALAUREATE}
    no_diploma = below or education.recognised is False
    return True if no_diploma and years is not None else None


def restricted(person: Profile, on: date) -> Reading:
    if person.restrictions is None:
        return None
    expired = [item.expires_on is not None and item.expires_on < on for item in person.restrictions]
    return True if False in expired else None if expired else False


def hard_to_place(person: Profile, on: date) -> Reading:
    years, months = age(person, on), person.months_without_work
    education = person.education or Education()
    drawn = insured(person).days_drawn
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


def read_disability(person: Profile, code: MeasureCode, on: date) -> dict[str, Reading]:
    known = person.insurances.disability
    status, percent = (known.status, known.incapacity_percent) if known else (None, None)
    since = known.incapacity_since if known else None
    out_of_procedure = status in {DiStatus.NONE, DiStatus.CLAIM_REFUSED}
    years, months, read = age(person, on), person.months_without_work, dict[str, Reading]()
    if code is C.DI_EARLY:
        nothing = out_of_procedure and percent == 0 and restricted(person, on) is False
        read["lai_7d_early"] = False if nothing else None
    if code in DI_ARTICLES:
        read[DI_ARTICLES[code]] = False if out_of_procedure else None
    if code is C.DI_REINSERTION:
        half = None if percent is None else percent >= 50
        long_enough = None if since is None else later(since, 6) <= on
        entry = every([half, long_enough])
        if entry is False and (years is None or years < 25) and months != 0:
            entry = None
        read["lai_14a_reinsertion"] = entry if status is DiStatus.MEASURE or entry is False else None
    if code is C.DI_AIT:
        read["lai_18b_placement"] = True if status is DiStatus.MEASURE else False if out_of_procedure else None
        read["lai_18b_productivity"] = False if person.availability.work_pace_percent == 100 else None
    return read


def read_deadline(option: Measure | Placement, on: date) -> dict[str, Reading]:
    """Ten days before the start, eight weeks for the training allowance; late is for the payer to judge."""
    timing, code = option.timing, option.code
    if timing.rolling or not timing.starts_on or not code.value.startswith("ac_"):
        return {}
    notice = max(timing.application_deadline_days or 0, 56 if code is C.AC_AFO else 10)
    return {"oaci_81e_deadline": any(start - timedelta(days=notice) >= on for start in timing.starts_on) or None}


def read_durations(option: Measure | Placement) -> dict[str, Reading]:
    """Three months are thirteen weeks."""
    weeks, code = option.timing.max_weeks, option.code
    if weeks is None:
        return {}
    if code in DAYS_AND_RULES:
        days, rule = DAYS_AND_RULES[code]
        return {rule: True if weeks * 7 <= days else None}
    if code in MONTHS_AND_RULES:
        months, rule = MONTHS_AND_RULES[code]
        return {rule: True if weeks <= months * 13 // 3 else None}
    return {}


def later(day: date, months: int) -> date:
    """The same day of a later month, or its last one: the day before the first of the month after it."""
    months += day.year * 12 + day.month
    first_after = date(months // 12, months % 12 + 1, 1)
    last = first_after - timedelta(days=1)
    return last if day.day > last.day else last.replace(day=day.day)
