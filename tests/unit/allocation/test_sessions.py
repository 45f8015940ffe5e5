"""Each start has places and a dual of its own, early ones fill first, and the price is that of the cheapest way in."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.allocation.invented import all_at_once, bound_written_out, programme, programmes, sessions

from matching.allocation.programme import Programme
from matching.allocation.sessions import LaterSessions
from matching.allocation.solve import solve

HALF_A_POINT = [(0, 1.0, 0.5)]


def test_who_gains_least_goes_without_and_a_later_place_is_worth_the_wait_less() -> None:
    asked = programme([[5], [4], [3]], [1], later=HALF_A_POINT)
    found = solve(asked)
    assert found.shares.tolist() == [1, 1, 0]
    assert found.objective == pytest.approx(8.5)
    assert found.toll == pytest.approx([3])  # one more at once: the second need not wait, the third does
    assert asked.later.at(found.at_places) == pytest.approx([2.5])


def test_where_the_next_start_is_short_and_a_later_one_is_not_the_price_is_the_wait() -> None:
    asked = programme([[5], [4], [3]], [1], later=[(0, 9.0, 0.5)])
    found = solve(asked)
    assert found.toll == pytest.approx([0.5])
    assert asked.later.at(found.at_places) == pytest.approx([0])
    assert asked.taken(found.shares) == pytest.approx([2])


def test_who_would_lose_more_by_waiting_than_it_brings_does_not_wait() -> None:
    found = solve(programme([[5], [0.3]], [1], later=[(0, 9.0, 0.5)]))
    assert found.shares.tolist() == [1, 0]
    assert found.toll == pytest.approx([0.3])


def test_a_wait_sends_to_another_option_whom_it_costs_more_than_the_difference() -> None:
    found = solve(programme([[5, 4.8], [5, 1]], [1, np.inf], later=[(0, 1.0, 0.5)]))
    assert found.objective == pytest.approx(9.8)
    assert found.toll == pytest.approx([0.2, 0])


@given(programmes())
def test_a_dual_for_each_session_written_out_proves_it(asked: Programme) -> None:
    """The certificate, by prices of every session and every way on its own, is that of one price per option."""
    found = solve(asked)
    at_sessions = asked.later.at(found.at_places)
    written = bound_written_out(asked, found.at_places, at_sessions, found.at_budgets)
    assert written == pytest.approx(found.bound, abs=1e-6)
    assert written == pytest.approx(found.objective, abs=1e-6)


@given(programmes())
def test_the_price_is_that_of_the_cheapest_way_in(asked: Programme) -> None:
    found = solve(asked)
    ways = found.at_places.copy()
    np.minimum.at(ways, asked.later.options, asked.later.at(found.at_places) + asked.later.losses)
    assert found.toll == pytest.approx(ways + found.at_budgets @ asked.costs, abs=1e-9)


@given(programmes())
def test_no_session_is_given_twice_and_early_ones_fill_first(asked: Programme) -> None:
    shares = solve(asked).shares
    held, taken = asked.wishes.per_option(shares), asked.taken(shares)
    assert (taken <= asked.later.places).all()
    assert (held <= asked.all_places + 1e-7).all()
    for number, option in enumerate(asked.later.options):
        if taken[number] <= 1e-6:
            continue
        assert held[option] - taken[asked.later.options == option].sum() == pytest.approx(
            asked.places[option], abs=1e-6
        )
        same = (asked.later.options == option) & (asked.later.losses < asked.later.losses[number])
        assert taken[same] == pytest.approx(asked.later.places[same], abs=1e-6)


@given(programmes(budgets=0), st.data())
def test_one_more_place_of_a_session_brings_its_dual(asked: Programme, data: st.DataObject) -> None:
    found, later = solve(asked), asked.later
    numbers = range(len(later))
    one = data.draw(st.sampled_from(numbers)) if numbers else None
    places, at = asked.places.copy(), later.at(found.at_places)
    if one is None:
        option = data.draw(st.integers(0, len(places) - 1))
        places[option] += 1
        wider, dual = Programme.of(asked.wishes, places, per_person=asked.per_person), found.at_places[option]
    else:
        more = LaterSessions(later.options, later.places + (np.arange(len(later)) == one), later.losses)
        wider, dual = Programme.of(asked.wishes, places, per_person=asked.per_person, later=more), at[one]
    assert all_at_once(wider) - found.objective == pytest.approx(dual, abs=1e-6)


@given(programmes())
def test_sessions_that_lose_nothing_are_places_together(asked: Programme) -> None:
    free = LaterSessions(asked.later.options, asked.later.places, np.zeros(len(asked.later)))
    told = {"per_person": asked.per_person, "budgets": asked.budgets, "costs": asked.costs}
    apart = solve(Programme.of(asked.wishes, asked.places, later=free, **told))  # type: ignore[arg-type]
    together = solve(Programme.of(asked.wishes, asked.all_places, **told))  # type: ignore[arg-type]
    assert apart.objective == pytest.approx(together.objective, abs=1e-6)


def test_shares_are_laid_on_sessions_by_what_waiting_loses_whatever_their_order() -> None:
    later = sessions([(1, 3, 0.2), (0, 2, 0.9), (0, 2, 0.1), (1, 1, 0.0)])
    assert later.filled(np.array([3.0, 2.5])).tolist() == [1.5, 1, 2, 1]
    assert later.filled(np.array([-1.0, 99.0])).tolist() == [3, 0, 0, 1]
    assert later.total(3).tolist() == [4, 4, 0]
