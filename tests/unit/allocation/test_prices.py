"""Prices leave no place empty, and take from nobody in need the last option against it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.allocation.invented import programme, programmes

from matching.allocation.outlook import outlook, quarters
from matching.allocation.prices import keep_last, prices_of
from matching.allocation.programme import Programme
from matching.allocation.solve import solve

LEAST = 0.5


def test_equal_people_leave_the_price_where_the_place_is_still_worth_showing() -> None:
    """Any of two would bring 5: the dual is 5, under which nobody would be shown it."""
    asked = programme([[5], [5]], [1])
    toll = solve(asked).toll
    assert toll == pytest.approx([5])
    assert prices_of(asked, toll, np.ones(2), LEAST) == pytest.approx([4.5])


@given(programmes())
def test_as_many_as_there_are_places_still_find_a_priced_option_worth_showing(asked: Programme) -> None:
    ones = np.ones(asked.wishes.n_people)
    toll = solve(asked).toll
    prices = prices_of(asked, toll, ones, LEAST)
    assert (prices >= 0).all()
    assert (prices <= toll + 1e-9).all()
    without = asked.wishes.per_option(asked.wishes.gains >= LEAST)
    shown = asked.wishes.per_option(asked.wishes.gains - prices[asked.wishes.options] >= LEAST - 1e-9)
    for option in np.flatnonzero(prices > 0):
        places = asked.all_places[option]
        assert shown[option] >= min(without[option], max(1, places if np.isfinite(places) else 1))


points = st.lists(st.floats(-3, 12, allow_nan=False), min_size=1, max_size=6)


@given(st.data(), points)
def test_nobody_in_need_loses_the_last_option_against_it(data: st.DataObject, scores: list[float]) -> None:
    n = len(scores)
    prices = np.array(data.draw(st.lists(st.floats(0, 15), min_size=n, max_size=n)))
    need = st.lists(st.booleans(), min_size=n, max_size=n).map(np.array)
    needs = data.draw(st.lists(need, max_size=3))
    kept = keep_last(np.array(scores), prices, needs, LEAST)
    assert ((kept == prices) | (kept == 0)).all()
    for addresses in needs:
        had = addresses & (np.array(scores) >= LEAST)
        has = addresses & (np.array(scores) - kept >= LEAST)
        assert has.any() == had.any()
    if not needs:
        assert (kept == prices).all()


def test_the_best_one_is_kept_and_only_where_it_would_be_lost() -> None:
    scores, need = np.array([4.0, 6.0, 9.0]), np.array([True, True, False])
    assert keep_last(scores, np.array([4.0, 6.0, 9.0]), [need], LEAST).tolist() == [4, 0, 9]
    assert keep_last(scores, np.array([1.0, 6.0, 9.0]), [need], LEAST).tolist() == [1, 6, 9]


def test_a_place_for_one_of_four_leaves_three_without_unless_a_price_sends_them_elsewhere() -> None:
    asked = programme([[9, 5], [8, 5], [7, 5], [6, 5]], [1, np.inf])
    found = solve(asked)
    prices = prices_of(asked, found.toll, np.ones(4), LEAST)
    before = outlook(asked.wishes, asked.wishes.gains, LEAST, asked.places, 1)
    priced = asked.wishes.gains - prices[asked.wishes.options] - 1e-6 * (asked.wishes.options == 0)
    after = outlook(asked.wishes, priced, LEAST, asked.places, 1)
    assert before.wanted.tolist() == [4, 0]
    assert before.no_place.tolist() == [0.75] * 4
    assert after.wanted.tolist() == [1, 3]
    assert after.no_place.tolist() == [0] * 4


def test_quarters_keep_equal_chances_together() -> None:
    assert quarters(np.array([0.4, 0.1, 0.3, 0.2])).tolist() == [4, 1, 3, 2]
    assert set(quarters(np.array([0.2] * 7)).tolist()) == {1}
    assert quarters(np.zeros(0)).tolist() == []
