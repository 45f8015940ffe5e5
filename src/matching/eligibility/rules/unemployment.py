"""Measures of the unemployment insurance (AC): who is entitled to which. Source: LACI art. 59 ff., OACI art. 90 f."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import MeasureCode
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import EducationLevel, UiStatus
from matching.eligibility.facts import (
    age_at_least,
    education,
    education_below,
    has_restriction,
    ui_standing,
    unemployment,
)
from matching.eligibility.kleene import Truths, both, either, negated, same_for_all, truth_of
from matching.eligibility.rule import Facts, Law, Rule, Says, says_nothing
from matching.snapshot.columns import CriteriaColumns, member

_COURSES = (MeasureCode.AC_COURSE_IND, MeasureCode.AC_COURSE_COLL)
_OTHER_TRAINING = (MeasureCode.AC_PRACTICE_FIRM, MeasureCode.AC_TRAINING_INTERNSHIP)
_EMPLOYMENT = (MeasureCode.AC_TEP, MeasureCode.AC_PROF_INTERNSHIP)
_SPECIFIC = (MeasureCode.AC_AIT, MeasureCode.AC_AFO, MeasureCode.AC_COMMUTE, MeasureCode.AC_SAI)

_LAW_59 = Law(
    "LACI art. 59 al. 1ter, 3 et 3bis; art. 59b; art. 59d; art. 60; ATF 131 V 286",
    "AVIG-v2024.01 (art. 59b, 59d), AVIG-v2025.09 (art. 60), LACI 59-121 undated",
    date(2024, 1, 1),
)


class Ground(ClosedList):
    """Why somebody is hard to place. Source: OACI art. 90; the twelve months are a figure of the house."""

    AGE = "age", "50 ans ou plus", "50 Jahre oder älter"
    RESTRICTION = "restriction", "restriction fonctionnelle", "funktionelle Einschränkung"
    EDUCATION = "education", "formation insuffisante ou non reconnue", "Ausbildung ungenügend oder nicht anerkannt"
    ALLOWANCES = "allowances", "150 indemnités ou plus perçues", "150 Taggelder oder mehr bezogen"
    TIME = "time", "12 mois ou plus sans emploi", "12 Monate oder mehr ohne Arbeit"


def entitled_to_training_or_employment(profile: Profile, on: date, *, threatened: Truth) -> Truth:
    """Right to training and employment measures; `threatened` is the answer for people threatened with unemployment."""
    match ui_standing(profile, on):
        case UiStatus.OPEN_WITH_DAYS | UiStatus.NEVER_INSURED_59D:
            return Truth.MET
        case UiStatus.OPEN_EXHAUSTED:
            return older_than_50(profile, on)
        case UiStatus.THREATENED:
            return threatened
        case UiStatus.NONE:
            return Truth.NOT_MET
        case _:
            return Truth.UNKNOWN


def older_than_50(profile: Profile, on: date) -> Truth:
    """More than 50 years (art. 59 al. 3bis); whether that begins at 50 or 51 completed years the text leaves open."""
    if profile.age_on(on) == 50:
        return Truth.UNKNOWN
    return age_at_least(profile, 51, on)


def entitled_to_specific(profile: Profile, on: date) -> Truth:
    """Right to specific measures: an open framework period with allowances left."""
    standing = ui_standing(profile, on)
    if standing is None or standing is UiStatus.WAITING:
        return Truth.UNKNOWN
    return truth_of(standing is UiStatus.OPEN_WITH_DAYS)


def entitled_to_semo(profile: Profile, on: date) -> Truth:
    """As for employment measures; the waiting period is no obstacle (art. 64a al. 5)."""
    if ui_standing(profile, on) is UiStatus.WAITING:
        return Truth.MET
    return entitled_to_training_or_employment(profile, on, threatened=Truth.NOT_MET)


def grounds(profile: Profile, on: date) -> dict[Ground, Truth]:
    """Each ground for being hard to place."""
    drawn, months = unemployment(profile).days_drawn, profile.months_without_work
    recognised = education(profile).recognised
    return {
        Ground.AGE: age_at_least(profile, 50, on),
        Ground.RESTRICTION: has_restriction(profile, on),
        Ground.EDUCATION: either(
            education_below(profile, EducationLevel.VOCATIONAL),
            negated(truth_of(recognised)),
        ),
        Ground.ALLOWANCES: truth_of(None if drawn is None else drawn >= 150),
        Ground.TIME: truth_of(None if months is None else months >= 12),
    }


def hard_to_place(profile: Profile, on: date) -> Truth:
    """One ground is enough."""
    return either(*grounds(profile, on).values())


def framework_lasts(profile: Profile, on: date) -> Truth:
    """Open during the whole allowance, counted from today: 6 months, 12 from the age of 50."""
    end = unemployment(profile).framework_end
    if end is None:
        return Truth.UNKNOWN
    six, twelve = truth_of(end >= months_after(on, 6)), truth_of(end >= months_after(on, 12))
    senior = age_at_least(profile, 50, on)
    return either(twelve, both(six, negated(senior)))


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def seeks_first_training(profile: Profile, _on: date) -> Truth:
    """After compulsory school, seeks a training place, neither vocational diploma nor Matura."""
    level = education(profile).level
    school = {
        None: Truth.UNKNOWN,
        EducationLevel.NONE: Truth.UNKNOWN,
        EducationLevel.COMPULSORY: Truth.MET,
    }.get(level, Truth.NOT_MET)
    return both(school, truth_of(education(profile).seeks_training_place))


def old_enough_for_training_allowance(profile: Profile, on: date) -> Truth:
    """30 years; from 25 the compensation office may deviate."""
    if age_at_least(profile, 25, on) is Truth.MET and age_at_least(profile, 30, on) is Truth.NOT_MET:
        return Truth.UNKNOWN
    return age_at_least(profile, 30, on)


def lacks_recognised_training(profile: Profile, _on: date) -> Truth:
    """No recognised vocational training; with one, great difficulty to find work in it is for the payer to judge."""
    has = education(profile)
    if has.level in (EducationLevel.NONE, EducationLevel.COMPULSORY):
        return Truth.MET
    if has.level is EducationLevel.UNIVERSITY:
        return Truth.NOT_MET
    trained = has.level not in (None, EducationLevel.BACCALAUREATE)
    return Truth.MET if trained and has.recognised is False else Truth.UNKNOWN


def has_project_at_20(profile: Profile, on: date) -> Truth:
    """20 years and a rough project of self-employment."""
    return both(age_at_least(profile, 20, on), truth_of(profile.self_employment_project))


def of_the_person(condition: Callable[[Profile, date], Truth]) -> Callable[[Profile, CriteriaColumns, date], Truths]:
    """A condition that depends on the person alone, for all options."""
    return lambda profile, columns, on: same_for_all(len(columns), condition(profile, on))


def _training_or_employment(threatened: Truth) -> Callable[[Profile, CriteriaColumns, date], Truths]:
    return of_the_person(lambda profile, on: entitled_to_training_or_employment(profile, on, threatened=threatened))


def _says_standing(*undecided: UiStatus, over_50: bool = False) -> Says:
    """Sentences on the standing; `undecided` are those the payer decides, `over_50` where art. 59 al. 3bis counts."""

    def says(profile: Profile, row: CriteriaColumns, on: date) -> Facts:
        standing, age = ui_standing(profile, on), profile.age_on(on)
        values = {"standing": standing, "measure": member(MeasureCode, row.code[0])}
        if standing in undecided:
            return Facts(values, variant="payer", asks=Asks.PAYER)
        if over_50 and standing is UiStatus.OPEN_EXHAUSTED and age is None:
            return Facts(values, variant="age")
        if over_50 and standing is UiStatus.OPEN_EXHAUSTED and age == 50:
            return Facts(values, variant="exactly_50", asks=Asks.LAW)
        return Facts(values)

    return says


def _says_grounds(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    truths = grounds(profile, on)
    return Facts(
        {
            "held": tuple(ground for ground, truth in truths.items() if truth is Truth.MET),
            "open": tuple(ground for ground, truth in truths.items() if truth is Truth.UNKNOWN),
        }
    )


def _says_framework(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    end = unemployment(profile).framework_end
    by_age = end is not None and framework_lasts(profile, on) is Truth.UNKNOWN
    needed = 12 if age_at_least(profile, 50, on) is Truth.MET else 6
    return Facts({"end": end, "months": needed}, variant="age" if by_age else None)


def _says_training_age(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    age = profile.age_on(on)
    between = age is not None and 25 <= age < 30
    return Facts({"has": age}, variant="payer" if between else None, asks=Asks.PAYER if between else None)


def _says_education(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    has = education(profile)
    recognised = has.level is not EducationLevel.UNIVERSITY and has.recognised is True
    trained = education_below(profile, EducationLevel.VOCATIONAL_2Y) is Truth.NOT_MET
    judged = has.level is EducationLevel.BACCALAUREATE or (trained and recognised)
    return Facts({"has": has.level}, variant="payer" if judged else None, asks=Asks.PAYER if judged else None)


def _says_first_training(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    level = education(profile).level
    judged = level is EducationLevel.NONE and education(profile).seeks_training_place is True
    return Facts({"has": level}, variant="payer" if judged else None, asks=Asks.PAYER if judged else None)


def _statutory(
    rule_id: str,
    codes: tuple[MeasureCode, ...],
    test: Callable[[Profile, CriteriaColumns, date], Truths],
    *,
    law: Law,
    says: Says = says_nothing,
    asks: Asks = Asks.PERSON,
) -> Rule:
    return Rule(id=rule_id, subject="unemployment_insurance", asks=asks, test=test, codes=codes, law=law, says=says)


RULES = (
    _statutory(
        "laci_60_course",
        _COURSES,
        _training_or_employment(Truth.MET),
        law=_LAW_59,
        says=_says_standing(UiStatus.WAITING, over_50=True),
    ),
    _statutory(
        "laci_60_training",
        _OTHER_TRAINING,
        _training_or_employment(Truth.UNKNOWN),
        law=_LAW_59,
        says=_says_standing(UiStatus.WAITING, UiStatus.THREATENED, over_50=True),
    ),
    _statutory(
        "laci_59_employment",
        _EMPLOYMENT,
        _training_or_employment(Truth.NOT_MET),
        law=_LAW_59,
        says=_says_standing(UiStatus.WAITING, over_50=True),
    ),
    _statutory(
        "laci_59_semo",
        (MeasureCode.AC_SEMO,),
        of_the_person(entitled_to_semo),
        law=_LAW_59,
        says=_says_standing(over_50=True),
    ),
    _statutory(
        "laci_59_specific",
        _SPECIFIC,
        of_the_person(entitled_to_specific),
        law=_LAW_59,
        says=_says_standing(UiStatus.WAITING),
    ),
    _statutory(
        "laci_64a_hard_to_place",
        (MeasureCode.AC_TEP,),
        of_the_person(hard_to_place),
        law=Law("LACI art. 64a al. 1 let. a; OACI art. 90 par analogie", "AVIG-v2024.01 (art. 64a)", date(2024, 1, 1)),
        says=_says_grounds,
    ),
    _statutory(
        "laci_64a_semo",
        (MeasureCode.AC_SEMO,),
        of_the_person(seeks_first_training),
        law=Law("LACI art. 64a al. 1 let. c", "AVIG-v2024.01 (art. 64a)", date(2024, 1, 1)),
        says=_says_first_training,
    ),
    _statutory(
        "laci_65_hard_to_place",
        (MeasureCode.AC_AIT,),
        of_the_person(hard_to_place),
        law=Law("LACI art. 65; OACI art. 90", "AVIV-v2022.01 (art. 90)", date(2022, 1, 1)),
        says=_says_grounds,
    ),
    _statutory(
        "laci_66_framework",
        (MeasureCode.AC_AIT,),
        of_the_person(framework_lasts),
        law=Law("LACI art. 66", "AVIG-v2025.09 (art. 66)", date(2025, 9, 1)),
        says=_says_framework,
    ),
    _statutory(
        "laci_66a_age",
        (MeasureCode.AC_AFO,),
        of_the_person(old_enough_for_training_allowance),
        law=Law("LACI art. 66a al. 1; OACI art. 90a", "OACI-v2021.10 (art. 90a)", date(2021, 10, 1)),
        says=_says_training_age,
    ),
    _statutory(
        "laci_66a_training",
        (MeasureCode.AC_AFO,),
        of_the_person(lacks_recognised_training),
        law=Law("LACI art. 66a; BGE 127 V 57", "OACI-v2021.10 (art. 90a), BGE 127 V 57", date(2021, 10, 1)),
        says=_says_education,
    ),
    _statutory(
        "laci_68_region",
        (MeasureCode.AC_COMMUTE,),
        of_the_person(lambda _profile, _on: Truth.UNKNOWN),
        law=Law("LACI art. 68-70; OACI art. 91-94", "droit-bilingue.ch 837.02 art. 94, undated", date(2024, 1, 1)),
        asks=Asks.PAYER,
    ),
    _statutory(
        "laci_71a_project",
        (MeasureCode.AC_SAI,),
        of_the_person(has_project_at_20),
        law=Law("LACI art. 71a-71b", "droit-bilingue.ch 837.0 art. 71b, undated", date(2024, 1, 1)),
    ),
)
