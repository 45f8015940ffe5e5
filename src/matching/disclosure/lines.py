"""The lines of tables: each is a total with its parts. A cell that several tables have in common has one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.counts import Counts

Places = NDArray[np.intp]


def places_of(tables: Sequence[Counts]) -> list[Places]:
    """For each table, of its shape, the place of every cell among all.

    Tables share their first dimension: totals over all others are the same cells.
    """
    found: list[Places] = []
    begun = 0
    for counts in tables:
        places = np.arange(begun, begun + counts.values.size, dtype=np.intp).reshape(counts.values.shape)
        if found:
            own = places.reshape(len(places), -1)
            own[:, -1] = found[0].reshape(len(places), -1)[:, -1]
            own[:, :-1] = begun + np.arange(own[:, :-1].size).reshape(len(own), -1)
            begun += own[:, :-1].size
        else:
            begun += places.size
        found.append(places)
    return found


@dataclass(frozen=True)
class Lines:
    """Every line of some tables: `cells` (n_lines, longest) places of its members, total last, -1 beyond its end.

    `total_first` (n_lines,): its total is hidden sooner than its parts.
    """

    cells: Places
    total_first: NDArray[np.bool_]

    @classmethod
    def of(cls, tables: Sequence[Places], total_first: Sequence[Sequence[bool]]) -> "Lines":
        """The lines along every axis of every table; `total_first` by table and axis."""
        longest = max((length for places in tables for length in places.shape), default=1)
        first: list[bool] = []
        found = [np.zeros((0, longest), dtype=np.intp)]
        for places, of_axis in zip(tables, total_first, strict=True):
            for axis, length in enumerate(places.shape):
                if length == 1:
                    continue  # a total without parts is no line
                along = np.moveaxis(places, axis, -1).reshape(-1, length)
                found.append(np.pad(along, ((0, 0), (0, longest - length)), constant_values=-1))
                first += [of_axis[axis]] * len(along)
        return cls(np.concatenate(found), np.array(first, dtype=np.bool_))

    def members(self, line: int) -> Places:
        """The places of one line, the total last."""
        cells = self.cells[line]
        return np.asarray(cells[cells >= 0])

    def through(self, place: int) -> Places:
        """The lines that a place is on."""
        starts, lines = self._by_place
        return np.asarray(lines[starts[place] : starts[place + 1]])

    @cached_property
    def _by_place(self) -> tuple[Places, Places]:
        lines, at = np.nonzero(self.cells >= 0)
        places = self.cells[lines, at]
        order = np.argsort(places, kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(places))])
        return starts.astype(np.intp), lines[order]
