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


class Drawn(NamedTuple):
    """A slate, and of each of its places: propensity, number of its draw, how many took part (NaN: not drawn)."""

    slate: Slate
    propensities: Values
    draws: Values
    drawn_among: Values

    @classmethod
    def by_score(cls, slate: Slate) -> "Drawn":
        """A slate on which nothing was drawn."""
        n = len(slate.positions)
        return cls(slate, np.ones(n), np.full(n, np.nan), np.full(n, np.nan))


Explore = Callable[[Standing, SlatePolicy, np.random.Generator], Drawn]


def exploring(told: Exploring) -> Explore:
    """The lot of the service with the widths of a scenario."""
    exploration = ExplorationPolicy(told.width, told.temperature, told.max_cost)

    def lot(standing: Standing, policy: SlatePolicy, rng: np.random.Generator) -> Drawn:
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
        places = found.slate.positions
        draws = [found.drawn(position) for position in places]
        return Drawn(
            found.slate,
            np.array([found.propensity(position) for position in places]),
            np.array([np.nan if draw is None else draw[0] for draw in draws]),
            np.array([found.drawn_among(position) for position in places], dtype=np.float64),
        )

    return lot
