"""Somebody who works out small counts from what is told: sums of unknown counts, an integer programme, and patience.

Whoever tests what a surface tells hands over every figure that stands on it, as a sum of counts that are not told; the
attacker answers which counts of one to four people follow. What is told may come from several places and days: further
figures are further sums.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

Sum = Mapping[Hashable, float]
"""Unknown counts by name, each with how often it is added; -1 takes it off."""

FEW = range(1, 5)
"""Counts that tell of somebody. Source: the rule of the house that no count under five is told."""


@dataclass
class Attacker:
    """What somebody knows: bounds of sums of counts, which are whole and never below nothing."""

    _counts: dict[Hashable, int] = field(default_factory=dict)
    _known: list[tuple[Sum, float, float]] = field(default_factory=list)

    def knows(self, told: Sum, least: float, most: float | None = None) -> None:
        """A sum is at least and at most so much; without `most`, exactly so much."""
        self._known.append((told, least, least if most is None else most))
        for name in told:
            self._counts.setdefault(name, len(self._counts))

    def bounds(self, wanted: Sum) -> tuple[float, float]:
        """The least and the most that a sum may be; AssertionError where no counts at all agree with what is known."""
        for name in wanted:
            self._counts.setdefault(name, len(self._counts))
        least, most = (sign * self._least(wanted, sign) for sign in (1, -1))
        return least, most

    def works_out(self, sums: Iterable[Sum]) -> list[tuple[Sum, int]]:
        """Those of some sums that are known for certain to count one to four."""
        found = []
        for wanted in sums:
            least, most = self.bounds(wanted)
            if most - least < 0.5 and round(least) in FEW:
                found.append((wanted, round(least)))
        return found

    def _least(self, wanted: Sum, sign: int) -> float:
        """The least of a sum times the sign; minus infinity where nothing holds it."""
        solved = milp(
            sign * self._row(wanted),
            constraints=self._constraints(),
            integrality=np.ones(len(self._counts)),
            bounds=Bounds(0, np.inf),
        )
        assert solved.status != 2, "what is told cannot all be true"
        return float(round(solved.fun)) if solved.status == 0 else -np.inf

    def _constraints(self) -> list[LinearConstraint]:
        if not self._known:
            return []
        rows = np.array([self._row(told) for told, _, _ in self._known])
        return [LinearConstraint(rows, [least for _, least, _ in self._known], [most for _, _, most in self._known])]

    def _row(self, of: Sum) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        row = np.zeros(len(self._counts))
        for name, times in of.items():
            row[self._counts[name]] += times
        return row
