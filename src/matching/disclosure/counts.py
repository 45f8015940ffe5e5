"""Counts of people over several dimensions, with every total: the one table that all filters are read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.errors import InvalidInputError

ALL = "*"
"""The code of a total, along a dimension."""


@dataclass(frozen=True)
class Counts:
    """How many people are in each cell: `values` has one axis per dimension, its codes in order and the total last.

    The total along an axis is the sum of its cells: whatever is counted stands in one cell alone. `withheld` (as the
    values) are cells that may not be told whatever they count, of too few people for one. Along the dimensions of
    `parts_matter` a total is hidden sooner than its parts.
    """

    dimensions: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...]
    values: NDArray[np.int64]
    withheld: NDArray[np.bool_] | None = None
    parts_matter: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.values.shape != tuple(len(codes) + 1 for codes in self.codes):
            raise InvalidInputError("Le tableau n'a pas la forme de ses dimensions ; le recompter.")

    def at(self, wanted: Mapping[str, str]) -> tuple[int, ...]:
        """Where a cell stands: a code per dimension, the total where none is named.

        InvalidInputError for a dimension or a code that there is not.
        """
        if unknown := sorted(set(wanted) - set(self.dimensions)):
            raise InvalidInputError(
                f"Le tableau n'a pas de dimension « {unknown[0]} » ; dimensions : {', '.join(self.dimensions)}."
            )
        places = []
        for dimension, codes in zip(self.dimensions, self.codes, strict=True):
            code = wanted.get(dimension, ALL)
            if code != ALL and code not in codes:
                raise InvalidInputError(
                    f"« {code} » n'est pas de la dimension {dimension} ; en choisir une du tableau."
                )
            places.append(len(codes) if code == ALL else codes.index(code))
        return tuple(places)


def count(columns: Mapping[str, Sequence[str]], codes: Mapping[str, Sequence[str]] | None = None) -> Counts:
    """Count people whose code along each dimension stands in the column of that name; columns are equally long.

    `codes` are the codes to count, in their order; of a dimension that it does not name those that occur.
    """
    dimensions = tuple(columns)
    known = {
        name: tuple(codes[name]) if codes and name in codes else tuple(sorted(set(columns[name]))) for name in columns
    }
    places = [np.array([known[name].index(code) for code in columns[name]], dtype=np.intp) for name in dimensions]
    inner = np.zeros(tuple(len(known[name]) for name in dimensions), dtype=np.int64)
    np.add.at(inner, tuple(places), 1)
    return Counts(dimensions, tuple(known[name] for name in dimensions), with_totals(inner))


def with_totals(inner: NDArray[np.int64]) -> NDArray[np.int64]:
    """The cells with the totals along every axis, each total the last along its axis."""
    for axis in range(inner.ndim):
        inner = np.concatenate([inner, inner.sum(axis=axis, keepdims=True)], axis=axis)
    return inner
