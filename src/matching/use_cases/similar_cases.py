"""What became of those who began something of the same kind before: how many are known, how many had a job a year on.

Raw and without comparison: it says nothing of what the measure changed, and nobody is ranked by it. Counted over all
units at night and told as published, small counts never: a colleague's one case cannot be read off a card, not by
whoever knows all cases of their own unit either, nor by holding a card against that of last week: a count stays as it
was told until it has moved by five.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from matching.disclosure.counts import Counts, count, with_totals
from matching.disclosure.protect import LEAST
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.participation import Start
from matching.domain.proposal import Proposal
from matching.domain.recommendation import CardLine
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import OutcomeKind
from matching.eligibility.months import months_after
from matching.gaps.results import wilson
from matching.messages.say import say
from matching.storage.proposals import OUTCOMES, PROPOSALS
from matching.storage.scope import as_the_house
from matching.use_cases.publication import last_told, publish
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

TABLE = "similar_cases"
MONTHS = 12
_FEWEST = 20
"""Least known cases that a share is told of; a house figure."""
_WHAT = _JOB, _NONE, _UNKNOWN = "job", "no_job", "unknown"


class Came(NamedTuple):
    """What became of one beginning: the code of what was begun, whether there was a job, none, or nobody said.

    And the unit of the file, whose people know what became of their own.
    """

    code: str
    what: str
    unit: str | None = None


class _Begun(NamedTuple):
    """A beginning: of which proposal, on which day, and the unit of the file."""

    proposal: str
    on: date
    unit: str | None


@dataclass(frozen=True)
class SimilarCases:
    """Of `known` people who began something of a kind, how many had an unsubsidised job; a 95 % interval of the share.

    Of `unknown` others nobody has said; None where they are too few to be told.
    """

    known: int
    with_job: int
    low: float
    high: float
    unknown: int | None
    counted_on: date


def count_similar_cases(workplace: Workplace, *, viewer: Viewer, at: datetime) -> None:
    """Count and publish anew where the last table is a week old. Whoever calls this has refused those who may not."""

    def counted() -> Counts:
        with workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=TABLE) as connection, as_the_house(connection):
            found = list(_came(connection, at))
        told = last_told(workplace, TABLE)
        return counts_to_tell(found, None if told is None else told.table.counts)

    publish(workplace, TABLE, counted, viewer=viewer, at=at)


def counts_to_tell(found: Sequence[Came], before: Counts | None) -> Counts:
    """How many of each code came to what, as they were counted `before` where they have not moved by five since.

    Of a code nothing is told of jobs where they would tell some unit of one to four people of the others, or that all
    or none of the others had one: that unit knows its own.
    """
    codes = sorted({each.code for each in found} | set(before.codes[0] if before else ()))
    now = count(
        {"code": [each.code for each in found], "came": [each.what for each in found]},
        {"code": codes, "came": _WHAT},
    )
    if before is not None:
        now = replace(now, values=with_totals(_as_told(now, before)))
    withheld = np.zeros(now.values.shape, dtype=np.bool_)
    for code in _told_by_own_cases(found):
        for what in (_JOB, _NONE):
            withheld[now.at({"code": code, "came": what})] = True
    return replace(now, withheld=withheld, parts_matter=now.dimensions)  # no total of it is told anywhere


def _as_told(now: Counts, before: Counts) -> NDArray[np.int64]:
    """(n_codes, 3) the counts of before, and those of now that have moved by five or more; `now` has all codes."""
    counted = now.values[:-1, :-1]
    told = np.zeros_like(counted)
    told[[now.codes[0].index(code) for code in before.codes[0]]] = before.values[:-1, :-1]
    return np.where(np.abs(counted - told) >= LEAST, counted, told)


def _told_by_own_cases(found: Sequence[Came]) -> set[str]:
    """Codes of which what is known of the others beside some unit's own is of too few, in jobs or in none."""
    every = Counter((each.code, each.what) for each in found)
    own = Counter((each.code, each.unit, each.what) for each in found)
    given_away = set()
    for code, unit in {(each.code, each.unit) for each in found}:
        others = [every[code, what] - own[code, unit, what] for what in (_JOB, _NONE)]
        if any(others) and min(others) < LEAST:
            given_away.add(code)
    return given_away


class Cases:
    """The table as last published, read once for all cards of an answer."""

    def __init__(self, workplace: Workplace) -> None:
        self._told = last_told(workplace, TABLE)

    def of(self, option: AnyOpportunity) -> SimilarCases | None:
        """What is known of an option's kind; None for a job, where nothing was counted, and where it is too little."""
        code = _code_of(option)
        if self._told is None or code is None:
            return None
        table, on = self._told.table, self._told.counted_on
        if code not in table.counts.codes[0]:
            return None
        job, none, unknown = (table.value(table.counts.at({"code": code, "came": what})) for what in _WHAT)
        if job is None or none is None or job + none < _FEWEST:
            return None
        low, high = wilson(job, job + none)
        return SimilarCases(job + none, job, low, high, unknown, on)


def similar_lines(cases: Cases, option: AnyOpportunity, lang: str) -> Iterator[CardLine]:
    """The line of a card, where enough is known."""
    found = cases.of(option)
    if found is not None:
        told = {"known": found.known, "job": found.with_job, "day": found.counted_on}
        shares = {"low": f"{100 * found.low:.0f}", "high": f"{100 * found.high:.0f}"}
        text = say(lang, "card.similar", **told, **shares)
        yield CardLine(code="similar", label=say(lang, "line.similar"), text=text)


def _code_of(option: AnyOpportunity) -> str | None:
    """What counts as the same: the code of the measure or place, nothing for jobs and for what has no code."""
    if isinstance(option, Vacancy) or option.code is MeasureCode.OTHER:
        return None
    return option.code.value


def _came(connection: Connection, at: datetime) -> Iterator[Came]:
    """Every beginning whose year is over: one per person and code, the first."""
    on = swiss_day(at)
    begun: dict[tuple[str, str], _Begun] = {}
    for id_, steps in groupby(PROPOSALS.written_until(connection, at), key=lambda entry: entry.id):
        for entry in steps:
            code, start = _begun(entry.word)
            if code and start and months_after(start, MONTHS) <= on:
                key, found = (entry.person or "", code), _Begun(id_, start, entry.unit)
                begun[key] = min(begun.get(key, found), found, key=lambda each: each.on)
    stated: Mapping[str, bool | None] = {
        entry.word.proposal: entry.word.holds
        for entry in OUTCOMES.current(connection)
        if entry.word.kind is OutcomeKind.UNSUBSIDISED_JOB_AT and entry.word.months == MONTHS
    }
    for (_, code), (id_, _, unit) in begun.items():
        holds = stated.get(id_)
        yield Came(code, _UNKNOWN if holds is None else _JOB if holds else _NONE, unit)


def _begun(word: Proposal) -> tuple[str | None, date | None]:
    step = word.step
    if not isinstance(step, Start) or not step.came or word.code in {None, MeasureCode.OTHER}:
        return None, None
    return word.code.value if word.code else None, step.on
