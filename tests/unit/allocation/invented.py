"""Small programmes, drawn; and the same solved by everything at once and by trying all assignments."""

from itertools import product

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from matching.allocation.programme import Programme
from matching.allocation.wishes import Wishes

Values = NDArray[np.float64]


def programme(
    gains: list[list[float]],
    places: list[float],
    *,
    per_person: int = 1,
    budgets: list[float] | None = None,
    costs: list[list[float]] | None = None,
) -> Programme:
    """By person a row of gains by option; 0 is no pair."""
    table = np.array(gains, dtype=np.float64).reshape(len(gains), len(places))
    person, option = np.nonzero(table)
    starts = np.concatenate([[0], np.cumsum((table > 0).sum(axis=1))]).astype(np.int64)
    return Programme.of(
        Wishes(starts, option.astype(np.int64), table[person, option], len(places)),
        np.array(places, dtype=np.float64),
        per_person=per_person,
        budgets=np.array(budgets or [], dtype=np.float64),
        costs=np.array(costs or [], dtype=np.float64).reshape(len(budgets or []), len(places)),
    )


@st.composite
def programmes(draw: st.DrawFn, *, people: int = 7, options: int = 5, budgets: int = 2) -> Programme:
    """Up to so many of each; whole and broken gains, equal ones among them, and places that nobody counts."""
    n, m = draw(st.integers(1, people)), draw(st.integers(1, options))
    gain = draw(st.sampled_from([st.integers(0, 4).map(float), st.integers(0, 9).map(lambda each: each * 0.37)]))
    place = st.one_of(st.integers(0, 3).map(float), st.just(np.inf))
    count = draw(st.integers(0, budgets))
    return programme(
        [[draw(gain) for _ in range(m)] for _ in range(n)],
        [draw(place) for _ in range(m)],
        per_person=draw(st.integers(1, 3)),
        budgets=[float(draw(st.integers(0, 4))) for _ in range(count)],
        costs=[[float(draw(st.integers(0, 2))) for _ in range(m)] for _ in range(count)],
    )


def all_at_once(asked: Programme) -> float:
    """The optimum, with every pair and every limit in it from the beginning, dense and written down anew."""
    wishes = asked.wishes
    n = len(wishes.options)
    if n == 0:
        return 0.0
    rows: list[Values] = []
    limits: list[float] = []
    for option, places in enumerate(asked.places):
        if np.isfinite(places):
            rows.append((wishes.options == option).astype(float))
            limits.append(float(places))
    for person in range(wishes.n_people):
        rows.append((wishes.people == person).astype(float))
        limits.append(float(asked.per_person))
    for budget, cost in zip(asked.budgets, asked.costs, strict=True):
        rows.append(cost[wishes.options])
        limits.append(float(budget))
    found = linprog(-wishes.gains, A_ub=np.array(rows), b_ub=limits, bounds=(0, 1))
    assert found.status == 0
    return float(-found.fun)


def by_trying(asked: Programme) -> float:
    """The best of all assignments of whole places, one by one."""
    wishes, best = asked.wishes, 0.0
    for chosen in product((0.0, 1.0), repeat=len(wishes.options)):
        shares = np.array(chosen)
        if is_allowed(asked, shares):
            best = max(best, float(wishes.gains @ shares))
    return best


def is_allowed(asked: Programme, shares: Values, within: float = 1e-9) -> bool:
    """Whether shares keep to places, budgets and proposals per person."""
    wishes = asked.wishes
    held = wishes.per_option(shares)
    return bool(
        (held <= asked.places + within).all()
        and (asked.costs @ held <= asked.budgets + within).all()
        and (wishes.per_person(shares) <= asked.per_person + within).all()
        and (shares >= -within).all()
        and (shares <= 1 + within).all()
    )
