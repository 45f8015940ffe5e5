"""Exploration: what is drawn, what never is, and probabilities held against every order there is and against lots."""

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.errors import InvalidInputError
from matching.ranking.exploration import MOST_DRAWN, Draw, ExplorationPolicy, Explored, cost_of, explore, read_at
from matching.ranking.slate import Slate, SlatePolicy, assemble, build_slate, within_provider_share, worth_showing

FREE = ExplorationPolicy(width=0.5, temperature=0.4, max_cost=100)


class Case:
    """Some candidates, and the policy of their slate."""

    def __init__(self, options: list[tuple[float, int, int, bool, bool]], policy: SlatePolicy) -> None:
        scores, kinds, providers, lifts, may = zip(*options, strict=True) if options else ([], [], [], [], [])
        self.scores = np.array(scores, dtype=np.float64)
        self.kinds = np.array(kinds, dtype=np.int8)
        self.providers = np.array(providers, dtype=np.int64)
        self.lifts = np.array(lifts, dtype=np.bool_)
        self.may = np.array(may, dtype=np.bool_)
        self.policy = policy

    def explored(self, recommendation: str = "r-1", exploration: ExplorationPolicy = FREE) -> Explored:
        return explore(
            self.scores,
            self.kinds,
            self.providers,
            self.lifts,
            self.may,
            policy=self.policy,
            exploration=exploration,
            recommendation=recommendation,
        )

    def greedy(self) -> Slate:
        return build_slate(self.scores, self.kinds, self.providers, self.lifts, self.policy)

    def every_order(self, explored: Explored) -> Iterator[tuple[float, Slate]]:
        """Each way that all draws together can fall out: its probability, and the slate made of the whole order."""
        allowed = within_provider_share(
            worth_showing(self.scores, self.policy), self.providers, self.policy.per_provider
        )
        groups = explored.members
        for orders in itertools.product(*(itertools.permutations(group) for group in groups)):
            probability = math.prod(plackett_luce([float(self.scores[each]) for each in order]) for order in orders)
            places = dict(zip(itertools.chain(*groups), itertools.chain(*orders), strict=True))
            shuffled = [places.get(position, position) for position in allowed]
            yield probability, assemble(shuffled, self.kinds, self.greedy().next_step, self.policy)


def plackett_luce(scores: list[float]) -> float:
    weights = [math.exp(score / FREE.temperature) for score in scores]
    return math.prod(weight / sum(weights[place:]) for place, weight in enumerate(weights))


few = st.lists(
    st.tuples(
        st.sampled_from([0.1, 1.0, 1.1, 1.25, 1.4, 1.6, 2.0, 2.3]),
        st.integers(0, 2),
        st.integers(0, 3),
        st.sampled_from([False, False, False, True]),
        st.sampled_from([True, True, True, False]),
    ),
    max_size=7,
)
policies = st.builds(
    SlatePolicy,
    limit=st.integers(1, 8),
    min_gain=st.just(0.3),
    per_provider=st.integers(1, 3),
    kept_per_kind=st.integers(0, 3),
)
cases = st.builds(Case, few, policies)


@settings(max_examples=150)
@given(cases)
def test_probabilities_are_those_of_every_order_there_is(case: Case) -> None:
    explored = case.explored()
    at_rank: dict[tuple[int, int], list[float]] = defaultdict(list)
    outcomes = list(case.every_order(explored))
    for probability, slate in outcomes:
        for rank, position in enumerate(slate.positions):
            at_rank[position, rank].append(probability)
    for rank, position in enumerate(explored.slate.positions):
        assert explored.propensity(position) == pytest.approx(math.fsum(at_rank[position, rank]), abs=1e-12)
    readers = read_at(np.arange(1, len(case.greedy().positions) + 1))

    def worth(slate: Slate) -> float:
        return float(case.scores[list(slate.positions)] @ readers) / float(readers.sum()) if len(readers) else 0.0

    expected = math.fsum(probability * worth(slate) for probability, slate in outcomes)
    assert explored.cost == pytest.approx(worth(case.greedy()) - expected, abs=1e-9)
    assert explored.cost >= -1e-12
    assert explored.cost == cost_of(explored.draws, len(explored.slate.positions), FREE.temperature)


@settings(max_examples=150)
@given(cases, st.text(min_size=1, max_size=8))
def test_what_is_not_drawn_stands_where_it_stood(case: Case, recommendation: str) -> None:
    explored, greedy = case.explored(recommendation), case.greedy()
    assert explored.slate.next_step == greedy.next_step
    assert len(explored.slate.positions) == len(greedy.positions) == len(set(explored.slate.positions))
    drawn = set(itertools.chain(*explored.members))
    for now, before in zip(explored.slate.positions, greedy.positions, strict=True):
        assert (now in drawn) == (before in drawn)
        assert now == before or now in drawn
    assert all(case.may[position] and position != greedy.next_step for position in drawn)
    assert all(case.scores[position] >= case.policy.min_gain for position in drawn)
    for members, draw in zip(explored.members, explored.draws, strict=True):
        assert 2 <= len(members) <= MOST_DRAWN
        assert max(draw.scores) - min(draw.scores) <= FREE.width
        shown = [position for position in explored.slate.positions if position in members]
        ranks = [explored.slate.positions.index(position) + 1 for position in shown]
        assert ranks == list(range(draw.first_rank, draw.first_rank + draw.shown))
        lot = draw.lot(f"{recommendation}\n{explored.members.index(members)}", FREE.temperature)
        assert [members.index(position) for position in shown] == list(draw.chosen(lot))
    named = Counter(int(case.providers[position]) for position in explored.slate.positions)
    allowed = Counter(int(case.providers[position]) for position in greedy.positions)
    assert all(named[one] <= max(case.policy.per_provider, allowed[one]) for one in named if one)


@given(cases)
def test_nothing_near_nothing_drawn(case: Case) -> None:
    nobody = Case([], case.policy)
    assert nobody.explored().slate.positions == ()
    case.may[:] = False
    explored = case.explored()
    assert (explored.slate, explored.draws, explored.cost) == (case.greedy(), (), 0.0)


def draw(scores: list[float], shown: int, **more: object) -> Draw:
    told = {"kinds": (0,) * len(scores), "kept": {}, "free": shown, "first_rank": 1} | more
    return Draw(scores=tuple(scores), shown=shown, **told)  # type: ignore[arg-type]


def test_lots_come_out_as_often_as_they_should() -> None:
    """40,000 recommendations: each frequency within four standard errors of its probability."""
    one = draw([2.0, 1.9, 1.8, 1.6], 3, kinds=(0, 0, 1, 1), kept={1: 1}, free=2)
    counted = np.zeros((4, 3))
    n = 40_000
    for number in range(n):
        for place, member in enumerate(one.chosen(one.lot(f"r-{number}\n0", 0.4))):
            counted[member, place] += 1
    told = one.propensities(0.4)
    assert np.all(np.abs(counted / n - told) <= 4 * np.sqrt(told * (1 - told) / n) + 1e-12)


@pytest.mark.parametrize("size", [2, 5, MOST_DRAWN])
def test_somebody_stands_at_each_rank(size: int) -> None:
    told = draw([2 - 0.05 * place for place in range(size)], size).propensities(0.4)
    assert told.sum(axis=0) == pytest.approx(np.ones(size), abs=1e-12)
    assert told.sum(axis=1) == pytest.approx(np.ones(size), abs=1e-12)
    assert np.all(np.diff(told[:, 0]) < 0)  # the better, the more often first


def test_two_equals_stand_first_half_of_the_time() -> None:
    assert draw([1.0, 1.0], 1).propensities(0.3).tolist() == [[0.5], [0.5]]
    one = draw([1.0, 1.0], 2)
    assert one.cost(one.propensities(0.3)) == 0.0


def test_the_same_recommendation_draws_the_same_and_others_do_not() -> None:
    one = draw([1.0] * 6, 6)
    lots = {one.lot(f"r-{number}\n0", 0.4) for number in range(200)}
    assert len(lots) > 100
    assert one.lot("r-1\n0", 0.4) == one.lot("r-1\n0", 0.4)


def test_the_dearest_groups_are_left_in_order() -> None:
    options = [(5.0, 0, 0, False, True), (4.6, 0, 0, False, True), (1.0, 0, 0, False, True), (0.99, 0, 0, False, True)]
    case = Case(options, SlatePolicy(limit=4, min_gain=0.3))
    both = case.explored()
    assert len(both.draws) == 2
    cheap = case.explored(exploration=ExplorationPolicy(0.5, 0.4, both.cost * 0.9))
    assert cheap.members == ((2, 3),)
    assert cheap.cost <= both.cost * 0.9
    assert case.explored(exploration=ExplorationPolicy(0.5, 0.4, 0.0)).draws == ()


def test_an_edge_of_the_slate_is_drawn_too() -> None:
    """Who would just not be shown is shown at times, and its probability says how often."""
    case = Case([(1.0, 0, 0, False, True)] * 3, SlatePolicy(limit=2, min_gain=0.3))
    shown = Counter(position for number in range(300) for position in case.explored(f"r-{number}").slate.positions)
    assert min(shown.values()) > 150
    assert case.explored().propensity(case.explored().slate.positions[0]) == pytest.approx(1 / 3)


def test_a_group_is_no_larger_than_can_be_computed() -> None:
    case = Case([(1.0, 0, 0, False, True)] * 20, SlatePolicy(limit=20, min_gain=0.3))
    assert [len(members) for members in case.explored().members] == [8, 8, 4]


def test_a_lot_that_draws_nothing_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="MATCHING_EXPLORATION_TEMPERATURE"):
        ExplorationPolicy(width=1.0, temperature=0.01, max_cost=1)
