"""What became of those who began something of the same kind before: how many are known, how many had a job a year on.

Raw and without comparison: it says nothing of what the measure changed, and nobody is ranked by it. Counted over all
units at night and told as published, small counts never: a colleague's one case cannot be read off a card.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from matching.disclosure.counts import Counts, count
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
    """What became of one beginning: the code of what was begun, and whether there was a job, none, or nobody said."""

    code: str
    what: str


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
        codes = sorted({each.code for each in found})
        counts = count(
            {"code": [each.code for each in found], "came": [each.what for each in found]},
            {"code": codes, "came": _WHAT},
        )
        return replace(counts, parts_matter=counts.dimensions)  # no total of it is told anywhere

    publish(workplace, TABLE, counted, viewer=viewer, at=at)


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
    begun: dict[tuple[str, str], tuple[str, date]] = {}
    for id_, steps in groupby(PROPOSALS.written_until(connection, at), key=lambda entry: entry.id):
        for entry in steps:
            code, start = _begun(entry.word)
            if code and start and months_after(start, MONTHS) <= on:
                key = (entry.person or "", code)
                begun[key] = min(begun.get(key, (id_, start)), (id_, start), key=lambda each: each[1])
    stated: Mapping[str, bool | None] = {
        entry.word.proposal: entry.word.holds
        for entry in OUTCOMES.current(connection)
        if entry.word.kind is OutcomeKind.UNSUBSIDISED_JOB_AT and entry.word.months == MONTHS
    }
    for (_, code), (id_, _) in begun.items():
        holds = stated.get(id_)
        yield Came(code, _UNKNOWN if holds is None else _JOB if holds else _NONE)


def _begun(word: Proposal) -> tuple[str | None, date | None]:
    step = word.step
    if not isinstance(step, Start) or not step.came or word.code in {None, MeasureCode.OTHER}:
        return None, None
    return word.code.value if word.code else None, step.on
