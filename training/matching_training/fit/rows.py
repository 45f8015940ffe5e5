"""Rows to learn from: features as logged, what is to be foretold, whose they are; and their folds by person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.log.tables import FEATURE

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Rows:
    """All (n,) and aligned: features by name (NaN unknown), `y`, weights, people; `offset` is added to every sum."""

    features: Mapping[str, Values]
    y: Values
    weight: Values
    people: NDArray[Any]
    offset: Values

    def __len__(self) -> int:
        return len(self.y)

    @property
    def n_people(self) -> int:
        """How many people they tell of."""
        return len(np.unique(self.people))

    def where(self, chosen: Mask) -> "Rows":
        """Some of the rows."""
        return Rows(
            features={name: values[chosen] for name, values in self.features.items()},
            y=self.y[chosen],
            weight=self.weight[chosen],
            people=self.people[chosen],
            offset=self.offset[chosen],
        )

    def with_offset(self, offset: Values) -> "Rows":
        """The same rows with another offset."""
        return Rows(features=self.features, y=self.y, weight=self.weight, people=self.people, offset=offset)


def rows_of(labelled: pd.DataFrame, names: Sequence[str], y: str) -> Rows:
    """The rows whose label is known, in a fixed order, with some of their features."""
    known = labelled[labelled[y].notna()]
    return Rows(
        features={name: known[FEATURE + name].to_numpy(dtype=np.float64) for name in names},
        y=known[y].to_numpy(dtype=np.float64),
        weight=known["weight"].to_numpy(dtype=np.float64),
        people=known["person"].to_numpy(),
        offset=np.zeros(len(known)),
    )


def folds(people: NDArray[Any], n_folds: int, seed: int) -> Iterator[Mask]:
    """(n,) bool for each fold: the rows held out; a person is in one fold only."""
    fold_of = _fold_of(people, n_folds, seed)
    for fold in range(n_folds):
        yield fold_of == fold


def _fold_of(people: NDArray[Any], n_folds: int, seed: int) -> NDArray[np.intp]:
    distinct, which = np.unique(people, return_inverse=True)
    dealt = np.random.default_rng(seed).permutation(len(distinct)) % n_folds
    return np.asarray(dealt[which], dtype=np.intp)
