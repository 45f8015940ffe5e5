"""Who is entitled to measures of the unemployment insurance (AC) at all. Source: LACI art. 8, 15, 59-60."""

from datetime import date
from functools import partial

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.standing import PlacementStatus, UiStatus
from matching.eligibility.facts import age_at_least, ui_standing, unemployment
from matching.eligibility.kleene import both, truth_of
from matching.eligibility.rule import Facts, Law, Says, rule_on_person
from matching.snapshot.columns import CriteriaColumns, member

COURSES = (MeasureCode.AC_COURSE_IND, MeasureCode.AC_COURSE_COLL)
OTHER_TRAINING = (MeasureCode.AC_PRACTICE_FIRM, MeasureCode.AC_TRAINING_INTERNSHIP)
EMPLOYMENT = (MeasureCode.AC_TEP, MeasureCode.AC_PROF_INTERNSHIP)
SPECIFIC = (MeasureCode.AC_AIT, MeasureCode.AC_AFO, MeasureCode.AC_COMMUTE, MeasureCode.AC_SAI)

DAYS_59D = 260
"""Days of measures within two years for whoever has no contribution period. Source: LACI art. 59d."""

_LAW_59 = Law(
    "LACI art. 59 al. 1ter, 1quater, 3 et 3bis; art. 59b; art. 59d; art. 60; ATF 131 V 286",
    "AVIG-v2024.01 (art. 59b, 59d), AVIG-v2025.09 (art. 60), LACI 59-121 undated",
    date(2024, 1, 1),
)
_LAW_15 = Law("LACI art. 8 et 15; art. 60 al. 4", "LACI-v2020.09 (art. 15), AVIG-v2025.09 (art. 60)", date(2025, 9, 1))


def entitled_to_training_or_employment(profile: Profile, on: date) -> Truth:
    """Right to training and employment measures."""
    match ui_standing(profile, on):
        case UiStatus.OPEN_WITH_DAYS:
            return Truth.MET
        case UiStatus.NEVER_INSURED_59D:
            return days_59d_left(profile)
        case UiStatus.OPEN_EXHAUSTED:
            return older_than_50(profile, on)
        case UiStatus.THREATENED:
            return by_collective_dismissal(profile)
        case UiStatus.NONE:
            return Truth.NOT_MET
        case _:
            return Truth.UNKNOWN


def entitled_to_courses(profile: Profile, on: date) -> Truth:
    """As for employment measures; whoever is threatened with unemployment may take courses (art. 59 al. 1ter)."""
    if ui_standing(profile, on) is UiStatus.THREATENED:
        return Truth.MET
    return entitled_to_training_or_employment(profile, on)


def entitled_to_other_training(profile: Profile, on: date) -> Truth:
    """As for employment measures; whether "courses" (art. 59 al. 1ter) covers art. 60 as a whole, the payer says."""
    if ui_standing(profile, on) is UiStatus.THREATENED:
        return Truth.UNKNOWN
    return entitled_to_training_or_employment(profile, on)


def entitled_to_semo(profile: Profile, on: date) -> Truth:
    """As for employment measures; the waiting period is no obstacle (art. 64a al. 5)."""
    if ui_standing(profile, on) is UiStatus.WAITING:
        return Truth.MET
    return entitled_to_training_or_employment(profile, on)


def entitled_to_specific(profile: Profile, on: date) -> Truth:
    """Right to specific measures: an open framework period with allowances left."""
    match ui_standing(profile, on):
        case None | UiStatus.WAITING:
            return Truth.UNKNOWN
        case UiStatus.THREATENED:
            return by_collective_dismissal(profile)
        case standing:
            return truth_of(standing is UiStatus.OPEN_WITH_DAYS)


def days_59d_left(profile: Profile) -> Truth:
    """Without contribution period: days are left of the 260 within two years (art. 59d)."""
    used = unemployment(profile).days_used_59d
    return truth_of(None if used is None else used < DAYS_59D)


def by_collective_dismissal(profile: Profile) -> Truth:
    """Threatened with unemployment: the compensation office may allow measures after a collective dismissal only."""
    collective = unemployment(profile).collective_dismissal
    return both(Truth.UNKNOWN, truth_of(collective))


def older_than_50(profile: Profile, on: date) -> Truth:
    """More than 50 years (art. 59 al. 3bis); whether that begins at 50 or 51 completed years the text leaves open."""
    if profile.age_on(on) == 50:
        return Truth.UNKNOWN
    return age_at_least(profile, 51, on)


def is_placeable(profile: Profile, _on: date) -> Truth:
    """Able, willing and entitled to take work (art. 15): decided, or open as long as nobody has decided."""
    known = {PlacementStatus.APT: Truth.MET, PlacementStatus.INAPT_DECIDED: Truth.NOT_MET}
    placement = profile.insurances.placement
    return known.get(placement, Truth.UNKNOWN) if placement else Truth.UNKNOWN


def is_placeable_but_for_a_course(profile: Profile, on: date) -> Truth:
    """A participant need not be placeable while the course needs it (art. 60 al. 4): then the payer decides."""
    return Truth.MET if is_placeable(profile, on) is Truth.MET else Truth.UNKNOWN


def _says_standing(*undecided: UiStatus, dismissal: bool = True, days_59d: bool = True, over_50: bool = True) -> Says:
    """Sentences on the standing: `undecided` are those the payer decides; the flags say which articles count here."""

    def says(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
        insured, standing, age = unemployment(profile), ui_standing(profile, on), profile.age_on(on)
        values = {"standing": standing, "measure": member(MeasureCode, row.code[0])}
        if standing in undecided:
            return Facts(values, variant="payer", asks=Asks.PAYER)
        if dismissal and standing is UiStatus.THREATENED and insured.collective_dismissal is None:
            return Facts(values, variant="dismissal")
        if dismissal and standing is UiStatus.THREATENED and insured.collective_dismissal:
            return Facts(values, variant="payer", asks=Asks.PAYER)
        if days_59d and standing is UiStatus.NEVER_INSURED_59D and days_59d_left(profile) is not Truth.MET:
            return Facts(values | {"days": DAYS_59D}, variant="days_59d", asks=Asks.PAYER)
        if over_50 and standing is UiStatus.OPEN_EXHAUSTED and age is None:
            return Facts(values, variant="age")
        if over_50 and standing is UiStatus.OPEN_EXHAUSTED and age == 50:
            return Facts(values, variant="exactly_50", asks=Asks.LAW)
        return Facts(values)

    return says


def _says_placement(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    has = profile.insurances.placement
    return Facts({"has": has}, variant="not_known" if has is None else None, asks=Asks.COUNSELLOR if not has else None)


_rule = partial(rule_on_person, "unemployment_insurance", law=_LAW_59, may_ask=(Asks.PAYER, Asks.LAW))

RULES = (
    _rule("laci_60_course", COURSES, entitled_to_courses, says=_says_standing(UiStatus.WAITING, dismissal=False)),
    _rule(
        "laci_60_training",
        OTHER_TRAINING,
        entitled_to_other_training,
        says=_says_standing(UiStatus.WAITING, UiStatus.THREATENED),
    ),
    _rule(
        "laci_59_employment",
        EMPLOYMENT,
        entitled_to_training_or_employment,
        says=_says_standing(UiStatus.WAITING),
    ),
    _rule("laci_59_semo", (MeasureCode.AC_SEMO,), entitled_to_semo, says=_says_standing()),
    _rule(
        "laci_59_specific",
        SPECIFIC,
        entitled_to_specific,
        says=_says_standing(UiStatus.WAITING, days_59d=False, over_50=False),
        may_ask=(Asks.PAYER,),
    ),
    _rule(
        "laci_15_placement",
        (*EMPLOYMENT, MeasureCode.AC_SEMO, MeasureCode.AC_AIT, MeasureCode.AC_AFO, MeasureCode.AC_COMMUTE),
        is_placeable,
        says=_says_placement,
        law=_LAW_15,
        asks=Asks.PAYER,
        may_ask=(Asks.COUNSELLOR,),
    ),
    _rule(
        "laci_60_placement",
        (*COURSES, *OTHER_TRAINING),
        is_placeable_but_for_a_course,
        says=_says_placement,
        law=_LAW_15,
        asks=Asks.PAYER,
        may_ask=(Asks.COUNSELLOR,),
    ),
)
