"""The steps of the RSA in France for one person on a day: who orients, when to look again, which hours may be asked.

Facts of procedure to be shown, never a condition and never a ground for a sanction. Source: loi pour le plein emploi
(since 2025), décret 2024-1244; as read in ash.tm.fr, moneyvox.fr and juriblio.fr.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from matching.domain.insertion_france import InsertionFrance, RsaPathway
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.insertion_france import HoursGround
from matching.domain.vocabulary.needs import Barrier, NeedLevel
from matching.domain.vocabulary.standing import FrTrack, Status
from matching.eligibility.facts import assistance, has_restriction, holds, household
from matching.eligibility.kleene import both, either, truth_of
from matching.eligibility.months import days_after, months_after

SEVEN_BARRIERS = (
    Barrier.HEALTH,
    Barrier.HOUSING,
    Barrier.MOBILITY,
    Barrier.FAMILY_CHILDCARE,
    Barrier.FINANCE_DEBT,
    Barrier.ADMIN_LEGAL,
    Barrier.COMMUNICATION_LANGUAGE,
)
"""The peripheral barriers of the accompagnement global. Source: France Travail."""
_HINDRANCES = (Barrier.HEALTH, Barrier.DISABILITY, Barrier.HOUSING, Barrier.FAMILY_CHILDCARE)
_ORIENTATION_DAYS = 6 * 7
_REVIEW_MONTHS, _LATER_REVIEW_MONTHS = 6, 12


@dataclass(frozen=True)
class Step:
    """One statement: the key of its sentence and the facts it is filled with."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


def orientation(profile: Profile, on: date) -> Iterator[Step]:
    """Track, who orients now, when a social orientation is to be looked at again, contract; nothing without RSA."""
    if holds(profile, Status.RSA, on) is not Truth.MET:
        return
    track, steps = assistance(profile).fr_track, _steps(profile)
    if track is not None:
        yield Step("rsa.track", {"track": track})
    if steps.oriented_on is not None:
        yield Step("rsa.oriented", {"day": steps.oriented_on})
    elif track is None:
        yield _who_orients(steps.requested_on, on)
    if track is FrTrack.SOCIAL:
        yield _review(profile)
    signed = steps.engagement_signed_on
    yield Step("rsa.engagement.open") if signed is None else Step("rsa.engagement.signed", {"day": signed})


def orientation_due(requested_on: date) -> date:
    """The last day on which the president of the département orients; from the next France Travail does."""
    return days_after(requested_on, _ORIENTATION_DAYS)


def review_due(profile: Profile) -> tuple[date, date] | None:
    """When a social orientation is looked at again, at the earliest and at the latest: one day where it is certain.

    Six months from the orientation or the last review; twelve when health, disability, housing or care still hinder.
    """
    steps = _steps(profile)
    counted_from = steps.reexamined_on or steps.oriented_on
    if counted_from is None:
        return None
    early, late = (months_after(counted_from, months) for months in (_REVIEW_MONTHS, _LATER_REVIEW_MONTHS))
    match hindered(profile):
        case Truth.MET:
            return late, late
        case Truth.NOT_MET:
            return early, early
        case _:
            return early, late


def hindered(profile: Profile) -> Truth:
    """Whether health, disability, housing or care hinder: confirmed as important; otherwise it is for the referent."""
    if profile.needs == ():
        return Truth.NOT_MET
    heavy = [need for need in profile.needs or () if need.level in (NeedLevel.HIGH, NeedLevel.BLOCKING)]
    confirmed = any(need.confirmed and need.barrier in _HINDRANCES for need in heavy)
    return Truth.MET if confirmed else Truth.UNKNOWN


def hours(profile: Profile, on: date) -> Iterator[Step]:
    """Hours agreed, fewer hours asked for, and what they could be asked for on request; nothing without RSA."""
    if holds(profile, Status.RSA, on) is not Truth.MET:
        return
    steps = _steps(profile)
    if steps.hours_per_week is not None:
        agreed = steps.hours_per_week
        yield Step("rsa.hours.agreed", {"hours": f"{agreed:g}"}) if agreed else Step("rsa.hours.none")
    asked = steps.fewer_hours_asked_on
    if asked is not None and steps.fewer_hours_ground is not None:
        yield Step("rsa.hours.asked", {"day": asked, "ground": steps.fewer_hours_ground})
    elif asked is not None:
        yield Step("rsa.hours.asked_open", {"day": asked})
    elif grounds := grounds_for_fewer_hours(profile, on):
        yield Step("rsa.hours.grounds", {"grounds": grounds})


def grounds_for_fewer_hours(profile: Profile, on: date) -> tuple[HoursGround, ...]:
    """The grounds known to hold; the person asks, nothing is lowered by itself. Invalidity is told by the person."""
    disabled = either(holds(profile, Status.RQTH, on), holds(profile, Status.AAH, on))
    truths = {
        HoursGround.HEALTH: has_restriction(profile, on),
        HoursGround.DISABILITY: disabled,
        HoursGround.LONE_PARENT: _lone_parent_without_childcare(profile, on),
    }
    return tuple(ground for ground, truth in truths.items() if truth is Truth.MET)


def confirmed_barriers(profile: Profile) -> tuple[Barrier, ...]:
    """Those of the seven barriers of the accompagnement global that are confirmed."""
    confirmed = {need.barrier for need in profile.needs or () if need.confirmed and need.level is not NeedLevel.NONE}
    return tuple(barrier for barrier in SEVEN_BARRIERS if barrier in confirmed)


def _steps(profile: Profile) -> RsaPathway:
    return (profile.insertion_france or InsertionFrance()).rsa or RsaPathway()


def _who_orients(requested_on: date | None, on: date) -> Step:
    if requested_on is None:
        return Step("rsa.orientation.open")
    due = orientation_due(requested_on)
    return Step("rsa.orientation.due" if on <= due else "rsa.orientation.late", {"day": due})


def _review(profile: Profile) -> Step:
    due = review_due(profile)
    if due is None:
        return Step("rsa.review.undated")
    early, late = due
    return (
        Step("rsa.review.due", {"day": late})
        if early == late
        else Step("rsa.review.open", {"day": early, "later": late})
    )


def _lone_parent_without_childcare(profile: Profile, on: date) -> Truth:
    home = household(profile)
    born = home.youngest_child_birth_date
    below_12 = truth_of(None if born is None else on < months_after(born, 12 * 12))
    unsolved = truth_of(None if home.childcare_solved is None else not home.childcare_solved)
    return both(holds(profile, Status.LONE_PARENT, on), below_12, unsolved)
