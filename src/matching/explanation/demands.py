"""What the provider demands beside what is known of the person: two columns, unknown said as such.

Places that did not fit the people sent there are what the pilot of Neuchâtel suffered from, productivity above all.
Source: Bilan CII 2009-2013 (NE-ESO).
"""

from collections.abc import Iterable, Iterator, Sequence

from matching.domain.opportunity import AnyOpportunity
from matching.domain.person import Languages
from matching.domain.profile import Profile
from matching.domain.shortlist import DemandBeside
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.situation import Language
from matching.messages.say import say


def demands_beside(
    option: AnyOpportunity, person: Profile, *, close: Sequence[str], others: Sequence[str], lang: str
) -> tuple[DemandBeside, ...]:
    """All demands in a fixed order; `close` are the skills asked for that are near the person's, `others` the rest."""
    return tuple(
        DemandBeside(
            code=code,
            label=say(lang, f"demand.{code}"),
            demanded=demanded or say(lang, "demand.none"),
            known=known or say(lang, "demand.unknown"),
        )
        for code, demanded, known in _lines(option, person, close, others, lang)
    )


def _lines(
    option: AnyOpportunity, person: Profile, close: Sequence[str], others: Sequence[str], lang: str
) -> Iterator[tuple[str, str, str | None]]:
    criteria, timing, held = option.criteria, option.timing, person.availability
    pace = _bounds(criteria.min_work_pace_percent, criteria.max_work_pace_percent, lang)
    yield "pace", pace, _percent(held.work_pace_percent, lang)
    yield "availability", _bounds(criteria.min_availability_percent, None, lang), _percent(held.percent, lang)
    workload = _bounds(timing.workload_min_percent, timing.workload_max_percent, lang)
    yield "workload", workload, _percent(held.percent, lang)
    yield "schedules", _labels(criteria.schedules, lang), _held(held.schedules, lang)
    asked = [demand.language for demand in criteria.languages]
    spoken = [f"{demand.language.label(lang)} {demand.level.label(lang)}" for demand in criteria.languages]
    yield "languages", ", ".join(spoken), _languages(person.languages, asked, lang)
    yield "skills", ", ".join(skill.label for skill in criteria.skills), _skills(person, close, others, lang)
    yield "licences", _labels(criteria.licences, lang), _held(person.mobility.licences, lang)


def _percent(value: int | None, lang: str) -> str | None:
    return None if value is None else say(lang, "card.workload.one", low=value)


def _bounds(least: int | None, most: int | None, lang: str) -> str:
    if least is not None and least == most:
        return say(lang, "card.workload.one", low=least)
    parts = []
    if least is not None:
        parts.append(say(lang, "card.workload.least", low=least))
    if most is not None:
        parts.append(say(lang, "card.workload.most", high=most))
    return ", ".join(parts)


def _labels(members: Iterable[ClosedList], lang: str) -> str:
    return ", ".join(member.label(lang) for member in members)


def _held(members: Sequence[ClosedList] | None, lang: str) -> str | None:
    """None is unknown, an empty list known to be none."""
    if members is None:
        return None
    return _labels(members, lang) or say(lang, "demand.held_none")


def _languages(languages: Languages, asked: Sequence[Language], lang: str) -> str | None:
    """The languages asked for, each with its level; all that are known where none is asked for."""
    levels = {item.language: item.level for item in languages.items}
    parts = []
    for language in asked or levels:
        if language in levels:
            level = levels[language]
            known = level.label(lang) if level else say(lang, "demand.unknown")
        else:
            known = say(lang, "demand.not_spoken" if languages.complete else "demand.unknown")
        parts.append(say(lang, "demand.language", language=language, level=known))
    return ", ".join(parts) or (say(lang, "demand.held_none") if languages.complete else None)


def _skills(person: Profile, close: Sequence[str], others: Sequence[str], lang: str) -> str | None:
    """Which of the skills asked for are close to the person's and which the file does not name; else what it names."""
    skills = person.skills
    if not skills.items:
        return say(lang, "demand.held_none") if skills.complete else None
    if not close and not others:
        return ", ".join(item.label for item in skills.items)
    parts = [("demand.close", close), ("demand.not_named", others)]
    return " ; ".join(say(lang, key, skills=list(found)) for key, found in parts if found)
