"""Which cells may be shown, so that nobody can work out a small one: not from totals, filters or an earlier table.

Cells under five are hidden, zeros among them, and further ones beside them. A line is a total with its parts; on every
line hidden cells are two or more, or none, and count at least five together. That alone leaves cells that several
lines together give away: those are found by linear algebra over all lines at once and get a further hidden cell, until
none is left. A random direction among all tables that agree with what is shown moves every cell that is not given
away; one that stands still is. Source: Hundepool et al., Statistical Disclosure Control, 2012, ch. 4.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.counts import Counts

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]

LEAST = 5
_STANDS_STILL = 1e-6


@dataclass(frozen=True)
class Protected:
    """Counts of which only the `shown` ones may be told; the mask has the shape of the values."""

    counts: Counts
    shown: Mask

    def value(self, at: tuple[int, ...]) -> int | None:
        """The count of a cell; None where it is hidden."""
        return int(self.counts.values[at]) if self.shown[at] else None


def protect(counts: Counts, least: int = LEAST, before: Protected | None = None) -> Protected:
    """Hide what must be hidden for no cell under `least` to be worked out.

    `before` is what was shown of the same table last time: a cell hidden then stays hidden until its count has moved by
    `least`, so that two tables side by side tell no more than each. A table with other codes than before is compared
    where the codes are the same.
    """
    values = counts.values
    hidden = values < least
    if before is not None:
        hidden |= _hidden_before(counts, before, least)
    if not values.size or not hidden.any():
        return Protected(counts, ~hidden)
    lines = _Lines.of(values.shape)
    flat, of_values = hidden.ravel(), values.ravel()
    while True:
        _complete(flat, of_values, lines, least)
        given_away = _given_away(flat, lines)
        if not given_away.any():
            return Protected(counts, ~flat.reshape(values.shape))
        for cell in np.flatnonzero(given_away):
            if not _hide_beside(int(cell), flat, of_values, lines):
                flat[:] = True  # nothing is left beside it: the whole table goes


@dataclass(frozen=True)
class _Lines:
    """Every line of a table: `cells` (n_lines, longest) places of its members, total included, -1 beyond its end.

    `of_cell` (n_cells, n_axes): the line of each cell along each axis.
    """

    cells: Places
    of_cell: Places

    @classmethod
    def of(cls, shape: tuple[int, ...]) -> "_Lines":
        places = np.arange(int(np.prod(shape)), dtype=np.intp).reshape(shape)
        longest, found, of_cell, begun = max(shape), [], [], 0
        for axis, length in enumerate(shape):
            along = np.moveaxis(places, axis, -1).reshape(-1, length)
            found.append(np.pad(along, ((0, 0), (0, longest - length)), constant_values=-1))
            numbers = np.empty(places.size, dtype=np.intp)
            numbers[along] = np.arange(begun, begun + len(along))[:, None]
            of_cell.append(numbers)
            begun += len(along)
        return cls(np.concatenate(found), np.stack(of_cell, axis=1))

    def members(self, line: int) -> Places:
        """The places of one line, the total last."""
        cells = self.cells[line]
        return np.asarray(cells[cells >= 0])


def _hidden_before(counts: Counts, before: Protected, least: int) -> Mask:
    """Cells that were hidden and have not moved since by `least`."""
    hidden = np.zeros(counts.values.shape, dtype=np.bool_)
    if counts.dimensions != before.counts.dimensions:
        return hidden
    ours, theirs = [], []
    for now, then in zip(counts.codes, before.counts.codes, strict=True):
        both = [code for code in now if code in then]
        ours.append([*(now.index(code) for code in both), len(now)])
        theirs.append([*(then.index(code) for code in both), len(then)])
    here, there = np.ix_(*ours), np.ix_(*theirs)
    moved = np.abs(counts.values[here] - before.counts.values[there]) >= least
    hidden[here] = ~before.shown[there] & ~moved
    return hidden


def _complete(hidden: Mask, values: NDArray[np.int64], lines: _Lines, least: int) -> None:
    """Hide further cells until every line with a hidden one has two and `least` people in them together."""
    inside = lines.cells >= 0
    places = np.where(inside, lines.cells, 0)
    while True:
        marked = hidden[places] & inside
        parts = marked.copy()
        parts[np.arange(len(parts)), inside.sum(axis=1) - 1] = False  # the total is no part of itself
        number, people = marked.sum(axis=1), (values[places] * parts).sum(axis=1)
        total_shown = ~marked[np.arange(len(marked)), inside.sum(axis=1) - 1]
        lacking = (number > 0) & ((number < 2) | (total_shown & (people < least)))
        lacking &= (marked != inside).any(axis=1)
        open_lines = np.flatnonzero(lacking)
        if not len(open_lines):
            return
        for line in open_lines.tolist():
            if not _hide_on(line, hidden, values, lines):
                hidden[lines.members(line)] = True


def _hide_on(line: int, hidden: Mask, values: NDArray[np.int64], lines: _Lines) -> bool:
    """Hide the smallest part of a line that is shown, else its total; false where all is hidden already."""
    members = lines.members(line)
    shown = [int(place) for place in members[:-1] if not hidden[place]]
    if shown:
        hidden[min(shown, key=lambda place: (values[place] == 0, values[place], place))] = True
        return True
    if not hidden[members[-1]]:
        hidden[members[-1]] = True
        return True
    return False


def _hide_beside(cell: int, hidden: Mask, values: NDArray[np.int64], lines: _Lines) -> bool:
    """Hide one more cell on each line of a cell that was given away; false where all of them are hidden whole."""
    return sum(_hide_on(int(line), hidden, values, lines) for line in lines.of_cell[cell]) > 0


def _given_away(hidden: Mask, lines: _Lines) -> Mask:
    """(n_cells,) bool: hidden cells whose value follows from what is shown, by sums and differences."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import lsqr

    unknown = np.flatnonzero(hidden)
    number = np.full(len(hidden), -1, dtype=np.intp)
    number[unknown] = np.arange(len(unknown))
    rows, columns, signs = [], [], []
    for row, (cells, total) in enumerate(_relations(hidden, lines)):
        rows += [row] * len(cells)
        columns += number[cells].tolist()
        signs += [-1.0 if place == total else 1.0 for place in cells.tolist()]
    height = rows[-1] + 1 if rows else 0
    relations = csr_matrix((signs, (rows, columns)), shape=(height, len(unknown)))
    direction = np.random.default_rng(len(unknown)).normal(size=len(unknown))
    if height:
        push = lsqr(relations.T, direction, atol=1e-14, btol=1e-14, conlim=0, iter_lim=20 * len(unknown) + 100)[0]
        direction = direction - relations.T @ push
    found = np.zeros(len(hidden), dtype=np.bool_)
    found[unknown] = np.abs(direction) < _STANDS_STILL
    return found


def _relations(hidden: Mask, lines: _Lines) -> Iterator[tuple[Places, int]]:
    """The hidden members of each line that has some, and the place of its total."""
    for line in range(len(lines.cells)):
        members = lines.members(line)
        cells = members[hidden[members]]
        if len(cells):
            yield cells, int(members[-1])
