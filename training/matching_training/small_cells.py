"""Disclosure control: no figure about so few that somebody could be recognised, not by subtraction either.

Whoever lays two reports side by side reads the difference of every count, and of every share that tells its count. So
counts are told to the nearest five, and shares as of such counts.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MINIMUM = 5
"""Cells of fewer are not shown. Source: the project's own rule for all counts."""


def rounded(n: int) -> int:
    """A count to the nearest five, so that two published counts do not give a small third one."""
    return MINIMUM * int(np.floor(n / MINIMUM + 0.5))


def in_words(n: int) -> str:
    """A count in a sentence: to the nearest five, and nothing of fewer than five, none among them."""
    return f"moins de {MINIMUM}" if n < MINIMUM else f"environ {rounded(n)}"


def rounded_share(share: float, n: int) -> float:
    """A share of so many, as it would be of counts to the nearest five: it tells no more than they do; NaN stays."""
    return float("nan") if np.isnan(share) or not rounded(n) else min(1.0, rounded(round(share * n)) / rounded(n))


def hidden(counts: pd.DataFrame) -> NDArray[np.bool_]:
    """(n_rows, n_columns) bool: which cells of a table of counts to leave out; NaN is a cell that does not exist.

    Left out are 1 to 4, then, as long as a row or a column would give a single left-out cell by subtraction, its
    smallest other cell above zero as well.
    """
    values = np.asarray(counts, dtype=np.float64)
    out = (values > 0) & (values < MINIMUM)
    lines = [(row, slice(None)) for row in range(values.shape[0])]
    lines += [(slice(None), column) for column in range(values.shape[1])]  # type: ignore[misc]
    changed = True
    while changed:
        changed = False
        for line in lines:
            left, shown = out[line], values[line] > 0
            if left.sum() == 1 and (shown & ~left).any():
                smallest = int(np.argmin(np.where(shown & ~left, values[line], np.inf)))
                left[smallest] = changed = True
    return out
