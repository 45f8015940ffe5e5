"""The programme that grows has the optimum of the whole one, its prices prove it, and no place is given twice."""

import numpy as np
import pytest
from hypothesis import given, settings
from tests.unit.allocation.invented import all_at_once, by_trying, is_allowed, programme, programmes

from matching.allocation.programme import Programme
from matching.allocation.solve import solve
from matching.allocation.wishes import Wishes


def test_the_place_goes_to_whom_it_brings_most_and_costs_what_the_next_one_would_bring() -> None:
    found = solve(programme([[10], [3], [2]], [1]))
    assert found.shares.tolist() == [1, 0, 0]
    assert found.toll == pytest.approx([3])
    assert found.objective == pytest.approx(10)


def test_who_has_something_as_good_elsewhere_bids_only_the_difference() -> None:
    found = solve(programme([[10, 9], [8, 0.5]], [1, np.inf]))
    assert found.toll == pytest.approx([1, 0])  # the first person gives way for one point, the second would lose 7.5
    assert found.objective == pytest.approx(17)


def test_places_that_nobody_counts_and_options_that_suffice_cost_nothing() -> None:
    found = solve(programme([[5, 4], [5, 4], [5, 4]], [np.inf, 3], per_person=2))
    assert found.toll.tolist() == [0, 0]
    assert not found.limiting.any()


def test_an_option_that_becomes_scarce_only_by_the_prices_of_another_is_found() -> None:
    """Everybody wants the first; pushed from it by its price they would all go to the second, which has one place."""
    found = solve(programme([[9, 8, 1], [9, 8, 1], [9, 8, 1]], [1, 1, np.inf]))
    assert found.limiting.tolist() == [True, True, False]
    assert found.toll == pytest.approx([8, 7, 0])
    assert found.objective == pytest.approx(18)


def test_a_budget_has_a_price_of_its_own_that_its_options_share() -> None:
    found = solve(programme([[7, 0], [5, 0], [0, 4]], [np.inf, np.inf], budgets=[1], costs=[[1, 1]]))
    assert found.at_places.tolist() == [0, 0]
    assert found.at_budgets == pytest.approx([5])
    assert found.toll == pytest.approx([5, 5])


@given(programmes())
def test_it_is_the_optimum_of_the_whole_programme(asked: Programme) -> None:
    found = solve(asked)
    assert found.objective == pytest.approx(all_at_once(asked), abs=1e-6)
    assert is_allowed(asked, found.shares, within=1e-7)


@given(programmes())
def test_the_prices_prove_it(asked: Programme) -> None:
    """A bound over all pairs by these prices is reached, so both are exact; then slackness is complementary."""
    found = solve(asked)
    assert found.gap == pytest.approx(0, abs=1e-6)
    held, taken = asked.wishes.per_option(found.shares), asked.taken(found.shares)
    assert (found.at_places >= 0).all()
    assert (found.at_budgets >= 0).all()
    at_first = held - np.bincount(asked.later.options, taken, len(held))
    assert at_first[found.at_places > 1e-6] == pytest.approx(asked.places[found.at_places > 1e-6], abs=1e-6)
    at_sessions = asked.later.at(found.at_places)
    assert taken[at_sessions > 1e-6] == pytest.approx(asked.later.places[at_sessions > 1e-6], abs=1e-6)
    left = asked.wishes.gains - found.toll[asked.wishes.options]
    assert (left[found.shares > 1e-6] > -1e-6).all()  # nobody has what costs more than it brings
    for person in range(asked.wishes.n_people):
        at = asked.wishes.people == person
        taken, others = found.shares[at] > 1e-6, found.shares[at] < 1 - 1e-6
        full = found.shares[at].sum() > asked.per_person - 1e-6
        assert full or (left[at][others] < 1e-6).all()
        if taken.any() and others.any():
            assert left[at][taken].min() >= left[at][others].max() - 1e-6 or not full


@settings(max_examples=60)
@given(programmes(people=4, options=3, budgets=0, later=0) | programmes(people=3, options=2, budgets=0, later=3))
def test_without_budgets_whole_places_do_as_well(asked: Programme) -> None:
    assert solve(asked).objective == pytest.approx(by_trying(asked), abs=1e-6)


@settings(max_examples=40)
@given(programmes(people=4, options=3, later=0) | programmes(people=3, options=2, later=3))
def test_with_budgets_no_assignment_brings_more(asked: Programme) -> None:
    assert solve(asked).objective >= by_trying(asked) - 1e-6


@given(programmes())
def test_the_same_input_gives_the_same_prices(asked: Programme) -> None:
    assert solve(asked).toll.tolist() == solve(asked).toll.tolist()


def test_most_pairs_never_enter_it_and_it_is_exact_all_the_same() -> None:
    rng = np.random.default_rng(3)
    n, m, each = 300, 40, 20
    options = np.array([np.sort(rng.choice(m, each, replace=False)) for _ in range(n)]).ravel()
    wishes = Wishes(np.arange(n + 1) * each, options, rng.gamma(2, 2, n * each), m)
    asked = Programme.of(wishes, rng.integers(1, 12, m).astype(float), per_person=2)
    found = solve(asked)
    assert found.columns < n * each / 2
    assert found.gap == pytest.approx(0, abs=1e-7)
    assert found.objective == pytest.approx(all_at_once(asked), rel=1e-7)
    assert (wishes.per_option(found.shares) <= asked.places + 1e-7).all()


def test_nobody_and_nothing_is_a_programme_too() -> None:
    assert solve(programme([[0, 0]], [1, 1])).toll.tolist() == [0, 0]
    empty = Wishes(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), 0)
    assert solve(Programme.of(empty, np.zeros(0), per_person=3)).objective == 0
