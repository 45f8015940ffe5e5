"""Where a person would stand after measures, as this viewer sees it: behind cards, pathways and why not."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.domain.person import Skills
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.measures import MeasureCode
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, Assessment
from matching.pathways.applied import applied, effects_of
from matching.pathways.sequences import distinct
from matching.pathways.suitable import asking_for, near_enough, suitable
from matching.pathways.timing import Order, span_of
from matching.pathways.unlocks import Point, Unlocks, unlocked
from matching.retrieval.search import Candidates, Query, Rows, read_person, retrieve
from matching.retrieval.text import text_of_person
from matching.snapshot.columns import bits, members, position
from matching.use_cases.history import History, history_of
from matching.use_cases.live import Live
from matching.use_cases.person_file import PersonFile
from matching.use_cases.situation import Situation, Standing
from matching.use_cases.unlinked import unlinked
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact

_LONG = 10_000
"""Weeks of a measure that states none, where measures of the same effects are put in order."""


class Outlook:
    """One person now and after measures. Every point is run through all rules, each set of facts that rules read once.

    Where nothing is ranked (`judged` false: the person wants no ranking, or it cannot be computed) nothing is said of
    how well a job suits: all that open are counted.
    """

    def __init__(self, workplace: Workplace, live: Live, seen: Standing, file: PersonFile) -> None:
        self._workplace, self._live, self._seen, self._file = workplace, live, seen, file
        self.judged = isinstance(seen, Situation)
        self._vacancies = live.criteria.kind == position(OpportunityKind.VACANCY)
        self._asked = int(np.bitwise_or.reduce(live.criteria.prerequisites[seen.visible], initial=np.uint64(0)))
        self._proposed = seen.visible & ~unlinked(live, seen.person, seen.on, np.arange(len(live.criteria)))
        self.start = Point(seen.person, seen.assessment, self._regarded(seen.history))
        self._assessed: dict[Profile, Assessment] = {self._read_by_rules(seen.person): seen.assessment}
        self._points: dict[tuple[int, ...], Point] = {}
        self._queries: dict[object, Query] = {}
        if isinstance(seen, Situation):
            self._queries[seen.person.skills] = seen.query
        self._effects: dict[int, tuple[frozenset[object], MeasureCode | None]] = {}

    def after(self, rows: tuple[int, ...]) -> Point:
        """The person after completing the options of some rows, in that order, as the viewer would then see them."""
        if rows not in self._points:
            self._points[rows] = self._run(rows)
        return self._points[rows]

    def _run(self, rows: tuple[int, ...]) -> Point:
        person, whole, seen = self._seen.person, self._file.profile, self._seen
        for row in rows:
            option = self._live.snapshot.option(row)
            person, whole = applied(person, option), applied(whole, option)
        person = redact(person, seen.viewer, seen.at)
        facts = self._read_by_rules(person)
        if facts not in self._assessed:
            self._assessed[facts] = self._live.engine.assess(person, seen.on)
        history = history_of(person, whole, self._file.refusals, live=self._live, visible=seen.visible, on=seen.on)
        return Point(person, self._assessed[facts], self._regarded(history))

    def unlocks(self, row: int) -> Unlocks:
        """What one measure or place opens."""
        return unlocked(self.start, self.after((row,)), self.fits)

    def fits(self, point: Point, rows: Rows) -> NDArray[np.bool_]:
        """(n_rows,) bool: which of some rows suit the person at a point."""
        if not self.judged:
            return np.ones(len(rows), np.bool_)
        return suitable(self._query(point.person), self._live.index, rows, point.open_rows(), self._vacancies)

    def near(self, rows: Rows) -> NDArray[np.bool_]:
        """(n_rows,) bool: which of some jobs, in the order of rows, are near to the project, whether open or not."""
        if not self.judged or not len(rows):
            return np.ones(len(rows), np.bool_)
        none_cut = np.zeros(len(self._vacancies), np.bool_)
        return near_enough(retrieve(self._query(self.start.person), self._live.index, rows, none_cut))

    def asking_for_skills(self, rows: tuple[int, ...]) -> int:
        """How many near jobs open today ask for a skill that some measures give; 0 where nothing is ranked."""
        gained = self.after(rows).person.skills.items[len(self.start.person.skills.items) :]
        if not gained or not isinstance(self._seen, Situation):
            return 0
        texts = text_of_person(Profile(id="p", skills=Skills(items=gained))).skills
        vectors = self._workplace.encoder.encode(list(texts), "query")
        return asking_for(texts, vectors, self._live.index, self._open_jobs(self._seen.candidates))

    def _open_jobs(self, candidates: Candidates) -> Candidates:
        jobs = self._vacancies[candidates.rows]
        return Candidates(
            **{name: values if name == "held_skills" else values[jobs] for name, values in vars(candidates).items()}
        )

    def reads(self, one: Profile, other: Profile) -> bool:
        """Whether any rule reads what differs between two people."""
        return self._read_by_rules(one) != self._read_by_rules(other)

    def effects(self, row: int) -> tuple[frozenset[object], MeasureCode | None]:
        """What completing an option changes: its effects, and its code where some option asks to have done it."""
        if row not in self._effects:
            option = self._live.snapshot.option(row)
            code = getattr(option, "code", None)
            asked = code is not None and bits([code]) & self._asked
            self._effects[row] = frozenset(effects_of(option)), code if asked else None
        return self._effects[row]

    def says_what_it_changes(self, row: int) -> bool:
        """Whether completing an option is known to change anything: an effect that is not stated is no zero."""
        return self.effects(row) != (frozenset(), None)

    @cached_property
    def measures(self) -> dict[int, Rows]:
        """One row for each set of effects, with all rows it stands for: the surest first, then the soonest done."""
        candidates = np.flatnonzero(self.start.regarded & ~self._vacancies)
        return distinct(
            [row for row in candidates.tolist() if self.says_what_it_changes(row)], self.effects, self._place
        )

    def open_measures(self, most: int) -> list[int]:
        """Of those the ones open to the person today, `most` at most."""
        return [row for row in self.measures if self.start.assessment.state[row] != NOT_ELIGIBLE][:most]

    def _place(self, row: int) -> tuple[bool, bool, int, int]:
        state = self.start.assessment.state[row]
        span = span_of([self._live.snapshot.option(row)], Order.ALONE, self._seen.on)
        weeks = _LONG if span.least_weeks is None else span.least_weeks + (span.waiting_weeks or 0)
        return bool(state == NOT_ELIGIBLE), bool(state != ELIGIBLE), weeks, row

    def _regarded(self, history: History) -> NDArray[np.bool_]:
        regarded = self._proposed.copy()
        regarded[list(history.rests)] = False
        return regarded

    def _read_by_rules(self, person: Profile) -> Profile:
        """The person without what no rule reads: skills, and past measures that no option asks for."""
        past = person.past_measures
        asked = members(MeasureCode, self._asked)
        kept = tuple(item for item in past.items if item.code is None or item.code in asked)
        skills = type(person.skills)()
        return person.model_copy(update={"skills": skills, "past_measures": past.model_copy(update={"items": kept})})

    def _query(self, person: Profile) -> Query:
        key = person.skills
        if key not in self._queries:
            self._queries[key] = read_person(person, self._workplace.encoder, self._workplace.taxonomy)
        return self._queries[key]
