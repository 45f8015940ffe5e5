"""Specific measures of the unemployment insurance: AIT, AFO, commuting, self-employment. Source: LACI art. 65-71d."""

from datetime import date

from matching.domain.person import Education
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import ContractKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import EducationLevel
from matching.eligibility.facts import age_at_least, education, education_below, unemployment
from matching.eligibility.kleene import Truths, both, either, met_or_possible, negated, truth_of
from matching.eligibility.months import months_after
from matching.eligibility.rule import Facts, Law, OfThePerson, Remedies, Remedy, Rule, Says, Test, says_nothing
from matching.eligibility.rules.employment_measures import hard_to_place, says_grounds
from matching.snapshot.columns import UNSTATED, CriteriaColumns, among, member

_LAW_66A = Law(
    "LACI art. 66a-66c; OACI art. 90a; ATF 127 V 57",
    "OACI-v2021.10 (art. 90a), AVIG-v2023.01 (art. 66c), BGE 127 V 57",
    date(2023, 1, 1),
)
_LAW_71 = Law("LACI art. 71a-71b", "droit-bilingue.ch 837.0 art. 71b, undated", date(2024, 1, 1))
_SCHOOL = (EducationLevel.NONE, EducationLevel.COMPULSORY)


def framework_lasts(profile: Profile, on: date) -> Truth:
    """Open during the whole allowance, counted from today: 6 months, 12 from the age of 50."""
    end = unemployment(profile).framework_end
    if end is None:
        return Truth.UNKNOWN
    six, twelve = truth_of(end >= months_after(on, 6)), truth_of(end >= months_after(on, 12))
    senior = age_at_least(profile, 50, on)
    return either(twelve, both(six, negated(senior)))


def contract_lasts(_profile: Profile, columns: CriteriaColumns, _on: date) -> Truths:
    """Permanent, or of twelve months at least: how long a fixed term lasts no option says."""
    open_ended = among(columns.contract, [ContractKind.PERMANENT])
    return met_or_possible(
        open_ended, among(columns.contract, [ContractKind.FIXED_TERM]) | (columns.contract == UNSTATED)
    )


def old_enough_for_training_allowance(profile: Profile, on: date) -> Truth:
    """30 years; from 25 the compensation office may deviate."""
    if age_at_least(profile, 25, on) is Truth.MET and age_at_least(profile, 30, on) is Truth.NOT_MET:
        return Truth.UNKNOWN
    return age_at_least(profile, 30, on)


def lacks_recognised_training(profile: Profile, _on: date) -> Truth:
    """No recognised vocational training; with one, great difficulty to find work in it is for the payer to judge."""
    has = education(profile)
    trained = has.level not in (None, *_SCHOOL, EducationLevel.BACCALAUREATE)
    return either(truth_of(has.level in _SCHOOL or (trained and has.recognised is False)), Truth.UNKNOWN)


def has_not_studied(profile: Profile, _on: date) -> Truth:
    """Neither a higher diploma recognised in Switzerland nor three years of such studies."""
    has = education(profile)
    years = has.higher_education_years
    if has.level in _SCHOOL and years is None:
        return Truth.MET
    three_years = truth_of(None if years is None else years >= 3)
    return negated(either(_higher_diploma(has), three_years))


def _higher_diploma(has: Education) -> Truth:
    """Whether brevet and higher vocational diplomas count as higher education, the text that was read does not say."""
    higher = {
        None: Truth.UNKNOWN,
        EducationLevel.HIGHER_VOCATIONAL: Truth.UNKNOWN,
        EducationLevel.UNIVERSITY: Truth.MET,
    }.get(has.level, Truth.NOT_MET)
    return both(higher, truth_of(has.recognised))


def holds_an_apprenticeship_contract(profile: Profile, _on: date) -> Truth:
    """The allowance needs an apprenticeship contract."""
    return truth_of(education(profile).apprenticeship_contract)


def has_project_at_20(profile: Profile, on: date) -> Truth:
    """20 years and a rough project of self-employment."""
    return both(age_at_least(profile, 20, on), truth_of(profile.self_employment_project))


def payer_decides(_profile: Profile, _on: date) -> Truth:
    """No file says it: only whoever pays can."""
    return Truth.UNKNOWN


def _says_framework(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    end = unemployment(profile).framework_end
    by_age = end is not None and framework_lasts(profile, on) is Truth.UNKNOWN
    needed = 12 if age_at_least(profile, 50, on) is Truth.MET else 6
    return Facts({"end": end, "months": needed}, variant="age" if by_age else None)


def _says_contract(_profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"contract": member(ContractKind, row.contract[0])})


def _says_training_age(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    age = profile.age_on(on)
    between = age is not None and 25 <= age < 30
    return Facts({"has": age}, variant="payer" if between else None, asks=Asks.PAYER if between else None)


def _says_education(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    has = education(profile)
    trained = education_below(profile, EducationLevel.VOCATIONAL_2Y) is Truth.NOT_MET
    judged = has.level is EducationLevel.BACCALAUREATE or (trained and has.recognised is True)
    return Facts({"has": has.level}, variant="payer" if judged else None, asks=Asks.PAYER if judged else None)


def _says_studies(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    has = education(profile)
    years = has.higher_education_years
    unclear = has.level is EducationLevel.HIGHER_VOCATIONAL and has.recognised is True and years is not None
    if unclear and years is not None and years < 3:
        return Facts({"has": has.level}, variant="law", asks=Asks.LAW)
    return Facts()


def _contract_in_hand(profile: Profile, _row: CriteriaColumns, _on: date) -> Remedy:
    changed = education(profile).model_copy(update={"apprenticeship_contract": True})
    return Remedy(profile.model_copy(update={"education": changed}), Facts())


def _rule(
    rule_id: str,
    code: MeasureCode,
    test: Test,
    law: Law,
    *,
    says: Says = says_nothing,
    asks: Asks = Asks.PERSON,
    may_ask: tuple[Asks, ...] = (),
    remedy: Remedies | None = None,
) -> Rule:
    return Rule(
        id=rule_id,
        subject="unemployment_insurance",
        asks=asks,
        test=test,
        codes=(code,),
        law=law,
        says=says,
        may_ask=may_ask,
        remedy=remedy,
    )


RULES = (
    _rule(
        "laci_65_hard_to_place",
        MeasureCode.AC_AIT,
        OfThePerson(hard_to_place),
        Law("LACI art. 65; OACI art. 90", "AVIV-v2022.01 (art. 90)", date(2022, 1, 1)),
        says=says_grounds,
    ),
    _rule(
        "laci_65_contract",
        MeasureCode.AC_AIT,
        contract_lasts,
        Law("LACI art. 65", "lausanne.ch, service-juridique.ch, undated", date(2024, 1, 1)),
        says=_says_contract,
        asks=Asks.PAYER,
    ),
    _rule(
        "laci_66_framework",
        MeasureCode.AC_AIT,
        OfThePerson(framework_lasts),
        Law("LACI art. 66", "AVIG-v2025.09 (art. 66)", date(2025, 9, 1)),
        says=_says_framework,
    ),
    _rule(
        "laci_66a_age",
        MeasureCode.AC_AFO,
        OfThePerson(old_enough_for_training_allowance),
        _LAW_66A,
        says=_says_training_age,
        may_ask=(Asks.PAYER,),
    ),
    _rule(
        "laci_66a_training",
        MeasureCode.AC_AFO,
        OfThePerson(lacks_recognised_training),
        _LAW_66A,
        says=_says_education,
        may_ask=(Asks.PAYER,),
    ),
    _rule(
        "laci_66a_studies",
        MeasureCode.AC_AFO,
        OfThePerson(has_not_studied),
        _LAW_66A,
        says=_says_studies,
        may_ask=(Asks.LAW,),
    ),
    _rule(
        "laci_66a_contract",
        MeasureCode.AC_AFO,
        OfThePerson(holds_an_apprenticeship_contract),
        _LAW_66A,
        remedy=_contract_in_hand,
    ),
    _rule(
        "laci_68_region",
        MeasureCode.AC_COMMUTE,
        OfThePerson(payer_decides),
        Law("LACI art. 68-70; OACI art. 91-94", "droit-bilingue.ch 837.02 art. 94, undated", date(2024, 1, 1)),
        asks=Asks.PAYER,
    ),
    _rule("laci_71a_project", MeasureCode.AC_SAI, OfThePerson(has_project_at_20), _LAW_71),
    _rule("laci_71a_no_fault", MeasureCode.AC_SAI, OfThePerson(payer_decides), _LAW_71, asks=Asks.PAYER),
)
