"""Who might be proposed what: the pairs of people and options worth showing, and the first of them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Wishes:
    """Pairs in the order of people: person `n` has `options[starts[n]:starts[n + 1]]`, each option once.

    `starts` (n_people + 1,) int64; `options` (n_pairs,) int64 below `n_options`; `gains` (n_pairs,) float64, points of
    one pair, above zero.
    """

    starts: NDArray[np.int64]
    options: NDArray[np.int64]
    gains: Values
    n_options: int

    @property
    def n_people(self) -> int:
        """How many people, those without any pair included."""
        return len(self.starts) - 1

    @cached_property
    def people(self) -> NDArray[np.int64]:
        """(n_pairs,) whose each pair is."""
        return np.repeat(np.arange(self.n_people), np.diff(self.starts))

    def firsts(self, values: Values, k: int) -> Mask:
        """(n_pairs,) bool: the `k` best pairs of each person by `values` (n_pairs,), none at or below zero.

        Equal ones stand in the order of options, so that the same input gives the same answer.
        """
        order = np.lexsort((self.options, -values, self.people))
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        return np.asarray((place - self.starts[self.people] < k) & (values > 0))

    def per_option(self, amounts: Values | Mask) -> Values:
        """(n_options,) sum of what stands at pairs."""
        return np.asarray(np.bincount(self.options, amounts.astype(np.float64), self.n_options), dtype=np.float64)

    def per_person(self, amounts: Values | Mask) -> Values:
        """(n_people,) sum of what stands at pairs."""
        return np.asarray(np.bincount(self.people, amounts.astype(np.float64), self.n_people), dtype=np.float64)
