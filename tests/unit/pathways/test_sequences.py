"""Ways found breadth first are all ways there are: an oracle walks every measure and every pair by hand."""

from datetime import date
from itertools import permutations
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.criteria import Criteria, LanguageDemand
from matching.domain.effect import AvailabilityEffect, CertificateEffect, LanguageEffect
from matching.domain.opportunity import AnyOpportunity, Measure, Vacancy
from matching.domain.person import Availability, Languages, LanguageSkill, Mobility
from matching.domain.profile import Profile
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.situation import Language, LanguageLevel, LicenceCategory
from matching.eligibility.assess import ELIGIBLE, NOT_ELIGIBLE, Engine
from matching.pathways.applied import applied, effects_of
from matching.pathways.sequences import Way, distinct, ways
from matching.pathways.unlocks import Point, unlocked
from matching.retrieval.search import Rows
from matching.snapshot.columns import compile_criteria

ON = date(2026, 11, 23)
A1, A2, B1 = LanguageLevel.A1, LanguageLevel.A2, LanguageLevel.B1
ASKED = MeasureCode.CH_AS_LANGUAGE

PERSON = Profile(
    id="p",
    languages=Languages(items=(LanguageSkill(language=Language.FR, level=A1),), complete=True),
    mobility=Mobility(licences=()),
    availability=Availability(percent=50),
)


def demands(**asked: Any) -> Criteria:
    french = asked.pop("french", None)
    return Criteria(languages=(LanguageDemand(language=Language.FR, level=french),) if french else (), **asked)


criteria = st.builds(
    lambda french, licence, percent, done: demands(
        french=french,
        licences=(LicenceCategory.B,) if licence else (),
        min_availability_percent=percent,
        prerequisite_measures=(ASKED,) if done else (),
    ),
    st.sampled_from([None, A2, B1]),
    st.booleans(),
    st.sampled_from([None, 50, 80]),
    st.sampled_from([False, False, True]),
)
effects = st.lists(
    st.sampled_from(
        [
            LanguageEffect(language=Language.FR, level=A2),
            LanguageEffect(language=Language.FR, level=B1),
            CertificateEffect(name="Permis", licence=LicenceCategory.B),
            AvailabilityEffect(percent=80),
        ]
    ),
    unique=True,
    max_size=2,
).map(tuple)
measures = st.builds(
    Measure,
    id=st.just("m"),
    title=st.just("M"),
    form=st.just("activity"),
    type=st.just("coaching"),
    code=st.sampled_from([ASKED, MeasureCode.OTHER]),
    criteria=criteria | st.just(Criteria()),
    effects=effects,
)
jobs = st.builds(Vacancy, id=st.just("v"), title=st.just("V"), criteria=criteria)


class Small:
    """A small catalogue with everything that ways are computed from."""

    def __init__(self, options: list[AnyOpportunity]) -> None:
        self.options = [option.model_copy(update={"id": f"own:{n}"}) for n, option in enumerate(options)]
        self.engine = Engine(compile_criteria(self.options))
        self.start = self.point(PERSON, ())

    def point(self, person: Profile, done: tuple[int, ...]) -> Point:
        regarded = np.ones(len(self.options), np.bool_)
        regarded[list(done)] = False
        return Point(person, self.engine.assess(person, ON), regarded)

    def after(self, rows: tuple[int, ...]) -> Point:
        person = PERSON
        for row in rows:
            person = applied(person, self.options[row])
        return self.point(person, rows)

    def key(self, row: int) -> object:
        option = self.options[row]
        return frozenset(effects_of(option)), getattr(option, "code", None)

    def found(self) -> tuple[Way, ...]:
        rows = [row for row, option in enumerate(self.options) if option.kind == "measure"]
        state = self.start.assessment.state
        distinct_rows = distinct(rows, self.key, lambda row: (state[row] == NOT_ELIGIBLE, row))
        return ways(self.start, distinct_rows, self.after, fits_all, lambda one, other: one != other).found

    def reachable(self) -> set[int]:
        """Every option that one measure opens, or two of which the second is open after the first."""
        rows = [row for row, option in enumerate(self.options) if option.kind == "measure"]
        reached: set[int] = set()
        for first in rows:
            if self.start.assessment.state[first] == NOT_ELIGIBLE:
                continue
            reached |= self.opens((first,))
            for second in rows:
                if second != first and self.after((first,)).assessment.state[second] != NOT_ELIGIBLE:
                    reached |= self.opens((first, second))
        return reached

    def opens(self, rows: tuple[int, ...]) -> set[int]:
        after = self.after(rows).assessment.state
        was = self.start.assessment.state
        return {
            row for row in range(len(was)) if row not in rows and was[row] == NOT_ELIGIBLE and after[row] != was[row]
        }


def fits_all(_point: Point, rows: Rows) -> np.ndarray:
    return np.ones(len(rows), np.bool_)


@given(options=st.lists(measures, min_size=1, max_size=5), wanted=st.lists(jobs, min_size=1, max_size=4))
def test_whatever_two_measures_can_open_is_found_and_nothing_else(
    options: list[AnyOpportunity], wanted: list[AnyOpportunity]
) -> None:
    small = Small([*options, *wanted])
    found = small.found()
    for way in found:
        assert set(way.unlocks.opened.tolist()) <= small.opens(way.steps)
        for before, step in enumerate(way.steps):
            assert small.after(way.steps[:before]).assessment.state[step] != NOT_ELIGIBLE
        if len(way.steps) == 2:
            assert not set(way.unlocks.opened.tolist()) & set().union(*(opened_alone(small, row) for row in way.steps))
    jobs_found = {row for way in found for row in way.unlocks.opened.tolist() if small.options[row].kind == "vacancy"}
    assert jobs_found == {row for row in small.reachable() if small.options[row].kind == "vacancy"}


def opened_alone(small: Small, row: int) -> set[int]:
    return small.opens((row,)) if small.start.assessment.state[row] != NOT_ELIGIBLE else set()


def course(reaches: LanguageLevel, **told: Any) -> Measure:
    effect = LanguageEffect(language=Language.FR, level=reaches)
    return Measure(id="m", title="Cours", form="activity", type="language_course", effects=(effect,), **told)


def test_a_course_that_opens_the_next_one_that_opens_a_job() -> None:
    """A1 today: the A2 course is open, the B1 course asks for A2, the job for B1."""
    small = Small(
        [course(A2), course(B1, criteria=demands(french=A2)), Vacancy(id="v", title="V", criteria=demands(french=B1))]
    )
    by_steps = {way.steps: way for way in small.found()}
    assert set(by_steps) == {(0,), (0, 1)}
    assert by_steps[0,].unlocks.opened.tolist() == [1]
    assert by_steps[0, 1].unlocks.opened.tolist() == [2]
    assert by_steps[0, 1].enables


def test_two_that_are_open_open_together_what_neither_does() -> None:
    licence = Measure(
        id="m",
        title="Permis",
        form="activity",
        type="coaching",
        effects=(CertificateEffect(name="Permis", licence=LicenceCategory.B),),
    )
    job = Vacancy(id="v", title="V", criteria=demands(french=A2, licences=(LicenceCategory.B,)))
    (way,) = Small([course(A2), licence, job]).found()
    assert (way.steps, way.unlocks.opened.tolist(), way.enables) == ((0, 1), [2], False)


def test_what_rests_before_or_after_is_not_counted() -> None:
    small = Small([course(B1), *(Vacancy(id="v", title="V", criteria=demands(french=B1)) for _ in range(3))])
    before, after = small.start, small.after((0,))
    resting = [np.array([True, False, True, True]), np.array([True, True, False, True])]
    counted = unlocked(
        Point(before.person, before.assessment, resting[0]), Point(after.person, after.assessment, resting[1]), fits_all
    )
    assert counted.opened.tolist() == [3]
    assert counted.certain.tolist() == [after.assessment.state[3] == ELIGIBLE]


def test_permutations_of_a_pair_are_one_way() -> None:
    small = Small([course(A2), course(B1), Vacancy(id="v", title="V", criteria=demands(french=B1))])
    steps = [way.steps for way in small.found()]
    assert not [pair for pair in permutations((0, 1)) if steps.count(pair) > 1]
