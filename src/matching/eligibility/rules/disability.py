"""Measures of the disability insurance (DI): the office decides; a right is stated only where the text gives one."""

from collections.abc import Callable
from datetime import date

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import DiStatus
from matching.eligibility.facts import age_at_least, disability, has_restriction
from matching.eligibility.kleene import both, either, negated, truth_of
from matching.eligibility.rule import Facts, Law, Rule, Says, says_nothing
from matching.eligibility.rules.unemployment import months_after, of_the_person
from matching.snapshot.columns import CriteriaColumns

_IN_PROCEDURE = (DiStatus.ANNOUNCED, DiStatus.CLAIM_PENDING, DiStatus.MEASURE, DiStatus.PENSION)


def may_be_of_concern(profile: Profile, on: date) -> Truth:
    """Never met, nobody has a right to it; not met where there is neither a procedure nor any impairment."""
    return both(Truth.UNKNOWN, either(in_procedure(profile), is_impaired(profile, on)))


def in_procedure(profile: Profile) -> Truth:
    """Announced, claim pending, measure running or pension."""
    status = disability(profile).status
    return truth_of(None if status is None else status in _IN_PROCEDURE)


def is_impaired(profile: Profile, on: date) -> Truth:
    """A functional restriction or a certified incapacity for work."""
    incapacity = disability(profile).incapacity_percent
    return either(has_restriction(profile, on), truth_of(None if incapacity is None else incapacity > 0))


def may_be_reinserted(profile: Profile, on: date) -> Truth:
    """Half incapable for six months, or under 25 and threatened by invalidity; certain only when a measure runs."""
    is_half, since = _incapacity(profile)
    six_months = truth_of(None if since is None else months_after(since, 6) <= on)
    # That invalidity threatens somebody under 25 is for the office to say.
    young = both(negated(age_at_least(profile, 25, on)), Truth.UNKNOWN)
    running = Truth.MET if disability(profile).status is DiStatus.MEASURE else Truth.UNKNOWN
    return both(running, either(both(is_half, six_months), young))


def placed_by_the_office(profile: Profile, _on: date) -> Truth:
    """The job was found through the placement of the office: a measure runs."""
    status = disability(profile).status
    if status is DiStatus.MEASURE:
        return Truth.MET
    return Truth.NOT_MET if status in (DiStatus.NONE, DiStatus.CLAIM_REFUSED) else Truth.UNKNOWN


def _incapacity(profile: Profile) -> tuple[Truth, date | None]:
    insured = disability(profile)
    percent = insured.incapacity_percent
    return truth_of(None if percent is None else percent >= 50), insured.incapacity_since


def _says_status(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    status = disability(profile).status
    return Facts({"has": status}, variant="status" if status is None else None, asks=_asks(status))


def _says_incapacity(profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    insured = disability(profile)
    return Facts({"percent": insured.incapacity_percent, "since": insured.incapacity_since})


def _asks(status: DiStatus | None) -> Asks:
    return Asks.PERSON if status is None else Asks.PAYER


def _rule(
    rule_id: str,
    codes: tuple[MeasureCode, ...],
    condition: Callable[[Profile, date], Truth],
    *,
    law: Law,
    says: Says,
) -> Rule:
    return Rule(
        id=rule_id,
        subject="disability_insurance",
        asks=Asks.PAYER,
        test=of_the_person(condition),
        codes=codes,
        law=law,
        says=says,
    )


RULES = (
    _rule(
        "lai_7d_early",
        (MeasureCode.DI_EARLY,),
        may_be_of_concern,
        law=Law("LAI art. 7d", "LAI-v2024.01 (art. 7d)", date(2024, 1, 1)),
        says=says_nothing,
    ),
    _rule(
        "lai_14a_reinsertion",
        (MeasureCode.DI_REINSERTION,),
        may_be_reinserted,
        law=Law("LAI art. 14a; RAI art. 4sexies", "droit-bilingue.ch 831.20 art. 14a, undated", date(2024, 1, 1)),
        says=_says_incapacity,
    ),
    _rule(
        "lai_vocational",
        (MeasureCode.DI_ADVICE, MeasureCode.DI_GUIDANCE, MeasureCode.DI_RETRAINING, MeasureCode.DI_PLACEMENT),
        may_be_of_concern,
        law=Law(
            "LAI art. 14quater, 15, 17, 18-18a", "LAI-v2025.01 (art. 14quater); the others not read", date(2025, 1, 1)
        ),
        says=says_nothing,
    ),
    _rule(
        "lai_18b_placement",
        (MeasureCode.DI_AIT,),
        placed_by_the_office,
        law=Law("LAI art. 18b", "droit-bilingue.ch 831.20 art. 18b, undated", date(2024, 1, 1)),
        says=_says_status,
    ),
)
