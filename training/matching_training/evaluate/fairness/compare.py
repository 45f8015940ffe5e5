"""A group against comparable others: the difference within strata, with intervals from people drawn anew.

The difference is directly standardised to the group: what others in the same strata get, weighted as the group is
spread over them. Whole people are drawn, with all of their rows (cluster bootstrap): rows of one person are alike.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching_training.evaluate.fairness.groups import People
from matching_training.small_cells import MINIMUM

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Difference:
    """A group's figure `value`, what it is held against (`other`), and the difference with its interval.

    `low` and `high` hold the difference 95 times out of 100, `se` is its standard error, `p` the probability of one as
    large by chance (NaN: no test). `people` are those who have a row; `comparable` is the share of their rows for which
    there was anybody to compare with.
    """

    people: int
    rows: int
    value: float
    other: float
    low: float
    high: float
    se: float
    p: float
    comparable: float = 1.0

    @property
    def difference(self) -> float:
        """The group minus what it is held against."""
        return self.value - self.other

    @classmethod
    def with_error(cls, value: float, other: float, se: float, *, people: int, rows: int, p: float) -> Self:
        """One whose interval is symmetric: Student's t over so many people, at a standard error."""
        off, half = value - other, half_width(se, degrees=people - 1)
        return cls(people=people, rows=rows, value=value, other=other, low=off - half, high=off + half, se=se, p=p)


class Comparison:
    """Values by person and stratum, ready to hold any group against the others.

    `person`, `values`, `strata` are (n_rows,); only rows of `people` (sorted) count, and only where the value is known.
    """

    def __init__(
        self, person: People, values: Values, strata: NDArray[np.int64], people: People, *, draws: int, seed: int
    ) -> None:
        use = np.isin(person, people) & ~np.isnan(values)
        self._people = np.unique(person[use])
        at = np.searchsorted(self._people, person[use])
        _, stratum = np.unique(strata[use], return_inverse=True)
        shape = (len(self._people), int(stratum.max(initial=-1)) + 1)
        self._sums, self._counts = np.zeros(shape), np.zeros(shape)
        np.add.at(self._sums, (at, stratum), values[use])
        np.add.at(self._counts, (at, stratum), 1.0)
        chance = np.random.default_rng(seed)
        n = len(self._people)
        again = chance.multinomial(n, np.full(n, 1 / n), size=draws) if n else np.zeros((draws, 0))
        self._weights = np.vstack([np.ones((1, n)), again])
        self._all = self._drawn(np.ones(n, dtype=np.bool_))

    def _drawn(self, mine: NDArray[np.bool_]) -> tuple[Values, Values]:
        """(1 + draws, n_strata) sums and counts of some people: as they are, then in each draw."""
        both = np.asarray(self._weights @ (np.hstack([self._sums, self._counts]) * mine[:, None]), dtype=np.float64)
        half = self._sums.shape[1]
        return both[:, :half], both[:, half:]

    def difference(self, members: People) -> Difference | None:
        """The group against the others; None where they share no stratum, or one side is too few to be shown."""
        mine = np.isin(self._people, members)
        if min(mine.sum(), (~mine).sum()) < MINIMUM:
            return None
        sums, counts = self._drawn(mine)
        others, of_others = self._all[0] - sums, self._all[1] - counts
        both = (counts > 0.5) & (of_others > 0.5)
        if not both[0].any():
            return None
        weight = np.where(both, counts, 0.0)
        total = weight.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            value = np.where(both, sums, 0.0).sum(axis=1) / total
            other = (weight * np.where(both, others / of_others, 0.0)).sum(axis=1) / total
        drawn = (value - other)[1:]
        drawn = drawn[~np.isnan(drawn)]
        if len(drawn) < 2:
            return None
        low, high = np.quantile(drawn, [0.025, 0.975])
        se = float(drawn.std(ddof=1))
        return Difference(
            people=int(mine.sum()),
            rows=int(counts[0].sum()),
            value=float(value[0]),
            other=float(other[0]),
            low=float(low),
            high=float(high),
            se=se,
            p=two_sided(float(value[0] - other[0]), se, degrees=min(int(mine.sum()), len(drawn)) - 1),
            comparable=float(total[0] / counts[0].sum()),
        )


def two_sided(difference: float, se: float, *, degrees: int) -> float:
    """The p-value of a difference by Student's t; NaN where it has no error to be held against."""
    from scipy.special import stdtr

    if se <= 0 or degrees < 1:
        return 1.0 if difference == 0 else float("nan")
    return float(2 * stdtr(degrees, -abs(difference) / se))


def half_width(se: float, *, degrees: int) -> float:
    """Half of the interval that holds a figure 95 times out of 100, by Student's t."""
    from scipy.special import stdtrit

    return float(stdtrit(degrees, 0.975)) * se
