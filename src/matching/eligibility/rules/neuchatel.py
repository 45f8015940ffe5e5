"""Neuchâtel: observation contracts (ISP), productive social enterprises (NE-ESO), case management of training."""

from datetime import date
from functools import partial

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.eligibility.facts import age_at_least, household, lives_in_canton
from matching.eligibility.kleene import both, negated, truth_of
from matching.eligibility.rule import Facts, Law, rule_on_person
from matching.snapshot.columns import CriteriaColumns

_SEEN = "Bilan CII 2009-2013", date(2013, 1, 1)
_CANTON = Law("Catégorisation des programmes (NE)", *_SEEN)
_ESO = Law("Projet pilote NE-ESO, critères de la personne (NE)", *_SEEN)
_CASE_MANAGEMENT = Law("Case management formation professionnelle (NE), critères", *_SEEN)


def aged_30_to_65(profile: Profile, on: date) -> Truth:
    """30 to 65 completed years, as since 2012."""
    return both(age_at_least(profile, 30, on), negated(age_at_least(profile, 66, on)))


def has_no_family_charge(profile: Profile, _on: date) -> Truth:
    """Singles or couples without children."""
    children = household(profile).children
    return truth_of(None if children is None else children == 0)


def debts_are_settled(profile: Profile, _on: date) -> Truth:
    """No debt enforcement; where it runs, what a wage does to it must be explained first: a question, never a no."""
    in_debt = profile.in_debt_enforcement
    return Truth.MET if in_debt is False else Truth.UNKNOWN


def below_ordinary_pace(profile: Profile, _on: date) -> Truth:
    """At an ordinary pace the first market is the aim."""
    pace = profile.availability.work_pace_percent
    return truth_of(None if pace is None else pace < 100)


def aged_up_to_30(profile: Profile, on: date) -> Truth:
    """From the end of school up to 30 years; whether the year after the 30th birthday counts, the text leaves open."""
    if profile.age_on(on) == 30:
        return Truth.UNKNOWN
    return negated(age_at_least(profile, 31, on))


def _says_age(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    return Facts({"has": profile.age_on(on)})


def _says_age_edge(profile: Profile, _row: CriteriaColumns, on: date) -> Facts:
    age = profile.age_on(on)
    return Facts({"has": age}, variant="exactly_30", asks=Asks.LAW) if age == 30 else Facts({"has": age})


def _says_debts(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    if profile.in_debt_enforcement is None:
        return Facts(variant="not_known", asks=Asks.PERSON)
    return Facts()


_rule = partial(rule_on_person, "neuchatel")
_C = MeasureCode

RULES = (
    _rule(
        "ne_canton",
        (_C.NE_ISP, _C.NE_ESO, _C.NE_CASE_MANAGEMENT),
        lambda profile, _on: lives_in_canton(profile, "NE"),
        _CANTON,
    ),
    _rule("ne_eso_age", (_C.NE_ESO,), aged_30_to_65, _ESO, says=_says_age),
    _rule(
        "ne_eso_family",
        (_C.NE_ESO,),
        has_no_family_charge,
        _ESO,
        says=lambda profile, _row, _on: Facts({"has": household(profile).children}),
    ),
    _rule(
        "ne_eso_debts",
        (_C.NE_ESO,),
        debts_are_settled,
        _ESO,
        asks=Asks.COUNSELLOR,
        says=_says_debts,
        may_ask=(Asks.PERSON,),
    ),
    _rule(
        "ne_eso_pace",
        (_C.NE_ESO,),
        below_ordinary_pace,
        _ESO,
        asks=Asks.COUNSELLOR,
        says=lambda profile, _row, _on: Facts({"has": profile.availability.work_pace_percent}),
    ),
    _rule(
        "ne_cm_age",
        (_C.NE_CASE_MANAGEMENT,),
        aged_up_to_30,
        _CASE_MANAGEMENT,
        says=_says_age_edge,
        may_ask=(Asks.LAW,),
    ),
)
