"""A letter to the person: options in plain words, why these, and what the person is free to do. It obliges nobody.

Its sentences are of their own, short and without words of the office; figures and facts are the catalogue's, reasons
the model's. What may stand in it at all is settled before, in `contracts.allowed_in_letter`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from matching.contracts.allowed_in_letter import InALetter
from matching.domain.opportunity import AnyOpportunity, Measure, Vacancy
from matching.domain.recommendation import Contribution
from matching.explanation.by_whom import by_whom, tells_by_itself
from matching.explanation.card import place_in_words
from matching.explanation.reasons import speaking_for
from matching.messages.say import catalogue, say
from matching.messages.typeset import day_in_words
from matching.ranking.features import FEATURE_BY_NAME

NOT_SAID = frozenset(
    {
        "need_addressed",  # a need is for a talk, not for a letter
        "measure_type",  # an average over others says nothing to one person
        "head_start",  # said as what it asks of the person
        "lock_in",
        "project_words",  # the words of a text are no reason to anybody
        "same_words",
    }
)
"""Features that speak for an option on a card and are no reason in a letter."""

_MOST_REASONS = 3


@dataclass(frozen=True)
class Chosen:
    """One option that a counsellor chose for a letter, as a letter may tell it.

    `state` is that of the rules (eligible or review), `reasons` are the lines of the arithmetic, strongest first.
    """

    told: InALetter
    state: str
    reasons: tuple[Contribution, ...]
    in_head_start: bool


class Fact(NamedTuple):
    """What is known: a label and a text."""

    label: str
    text: str


class Offer(NamedTuple):
    """One option in the letter."""

    title: str
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...]
    why: tuple[str, ...]


class Part(NamedTuple):
    """Some sentences under a title."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """The whole letter in one language; `sender` is the name of the unit, where it is known."""

    language: str
    day: str
    file: str
    sender: str | None
    heading: str
    opening: tuple[str, ...]
    offers: tuple[Offer, ...]
    rights: tuple[Part, ...]

    def sentences(self) -> Iterator[str]:
        """Every sentence that runs as text, titles and facts left out."""
        yield from self.opening
        for offer in self.offers:
            yield from (*offer.sentences, *offer.why)
        for part in self.rights:
            yield from part.sentences


class Frame(NamedTuple):
    """What surrounds the options: whose file, which day, and if that is said when they meet or where to ask."""

    file: str
    on: date
    sender: str | None = None
    ranked: bool = True
    meeting: date | None = None
    contact: str | None = None


def write_letter(chosen: Sequence[Chosen], frame: Frame, lang: str) -> Letter:
    """The letter about some options, one or more, in their order."""
    one = len(chosen) == 1
    count = "letter.open.one" if one else "letter.open.count"
    return Letter(
        language=lang,
        day=say(lang, "letter.day", day=day_in_words(frame.on, lang)),
        file=say(lang, "letter.file", file=frame.file),
        sender=frame.sender,
        heading=say(lang, "letter.heading.one" if one else "letter.heading"),
        opening=(
            say(lang, "letter.open"),
            say(lang, count, count=len(chosen)),
            say(lang, "letter.open.nothing"),
            say(lang, "letter.open.you"),
        ),
        offers=tuple(_offer(each, frame.on, lang) for each in chosen),
        rights=_rights(frame, lang),
    )


def reason_key(line: Contribution) -> str | None:
    """The key of the plain sentence of a reason; None for what is no reason in a letter."""
    if line.feature in NOT_SAID or line.value is None:
        return None
    key = FEATURE_BY_NAME[line.feature].sentence_key(line.value, line.points)
    return "letter.why." + key.removeprefix("feature.")


def _offer(chosen: Chosen, on: date, lang: str) -> Offer:
    option, in_person = chosen.told
    hidden = "title" in in_person
    said = [say(lang, f"letter.kind.{option.form if isinstance(option, Measure) else option.kind}")]
    if hidden:
        said.append(say(lang, "letter.in_person.why"))
    if not isinstance(option, Vacancy) and option.terms.voluntary is not None:
        said.append(say(lang, f"letter.voluntary.{'yes' if option.terms.voluntary else 'no'}"))
    if chosen.in_head_start:
        said.append(say(lang, "letter.not_public"))
    known = list(_facts(option, on, lang))
    unknown = [name for name, text in known if text is None and not _is_silent(name, in_person)]
    if unknown:
        what = ", ".join(say(lang, f"letter.unknown.{name}") for name in unknown)
        said.append(say(lang, "letter.unknown", what=what))
    if in_person and not hidden:
        said.append(say(lang, "letter.rest"))
    return Offer(
        title=say(lang, "letter.in_person") if hidden else option.title,
        sentences=tuple(said),
        facts=tuple(Fact(say(lang, f"letter.{name}"), text) for name, text in known if text is not None),
        why=tuple(_why(chosen, lang)),
    )


def _why(chosen: Chosen, lang: str) -> Iterator[str]:
    """What speaks for the option, strongest first, and where its conditions stand."""
    said = catalogue(lang)
    speaking = [line for line in speaking_for(chosen.reasons) if _is_true_of(line.feature, chosen)]
    keys = [(key, line) for line in speaking if (key := reason_key(line)) in said and key]
    for key, line in keys[:_MOST_REASONS]:
        yield say(lang, key, km=f"{line.value or 0:.0f}")
    yield say(lang, f"letter.state.{chosen.state}")


_DEPENDS = re.compile(
    r"\b(?:selon|éventuel\w*|possibles?|je nach|eventuell|möglich|secondo|eventual[ei]|possibil[ei]|depending)\b",
    re.IGNORECASE,
)


def _is_true_of(feature: str, chosen: Chosen) -> bool:
    """Whether a reason holds for sure: no way to what is done at home, no certificate that depends on the case."""
    option = chosen.told.option
    if feature == "distance":
        return option.place is None or not option.place.remote
    if feature == "certificate":
        return option.terms.certified is True and not _DEPENDS.search(option.terms.certificate or "")
    return True


_SILENT = {
    "pay": {"terms.pay", "terms.paid_by"},
    "travel": {"terms.travel_cost", "terms.travel_advanced_by"},
}


def _is_silent(name: str, in_person: frozenset[str]) -> bool:
    """Whether what a fact would say is told in person: it is known, and not to be called unknown."""
    return not _SILENT.get(name, set()).isdisjoint(in_person)


def _facts(option: AnyOpportunity, on: date, lang: str) -> Iterator[tuple[str, str | None]]:
    """The facts in their order; None is unknown, for those that a person needs to know. What is left out is neither."""
    terms = option.terms
    if option.provider:
        yield "at", option.provider
    remote = option.place is not None and option.place.remote
    yield "place", say(lang, "letter.place.remote") if remote else place_in_words(option)
    if terms.aim:
        yield "aim", terms.aim
    yield "start", _start(option, on, lang)
    if not isinstance(option, Vacancy):
        yield "length", _range(option.timing.min_weeks, option.timing.max_weeks, "letter.length.weeks", lang)
    if (share := _share(option, lang)) is not None:
        yield "time", share
    yield "pay", _pay(option, lang)
    if not isinstance(option, Vacancy):
        yield "travel", _travel(option, lang)
        if (certificate := _certificate(option, lang)) is not None:
            yield "certificate", certificate
        if option.decided_by is not None:
            yield "decided_by", option.decided_by.label(lang)


def _start(option: AnyOpportunity, on: date, lang: str) -> str | None:
    if option.timing.rolling:
        return say(lang, "letter.start.rolling")
    coming = [day for day in option.timing.starts_on if day >= on]
    return say(lang, "letter.start.on", day=day_in_words(min(coming), lang)) if coming else None


def _share(option: AnyOpportunity, lang: str) -> str | None:
    timing = option.timing
    if timing.hours_per_week is not None:
        one = round(timing.hours_per_week) == 1
        return say(lang, "letter.time.hours.one" if one else "letter.time.hours", hours=timing.hours_per_week)
    return _range(timing.workload_min_percent, timing.workload_max_percent, "letter.time.share", lang)


def _pay(option: AnyOpportunity, lang: str) -> str | None:
    terms = option.terms
    words = None
    if terms.paid is False:
        words = say(lang, "letter.pay.no")
    elif terms.paid and isinstance(option, Vacancy):
        words = say(lang, "letter.pay.employer")
    elif terms.paid_by:
        words = terms.paid_by if tells_by_itself(terms.paid_by) else _by("letter.pay", terms.paid_by, lang)
    elif terms.paid:
        words = say(lang, "letter.pay.yes")
    return _both(words, terms.pay, lang)


def _travel(option: AnyOpportunity, lang: str) -> str | None:
    terms = option.terms
    if terms.travel_free:
        return say(lang, "letter.travel.free")
    advanced = _by("letter.travel", terms.travel_advanced_by, lang) if terms.travel_advanced_by else None
    return _both(terms.travel_cost, advanced, lang)


def _by(key: str, words: str, lang: str) -> str:
    """Paid by whom: with article and case where the name is known, else the catalogue's words after a colon."""
    by = by_whom(words, lang)
    return say(lang, f"{key}.named", by=words) if by is None else say(lang, f"{key}.by", by=by)


def _certificate(option: AnyOpportunity, lang: str) -> str | None:
    terms = option.terms
    if terms.certified is False:
        return say(lang, "letter.certificate.none")
    return terms.certificate or (say(lang, "letter.certificate.some") if terms.certified else None)


def _both(first: str | None, then: str | None, lang: str) -> str | None:
    return say(lang, "letter.both", first=first, then=then) if first and then else first or then


def _range(low: int | None, high: int | None, key: str, lang: str) -> str | None:
    match low, high:
        case None, None:
            return None
        case None, _:
            return say(lang, f"{key}.most", high=high)
        case _, None:
            return say(lang, f"{key}.least", low=low)
    if low == high:
        return say(lang, f"{key}.single" if low == 1 and key == "letter.length.weeks" else f"{key}.one", low=low)
    return say(lang, key, low=low, high=high)


def _rights(frame: Frame, lang: str) -> tuple[Part, ...]:
    then = ["then.read", "then.on" if frame.meeting else "then.next"]
    parts = {
        "free": ["free.proposal", "free.answer", "free.reason", "free.control", "free.rules", "free.order"],
        "wrong": ["wrong.say", "wrong.checked", "wrong.file"],
        "human": [
            *(("human.sorted",) if frame.ranked else ("human.listed",)),
            *("human.nothing", "human.again"),
            *(("human.unsorted",) if frame.ranked else ()),
            "human.ask",
        ],
        "then": [*then, *(["then.contact"] if frame.contact else [])],
    }
    meeting = day_in_words(frame.meeting, lang) if frame.meeting else ""
    facts = {"day": meeting, "contact": frame.contact}
    return tuple(
        Part(say(lang, f"letter.{name}"), tuple(say(lang, f"letter.{key}", **facts) for key in keys))
        for name, keys in parts.items()
    )
