"""The lines of a card on who decides, pays and prescribes, what comes before the start, and by when to apply."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from matching.domain.guarantee import PaymentGuarantee
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import Institution, Payer
from matching.domain.vocabulary.needs import DataCategory
from matching.eligibility.deadlines import Deadline
from matching.eligibility.decision_table import Row
from matching.eligibility.months import days_after
from matching.eligibility.payer import Guard, Line, Resolution
from matching.messages.laws import law_in
from matching.messages.say import say

_ON_THE_LEAD = frozenset({"follow_up", "referent", "lead"})
_ON_THE_GUARANTEE = frozenset({"mandate"})


@dataclass(frozen=True)
class Funding:
    """What is known of the money of one option for one person: the decision table, and the guarantee on file.

    `withheld` are the categories that whoever reads may not know of: nobody is sent to ask about them.
    """

    resolution: Resolution
    guarantee: PaymentGuarantee | None = None
    withheld: frozenset[DataCategory] = frozenset()


def funding_lines(option: AnyOpportunity, funding: Funding, on: date, lang: str) -> Iterator[tuple[str, str | None]]:
    """(code of the line, text), None where nothing is known: what is open is said with its question."""
    found = funding.resolution
    if isinstance(option, Vacancy):
        yield "decides", say(lang, "card.decides.employer")
        yield "payer", payers_in_words(found, lang)
        return
    yield "decides", _with_questions(_decides(option.decided_by, found, lang), funding, _ON_THE_LEAD, lang)
    on_the_payer = {question.key for question in found.questions} - _ON_THE_LEAD - _ON_THE_GUARANTEE
    yield "payer", _with_questions(payers_in_words(found, lang), funding, on_the_payer, lang)
    yield "prescribers", ", ".join(who.label(lang) for who in found.prescribers) or _nothing(found, lang)
    yield "guarantee", _with_questions(_guarantee(funding, on, lang), funding, _ON_THE_GUARANTEE, lang)
    yield "deadline", _deadline(option, found, on, lang)


def payers_in_words(found: Resolution, lang: str) -> str | None:
    """Who pays, on what ground; the possibilities where it is open; who could instead where none of them may."""
    if found.truth is Truth.NOT_MET:
        return _not_payable(found, lang)
    said = list(dict.fromkeys(_paid(line, lang) for line in found.lines))
    if not said:
        return None
    several = _joined(said, "payer.or", lang)
    if found.truth is Truth.MET:
        return several
    return say(lang, "payer.perhaps" if found.somebody_pays else "payer.perhaps.not", payers=several)


def _paid(line: Line, lang: str) -> str:
    payers = _joined([share.payer.label(lang) for share in line.shares], "payer.and", lang)
    if all(share.part == Fraction(1, 2) for share in line.shares):
        payers = say(lang, "payer.halves", payers=payers)
    elif line.row in {Row.RI_REGISTERED, Row.RI_SOCIAL} and line.shares[0].payer is Payer.AS_CANTON:
        payers = say(lang, "payer.social_bill", payers=payers)
    return say(lang, "payer.law", said=payers, law=law_in(lang, line.reference)) if line.reference else payers


def _not_payable(found: Resolution, lang: str) -> str:
    said = say(lang, "payer.not", payers=_joined([payer.label(lang) for payer in found.payers], "payer.or", lang))
    if found.refused_by:
        said = say(lang, "payer.law", said=said, law=law_in(lang, found.refused_by))
    if not found.instead:
        return said
    others = [other.code.label(lang) if other.code else other.payer.label(lang) for other in found.instead]
    key = "payer.instead.measure" if all(other.code for other in found.instead) else "payer.instead"
    return say(lang, key, said=said, instead=_joined(others, "payer.or", lang))


def _with_questions(said: str | None, funding: Funding, about: Set[str], lang: str) -> str | None:
    """The sentence followed by each question that would settle it, and whom to ask."""
    open_questions = [one for one in funding.resolution.questions if said and one.key in about]
    for question in open_questions:
        if not question.tells & funding.withheld:
            asked = say(lang, f"payer.question.{question.key}")
            said = say(lang, "payer.asked", said=said, question=asked, asks=say(lang, f"asks.{question.asks}"))
    if any(question.tells & funding.withheld for question in open_questions):
        said = say(lang, "payer.withheld", said=said, untold=say(lang, "withheld.verdict"))
    return said


def _decides(decided_by: Institution | None, found: Resolution, lang: str) -> str | None:
    leads = list(dict.fromkeys(who for line in found.lines for who in line.lead))
    if not leads:
        return decided_by.label(lang) if decided_by else None
    lead = _joined([who.label(lang) for who in leads], "payer.or", lang)
    if decided_by is None:
        return say(lang, "payer.lead.only", lead=lead)
    key = "payer.lead.same" if leads == [decided_by] else "payer.lead"
    return say(lang, key, decides=decided_by, lead=lead)


def _guarantee(funding: Funding, on: date, lang: str) -> str | None:
    found, on_file = funding.resolution, funding.guarantee
    guards = {line.guard for line in found.lines} - {None}
    said = _nothing(found, lang)
    if guards:
        strictest = next(guard for guard in _STRICTEST_FIRST if guard in guards)
        offices = list(dict.fromkeys(who.label(lang) for line in found.lines for who in line.office))
        said = say(lang, f"payer.guard.{strictest}")
        if offices and strictest is not Guard.CAPACITY:
            said = say(lang, "payer.guard.of", guard=said, office=_joined(offices, "payer.or", lang))
    if on_file is None:
        return said
    status = on_file.status_on(on)
    dates = {"start": on_file.valid_from, "end": on_file.valid_to}
    filed = say(lang, "payer.on_file", status=status, payer=on_file.payer, **dates)
    return say(lang, "card.both", first=said, then=filed) if said else filed


_STRICTEST_FIRST = (Guard.GUARANTEE, Guard.PERHAPS_GUARANTEE, Guard.DECISION, Guard.CAPACITY)


def _deadline(option: AnyOpportunity, found: Resolution, on: date, lang: str) -> str | None:
    """The deadline by law, and the entry's own where it asks for more: each said as what it is."""
    if found.truth is Truth.NOT_MET:
        return _nothing(found, lang)
    deadline = max((line.deadline for line in found.lines if line.deadline), key=lambda one: one.days, default=None)
    legal = _by_law(deadline, option, on, lang) if deadline else None
    if deadline is None and found.lines:
        legal = say(lang, "payer.deadline.none")
    own = option.timing.application_deadline_days
    if own is None or (deadline and own <= deadline.days):
        return legal
    asked = say(lang, "payer.deadline.own", days=own)
    return say(lang, "card.both", first=legal, then=asked) if legal else asked


def _by_law(deadline: Deadline, option: AnyOpportunity, on: date, lang: str) -> str:
    """For the next start that can still be met, else for the last one."""
    law = law_in(lang, deadline.law.reference)
    coming = sorted(day for day in option.timing.starts_on if day >= on)
    if option.timing.rolling or not coming:
        return say(lang, "payer.deadline", days=deadline.days, law=law)
    in_time = [day for day in coming if days_after(day, -deadline.days) >= on]
    start = in_time[0] if in_time else coming[-1]
    dates = {"start": start, "last": days_after(start, -deadline.days)}
    if in_time:
        return say(lang, "payer.deadline.date", law=law, **dates)
    said = say(lang, "payer.deadline.passed", law=law, **dates)
    return say(lang, "payer.deadline.late", said=said) if deadline.late_counts_from_application else said


def _nothing(found: Resolution, lang: str) -> str | None:
    return say(lang, "payer.nothing") if found.truth is Truth.NOT_MET else None


def _joined(words: Iterable[str], key: str, lang: str) -> str:
    said, *more = words
    for word in more:
        said = say(lang, key, first=said, last=word)
    return said
