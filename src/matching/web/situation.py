"""The situation of a person in lines: what the file says, unknown said as such, for whoever reads it."""

from collections.abc import Iterator
from typing import NamedTuple

from matching.domain.need import Need
from matching.domain.profile import Profile
from matching.domain.vocabulary.needs import NeedLevel
from matching.messages.say import say
from matching.web.occupations import occupation_said

_LEVELS = tuple(NeedLevel)


class Line(NamedTuple):
    """A label and what is known; None is unknown."""

    label: str
    text: str | None


def situation_of(person: Profile, lang: str) -> tuple[Line, ...]:
    """The lines that a counsellor looks at first, in the order in which they are read."""
    named = ((say(lang, f"field.{name}"), text) for name, text in _told(person, lang))
    return tuple(Line(label[:1].upper() + label[1:], text) for label, text in named)


def needs_of(person: Profile) -> list[Need]:
    """The needs, the heaviest first, those alike in the order of the file."""
    return sorted(person.needs or (), key=lambda need: -_LEVELS.index(need.level))


def _told(person: Profile, lang: str) -> Iterator[tuple[str, str | None]]:
    home, assistance = person.residence, person.insurances.assistance
    unemployment, disability = person.insurances.unemployment, person.insurances.disability
    yield "objective", person.objective.label(lang) if person.objective else None
    yield "project", person.project
    yield "wishes", person.wishes
    yield "residence", _joined(home.municipality or home.postcode, home.region) if home else None
    yield "mobility", _mobility(person, lang)
    yield "availability", f"{person.availability.percent} %" if person.availability.percent is not None else None
    yield "languages", _languages(person, lang)
    yield "education", person.education.level.label(lang) if person.education and person.education.level else None
    yield "occupations", _occupations(person, lang)
    yield "skills", _listed([each.label for each in person.skills.items] or None, lang)
    yield "months_without_work", None if person.months_without_work is None else str(person.months_without_work)
    yield (
        "insurances",
        _joined(
            assistance.kind.label(lang) if assistance and assistance.kind else None,
            unemployment.status.label(lang) if unemployment and unemployment.status else None,
            disability.status.label(lang) if disability and disability.status else None,
        ),
    )
    yield "past_measures", _listed([each.name for each in person.past_measures.items] or None, lang)


def _occupations(person: Profile, lang: str) -> str | None:
    """Those held and those aimed for, each with what is known of it; they are not told apart by their order."""
    if person.occupations is None:
        return None
    return " ; ".join(occupation_said(each, lang) for each in person.occupations) or say(lang, "web.person.none")


def _mobility(person: Profile, lang: str) -> str | None:
    mobility = person.mobility
    held = mobility.licences
    return _joined(
        None if mobility.radius_km is None else say(lang, "web.person.radius", km=mobility.radius_km),
        None
        if held is None
        else say(lang, "web.person.licences", held=", ".join(each.value.upper() for each in held))
        if held
        else say(lang, "web.person.no_licence"),
        None if mobility.vehicle is None else say(lang, f"web.person.vehicle.{'yes' if mobility.vehicle else 'no'}"),
    )


def _languages(person: Profile, lang: str) -> str | None:
    known = ((each.language.label(lang), each.level) for each in person.languages.items)
    spoken = [f"{name} {level.value.upper() if level else '?'}" for name, level in known]
    return ", ".join(spoken) or None


def _listed(items: list[str] | None, lang: str) -> str | None:
    if items is None:
        return None
    return ", ".join(items) or say(lang, "web.person.none")


def _joined(*parts: str | None) -> str | None:
    return ", ".join(part for part in parts if part) or None
