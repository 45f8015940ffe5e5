"""Small programmes, drawn; and the same solved by everything at once and by trying all assignments."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from matching.allocation.programme import Programme
from matching.allocation.sessions import LaterSessions
from matching.allocation.wishes import Wishes

Values = NDArray[np.float64]


def programme(
    gains: list[list[float]],
    places: list[float],
    *,
    per_person: int = 1,
    budgets: list[float] | None = None,
    costs: list[list[float]] | None = None,
    later: list[tuple[int, float, float]] | None = None,
) -> Programme:
    """By person a row of gains by option; 0 is no pair. Of later sessions option, places and what waiting loses."""
    table = np.array(gains, dtype=np.float64).reshape(len(gains), len(places))
    person, option = np.nonzero(table)
    starts = np.concatenate([[0], np.cumsum((table > 0).sum(axis=1))]).astype(np.int64)
    return Programme.of(
        Wishes(starts, option.astype(np.int64), table[person, option], len(places)),
        np.array(places, dtype=np.float64),
        per_person=per_person,
        budgets=np.array(budgets or [], dtype=np.float64),
        costs=np.array(costs or [], dtype=np.float64).reshape(len(budgets or []), len(places)),
        later=sessions(later or []),
    )


def sessions(told: list[tuple[int, float, float]]) -> LaterSessions:
    """Later sessions: option, places, loss."""
    return LaterSessions(
        options=np.array([each[0] for each in told], dtype=np.int64),
        places=np.array([each[1] for each in told], dtype=np.float64),
        losses=np.array([each[2] for each in told], dtype=np.float64),
    )


@st.composite
def programmes(draw: st.DrawFn, *, people: int = 7, options: int = 5, budgets: int = 2, later: int = 6) -> Programme:
    """Up to so many of each; whole and broken gains, equal ones among them, and places that nobody counts."""
    n, m = draw(st.integers(1, people)), draw(st.integers(1, options))
    gain = draw(st.sampled_from([st.integers(0, 4).map(float), st.integers(0, 9).map(lambda each: each * 0.37)]))
    place = st.one_of(st.integers(0, 3).map(float), st.just(np.inf))
    count = draw(st.integers(0, budgets))
    places = [draw(place) for _ in range(m)]
    counted = [option for option in range(m) if np.isfinite(places[option])]
    session = st.tuples(
        st.sampled_from(counted or [0]), st.integers(0, 2).map(float), st.sampled_from([0, 0.37, 1, 2.5])
    )
    return programme(
        [[draw(gain) for _ in range(m)] for _ in range(n)],
        places,
        per_person=draw(st.integers(1, 3)),
        budgets=[float(draw(st.integers(0, 4))) for _ in range(count)],
        costs=[[float(draw(st.integers(0, 2))) for _ in range(m)] for _ in range(count)],
        later=draw(st.lists(session, max_size=later)) if counted else [],
    )


@dataclass(frozen=True)
class Ways:
    """Everything written out: a way is a pair at one session, the first of its option or a later one."""

    pair: NDArray[np.int64]
    session: NDArray[np.int64]  # -1 the first of the option, else the number of a later one
    worth: Values

    @classmethod
    def of(cls, asked: Programme) -> "Ways":
        """All ways of a programme."""
        told = [
            (pair, session, gain - (0.0 if session < 0 else asked.later.losses[session]))
            for pair, (option, gain) in enumerate(zip(asked.wishes.options, asked.wishes.gains, strict=True))
            for session in (-1, *np.flatnonzero(asked.later.options == option).tolist())
        ]
        pairs, sessions_, worth = (
            (np.array(column) for column in zip(*told, strict=True)) if told else [np.zeros(0)] * 3
        )
        return cls(pairs.astype(np.int64), sessions_.astype(np.int64), worth.astype(np.float64))


def all_at_once(asked: Programme) -> float:
    """The optimum, with every pair, session and limit in it from the beginning, dense and written down anew."""
    wishes, ways = asked.wishes, Ways.of(asked)
    if len(ways.pair) == 0:
        return 0.0
    option, person = wishes.options[ways.pair], wishes.people[ways.pair]
    rows: list[Values] = []
    limits: list[float] = []
    for number, places in enumerate(asked.places):
        if np.isfinite(places):
            rows.append(((option == number) & (ways.session < 0)).astype(float))
            limits.append(float(places))
    for number, places in enumerate(asked.later.places):
        rows.append((ways.session == number).astype(float))
        limits.append(float(places))
    for number in range(wishes.n_people):
        rows.append((person == number).astype(float))
        limits.append(float(asked.per_person))
    for pair in range(len(wishes.options)):  # at most one session of an option
        rows.append((ways.pair == pair).astype(float))
        limits.append(1.0)
    for budget, cost in zip(asked.budgets, asked.costs, strict=True):
        rows.append(cost[option])
        limits.append(float(budget))
    found = linprog(-ways.worth, A_ub=np.array(rows), b_ub=limits, bounds=(0, None))
    assert found.status == 0
    return float(-found.fun)


def bound_written_out(asked: Programme, at_places: Values, at_sessions: Values, at_budgets: Values) -> float:
    """What no shares can exceed, by a price for each session, each way priced out on its own."""
    wishes, ways = asked.wishes, Ways.of(asked)
    at_way = np.array(
        [at_places[wishes.options[pair]] if session < 0 else at_sessions[session]
         for pair, session in zip(ways.pair, ways.session, strict=True)]
    )  # fmt: skip
    best = np.full(len(wishes.options), -np.inf)
    if len(at_way):
        np.maximum.at(best, ways.pair, ways.worth - at_way - (at_budgets @ asked.costs)[wishes.options[ways.pair]])
    limited = np.isfinite(asked.places)
    whole = asked.places[limited] @ at_places[limited] + asked.later.places @ at_sessions + asked.budgets @ at_budgets
    for person in range(wishes.n_people):
        own = np.sort(best[wishes.people == person])[::-1][: asked.per_person]
        whole += own[own > 0].sum()
    return float(whole)


def by_trying(asked: Programme) -> float:
    """The best of all assignments of whole places, one by one, each at one session."""
    wishes, best = asked.wishes, 0.0
    ways = [[-2, -1, *np.flatnonzero(asked.later.options == option).tolist()] for option in wishes.options]
    for chosen in product(*ways):
        sessions_ = np.array(chosen, dtype=np.int64)
        shares = (sessions_ > -2).astype(float)
        held = np.bincount(sessions_[sessions_ >= 0], minlength=len(asked.later))
        at_first = wishes.per_option(sessions_ == -1)
        if (held <= asked.later.places).all() and (at_first <= asked.places).all() and is_allowed(asked, shares):
            best = max(best, float(wishes.gains @ shares - asked.later.losses @ held))
    return best


def is_allowed(asked: Programme, shares: Values, within: float = 1e-9) -> bool:
    """Whether shares keep to places, budgets and proposals per person."""
    wishes = asked.wishes
    held = wishes.per_option(shares)
    taken = asked.taken(shares)
    at_first = held - np.bincount(asked.later.options, taken, wishes.n_options)
    return bool(
        (at_first <= asked.places + within).all()
        and (taken <= asked.later.places).all()
        and (taken >= 0).all()
        and (asked.costs @ held <= asked.budgets + within).all()
        and (wishes.per_person(shares) <= asked.per_person + within).all()
        and (shares >= -within).all()
        and (shares <= 1 + within).all()
    )
