"""Which counts of people may be shown: none below five, nor what would tell one by subtraction.

The one seam to suppression: every steering table about people goes through `told`.
"""

import numpy as np
from numpy.typing import NDArray

LEAST = 5
"""Fewest people in a cell that is shown."""


def told(table: NDArray[np.int64], *, none_tells: bool = False) -> NDArray[np.bool_]:
    """(rows, columns) bool: which cells of a table may be shown; the last row and the last column are the totals.

    Cells of one to four are hidden, with `none_tells` those of nobody too (nobody of six reached it tells of all six).
    In every line with its total, as long as one hidden cell could be had by subtraction, or those hidden together are
    fewer than five, the smallest other cell goes as well.
    """
    few = (table < LEAST) & ((table > 0) | (none_tells & (table.sum(axis=1, keepdims=True) > 0)))
    hidden = few.copy()
    while True:
        before = int(hidden.sum())
        for row in range(table.shape[0]):
            _close(table[row], hidden[row])
        for column in range(table.shape[1]):
            _close(table[:, column], hidden[:, column])
        if int(hidden.sum()) == before:
            return np.asarray(~hidden)


def _close(line: NDArray[np.int64], hidden: NDArray[np.bool_]) -> None:
    """Hide more of a line, its last cell the total, until what is hidden cannot be told apart any more."""
    if len(line) < 2:
        return
    while hidden.any():
        parts = hidden[:-1]
        safe = parts.sum() + hidden[-1] > 1 and (hidden[-1] or line[:-1][parts].sum() >= LEAST)
        shown = np.flatnonzero(~hidden & (line > 0))
        if safe or not len(shown):
            return
        hidden[min(shown, key=lambda at: (line[at], at))] = True
