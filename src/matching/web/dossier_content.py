"""A dossier in lines, as it is read before it is handed over: what stands here may leave, and nothing else."""

from collections.abc import Iterable, Iterator

from matching.domain.person import Education, FunctionalRestriction, LanguageSkill
from matching.domain.profile import Profile
from matching.messages.say import say
from matching.web.occupations import occupation_said
from matching.web.situation import Line


def content_of(person: Profile, lang: str) -> tuple[Line, ...]:
    """The lines of every part of a profile that may leave; what is unknown or stays has none."""
    return tuple(Line(say(lang, f"web.inbox.dossier.{name}"), text) for name, text in _told(person, lang))


def _told(person: Profile, lang: str) -> Iterator[tuple[str, str]]:
    if held := [occupation_said(each, lang) for each in person.occupations or ()]:
        yield "occupations", " ; ".join(held)
    yield from _listed("skills", (skill.label for skill in person.skills.items), person.skills.complete, lang)
    spoken = (_language(each, lang) for each in person.languages.items)
    yield from _listed("languages", spoken, person.languages.complete, lang)
    if person.education is not None and (education := _education(person.education, lang)):
        yield "education", education
    available = person.availability
    if available.percent is not None:
        yield "availability", f"{available.percent} %"
    if available.schedules is not None:
        yield "schedules", ", ".join(each.label(lang) for each in available.schedules) or say(lang, "web.person.none")
    if available.start_from is not None:
        yield "from", f"{available.start_from:%d.%m.%Y}"
    if available.work_pace_percent is not None:
        yield "pace", f"{available.work_pace_percent} %"
    if (held_licences := person.mobility.licences) is not None:
        yield "licences", ", ".join(each.label(lang) for each in held_licences) or say(lang, "web.person.none")
    if restricted := [_restriction(each, lang) for each in person.restrictions or ()]:
        yield "to_avoid", " ; ".join(restricted)


def _listed(name: str, items: Iterable[str], complete: bool, lang: str) -> Iterator[tuple[str, str]]:  # noqa: FBT001
    if found := ", ".join(items):
        yield name, found if complete else say(lang, "web.inbox.dossier.incomplete", found=found)


def _language(held: LanguageSkill, lang: str) -> str:
    return f"{held.language.label(lang)} {held.level.label(lang) if held.level else '?'}"


def _education(held: Education, lang: str) -> str:
    recognised = None
    if held.recognised is not None:
        recognised = say(lang, f"web.inbox.dossier.recognised.{'yes' if held.recognised else 'no'}")
    level = held.level.label(lang) if held.level else None
    return ", ".join(part for part in (level, held.field, recognised) if part)


def _restriction(held: FunctionalRestriction, lang: str) -> str:
    parts = [say(lang, f"web.inbox.dossier.source.{held.source}", author=held.author), f"{held.stated_on:%d.%m.%Y}"]
    if held.expires_on is not None:
        parts.append(say(lang, "web.inbox.dossier.review", day=held.expires_on))
    return f"{held.strain.label(lang)} ({', '.join(parts)})"
