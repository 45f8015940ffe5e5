"""Cases counted by all dimensions at once, with every total: the one table that every question is answered from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Cube:
    """`cases` and `people` have one axis per dimension: its codes in order, then the total.

    A case stands in one cell; a person may have several cases, so people of a total are counted apart, each once.
    """

    dimensions: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...]
    cases: Counts
    people: Counts


def cube_of(columns: Mapping[str, Sequence[str]], person: NDArray[np.intp], of_the_case: frozenset[str]) -> Cube:
    """Count cases whose code along each dimension stands in the column of that name, all equally long.

    `person` (n_cases,) whose each case is; `of_the_case` names the dimensions along which one person may differ.
    """
    dimensions = tuple(columns)
    codes = tuple(tuple(sorted(set(columns[name]))) for name in dimensions)
    places = np.array(
        [
            [{code: at for at, code in enumerate(known)}[code] for code in columns[name]]
            for name, known in zip(dimensions, codes, strict=True)
        ],
        dtype=np.intp,
    ).reshape(len(dimensions), len(person))
    inner = np.zeros(tuple(len(known) for known in codes), np.int64)
    np.add.at(inner, tuple(places), 1)
    cases = inner
    for axis in range(len(dimensions)):
        cases = _with_total(cases, axis)
    return Cube(dimensions, codes, cases, _people(dimensions, codes, places, person, of_the_case))


def _people(
    dimensions: tuple[str, ...],
    codes: tuple[tuple[str, ...], ...],
    places: NDArray[np.intp],
    person: NDArray[np.intp],
    of_the_case: frozenset[str],
) -> Counts:
    """Each person once in every cell and in every total along the dimensions of the case."""
    varying = [axis for axis, name in enumerate(dimensions) if name in of_the_case]
    shape = tuple(
        len(known) + (name in of_the_case) for name, known in zip(dimensions, codes, strict=True)
    )  # the totals of these are counted here, those of the others are sums
    people = np.zeros(shape, np.int64)
    for totals in product((False, True), repeat=len(varying)):
        cells = places.copy()
        for axis, total in zip(varying, totals, strict=True):
            if total:
                cells[axis] = len(codes[axis])
        once = np.unique(np.vstack([person, cells]), axis=1)[1:]
        np.add.at(people, tuple(once), 1)
    for axis in range(len(dimensions)):
        if axis not in varying:
            people = _with_total(people, axis)
    return people


def _with_total(counts: Counts, axis: int) -> Counts:
    return np.concatenate([counts, counts.sum(axis=axis, keepdims=True)], axis=axis)
