"""Which counts of gaps may be told: the table of all dimensions as disclosure control leaves it."""

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.counts import Counts
from matching.disclosure.protect import LEAST, protect
from matching.gaps.cube import Cube

__all__ = ["LEAST", "TABLE", "counts_of", "shown"]

TABLE = "gaps"
"""The name that the table is published under."""
PARTS_MATTER = ("need", "district", "reason")
"""Where a small cell would be told by a total, the total is hidden first: which gap it is matters more than the sum."""


def counts_of(cube: Cube, least: int = LEAST) -> Counts:
    """The cases; cells of fewer than `least` people are withheld, however many needs they have between them.

    An empty cell is told: that nobody lacks an option somewhere tells of nobody. What a need lacks, and where, matters
    more than how many there are in all.
    """
    withheld = (cube.people < least) & (cube.cases > 0)
    return Counts(cube.dimensions, cube.codes, cube.cases, withheld, parts_matter=PARTS_MATTER)


def shown(cube: Cube) -> NDArray[np.bool_]:
    """(as the cube) bool: the cells that may be told of a table that was never told before."""
    return protect(counts_of(cube), none_tells=False).shown
