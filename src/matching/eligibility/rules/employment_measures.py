"""Employment measures of the unemployment insurance: programme, internship, motivation semester. Source: LACI 64a."""

from collections.abc import Callable
from datetime import date

import numpy as np

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import EducationLevel
from matching.eligibility.facts import age_at_least, education, education_below, has_restriction, unemployment
from matching.eligibility.kleene import Truths, both, either, met_where, negated, truth_of
from matching.eligibility.rule import Facts, Law, Rule, Says, rule_on_person
from matching.snapshot.columns import UNSTATED, CriteriaColumns

_LAW_64A = "AVIG-v2024.01 (art. 64a)", date(2024, 1, 1)


class Ground(ClosedList):
    """Why somebody is hard to place. Source: OACI art. 90; the twelve months are a figure of the house."""

    AGE = "age", "50 ans ou plus", "50 Jahre oder älter", "50 anni o più", "50 years or older"
    RESTRICTION = (
        "restriction",
        "restriction fonctionnelle",
        "funktionelle Einschränkung",
        "limitazione funzionale",
        "functional limitation",
    )
    EDUCATION = (
        "education",
        "formation insuffisante ou non reconnue",
        "Ausbildung ungenügend oder nicht anerkannt",
        "formazione insufficiente o non riconosciuta",
        "training insufficient or not recognised",
    )
    ALLOWANCES = (
        "allowances",
        "150 indemnités ou plus perçues",
        "150 Taggelder oder mehr bezogen",
        "150 o più indennità percepite",
        "150 or more daily allowances drawn",
    )
    TIME = (
        "time",
        "12 mois ou plus sans emploi",
        "12 Monate oder mehr ohne Arbeit",
        "12 mesi o più senza impiego",
        "12 months or more without work",
    )


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


def does_not_compete(_profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """The programme must not compete directly with private firms; where it does not say, its organiser is asked."""
    return np.where(columns.competes == UNSTATED, np.int8(Truth.UNKNOWN), met_where(columns.competes == 0))


def comes_after_training(profile: Profile, _on: date) -> Truth:
    """An internship usually comes after a training; before one, the payer decides."""
    return either(negated(education_below(profile, EducationLevel.VOCATIONAL_2Y)), Truth.UNKNOWN)


def seeks_first_training(profile: Profile, _on: date) -> Truth:
    """After compulsory school, seeks a training place, neither vocational diploma nor Matura."""
    level = education(profile).level
    school = {
        None: Truth.UNKNOWN,
        EducationLevel.NONE: Truth.UNKNOWN,
        EducationLevel.COMPULSORY: Truth.MET,
    }.get(level, Truth.NOT_MET)
    return both(school, truth_of(education(profile).seeks_training_place))


def says_grounds(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    """Which grounds hold and which are open."""
    truths = grounds(profile, on)
    return Facts(
        {
            "held": tuple(ground for ground, truth in truths.items() if truth is Truth.MET),
            "open": tuple(ground for ground, truth in truths.items() if truth is Truth.UNKNOWN),
        }
    )


def _says_after_training(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    has = education(profile).level
    return Facts({"has": has}, variant=None if has else "level", asks=None if has else Asks.PERSON)


def _says_first_training(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    level = education(profile).level
    judged = level is EducationLevel.NONE and education(profile).seeks_training_place is True
    return Facts({"has": level}, variant="payer" if judged else None, asks=Asks.PAYER if judged else None)


def _rule(
    rule_id: str,
    code: MeasureCode,
    condition: Callable[[Profile, date], Truth],
    *,
    letter: str,
    says: Says,
    asks: Asks = Asks.PERSON,
    may_ask: tuple[Asks, ...] = (),
) -> Rule:
    law = Law(f"LACI art. 64a al. 1 let. {letter}", *_LAW_64A)
    return rule_on_person(
        "unemployment_insurance", rule_id, (code,), condition, law, asks=asks, says=says, may_ask=may_ask
    )


RULES = (
    _rule(
        "laci_64a_hard_to_place",
        MeasureCode.AC_TEP,
        hard_to_place,
        letter="a; OACI art. 90 par analogie",
        says=says_grounds,
    ),
    Rule(
        id="laci_64a_competition",
        subject="unemployment_insurance",
        asks=Asks.PROVIDER,
        test=does_not_compete,
        codes=(MeasureCode.AC_TEP,),
        law=Law("LACI art. 64a al. 1 let. a", *_LAW_64A),
    ),
    _rule(
        "laci_64a_after_training",
        MeasureCode.AC_PROF_INTERNSHIP,
        comes_after_training,
        letter="b",
        says=_says_after_training,
        asks=Asks.PAYER,
        may_ask=(Asks.PERSON,),
    ),
    _rule(
        "laci_64a_semo",
        MeasureCode.AC_SEMO,
        seeks_first_training,
        letter="c",
        says=_says_first_training,
        may_ask=(Asks.PAYER,),
    ),
)
