"""Three-valued logic on single truths and on columns: AND is the minimum, OR the maximum.

The functions on columns compare what options ask for with what is known of one person; they return (n,) int8,
0 not met, 1 unknown, 2 met, and mean nothing on options that ask for nothing: the rule leaves those silent.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.domain.verdict import Truth

Truths = NDArray[np.int8]


def truth_of(value: bool | None) -> Truth:  # noqa: FBT001 - the value itself is what is asked about
    """A fact as a truth: None is unknown."""
    if value is None:
        return Truth.UNKNOWN
    return Truth.MET if value else Truth.NOT_MET


def both(*truths: Truth) -> Truth:
    """AND."""
    return Truth(min(truths))


def either(*truths: Truth) -> Truth:
    """OR."""
    return Truth(max(truths))


def negated(truth: Truth) -> Truth:
    """NOT."""
    return Truth(Truth.MET - truth)


def same_for_all(count: int, truth: Truth) -> Truths:
    """One truth for `count` options: a condition that depends on the person alone."""
    return np.full(count, truth, np.int8)


def met_where(condition: NDArray[np.bool_]) -> Truths:
    """Met where the condition holds, not met elsewhere."""
    return condition.astype(np.int8) << np.int8(1)


def met_or_possible(certain: NDArray[np.bool_], possible: NDArray[np.bool_]) -> Truths:
    """Met where certain, unknown where only possible, not met elsewhere."""
    truth: Truths = np.maximum(met_where(certain), possible.astype(np.int8))
    return truth


def at_least(asked: NDArray[Any], has: float | None) -> Truths:
    """Whether the person's figure reaches what is asked."""
    return same_for_all(len(asked), Truth.UNKNOWN) if has is None else met_where(asked <= has)


def at_most(asked: NDArray[Any], has: float | None) -> Truths:
    """Whether the person's figure stays within what is asked."""
    return same_for_all(len(asked), Truth.UNKNOWN) if has is None else met_where(asked >= has)


def any_of(asked: NDArray[Any], met: int, unknown: int) -> Truths:
    """Whether one of the members asked for is among the person's; `met` and `unknown` are masks of one closed list."""
    certain = (asked & asked.dtype.type(met)) != 0
    return met_or_possible(certain, (asked & asked.dtype.type(unknown)) != 0)


def all_of(asked: NDArray[Any], met: int, unknown: int) -> Truths:
    """Whether all members asked for are among the person's."""
    certain = (asked & ~asked.dtype.type(met)) == 0
    return met_or_possible(certain, (asked & ~asked.dtype.type(met | unknown)) == 0)


def none_of(asked: NDArray[Any], met: int, unknown: int) -> Truths:
    """Whether none of the members named is among the person's."""
    return np.int8(Truth.MET) - any_of(asked, met, unknown)
