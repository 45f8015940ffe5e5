"""Which counts may leave: the one seam between the counting of gaps and disclosure control."""

import numpy as np
from numpy.typing import NDArray

from matching.gaps.cube import Cube

LEAST = 5
"""Cells of fewer people stay hidden. Source: domain sheet 8.3."""


def shown(cube: Cube, least: int = LEAST) -> NDArray[np.bool_]:
    """(as the cube) bool: the cells that may be told; all filters are read from this one table, never recounted.

    A cell of fewer than `least` cases or people is hidden, zeros among them, and on every line that would then hide one
    cell alone the smallest beside it.
    """
    hidden = (cube.cases < least) | (cube.people < least)
    while True:
        before = int(hidden.sum())
        for axis in range(hidden.ndim):
            lonely = hidden.sum(axis=axis, keepdims=True) == 1
            beside = np.where(hidden, np.iinfo(np.int64).max, cube.cases).argmin(axis=axis, keepdims=True)
            chosen = np.zeros_like(hidden)
            np.put_along_axis(chosen, beside, values=True, axis=axis)
            hidden |= chosen & lonely
        if int(hidden.sum()) == before:
            return np.asarray(~hidden)
