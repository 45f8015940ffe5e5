"""Which cells may be shown, so that nobody can work out a small one: not from totals, filters or an earlier table.

Cells under five are hidden, zeros among them, and further ones beside them. A line is a total with its parts; on every
line hidden cells are two or more, or none, and count at least five together. That alone leaves cells that several
lines together give away: those are found by linear algebra over all lines at once and get a further hidden cell, until
none is left. A random direction among all tables that agree with what is shown moves every cell that is not given
away; one that stands still is. What follows besides, as nobody counts less than nothing, is asked of linear programmes
where hidden cells are not too many (`bounds`). Source: Hundepool et al., Statistical Disclosure Control, 2012, ch. 4.

Tables of the same people, seen by one thing each, are protected together: what they total alike is one and the same
cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matching.disclosure.bounds import narrowed
from matching.disclosure.counts import Counts
from matching.disclosure.lines import Lines, Places, places_of

Mask = NDArray[np.bool_]

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

    def at_least(self, at: tuple[int, ...]) -> int:
        """What a cell is no less than, by what is shown of its parts alone: it tells no more than they do."""
        return int(self._known[at])

    @cached_property
    def _known(self) -> NDArray[np.int64]:
        known = np.where(self.shown, self.counts.values, 0)
        for _ in range(known.ndim):  # a total of totals may follow from either
            for axis in range(known.ndim):
                along = np.moveaxis(known, axis, 0)
                along[-1] = np.maximum(along[-1], along[:-1].sum(axis=0))
        return known


def protect(
    counts: Counts, least: int = LEAST, before: Protected | None = None, *, none_tells: bool = True
) -> Protected:
    """Hide what must be hidden for no cell under `least` to be worked out.

    Where `none_tells` is false an empty cell tells of nobody and is shown: that nobody gave a reason, say.

    `before` is what was shown of the same table last time: a cell hidden then stays hidden until its count has moved by
    `least`, so that two tables side by side tell no more than each. A table with other codes than before is compared
    where the codes are the same.
    """
    known = {} if before is None else {"": before}
    return protect_together({"": counts}, least, known, none_tells=none_tells)[""]


def protect_together(
    tables: Mapping[str, Counts],
    least: int = LEAST,
    before: Mapping[str, Protected] | None = None,
    *,
    none_tells: bool = True,
) -> dict[str, Protected]:
    """The same for tables that count the same people along their first dimension, each by other things besides.

    Their totals over those other things are shown in all of them or in none. ValueError where they are not the same.
    """
    if not tables:
        return {}
    hidden = {
        name: _hidden_alone(counts, least, (before or {}).get(name), none_tells=none_tells)
        for name, counts in tables.items()
    }
    places = places_of(list(tables.values()))
    size = 1 + max(int(each.max(initial=-1)) for each in places)
    of_values, flat = np.zeros(size, np.int64), np.zeros(size, np.bool_)
    for of_table, (name, counts) in zip(places, tables.items(), strict=True):
        of_values[of_table] = counts.values
        flat[of_table] |= hidden[name]
    if any((of_values[of_table] != one.values).any() for of_table, one in zip(places, tables.values(), strict=True)):
        raise ValueError(f"not the same people: {', '.join(tables)}")
    if flat.any():
        lines = Lines.of(
            places, [[one in counts.parts_matter for one in counts.dimensions] for counts in tables.values()]
        )
        while True:
            _complete(flat, of_values, lines, least)
            given_away = _given_away(flat, lines)
            if not given_away.any():
                given_away = narrowed(flat, of_values, of_values < least, lines)
            if not given_away.any() or flat.all():
                break
            for cell in np.flatnonzero(given_away):
                _hide_beside(int(cell), flat, of_values, lines)
    return {
        name: Protected(counts, ~flat[of_table])
        for of_table, (name, counts) in zip(places, tables.items(), strict=True)
    }


def _hidden_alone(counts: Counts, least: int, before: Protected | None, *, none_tells: bool) -> Mask:
    """What a table hides for itself, before anything is hidden beside it."""
    hidden = counts.values < least
    if not none_tells:
        hidden &= counts.values > 0
    if counts.withheld is not None:
        hidden |= counts.withheld
    if before is not None:
        hidden |= _hidden_before(counts, before, least)
    return hidden


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


def _complete(hidden: Mask, values: NDArray[np.int64], lines: Lines, least: int) -> None:
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
            if _lacks(lines.members(line), hidden, values, least) and not _hide_on(line, hidden, values, lines):
                hidden[lines.members(line)] = True


def _lacks(members: Places, hidden: Mask, values: NDArray[np.int64], least: int) -> bool:
    """Whether one line needs a further hidden cell now: another line may just have hidden one of it."""
    marked = hidden[members]
    if marked.sum() < 2:
        return bool(marked.any())
    return not marked[-1] and int(values[members[:-1]][marked[:-1]].sum()) < least


def _hide_on(line: int, hidden: Mask, values: NDArray[np.int64], lines: Lines) -> bool:
    """Hide the smallest part of a line that is shown, else its total, or the other way; false where all is hidden."""
    members = lines.members(line)
    total = int(members[-1])
    parts = [int(place) for place in members[:-1] if not hidden[place]]
    if not hidden[total] and (lines.total_first[line] or not parts):
        hidden[total] = True
    elif parts:
        hidden[min(parts, key=lambda place: (values[place] == 0, values[place], place))] = True
    else:
        return False
    return True


def _hide_beside(cell: int, hidden: Mask, values: NDArray[np.int64], lines: Lines) -> None:
    """Hide one more cell on each line of a cell that was given away; where all are hidden whole, on the next ones."""
    near, seen = {cell}, {cell}
    while near:
        around = {int(line) for place in near for line in lines.through(place)}
        if sum(_hide_on(line, hidden, values, lines) for line in sorted(around)):
            return
        near = {int(place) for line in around for place in lines.members(line)} - seen
        seen |= near


def _given_away(hidden: Mask, lines: Lines) -> Mask:
    """(n_cells,) bool: hidden cells whose value follows from what is shown, by sums and differences."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import lsqr

    unknown = np.flatnonzero(hidden)
    number = np.full(len(hidden), -1, dtype=np.intp)
    number[unknown] = np.arange(len(unknown))
    inside = lines.cells >= 0
    rows, at = np.nonzero(inside & hidden[np.where(inside, lines.cells, 0)])
    signs = np.where(at == inside[rows].sum(axis=1) - 1, -1.0, 1.0)  # the total against its parts
    columns = number[lines.cells[rows, at]]
    relations = csr_matrix((signs, (rows, columns)), shape=(len(lines.cells), len(unknown)))
    found = np.zeros(len(hidden), dtype=np.bool_)
    found[unknown] = True
    for draw in range(2):  # by chance a cell moves hardly at all, but not twice
        direction = np.random.default_rng([draw, len(unknown)]).normal(size=len(unknown))
        if len(rows):
            push = lsqr(relations.T, direction, atol=1e-14, btol=1e-14, conlim=0, iter_lim=20 * len(unknown) + 100)[0]
            direction = direction - relations.T @ push
        found[unknown] &= np.abs(direction) < _STANDS_STILL
        if not found.any():
            break
    return found
