"""The programme over some of its pairs and limits, solved by HiGHS. Source: Huangfu and Hall (2018), through scipy."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, hstack, vstack

from matching.allocation.programme import Programme
from matching.allocation.wishes import Mask, Values


@dataclass(frozen=True)
class Answer:
    """Shares of all pairs (n_pairs,), zero outside of the columns, and the duals of limits, zero for one left out."""

    shares: Values
    at_places: Values
    at_budgets: Values


def solve_master(programme: Programme, columns: Mask, limiting: Mask, room: float) -> Answer:
    """The optimum over `columns` (n_pairs,) within the places of `limiting` (n_options,), their later sessions and all
    budgets.

    `room` is added to each of those limits: a little of it picks the least of several optimal prices.
    """
    wishes = programme.wishes
    bound_up = limiting | (programme.costs > 0).any(axis=0)
    tied = wishes.per_person(columns & bound_up[wishes.options]) > 0  # the others share nothing with anybody
    free = columns & ~tied[wishes.people]
    shares = np.where(wishes.firsts(np.where(free, wishes.gains, 0.0), programme.per_person), 1.0, 0.0)
    at_places, at_budgets = np.zeros(wishes.n_options), np.zeros(len(programme.budgets))
    pairs = np.flatnonzero(columns & tied[wishes.people])
    if len(pairs):
        matrix, limits, rows = _limits(programme, pairs, np.flatnonzero(limiting), room)
        later = programme.later
        waiting = np.flatnonzero(limiting[later.options])
        matrix = hstack([matrix, _taken(later.options[waiting], rows, matrix.shape[0])], format="csr")
        worth = np.concatenate([wishes.gains[pairs], -later.losses[waiting]])
        most = np.concatenate([np.ones(len(pairs)), later.places[waiting] + room])
        bounds = np.column_stack([np.zeros(len(most)), most])
        found = linprog(-worth, A_ub=matrix, b_ub=limits, bounds=bounds, method="highs")
        if found.status != 0:  # pragma: no cover - nothing shared is always allowed, and all is bounded
            raise RuntimeError(found.message)
        shares[pairs] = np.clip(found.x[: len(pairs)], 0, 1)
        duals = np.maximum(0.0, -found.ineqlin.marginals)
        at_places[rows] = duals[: len(rows)]
        at_budgets[:] = duals[len(rows) : len(rows) + len(at_budgets)]
    return Answer(shares, at_places, at_budgets)


def _taken(options: NDArray[np.int64], rows: NDArray[np.intp], n_rows: int) -> csr_matrix:
    """What is taken of later sessions widens the places of their options, whose rows come first."""
    at = np.arange(len(options))
    return csr_matrix((-np.ones(len(options)), (np.searchsorted(rows, options), at)), shape=(n_rows, len(options)))


def _limits(
    programme: Programme, pairs: NDArray[np.intp], rows: NDArray[np.intp], room: float
) -> tuple[csr_matrix, Values, NDArray[np.intp]]:
    """Coefficients and limits: of places, of budgets, and of the people who have more columns than proposals."""
    wishes, n = programme.wishes, len(pairs)
    at, options = np.arange(n), wishes.options[pairs]
    row_of = np.full(wishes.n_options, -1)
    row_of[rows] = np.arange(len(rows))
    in_row = row_of[options] >= 0
    of_places = csr_matrix((np.ones(in_row.sum()), (row_of[options][in_row], at[in_row])), shape=(len(rows), n))
    of_budgets = csr_matrix(programme.costs[:, options])
    _, person = np.unique(wishes.people[pairs], return_inverse=True)
    many = np.bincount(person) > programme.per_person
    place = np.cumsum(many) - 1
    held = many[person]
    of_people = csr_matrix((np.ones(held.sum()), (place[person][held], at[held])), shape=(int(many.sum()), n))
    limits = [
        programme.places[rows] + room,
        programme.budgets + room,
        np.full(int(many.sum()), float(programme.per_person)),
    ]
    return vstack([of_places, of_budgets, of_people], format="csr"), np.concatenate(limits), rows
