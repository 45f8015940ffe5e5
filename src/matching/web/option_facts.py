"""An option in lines, without anybody in view: what it is, where, when, and who pays."""

from collections.abc import Iterator
from datetime import date

from matching.domain.opportunity import AnyOpportunity, Measure, Place, Placement, Vacancy
from matching.explanation.lines import free_places
from matching.messages.say import say
from matching.web.situation import Line


def facts_of(option: AnyOpportunity, on: date, lang: str) -> tuple[Line, ...]:
    """The lines in the order in which they are read; None is unknown. What does not concern its kind has no line."""
    return tuple(Line(say(lang, f"web.inbox.fact.{name}"), text) for name, text in _told(option, on, lang))


def place_of(place: Place | None) -> str | None:
    """Locality and canton or département, as far as they are known."""
    return None if place is None else " ".join(part for part in (place.municipality, place.region) if part) or None


def _told(option: AnyOpportunity, on: date, lang: str) -> Iterator[tuple[str, str | None]]:
    yield "provider", option.provider
    yield "place", place_of(option.place)
    if not isinstance(option, Vacancy):
        yield "places", free_places(option, on, lang)
    yield "workload", _workload(option, lang)
    yield "start", _start(option, on, lang)
    if isinstance(option, Vacancy):
        yield "contract", option.contract.label(lang) if option.contract else None
    elif isinstance(option, Measure):
        yield "payer", option.payer.label(lang) if option.payer else None
        yield "procedure", option.procedure
    elif isinstance(option, Placement):
        yield "payer", ", ".join(payer.label(lang) for payer in option.payers) or None
        yield "procedure", option.procedure
    if option.valid_to is not None:
        yield "until", f"{option.valid_to:%d.%m.%Y}"


def _workload(option: AnyOpportunity, lang: str) -> str | None:
    least, most = option.timing.workload_min_percent, option.timing.workload_max_percent
    if least is None or most is None or least == most:
        known = most if least is None else least
        return None if known is None else f"{known} %"
    return say(lang, "web.inbox.from_to", least=least, most=most)


def _start(option: AnyOpportunity, on: date, lang: str) -> str | None:
    if option.timing.rolling:
        return say(lang, "web.inbox.rolling")
    return ", ".join(f"{day:%d.%m.%Y}" for day in option.starts_from(on)[:3]) or None
