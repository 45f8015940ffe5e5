"""Measures of the disability insurance (DI): the office decides; a right is stated only where the text gives one."""

from collections.abc import Callable
from datetime import date

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.standing import DiStatus
from matching.eligibility.facts import age_at_least, disability, has_restriction
from matching.eligibility.kleene import both, either, negated, truth_of
from matching.eligibility.months import months_after
from matching.eligibility.rule import Facts, Law, Rule, Says, rule_on_person, says_nothing
from matching.snapshot.columns import CriteriaColumns

_IN_PROCEDURE = (DiStatus.ANNOUNCED, DiStatus.CLAIM_PENDING, DiStatus.MEASURE, DiStatus.PENSION)


def may_be_of_concern(profile: Profile, on: date) -> Truth:
    """Never met, nobody has a right to it; not met where there is neither a procedure nor any impairment."""
    return both(Truth.UNKNOWN, has_a_link(profile, on))


def has_a_link(profile: Profile, on: date) -> Truth:
    """A procedure or an impairment: what brings somebody before the office at all."""
    return either(in_procedure(profile), is_impaired(profile, on))


def may_be_granted(profile: Profile, _on: date) -> Truth:
    """Never met, the office decides; not met without a procedure: only early intervention comes before a claim."""
    return both(Truth.UNKNOWN, in_procedure(profile))


def in_procedure(profile: Profile) -> Truth:
    """Announced, claim pending, measure running or pension."""
    status = disability(profile).status
    return truth_of(None if status is None else status in _IN_PROCEDURE)


def is_impaired(profile: Profile, on: date) -> Truth:
    """A functional restriction or a certified incapacity for work."""
    incapacity = disability(profile).incapacity_percent
    return either(has_restriction(profile, on), truth_of(None if incapacity is None else incapacity > 0))


def may_be_reinserted(profile: Profile, on: date) -> Truth:
    """Half incapable for six months, or under 25, without work and threatened; certain only when a measure runs."""
    is_half, since = _incapacity(profile)
    six_months = truth_of(None if since is None else months_after(since, 6) <= on)
    months = profile.months_without_work
    without_work = truth_of(None if months is None else months > 0)
    # That invalidity threatens somebody under 25 is for the office to say.
    young = both(negated(age_at_least(profile, 25, on)), without_work, Truth.UNKNOWN)
    running = Truth.MET if disability(profile).status is DiStatus.MEASURE else Truth.UNKNOWN
    return both(running, either(both(is_half, six_months), young))


def placed_by_the_office(profile: Profile, _on: date) -> Truth:
    """The job was found through the placement of the office: a measure runs."""
    status = disability(profile).status
    if status is DiStatus.MEASURE:
        return Truth.MET
    return Truth.NOT_MET if status in (DiStatus.NONE, DiStatus.CLAIM_REFUSED) else Truth.UNKNOWN


def yields_less_than_the_wage(profile: Profile, _on: date) -> Truth:
    """Productivity below the agreed wage: not at an ordinary pace; how much below, the office says."""
    pace = profile.availability.work_pace_percent
    return both(Truth.UNKNOWN, truth_of(None if pace is None else pace < 100))


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
    code: MeasureCode,
    article: str,
    version_seen: str,
    *,
    valid_from: date = date(2024, 1, 1),
    condition: Callable[[Profile, date], Truth] = may_be_granted,
    says: Says = says_nothing,
    may_ask: tuple[Asks, ...] = (),
) -> Rule:
    law = Law(f"LAI art. {article}", version_seen, valid_from)
    return rule_on_person(
        "disability_insurance", rule_id, (code,), condition, law, asks=Asks.PAYER, says=says, may_ask=may_ask
    )


_C = MeasureCode
_NOT_READ = "not read; from memory, to be verified"

RULES = (
    _rule("lai_7d_early", _C.DI_EARLY, "7d", "LAI-v2024.01 (art. 7d)", condition=may_be_of_concern),
    _rule(
        "lai_14a_reinsertion",
        _C.DI_REINSERTION,
        "14a; RAI art. 4sexies",
        "droit-bilingue.ch 831.20 art. 14a, undated",
        condition=may_be_reinserted,
        says=_says_incapacity,
    ),
    _rule(
        "lai_14quater_advice",
        _C.DI_ADVICE,
        "14quater",
        "LAI-v2025.01 (art. 14quater)",
        valid_from=date(2025, 1, 1),
    ),
    _rule("lai_15_guidance", _C.DI_GUIDANCE, "15", _NOT_READ),
    _rule("lai_16_initial_training", _C.DI_INITIAL_TRAINING, "16", "BGE 110 V 263"),
    _rule("lai_17_retraining", _C.DI_RETRAINING, "17", _NOT_READ),
    _rule("lai_18_placement", _C.DI_PLACEMENT, "18", _NOT_READ),
    _rule("lai_18a_trial", _C.DI_TRIAL_PLACEMENT, "18a", _NOT_READ),
    _rule("lai_18abis_leasing", _C.DI_STAFF_LEASING, "18abis", _NOT_READ),
    _rule(
        "lai_18b_placement",
        _C.DI_AIT,
        "18b",
        "droit-bilingue.ch 831.20 art. 18b, undated",
        condition=placed_by_the_office,
        says=_says_status,
        may_ask=(Asks.PERSON,),
    ),
    _rule(
        "lai_18b_productivity",
        _C.DI_AIT,
        "18b",
        "droit-bilingue.ch 831.20 art. 18b, undated",
        condition=yields_less_than_the_wage,
    ),
    _rule("lai_18c_contribution", _C.DI_CONTRIBUTION, "18c", _NOT_READ),
    _rule("lai_18d_capital", _C.DI_CAPITAL_AID, "18d", _NOT_READ),
)
