"""Somebody who works out small counts from what is told: sums of unknown counts, an integer programme, and patience.

Whoever tests what a surface tells hands over every figure that stands on it, as a sum of counts that are not told; the
attacker answers which counts of one to four people follow. What is told may come from several places and days: further
figures are further sums.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

Row = NDArray[np.float64]
Sum = Mapping[Hashable, float]
"""Unknown counts by name, each with how often it is added; -1 takes it off."""

FEW = range(1, 5)
"""Counts that tell of somebody. Source: the rule of the house that no count under five is told."""


@dataclass(frozen=True)
class Known:
    """A sum of counts, and the least and the most that it is."""

    told: Sum
    least: float
    most: float


@dataclass
class Attacker:
    """What somebody knows: bounds of sums of counts, which are whole and never below nothing."""

    _known: list[Known] = field(default_factory=list)
    _about: dict[Hashable, list[int]] = field(default_factory=lambda: defaultdict(list))

    def knows(self, told: Sum, least: float, most: float | None = None) -> None:
        """A sum is at least and at most so much; without `most`, exactly so much."""
        for name in told:
            self._about[name].append(len(self._known))
        self._known.append(Known(told, least, least if most is None else most))

    def bounds(self, wanted: Sum) -> tuple[float, float]:
        """The least and the most that a sum may be; AssertionError where no counts at all agree with what is known."""
        aim, known = self._programme(wanted)
        return _least(aim, known), -_least(-aim, known)

    def works_out(self, sums: Iterable[Sum]) -> list[tuple[Sum, int]]:
        """Those of some sums that are known for certain to count one to four."""
        found = []
        for wanted in sums:
            aim, known = self._programme(wanted)
            least = _least(aim, known)
            if least in FEW and -_least(-aim, known) == least:
                found.append((wanted, int(least)))
        return found

    def _programme(self, wanted: Sum) -> tuple[Row, LinearConstraint | tuple[()]]:
        """A sum over all counts that bear on it, and what is known of them."""
        known = self._that_bears_on(wanted)
        at = {name: place for place, name in enumerate({**wanted, **{name: 0 for each in known for name in each.told}})}
        if not known:
            return _row(wanted, at), ()
        rows = np.array([_row(each.told, at) for each in known])
        bounds = [each.least for each in known], [each.most for each in known]
        return _row(wanted, at), LinearConstraint(rows, *bounds)

    def _that_bears_on(self, wanted: Sum) -> list[Known]:
        """All that is linked to some counts by the sums in which they stand."""
        seen: set[Hashable] = set()
        numbers: set[int] = set()
        near = set(wanted)
        while near:
            seen |= near
            new = {number for name in near for number in self._about.get(name, ())} - numbers
            numbers |= new
            near = {name for number in new for name in self._known[number].told} - seen
        return [self._known[number] for number in sorted(numbers)]


def _row(of: Sum, at: Mapping[Hashable, int]) -> Row:
    row = np.zeros(len(at))
    for name, times in of.items():
        row[at[name]] += times
    return row


def _least(aim: Row, known: LinearConstraint | tuple[()]) -> float:
    """The least that a sum may be; minus infinity where nothing holds it."""
    solved = milp(aim, constraints=known, integrality=np.ones(len(aim)), bounds=Bounds(0, np.inf))
    assert solved.status != 2, "what is told cannot all be true"
    return float(round(solved.fun)) if solved.status == 0 else -np.inf
