"""Markets of pairs of alike offers: whoever reads several pairs works out no count of one to four people."""

from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from matching.disclosure.protect import LEAST
from matching.use_cases.publication import Tables
from matching.use_cases.steering.markets import Market, markets_told

OFFERS = ("own:a", "own:b", "own:c")
ATOMS = tuple(product((False, True), repeat=len(OFFERS)))
"""Every way in which the three offers can be open or not to one person."""

PEOPLE = st.lists(st.one_of(st.integers(0, 4), st.integers(0, 12)), min_size=len(ATOMS), max_size=len(ATOMS))


def told(people: list[int]) -> dict[tuple[int, int], Market]:
    """The market of each of the three pairs, so many people of each kind."""
    everybody = np.array([atom for atom, number in zip(ATOMS, people, strict=True) for _ in range(number)])
    columns = everybody.reshape(-1, len(OFFERS)).astype(np.bool_).T
    pairs = list(combinations(range(len(OFFERS)), 2))
    ids = [(OFFERS[one], OFFERS[other]) for one, other in pairs]
    markets = markets_told(ids, [(columns[one], columns[other]) for one, other in pairs], Tables({}))
    return dict(zip(pairs, markets, strict=True))


def parts(pair: tuple[int, int]) -> list[list[float]]:
    """Which kinds of people each part of a pair is the sum of."""
    one, other = pair
    whose = ((True, True), (True, False), (False, True))
    return [[float((atom[one], atom[other]) == part) for atom in ATOMS] for part in whose]


def end(asked: list[float], sign: int, rows: list[list[float]], numbers: list[int]) -> float:
    """The least (sign 1) or the most that a part can be for whoever knows the others."""
    solved = linprog([sign * each for each in asked], A_eq=rows, b_eq=numbers, bounds=(0, None), method="highs")
    return sign * float(solved.fun) if solved.status == 0 else sign * -np.inf


@given(PEOPLE)
@settings(max_examples=150, deadline=None)
def test_what_one_pair_hides_the_others_do_not_tell(people: list[int]) -> None:
    markets = told(people)
    shown = [pair for pair, market in markets.items() if market.either is not None]
    rows = [row for pair in shown for row in parts(pair)]
    numbers = [number or 0 for pair in shown for number in markets[pair][:3]]
    for pair, market in markets.items():
        for row, number in zip(parts(pair), market[:3], strict=True):
            true = int(np.dot(row, people))
            if number is not None:
                assert number == true
                assert not 0 < number < LEAST
            elif 0 < true < LEAST and shown:
                least, most = (end(row, sign, rows, numbers) for sign in (1, -1))
                assert most - least >= 1 - 1e-6


def test_a_pair_without_small_parts_is_told_whole() -> None:
    markets = told([0, 0, 7, 0, 9, 0, 20, 0])
    assert markets[0, 1] == Market(both=20, only_first=9, only_second=7, either=36)
    assert told([0, 0, 7, 0, 3, 0, 20, 0])[0, 1] == Market(None, None, None, None)
