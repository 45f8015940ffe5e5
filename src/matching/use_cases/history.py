"""What a person has done and refused, against the revolving door: what rests for now, and what a card should recall."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.need import PastMeasure
from matching.domain.opportunity import AnyOpportunity, Measure, Vacancy
from matching.domain.profile import Profile
from matching.domain.recommendation import Resting
from matching.domain.telling import BARRIER_CATEGORIES, TELLING_REASONS
from matching.domain.vocabulary.consequences import CONSEQUENCES, FACTS_BEHIND
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.voice import Refusal, SaidBy
from matching.eligibility.months import days_after, full_months
from matching.messages.say import say
from matching.snapshot.columns import position
from matching.use_cases.live import Live
from matching.working_days.swiss_time import swiss_day

_REPEAT_MONTHS = 12
"""A measure of the same code that ended less than this ago is a repeat: the revolving door of the offices."""

_LIKE_NAMED = 5
"""So many of the options that rest with one are named."""

_AGAIN_AFTER = CONSEQUENCES[RejectReason.ALREADY_TRIED].cool_off_days or 0


@dataclass(frozen=True)
class Rest:
    """Why one option rests: reason (None: not for whoever asks), since, last day; `like` the row that was refused.

    `said_by` is whose no it is, None where the person has done it before.
    """

    reason: RejectReason | None
    since: date | None
    until: date | None
    like: int | None = None
    said_by: SaidBy | None = None

    def joined(self, other: "Rest") -> "Rest":
        """Both at once: to the later end, for the later of its own reasons; of two on one day `other` came later."""
        said = max(other, self, key=lambda one: (one.like is None, one.since or date.min))
        until = None if self.until is None or other.until is None else max(self.until, other.until)
        return replace(said, until=until)


@dataclass(frozen=True)
class History:
    """One person's past as this viewer may know it: rows that rest, and the refusals of options that exist here.

    `rests` says why and to the latest day; `causes` which refused options make a row rest.
    """

    person: Profile
    on: date
    rests: Mapping[int, Rest]
    causes: Mapping[int, frozenset[str]]
    refusals: tuple[Refusal, ...]

    def resting(self, live: Live, wanted: NDArray[np.bool_]) -> tuple[Resting, ...]:
        """Of the options asked for, what was refused or done itself and rests, latest first, with what is like it."""
        alike: dict[int, list[str]] = {}
        for row, rest in sorted(self.rests.items()):
            if rest.like is not None and wanted[row]:
                alike.setdefault(rest.like, []).append(live.snapshot.option(row).title)
        own = [(row, rest) for row, rest in self.rests.items() if rest.like is None and wanted[row]]
        return tuple(
            Resting(
                opportunity=live.snapshot.ids[row],
                title=live.snapshot.option(row).title,
                reason=rest.reason,
                since=rest.since,
                until=rest.until,
                said_by=rest.said_by,
                alike=len(alike.get(row, ())),
                like=tuple(alike.get(row, ())),
            )
            for row, rest in sorted(own, key=lambda item: (item[1].since or date.min, item[0]), reverse=True)
        )

    def notes(self, option: AnyOpportunity, lang: str) -> tuple[str, ...]:
        """What the card of one option recalls: measures of its kind that were done, and earlier refusals of it."""
        return (*_done(self.person, option, self.on, lang), *self._refused(option, lang))

    def _refused(self, option: AnyOpportunity, lang: str) -> Iterator[str]:
        for refusal in self.refusals:
            if refusal.opportunity != option.id:
                continue
            key = "history.refused" if refusal.reason else "history.refused.untold"
            yield say(lang, key, day=swiss_day(refusal.at), reason=refusal.reason)
            if refusal.lifted_on is not None:
                yield say(lang, "history.lifted", day=refusal.lifted_on)


def history_of(
    person: Profile,
    whole: Profile,
    refusals: Sequence[Refusal],
    *,
    live: Live,
    visible: NDArray[np.bool_],
    on: date,
    among: NDArray[np.intp] | None = None,
) -> History:
    """The history of a redacted `person` on a day; the `whole` file decides whether the facts behind a no have changed.

    What rests for being like an option refused is looked for `among` some rows only, among all if none are named.
    A refusal of an option that is not visible here is left out before anything else: it leaves no trace.
    """
    rows = [live.snapshot.row_of(refusal.opportunity) for refusal in refusals]
    seen = [(row, no) for row, no in zip(rows, refusals, strict=True) if row is not None and visible[row]]
    rests: dict[int, Rest] = {}
    causes: dict[int, frozenset[str]] = {}

    def rest(row: int, found: Rest, cause: str | None = None) -> None:
        rests[row] = rests[row].joined(found) if row in rests else found
        if cause is not None:
            causes[row] = causes.get(row, frozenset()) | {cause}

    for row, past in _done_here(person, live):
        if _is_too_soon(past, on) and not _asked_again(past, [no for _, no in seen]):
            until = days_after(past.ended_on, _AGAIN_AFTER) if past.ended_on else None
            rest(row, Rest(RejectReason.ALREADY_TRIED, past.ended_on, until))
    for row, no in seen:
        if rests_on(no, whole, on):
            said = told_to(person, no)
            told = Rest(said.reason, swiss_day(no.at), said.rests_until, said_by=no.said_by)
            rest(row, told, no.opportunity)
            for like in _alike(live, row, visible, among) if no.reason is RejectReason.NOT_INTERESTED else ():
                rest(like, replace(told, like=row), no.opportunity)
    return History(person, on, rests, causes, tuple(told_to(person, no) for _, no in seen if not _only_asks_again(no)))


def rests_on(refusal: Refusal, whole: Profile, on: date) -> bool:
    """Whether the refused option rests on a day: to its last day, else until the facts behind the reason change."""
    if refusal.lifted_on is not None and refusal.lifted_on <= on:
        return False
    if refusal.rests_until is not None:
        return on <= refusal.rests_until
    return refusal.facts is not None and refusal.facts == facts_behind(whole, refusal.reason)


def facts_behind(whole: Profile, reason: RejectReason | None) -> str | None:
    """A digest of the facts that a constraint rests on; None for a reason that is no constraint."""
    fields = FACTS_BEHIND.get(reason) if reason else None
    if fields is None:
        return None
    facts = whole.model_dump(mode="json", include=set(fields))
    if "needs" in facts:
        family = [barrier for barrier, category in BARRIER_CATEGORIES.items() if category is DataCategory.FAMILY]
        facts["needs"] = [need for need in facts["needs"] or () if need["barrier"] in family]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def told_to(person: Profile, refusal: Refusal) -> Refusal:
    """A refusal as whoever sees the redacted `person` may read it: no reason that tells of what is withheld.

    An end that is a day, or none, would tell what kind of reason it is.
    """
    reason = reason_for(person, refusal.reason)
    hidden = {} if reason else {"words": None, "rests_until": None}
    return refusal.model_copy(update={"facts": None, "reason": reason, **hidden})


def reason_for(person: Profile, reason: RejectReason | None) -> RejectReason | None:
    """The reason, or nothing where some reason would tell of what is withheld from whoever sees the redacted `person`.

    All of them, not the telling one alone: a reason that is missing would tell which it is.
    """
    return None if set(TELLING_REASONS.values()) & set(person.withheld) else reason


def rest_in_words(rest: Rest, lang: str) -> str:
    """Why an option rests and until when, in one sentence."""
    if rest.reason is RejectReason.ALREADY_TRIED and rest.since is None:
        return say(lang, "why.hidden.tried")
    why = rest.reason.label(lang) if rest.reason else say(lang, "rest.untold")
    key = "rest.like" if rest.like is not None else "rest"
    open_end = "rest.open" if rest.reason else "rest.end.untold"
    until = say(lang, "rest.until", day=rest.until) if rest.until else say(lang, open_end)
    return say(lang, key, since=rest.since, why=why, until=until)


def resting_in_words(rest: Resting, lang: str) -> str:
    """The same of an option on a slate, with the titles of what rests with it, the first ones."""
    text = rest_in_words(Rest(rest.reason, rest.since, rest.until), lang)
    if not rest.alike:
        return text
    named = [*rest.like[:_LIKE_NAMED], *(["…"] if len(rest.like) > _LIKE_NAMED else [])]
    titles = (" ; " if lang == "fr" else "; ").join(named)
    return say(lang, "rest.alike", text=text, count=rest.alike, titles=titles)


def _done_here(person: Profile, live: Live) -> Iterator[tuple[int, PastMeasure]]:
    for past in person.past_measures.items:
        row = live.snapshot.row_of(past.opportunity) if past.opportunity else None
        if row is not None:
            yield row, past


def _is_too_soon(past: PastMeasure, on: date) -> bool:
    """An option the person has been in rests for as long as "already tried"; without a last day it always does."""
    return past.ended_on is None or on <= days_after(past.ended_on, _AGAIN_AFTER)


def _only_asks_again(refusal: Refusal) -> bool:
    """Written down when the person asks again for what they have done: never a no."""
    return refusal.reason is RejectReason.ALREADY_TRIED and refusal.rests_until is None and refusal.facts is None


def _asked_again(past: PastMeasure, refusals: Sequence[Refusal]) -> bool:
    return any(
        refusal.opportunity == past.opportunity
        and refusal.lifted_on is not None
        and (past.ended_on is None or past.ended_on <= refusal.lifted_on)
        for refusal in refusals
    )


def _alike(live: Live, row: int, visible: NDArray[np.bool_], among: NDArray[np.intp] | None) -> list[int]:
    """The visible rows like one that did not interest: measures of one code, type and need, places of one occupation.

    The simplest reading of "60 days off for like options"; a measure of no code and a place without coded occupation
    have none like them. A job refused says nothing of other employers' jobs.
    """
    option, criteria, occupation_of = live.snapshot.option(row), live.criteria, live.index.occupation_of
    if isinstance(option, Vacancy):
        return []
    rows = np.flatnonzero(visible) if among is None else among[visible[among]]
    rows = rows[criteria.kind[rows] == criteria.kind[row]]
    if isinstance(option, Measure):
        if option.code is MeasureCode.OTHER:
            return []
        rows = rows[(criteria.code[rows] == position(option.code)) & (live.traits.type[rows] == position(option.type))]
        rows = rows[criteria.needs[rows] == criteria.needs[row]]
    elif option.occupations:
        rows = rows[occupation_of[rows] == occupation_of[row]]
    else:
        return []
    return [like for like in rows.tolist() if like != row]


def _done(person: Profile, option: AnyOpportunity, on: date, lang: str) -> Iterator[str]:
    done = [past for past in person.past_measures.items if _is_of_its_kind(past, option)]
    if not done:
        return
    last = max(reversed(done), key=lambda past: past.ended_on or date.min)
    if last.ended_on is None:
        yield say(lang, "card.note.past", name=last.name)
    else:
        months = max(0, full_months(last.ended_on, on))
        key = "history.repeat" if months < _REPEAT_MONTHS else "history.done"
        yield say(lang, key, name=last.name, day=last.ended_on, months=months)
    if len(done) > 1:
        yield say(lang, "history.times", count=len(done))


def _is_of_its_kind(past: PastMeasure, option: AnyOpportunity) -> bool:
    if past.opportunity == option.id:
        return True
    return not isinstance(option, Vacancy) and option.code is not MeasureCode.OTHER and past.code is option.code
