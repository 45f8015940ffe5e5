"""A measure completed: its stated effects on a copy of the profile, and the measure itself among the past ones.

Nothing is ever lowered, and what is unknown stays unknown where the file cannot say "at least": an unknown education,
availability, pace, radius or list of licences may hold more than the measure gives, and unknown excludes nothing
anyhow. A list of languages can say it: the level reached stands beside an entry without level. Whether there is a
vehicle has nothing above "yes", so that one given is one known.
"""

from functools import reduce

from matching.domain.effect import (
    AvailabilityEffect,
    BarrierEffect,
    CertificateEffect,
    LanguageEffect,
    MobilityEffect,
    SkillEffect,
)
from matching.domain.need import Need, PastMeasure
from matching.domain.opportunity import AnyOpportunity, Measure, Placement
from matching.domain.person import LanguageSkill, Skill
from matching.domain.profile import Profile
from matching.domain.vocabulary.needs import Barrier, NeedLevel
from matching.domain.vocabulary.situation import EducationLevel, LanguageLevel
from matching.snapshot.columns import position

AnyEffect = LanguageEffect | SkillEffect | CertificateEffect | BarrierEffect | AvailabilityEffect | MobilityEffect


def effects_of(option: AnyOpportunity) -> tuple[AnyEffect, ...]:
    """What an option states that it changes; a job states nothing."""
    return option.effects if isinstance(option, Measure | Placement) else ()


def applied(profile: Profile, option: AnyOpportunity) -> Profile:
    """The person after completing a measure or a place: its effects hold, and it is done. A job changes nothing."""
    if not isinstance(option, Measure | Placement):
        return profile
    return _with_past(reduce(with_effect, option.effects, profile), option)


def with_effect(profile: Profile, effect: AnyEffect) -> Profile:
    """The person with one effect; the same person where they have as much already."""
    match effect:
        case LanguageEffect():
            return _speaking(profile, effect)
        case SkillEffect():
            return _able(profile, effect)
        case CertificateEffect():
            return _licensed(_educated(profile, effect), effect)
        case BarrierEffect():
            return _without_need(profile, effect)
        case AvailabilityEffect():
            return _available(profile, effect)
        case MobilityEffect():
            return _mobile(profile, effect)


def _without_need(profile: Profile, effect: BarrierEffect) -> Profile:
    """With the need told to be none, not left out: a list without entries tells less where something is withheld."""
    if not any(_weighs(need, effect.barrier) for need in profile.needs or ()):
        return profile
    needs = (
        need.model_copy(update={"level": NeedLevel.NONE}) if _weighs(need, effect.barrier) else need
        for need in profile.needs or ()
    )
    return profile.model_copy(update={"needs": tuple(needs)})


def _weighs(need: Need, barrier: Barrier) -> bool:
    return need.barrier is barrier and need.level is not NeedLevel.NONE


def _speaking(profile: Profile, effect: LanguageEffect) -> Profile:
    known = profile.languages
    listed = [skill for skill in known.items if skill.language is effect.language]
    if any(_reaches(skill.level, effect.level) for skill in listed):
        return profile
    may_be_better = (not listed and not known.complete) or any(skill.level is None for skill in listed)
    items = [skill for skill in known.items if skill.language is not effect.language]
    items += [LanguageSkill(language=effect.language)] if may_be_better else []
    items += [LanguageSkill(language=effect.language, level=effect.level)]
    return profile.model_copy(update={"languages": known.model_copy(update={"items": tuple(items)})})


def _reaches(level: LanguageLevel | EducationLevel | None, asked: LanguageLevel | EducationLevel) -> bool:
    return level is not None and position(level) >= position(asked)


def _able(profile: Profile, effect: SkillEffect) -> Profile:
    known = profile.skills
    if any(skill.label.casefold() == effect.label.casefold() for skill in known.items):
        return profile
    items = (*known.items, Skill(label=effect.label))
    return profile.model_copy(update={"skills": known.model_copy(update={"items": items})})


def _educated(profile: Profile, effect: CertificateEffect) -> Profile:
    """With the level of a certificate; one gained here is recognised here."""
    known = profile.education
    if effect.education is None or known is None or known.level is None:
        return profile
    recognised = known.recognised is True
    if _reaches(known.level, effect.education) and (recognised or known.level is not effect.education):
        return profile
    changed = known.model_copy(update={"level": effect.education, "recognised": True})
    return profile.model_copy(update={"education": changed})


def _licensed(profile: Profile, effect: CertificateEffect) -> Profile:
    held = profile.mobility.licences
    if effect.licence is None or held is None or effect.licence in held:
        return profile
    mobility = profile.mobility.model_copy(update={"licences": (*held, effect.licence)})
    return profile.model_copy(update={"mobility": mobility})


def _available(profile: Profile, effect: AvailabilityEffect) -> Profile:
    known = profile.availability
    reached = {"percent": effect.percent, "work_pace_percent": effect.work_pace_percent}
    changes = {
        name: value
        for name, value in reached.items()
        if value is not None and (has := getattr(known, name)) is not None and has < value
    }
    return profile.model_copy(update={"availability": known.model_copy(update=changes)}) if changes else profile


def _mobile(profile: Profile, effect: MobilityEffect) -> Profile:
    known = profile.mobility
    changes: dict[str, int | bool] = {}
    if known.radius_km is not None and known.radius_km < effect.radius_km:
        changes["radius_km"] = effect.radius_km
    if effect.vehicle and not known.vehicle:
        changes["vehicle"] = True
    return profile.model_copy(update={"mobility": known.model_copy(update=changes)}) if changes else profile


def _with_past(profile: Profile, option: Measure | Placement) -> Profile:
    past = profile.past_measures
    if any(item.opportunity == option.id and item.completed for item in past.items):
        return profile
    done = PastMeasure(name=option.title, code=option.code, opportunity=option.id, completed=True)
    return profile.model_copy(update={"past_measures": past.model_copy(update={"items": (*past.items, done)})})
