"""Solve the programme of a night: limits and pairs enter it only as they are found to matter.

Only options that more people would have than there are places limit anything; most pairs lie far below what a person
would take. So the programme begins small and grows: options whose places are exceeded come in as limits, pairs that
would improve it at its prices as columns, until there are none. Then it is the optimum of the whole, which a bound over
all pairs certifies. Source of column generation: Dantzig and Wolfe (1960).
"""

import numpy as np

from matching.allocation.master import Answer, solve_master
from matching.allocation.programme import Programme, Solved
from matching.allocation.wishes import Mask, Values

_ROOM = 1e-4
"""Of a place. With so much more room the duals are the least of the optimal ones: what the next person would bring."""

_CLOSE = 1e-7
_SPARE = 2
"""Columns per person beyond the proposals that they may have."""


def solve(programme: Programme) -> Solved:
    """The optimum, its prices and their certificate. The same input gives the same prices."""
    columns = _columns(programme, np.zeros(programme.wishes.n_options))
    limiting = _exceeded(programme, programme.wishes.firsts(programme.wishes.gains, programme.per_person))
    columns, limiting, priced, rounds = _grow(programme, columns, limiting, _ROOM)
    columns, limiting, exact, more = _grow(programme, columns, limiting, 0.0)
    objective = programme.value(exact.shares)
    bound = programme.bound(priced.at_places, priced.at_budgets)
    if bound - objective > _CLOSE * max(1.0, abs(bound)):  # the room was too much for the least prices to be optimal
        priced, bound = exact, programme.bound(exact.at_places, exact.at_budgets)
    return Solved(
        shares=exact.shares,
        at_places=priced.at_places,
        at_budgets=priced.at_budgets,
        toll=programme.toll(priced.at_places, priced.at_budgets),
        objective=objective,
        bound=bound,
        limiting=limiting,
        rounds=rounds + more,
        columns=int(columns.sum()),
    )


def _grow(programme: Programme, columns: Mask, limiting: Mask, room: float) -> tuple[Mask, Mask, Answer, int]:
    """Add what is missing until nothing is."""
    wishes, rounds = programme.wishes, 0
    while True:
        rounds += 1
        answer = solve_master(programme, columns, limiting, room)
        exceeded = _exceeded(programme, answer.shares, room) & ~limiting
        toll = programme.toll(answer.at_places, answer.at_budgets)
        left = wishes.gains - toll[wishes.options]
        missing = wishes.firsts(left, programme.per_person) & ~columns
        gained = left[wishes.firsts(left, programme.per_person)].sum()
        within = left[wishes.firsts(np.where(columns, left, 0.0), programme.per_person)].sum()
        if not exceeded.any() and (not missing.any() or gained - within <= 1e-9 * max(1.0, abs(gained))):
            return columns, limiting, answer, rounds
        columns = columns | _columns(programme, toll) | missing
        limiting = limiting | exceeded


def _columns(programme: Programme, toll: Values) -> Mask:
    """The pairs that each person would take at some prices, and the next ones."""
    wishes = programme.wishes
    return wishes.firsts(wishes.gains - toll[wishes.options], programme.per_person + _SPARE)


def _exceeded(programme: Programme, shares: Values | Mask, room: float = 0.0) -> Mask:
    """(n_options,) bool: whose places are too few for some shares."""
    return np.asarray(programme.wishes.per_option(shares) > programme.places + room + _CLOSE)
