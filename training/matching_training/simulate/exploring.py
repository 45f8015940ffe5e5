"""How a canton explores: the service's own lot among near-equals, and the propensity of every place that it gave."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.ranking.exploration import ExplorationPolicy, explore
from matching.ranking.slate import Slate, SlatePolicy
from matching_training.simulate.scenario import Exploring

Values = NDArray[np.float64]


class Standing(NamedTuple):
    """What a slate is made from, (n_candidates,) each; `certain`: without an open question, so that it may be drawn."""

    scores: Values
    kinds: NDArray[np.int8]
    providers: NDArray[np.int64]
    lifts: NDArray[np.bool_]
    certain: NDArray[np.bool_]


Explore = Callable[[Standing, SlatePolicy, np.random.Generator], tuple[Slate, Values]]
"""Candidates, policy, draws -> the slate, and the propensity of each of its places."""


def exploring(told: Exploring) -> Explore:
    """The lot of the service with the widths of a scenario."""
    exploration = ExplorationPolicy(told.width, told.temperature, told.max_cost)

    def lot(standing: Standing, policy: SlatePolicy, rng: np.random.Generator) -> tuple[Slate, Values]:
        drawn_for = str(rng.integers(2**62))
        found = explore(
            standing.scores,
            standing.kinds,
            standing.providers,
            standing.lifts,
            standing.certain.copy(),
            policy=policy,
            exploration=exploration,
            recommendation=drawn_for,
        )
        return found.slate, np.array([found.propensity(position) for position in found.slate.positions])

    return lot
