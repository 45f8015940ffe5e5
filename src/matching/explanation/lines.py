"""The lines of a card on money, duties and procedure: what is known, and what is not said as such."""

from collections.abc import Iterator
from datetime import date
from functools import reduce

from matching.domain.opportunity import (
    AnyOpportunity,
    Capacity,
    InsertionClause,
    Measure,
    Terms,
    Timing,
    Vacancy,
)
from matching.domain.profile import Profile
from matching.domain.recommendation import CardLine
from matching.domain.vocabulary.catalogue import CapacityStatus, ContractKind
from matching.domain.vocabulary.standing import AssistanceKind
from matching.eligibility.facts import assistance, household
from matching.explanation.payers import Funding, funding_lines
from matching.messages.say import say

_WITH_PLACES = (CapacityStatus.OPEN, CapacityStatus.LIMITED)
_MOST_SESSIONS = 4


def card_lines(option: AnyOpportunity, person: Profile, funding: Funding, on: date, lang: str) -> tuple[CardLine, ...]:
    """The lines of one option's card, in a fixed order, on a day; an unknown fact is shown as one to ask for.

    Lines that are known not to concern this person, as the viewer may know them, are left out.
    """
    apart = _of_no_concern(person)
    return _worded((line for line in _lines(option, funding, on, lang) if line[0] not in apart), lang)


def decision_lines(option: AnyOpportunity, funding: Funding, on: date, lang: str) -> tuple[CardLine, ...]:
    """The lines on who decides, pays and prescribes, and what comes before the start, alone."""
    return _worded(funding_lines(option, funding, on, lang), lang)


def _of_no_concern(person: Profile) -> set[str]:
    """Codes of the lines on what the person is known not to have; what is not known, or withheld, concerns."""
    home = household(person)
    without = {
        "childcare": home.children == 0 or home.childcare_solved is True,
        "assistance": assistance(person).kind is AssistanceKind.NONE,
        "debt": person.in_debt_enforcement is False,
    }
    return {code for code, is_known in without.items() if is_known}


def _worded(lines: Iterator[tuple[str, str | None]], lang: str) -> tuple[CardLine, ...]:
    return tuple(
        CardLine(code=code, label=say(lang, f"line.{code}"), text=text or say(lang, "card.unknown"))
        for code, text in lines
    )


def _lines(option: AnyOpportunity, funding: Funding, on: date, lang: str) -> Iterator[tuple[str, str | None]]:
    terms = option.terms
    yield from funding_lines(option, funding, on, lang)
    yield "pay", _pay(option, lang)
    yield "assistance", terms.assistance_effect.label(lang) if terms.assistance_effect else None
    yield "debt", terms.debt_effect.label(lang) if terms.debt_effect else None
    yield "rights", _yes_no(terms.opens_unemployment_rights, "card.rights", lang)
    yield "travel", _travel(terms, lang)
    yield "childcare", _childcare(terms, lang)
    yield "aim", _aim(option, lang)
    if not isinstance(option, Vacancy):
        yield "certificate", _certificate(terms, lang)
        yield "voluntary", _yes_no(terms.voluntary, "card.voluntary", lang)
    if option.contract is not None:
        yield "contract", option.contract.label(lang)
    yield "duration", duration(option.timing, lang)
    yield "start", _start(option, on, lang)
    if not isinstance(option, Vacancy):
        yield "places", free_places(option, on, lang)
        yield "procedure", option.procedure
    if isinstance(option, Measure):
        yield "legal_basis", option.legal_basis
    if isinstance(option, Vacancy) and option.clause is not None:
        yield "clause", _clause(option.clause, lang)


def _aim(option: AnyOpportunity, lang: str) -> str | None:
    if not isinstance(option, Vacancy):
        return option.terms.aim
    return say(lang, "card.aim.apprenticeship" if option.contract is ContractKind.APPRENTICESHIP else "card.aim.job")


def _pay(option: AnyOpportunity, lang: str) -> str | None:
    terms = option.terms
    if terms.paid is None:
        return None
    if not terms.paid:
        words = say(lang, "card.pay.no")
    elif isinstance(option, Vacancy):
        words = say(lang, "card.pay.employer")
    else:
        words = say(lang, "card.pay.by", by=terms.paid_by) if terms.paid_by else say(lang, "card.pay.yes")
    return say(lang, "card.pay.amount", words=words, pay=terms.pay) if terms.pay else words


def _yes_no(fact: bool | None, key: str, lang: str) -> str | None:  # noqa: FBT001 - a fact, not a switch
    return None if fact is None else say(lang, f"{key}.{'yes' if fact else 'no'}")


def _certificate(terms: Terms, lang: str) -> str | None:
    if terms.certified is None:
        return terms.certificate
    if not terms.certified:
        return say(lang, "card.certificate.none")
    return terms.certificate or say(lang, "card.certificate.some")


def _travel(terms: Terms, lang: str) -> str | None:
    match terms.travel_cost, terms.travel_advanced_by:
        case None, None:
            return say(lang, "card.travel.free") if terms.travel_free else None
        case str(cost), None:
            return say(lang, "card.travel.cost", cost=cost)
        case None, by:
            return say(lang, "card.travel.by", by=by)
        case cost, by:
            return say(lang, "card.travel", cost=cost, by=by)


def _childcare(terms: Terms, lang: str) -> str | None:
    hours = terms.childcare_hours_per_week
    if hours is None:
        return None
    return say(lang, "card.childcare", hours=hours) if hours else say(lang, "card.childcare.none")


def _range(low: int | None, high: int | None, key: str, lang: str) -> str | None:
    match low, high:
        case None, None:
            return None
        case None, _:
            return say(lang, f"{key}.most", high=high)
        case _, None:
            return say(lang, f"{key}.least", low=low)
    return say(lang, f"{key}.one", low=low) if low == high else say(lang, key, low=low, high=high)


def duration(timing: Timing, lang: str) -> str | None:
    """Weeks and share of the week, as far as stated; None where neither is."""
    weeks = _range(timing.min_weeks, timing.max_weeks, "card.weeks", lang)
    workload = _range(timing.workload_min_percent, timing.workload_max_percent, "card.workload", lang)
    return ", ".join(part for part in (weeks, workload) if part) or None


def _start(option: AnyOpportunity, on: date, lang: str) -> str | None:
    """When it starts; a posting's deadline stands here, that of a measure or a place on a line of its own."""
    timing = option.timing
    coming = [day for day in timing.starts_on if day >= on]
    parts = []
    if timing.rolling:
        parts.append(say(lang, "card.start.rolling"))
    elif coming:
        parts.append(say(lang, "card.start.dates", day=min(coming)))
    if isinstance(option, Vacancy) and timing.application_deadline_days is not None:
        parts.append(say(lang, "card.start.deadline", days=timing.application_deadline_days))
    return say(lang, "card.both", first=parts[0], then=parts[1]) if len(parts) == 2 else "".join(parts) or None


def free_places(option: AnyOpportunity, on: date, lang: str) -> str | None:
    """Free places, by start where stated so, waiting time and the day they were known; None where nothing is."""
    capacity = option.capacity
    parts = [told] if (told := _by_start(option, on, lang)) else _on_the_whole(capacity, lang)
    if parts and capacity.as_of is not None:
        parts.append(say(lang, "card.places.as_of", day=capacity.as_of))
    return ", ".join(parts) or None


def _by_start(option: AnyOpportunity, on: date, lang: str) -> str | None:
    """What the starts tell, those that have places, as the rule on free places reads them."""
    sessions, status = option.sessions_from(on), option.capacity.status
    if any(each.free_places for each in sessions):
        told = [each for each in sessions if each.free_places][:_MOST_SESSIONS]
        each_told = [say(lang, "card.places.session", day=each.starts_on, count=each.free_places) for each in told]
        return say(lang, "card.places.sessions", sessions=each_told)
    all_stated = len(sessions) == len(option.starts_from(on))
    if sessions and all_stated and status is not CapacityStatus.WAITING_LIST:
        return say(lang, "card.places.none")
    return None


def _on_the_whole(capacity: Capacity, lang: str) -> list[str]:
    if capacity.status is CapacityStatus.UNKNOWN:
        return []
    parts = [capacity.status.label(lang)]
    if capacity.free_places or (capacity.free_places == 0 and capacity.status in _WITH_PLACES):
        parts = [say(lang, "card.places.count", status=parts[0], count=capacity.free_places)]
    if capacity.waiting_weeks is not None:
        parts.append(say(lang, "card.places.wait", weeks=capacity.waiting_weeks))
    return parts


def _clause(clause: InsertionClause, lang: str) -> str:
    market = ", ".join(part for part in (clause.market, clause.lot) if part)
    parts = [say(lang, "card.clause.market", market=market)]
    if clause.hours_left is not None:
        parts.append(say(lang, "card.clause.left", left=clause.hours_left, reserved=clause.hours_reserved))
    elif clause.hours_reserved is not None:
        parts.append(say(lang, "card.clause.reserved", reserved=clause.hours_reserved))
    if clause.facilitator is not None:
        parts.append(say(lang, "card.clause.facilitator", facilitator=clause.facilitator))
    return reduce(lambda first, then: say(lang, "card.both", first=first, then=then), parts)
