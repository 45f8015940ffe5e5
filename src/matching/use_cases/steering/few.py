"""Which counts of people may be shown in a steering table: none below five, nor what would tell one by subtraction."""

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.counts import Counts
from matching.disclosure.protect import LEAST, protect

__all__ = ["LEAST", "told"]


def told(table: NDArray[np.int64], *, none_tells: bool = False) -> NDArray[np.bool_]:
    """(rows, columns) bool: which cells of a table may be shown; the last row and the last column are the totals.

    With `none_tells` cells of nobody are hidden too: nobody of six reached it tells of all six. A row that is empty
    throughout tells of nobody, and is shown; without `none_tells` a column too.
    """
    shown = np.ones(table.shape, dtype=np.bool_)
    filled = np.ix_(table.any(axis=1), table.any(axis=0) | none_tells)
    counted = table[filled]
    if counted.size:
        rows, columns = (tuple(str(place) for place in range(length - 1)) for length in counted.shape)
        shown[filled] = protect(Counts(("row", "column"), (rows, columns), counted), none_tells=none_tells).shown
    return shown
