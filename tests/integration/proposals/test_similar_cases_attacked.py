"""No small count follows from cards: not beside other cards, filters, last week's cards or one's own cases."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import product
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from tests.attacks import Attacker, Sum
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import LOCAL, SOCIAL

from matching.disclosure.protect import LEAST
from matching.domain.opportunity import AnyOpportunity
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.storage import tables
from matching.storage.scope import EVERYTHING
from matching.use_cases import similar_cases
from matching.use_cases.similar_cases import Came, Cases, count_similar_cases, similar_lines
from matching.use_cases.told_tables import ToldTables

OPTIONS = {"ch_as_professional": "own:workshop", "ac_course_coll": "own:course"}
WHAT = ("job", "no_job", "unknown")
UNITS = ("lu", "ne", "zh")
ROUGHLY = 4
"""How far a count may be from the one that a card tells: less than five."""

who = st.tuples(st.sampled_from(sorted(OPTIONS)), st.sampled_from(WHAT), st.sampled_from(UNITS))
some = st.lists(st.tuples(who, st.one_of(st.integers(1, 4), st.integers(5, 30))), max_size=5)
crowd = st.dictionaries(st.sampled_from(UNITS), st.tuples(st.integers(3, 20), st.integers(3, 20)), min_size=1).map(
    lambda drawn: [
        (("ch_as_professional", what, unit), n)
        for unit, counts in drawn.items()
        for what, n in zip(WHAT, counts, strict=False)
    ]
)
first = st.tuples(some, crowd).map(lambda drawn: [*drawn[0], *drawn[1]])
weeks = st.tuples(first, st.lists(some, max_size=3)).map(lambda drawn: [drawn[0], *drawn[1]])
"""Who is new to the count each week, at first a crowd of which cards tell. Nobody leaves: that helps an attacker."""


class Figures(NamedTuple):
    """What the line of a card tells."""

    known: int
    job: int


def figures_of(text: str) -> Figures:
    found = re.match(r"sur (\d+) suites connues, (\d+) emplois", text)
    assert found, text
    return Figures(int(found[1]), int(found[2]))


class Cards:
    """An office whose beginnings are invented, and what its cards tell after each week's count."""

    def __init__(self, office: Office) -> None:
        self.workplace = office.service.workplace
        self.at = office.at
        with self.workplace.database.begin(EVERYTHING) as connection:
            connection.execute(delete(tables.published_tables))
        self.workplace.told = ToldTables(self.workplace.database)  # what was read of the office before is forgotten
        snapshot = self.workplace.live(office.at).snapshot
        every = (snapshot.option(row) for row in range(len(snapshot.ids)))
        self.options: dict[str, AnyOpportunity] = {option.id: option for option in every}

    def told(self, people: Sequence[Came], week: int) -> dict[str, Figures]:
        """By code, what the cards say a number of weeks on."""
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(similar_cases, "_came", lambda *_: iter(people))
            count_similar_cases(self.workplace, viewer=LOCAL, at=self.at + timedelta(days=7 * week))
        cases = Cases(self.workplace)
        lines = {code: list(similar_lines(cases, self.options[id_], "fr")) for code, id_ in OPTIONS.items()}
        return {code: figures_of(line.text) for code, (line, *_) in ((c, each) for c, each in lines.items() if each)}


def course_of(told: Sequence[Sequence[tuple[tuple[str, str, str], int]]]) -> Iterator[list[Came]]:
    """Everybody who was counted by the end of each week."""
    people: list[Came] = []
    for new in told:
        people = [*people, *(Came(*who) for who, n in new for _ in range(n))]
        yield people


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=weeks)
@pytest.mark.parametrize("off", [0, ROUGHLY], ids=["at their word", "knowing the rule"])
def test_no_small_count_follows_from_cards_of_all_weeks(
    office: Office, off: int, taken: list[list[tuple[tuple[str, str, str], int]]]
) -> None:
    cards, attacker = Cards(office), Attacker()
    for week, people in enumerate(course_of(taken)):
        for code, told in cards.told(people, week).items():
            job, none = ((week, code, what) for what in ("job", "no_job"))
            attacker.knows({job: 1}, told.job - off, told.job + off)
            attacker.knows({none: 1}, told.known - told.job - off, told.known - told.job + off)
        if week and off:
            for code, what in product(OPTIONS, WHAT):  # nobody leaves the count
                attacker.knows({(week, code, what): 1, (week - 1, code, what): -1}, 0, float("inf"))
    every = [(code, what) for code in OPTIONS for what in ("job", "no_job")]
    cells: list[Sum] = [{(week, *cell): 1.0} for week in range(len(taken)) for cell in every]
    new: list[Sum] = [
        {(later, *cell): 1.0, (week, *cell): -1.0}
        for cell in every
        for week in range(len(taken))
        for later in range(week + 1, len(taken))
    ]
    assert attacker.works_out([*cells, *new]) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=weeks.map(lambda taken: next(iter(course_of(taken)))))
def test_who_knows_the_cases_of_their_own_unit_learns_nothing_of_few_others(office: Office, people: list[Came]) -> None:
    own = Counter(people)
    for code, told in Cards(office).told(people, 0).items():
        for unit in UNITS:
            others = [
                told.job - own[Came(code, "job", unit)],
                told.known - told.job - own[Came(code, "no_job", unit)],
            ]
            assert others == [0, 0] or min(others) >= LEAST, "one to four of the others, or all of them, or none"


def test_a_card_tells_the_same_whatever_is_asked_for(office: Office) -> None:
    """Nothing is counted on a filter: languages, kinds and limits read one table."""
    many = [Came("ch_as_professional", what, unit) for what in ("job", "no_job") for unit in UNITS for _ in range(9)]
    Cards(office).told(many, 0)
    asked: list[dict[str, Any]] = [
        {},
        {"limit": 1},
        {"kinds": [OpportunityKind.MEASURE]},
        {"kinds": [OpportunityKind.MEASURE, OpportunityKind.PLACEMENT], "limit": 3},
    ]
    texts = set()
    for each in asked:
        shown = office.service.recommend("p-1", viewer=SOCIAL, at=office.at, **each)
        texts |= {line.text for card in shown.cards for line in card.lines if line.code == "similar"}
    assert [figures_of(text) for text in texts] == [Figures(54, 27)]
    german = office.service.recommend("p-1", viewer=SOCIAL, at=office.at, lang="de")
    (line,) = [line.text for card in german.cards for line in card.lines if line.code == "similar"]
    assert re.findall(r"\d+", line)[:2] == ["54", "27"]


def test_a_count_stands_until_it_has_moved_by_five(office: Office) -> None:
    cards = Cards(office)
    people = [Came("ch_as_professional", what, unit) for what in ("job", "no_job") for unit in UNITS for _ in range(9)]
    one, another = Came("ch_as_professional", "job", "lu"), Came("ch_as_professional", "no_job", "ne")
    assert cards.told(people, 0) == {"ch_as_professional": Figures(54, 27)}
    assert cards.told([*people, *[one] * 4, another], 1) == {"ch_as_professional": Figures(54, 27)}
    assert cards.told([*people, *[one] * 5, another], 2) == {"ch_as_professional": Figures(59, 32)}
    assert cards.told([*people, *[one] * 5, *[another] * 6], 3) == {"ch_as_professional": Figures(65, 32)}
    assert cards.told([], 4) == {}
