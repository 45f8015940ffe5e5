"""Which small cells follow from what is shown because nobody counts less than nothing: by linear programmes.

What sums and differences alone give away is found in `protect`.
"""

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.lines import Lines

Mask = NDArray[np.bool_]

MOST_CELLS = 3_000
"""Hidden cells up to which it is asked: beyond, a programme for each small cell takes too long."""
_APART, _DRAWS = 1 - 1e-6, 6


def narrowed(hidden: Mask, values: NDArray[np.int64], small: Mask, lines: Lines) -> Mask:
    """(n_cells,) bool: hidden `small` cells of which less than two counts are possible.

    A few programmes towards random ends show that most cells may be more or less; what is left is asked cell by cell.
    None is found in tables of more than `MOST_CELLS` hidden cells.
    """
    found = np.zeros(len(hidden), dtype=np.bool_)
    unknown = np.flatnonzero(hidden)
    if not len(unknown) or len(unknown) > MOST_CELLS or not len(lines.cells):
        return found
    programme = _Programme(hidden, values, lines)
    least = most = values[unknown].astype(np.float64)
    for draw in range(_DRAWS):
        end = programme.towards(np.random.default_rng([draw, len(unknown)]).normal(size=len(unknown)))
        least, most = np.minimum(least, end), np.maximum(most, end)
    for at in np.flatnonzero(small[unknown] & (most - least < _APART)).tolist():
        goal = np.zeros(len(unknown))
        for sign in (1.0, -1.0):
            goal[at] = sign
            end = programme.towards(goal)
            least, most = np.minimum(least, end), np.maximum(most, end)
            if most[at] - least[at] >= _APART:
                break
        found[unknown[at]] = most[at] - least[at] < _APART
    return found


class _Programme:
    """All counts of the hidden cells that agree with what is shown; none is below zero."""

    def __init__(self, hidden: Mask, values: NDArray[np.int64], lines: Lines) -> None:
        from scipy.sparse import csr_matrix

        inside = lines.cells >= 0
        places = np.where(inside, lines.cells, 0)
        signs = np.where(np.arange(places.shape[1]) == inside.sum(axis=1, keepdims=True) - 1, -1.0, 1.0) * inside
        open_ = hidden[places] & inside
        rows = np.flatnonzero(open_.any(axis=1))
        number = np.cumsum(hidden) - 1
        row, at = np.nonzero(open_[rows])
        shape = (len(rows), int(hidden.sum()))
        self._sums = csr_matrix((signs[rows][row, at], (row, number[places[rows][row, at]])), shape=shape)
        self._known = -(signs * values[places] * ~hidden[places]).sum(axis=1)[rows]
        self._true = values[hidden].astype(np.float64)
        self._most = float(values.max(initial=0)) + 10

    def towards(self, goal: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n_hidden,) counts that are least along a goal; the true ones where no end is found."""
        from scipy.optimize import linprog

        solved = linprog(goal, A_eq=self._sums, b_eq=self._known, bounds=(0, self._most), method="highs")
        return np.asarray(solved.x, dtype=np.float64) if solved.status == 0 else self._true
