"""Ways of one or two measures to an option: breadth first, every point of a way run through the rules."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from matching.domain.profile import Profile
from matching.eligibility.assess import NOT_ELIGIBLE
from matching.pathways.unlocks import Fits, Point, Unlocks, unlocked
from matching.retrieval.search import Rows

MOST_EFFECTS = 30
"""So many different sets of effects are tried for one person; beyond them the answer says how many were not."""

MOST_PAIRS = 40
"""So many pairs are tried, those in which the first measure opens the second before all others."""

After = Callable[[tuple[int, ...]], Point]
"""Where the person stands after completing the measures of some rows, in that order."""


@dataclass(frozen=True)
class Way:
    """Measures in order (rows) and what they open together; a pair counts only what neither opens alone.

    `enables`: the first opens the second, which was ruled out before.
    """

    steps: tuple[int, ...]
    unlocks: Unlocks
    enables: bool = False


@dataclass(frozen=True)
class Ways:
    """The ways that open or settle something, in no order that matters; pairs that were left untried, if any."""

    found: tuple[Way, ...]
    untried: int


def ways(
    start: Point, measures: Mapping[int, Rows], after: After, fits: Fits, reads: Callable[[Profile, Profile], bool]
) -> Ways:
    """All ways of one or two measures from a point.

    `measures` are rows that stand for all options of the same effects, each with the rows it stands for; `reads` says
    whether any rule reads what differs between two people.
    """
    alone = {row: after((row,)) for row in measures if start.assessment.state[row] != NOT_ELIGIBLE}
    singles = {row: unlocked(start, point, fits) for row, point in alone.items()}
    found = [Way((row,), unlocks) for row, unlocks in singles.items() if _is_worth(unlocks)]
    moving = [row for row, point in alone.items() if reads(start.person, point.person)]
    pairs = sorted(_pairs(measures, alone, moving), key=lambda pair: not pair[2])
    for first, second, enables in pairs[:MOST_PAIRS]:
        unlocks = unlocked(start, after((first, second)), fits)
        lone = np.concatenate([singles[row].opened for row in (first, second) if row in singles])
        new = ~np.isin(unlocks.opened, lone)
        if new.any():
            only = Unlocks(unlocks.opened[new], unlocks.certain[new], np.zeros(0, np.int64), unlocks.unsuitable)
            found.append(Way((first, second), only, enables))
    return Ways(tuple(found), untried=max(0, len(pairs) - MOST_PAIRS))


def _pairs(
    measures: Mapping[int, Rows], alone: Mapping[int, Point], moving: Sequence[int]
) -> Iterator[tuple[int, int, bool]]:
    """First, second, and whether the first opens the second; two that are open already come in one order only.

    `moving` are measures after which some rule reads other facts: no others can open anything for another one.
    """
    yield from ((first, second, False) for first, second in combinations(moving, 2))
    for first in moving:
        now_open = set(alone[first].open_rows().tolist())
        for group in (group for row, group in measures.items() if row not in alone):
            second = next((row for row in group.tolist() if row in now_open), None)
            if second is not None:
                yield first, second, True


def _is_worth(unlocks: Unlocks) -> bool:
    return len(unlocks.opened) + len(unlocks.settled) > 0


def distinct(rows: Sequence[int], key: Callable[[int], object], rank: Callable[[int], object]) -> dict[int, Rows]:
    """Of rows with the same key the best-ranked one, with all that it stands for; in the order of ranks."""
    groups: dict[object, list[int]] = {}
    for row in sorted(rows, key=rank):  # type: ignore[arg-type]
        groups.setdefault(key(row), []).append(row)
    return {group[0]: np.array(group, dtype=np.int64) for group in groups.values()}
