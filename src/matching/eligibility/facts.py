"""What is known of a person, as truths: structured facts first, then statuses stated on their own."""

from collections.abc import Callable, Iterable
from datetime import date

from matching.domain.insurance import DisabilityInsurance, SocialAssistance, UnemploymentInsurance
from matching.domain.person import Education, Household, Permit
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.needs import NeedDetail, NeedLevel
from matching.domain.vocabulary.situation import Country, EducationLevel, PermitKind, Strain
from matching.domain.vocabulary.standing import AssistanceKind, DiStatus, Status, UiStatus
from matching.eligibility.kleene import both, either, negated, truth_of
from matching.snapshot.columns import position


def holds(profile: Profile, status: Status, on: date) -> Truth:
    """Whether a status holds on `on`: from structured facts, else as stated, else unknown."""
    derive = _DERIVED.get(status)
    derived = derive(profile, on) if derive else Truth.UNKNOWN
    return _stated(profile, status) if derived is Truth.UNKNOWN else derived


def masks_of(truths: Iterable[tuple[int, Truth]]) -> tuple[int, int]:
    """The masks (met, unknown) of truths by position in a closed list."""
    met = unknown = 0
    for place, truth in truths:
        met |= (truth is Truth.MET) << place
        unknown |= (truth is Truth.UNKNOWN) << place
    return met, unknown


def status_masks(profile: Profile, on: date) -> tuple[int, int]:
    """The masks (met, unknown) of all statuses."""
    return masks_of((position(status), holds(profile, status, on)) for status in Status)


def unemployment(profile: Profile) -> UnemploymentInsurance:
    """Standing with the unemployment insurance, all unknown when nothing is said."""
    return profile.insurances.unemployment or UnemploymentInsurance()


def assistance(profile: Profile) -> SocialAssistance:
    """Standing with social assistance, all unknown when nothing is said."""
    return profile.insurances.assistance or SocialAssistance()


def disability(profile: Profile) -> DisabilityInsurance:
    """Standing with the disability insurance, all unknown when nothing is said."""
    return profile.insurances.disability or DisabilityInsurance()


def household(profile: Profile) -> Household:
    """Household, all unknown when nothing is said."""
    return profile.household or Household()


def education(profile: Profile) -> Education:
    """Education, all unknown when nothing is said."""
    return profile.education or Education()


def permit(profile: Profile) -> Permit:
    """Permit, all unknown when nothing is said."""
    return profile.permit or Permit()


def permit_has_run_out(profile: Profile, on: date) -> bool:
    """Whether the permit's last day is past; without a last day it is taken as running, as registration is."""
    valid_to = permit(profile).valid_to
    return valid_to is not None and valid_to < on


def ui_standing(profile: Profile, on: date) -> UiStatus | None:
    """Standing with the unemployment insurance on `on`: a framework period that has ended leaves no right."""
    insured = unemployment(profile)
    if insured.status in (UiStatus.OPEN_WITH_DAYS, UiStatus.OPEN_EXHAUSTED):
        if insured.framework_end is not None and insured.framework_end < on:
            return UiStatus.NONE
        if insured.days_left == 0:
            return UiStatus.OPEN_EXHAUSTED
    return insured.status


def age_at_least(profile: Profile, years: int, on: date) -> Truth:
    """Whether the person has completed so many years."""
    age = profile.age_on(on)
    return truth_of(None if age is None else age >= years)


def restriction_masks(profile: Profile, on: date) -> tuple[int, int]:
    """The masks (restricted, unknown) of strains; a restriction past its day of review is unknown."""
    if profile.restrictions is None:
        return 0, (1 << len(Strain)) - 1
    restricted = expired = 0
    for restriction in profile.restrictions:
        bit = 1 << position(restriction.strain)
        if restriction.expires_on is not None and restriction.expires_on < on:
            expired |= bit
        else:
            restricted |= bit
    return restricted, expired & ~restricted


def has_restriction(profile: Profile, on: date) -> Truth:
    """Whether the person has any functional restriction today."""
    restricted, unknown = restriction_masks(profile, on)
    if restricted:
        return Truth.MET
    return Truth.UNKNOWN if unknown else Truth.NOT_MET


def education_below(profile: Profile, level: EducationLevel) -> Truth:
    """Whether the highest completed education is below a level."""
    has = education(profile).level
    return truth_of(None if has is None else position(has) < position(level))


def lives_in_canton(profile: Profile, canton: str) -> Truth:
    """Residence in a canton; abroad is not."""
    home = profile.residence
    if home is None:
        return Truth.UNKNOWN
    if home.country is not Country.CH:
        return Truth.NOT_MET
    return truth_of(None if home.region is None else home.region == canton)


def ri_is_received(profile: Profile, on: date) -> Truth:
    """Whether the person receives the revenu d'insertion (VD)."""
    return holds(profile, Status.RI, on)


def _stated(profile: Profile, status: Status) -> Truth:
    stated = [fact for fact in profile.statuses if fact.status is status]
    if not stated:
        return Truth.UNKNOWN
    return truth_of(max(stated, key=lambda fact: fact.as_of or date.min).holds)


def _ui_entitled(profile: Profile, on: date) -> Truth:
    standing = ui_standing(profile, on)
    if standing is None or standing is UiStatus.WAITING:
        return Truth.UNKNOWN
    return truth_of(standing is UiStatus.OPEN_WITH_DAYS)


def _assistance_in(*kinds: AssistanceKind) -> Callable[[Profile, date], Truth]:
    def derive(profile: Profile, _on: date) -> Truth:
        kind = assistance(profile).kind
        return truth_of(None if kind is None else kind in kinds)

    return derive


def _pes_registered(profile: Profile, on: date) -> Truth:
    registration = profile.pes_registration
    return truth_of(None if registration is None else registration.holds_on(on))


def _without_work(profile: Profile, least: int, most: int) -> Truth:
    months = profile.months_without_work
    return truth_of(None if months is None else least <= months <= most)


def _detld(profile: Profile, on: date) -> Truth:
    return both(_pes_registered(profile, on), _without_work(profile, 25, 10_000))


def _deld(profile: Profile, on: date) -> Truth:
    return both(_pes_registered(profile, on), _without_work(profile, 12, 24))


def _lone_parent(profile: Profile, _on: date) -> Truth:
    home = household(profile)
    has_children = truth_of(None if home.children is None else home.children > 0)
    # Another adult at home need not be the other parent.
    alone = Truth.MET if home.adults == 1 else Truth.UNKNOWN
    return both(has_children, alone)


def _no_stable_housing(profile: Profile, _on: date) -> Truth:
    return either(
        Truth.UNKNOWN,
        *(
            truth_of(need.confirmed and need.level is not NeedLevel.NONE)
            for need in profile.needs or ()
            if need.detail in (NeedDetail.NO_HOUSING, NeedDetail.HOSTED)
        ),
    )


def _refugee_or_asylum(profile: Profile, _on: date) -> Truth:
    kind = permit(profile).kind
    if kind in (PermitKind.N, PermitKind.S):
        return Truth.MET
    return Truth.NOT_MET if kind is PermitKind.CITIZEN else Truth.UNKNOWN


def _di_claim_or_measure(profile: Profile, _on: date) -> Truth:
    status = disability(profile).status
    return truth_of(None if status is None else status in (DiStatus.CLAIM_PENDING, DiStatus.MEASURE))


_DERIVED: dict[Status, Callable[[Profile, date], Truth]] = {
    Status.UI_ENTITLED: _ui_entitled,
    Status.SOCIAL_ASSISTANCE: _assistance_in(AssistanceKind.RI, AssistanceKind.CANTONAL, AssistanceKind.RSA),
    Status.RI: _assistance_in(AssistanceKind.RI),
    Status.RSA: _assistance_in(AssistanceKind.RSA),
    Status.DETLD: _detld,
    Status.DELD: _deld,
    Status.PES_REGISTERED: _pes_registered,
    Status.DI_CLAIM_OR_MEASURE: _di_claim_or_measure,
    Status.LONE_PARENT: _lone_parent,
    Status.NO_STABLE_HOUSING: _no_stable_housing,
    Status.REFUGEE_OR_ASYLUM: _refugee_or_asylum,
    Status.YOUTH: lambda profile, on: negated(age_at_least(profile, 26, on)),
    Status.SENIOR: lambda profile, on: age_at_least(profile, 50, on),
    Status.LOW_EDUCATION: lambda profile, _on: education_below(profile, EducationLevel.BACCALAUREATE),
}
