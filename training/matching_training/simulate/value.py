"""What a way of ranking is truly worth: expected points per person, within the places there are.

A value is an expectation under the truth, not an outcome: acceptances are drawn (the same draws for every ranking), all
that follows is taken in its mean. One slate per person, in an order drawn for each of some draws; a place once promised
is counted by the chance that it is taken. Points are those of an unsubsidised job at twelve months.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.ranking.slate import SlatePolicy, build_slate
from matching.use_cases.slate_of import soonest
from matching_training.simulate.counsellors import Counsellors, accept_probability, counsellors_of
from matching_training.simulate.exploring import Explore, Standing
from matching_training.simulate.options import NO_LIMIT
from matching_training.simulate.truth import Truth, truth_of
from matching_training.simulate.world import World

Values = NDArray[np.float64]

_MONTHS = 3.0
_DRAWS = 4


@dataclass(frozen=True)
class Worth:
    """The truth of a world and the draws that every ranking is valued with.

    `places` (O,) starts while everybody is seen once; `order` (draws, P); uniform draws: `looks` (draws, P, 1 + slate),
    the first of which says whether a slate is ignored, and `wants` (draws, P, O).
    """

    world: World
    truth: Truth
    counsellors: Counsellors
    places: Values
    order: NDArray[np.intp]
    looks: NDArray[np.float32]
    wants: NDArray[np.float32]

    @classmethod
    def of(cls, world: World, *, months: float = _MONTHS, draws: int = _DRAWS, seed: int = 0) -> "Worth":
        """Everybody is seen once in so many months."""
        rng = np.random.default_rng([seed, 10, world.seed, world.intake])
        people, options = world.shape
        monthly = np.where(world.per_month >= NO_LIMIT, np.inf, world.per_month * months)
        return cls(
            world=world,
            truth=truth_of(world),
            counsellors=counsellors_of(world),
            places=np.minimum(monthly, np.where(world.in_all >= NO_LIMIT, np.inf, world.in_all)),
            order=np.array([rng.permutation(people) for _ in range(draws)]),
            looks=rng.random((draws, people, world.scenario.slate + 1), dtype=np.float32),
            wants=rng.random((draws, people, options), dtype=np.float32),
        )

    def value(self, scores: Values, explore: Explore | None = None, *, seed: int = 0) -> float:
        """Points per person of serving by scores (P, O; minus infinity: never), counsellors being as they are.

        Scores are in hand-set points, as the least gain of the scenario is: a model's over its scale.
        """
        return float(self.by_person(scores, explore, seed=seed).mean())

    def by_person(self, scores: Values, explore: Explore | None = None, *, seed: int = 0) -> Values:
        """(P,) points of each person. Where it explores, each of the draws has lots of its own."""
        people = self.world.shape[0]
        rng = np.random.default_rng([seed, 12, self.world.seed, self.world.intake])
        slates = [self.slate(scores, person) for person in range(people)]
        gained = np.zeros(people)
        for draw, order in enumerate(self.order):
            if explore is not None:
                slates = [self.slate(scores, person, explore, rng) for person in range(people)]
            left = self.places.copy()
            for person in order.tolist():
                gained[person] += self._gain(person, self.accepted(scores, slates[person], person, draw), left)
        return gained / len(self.order)

    def followed(self, scores: Values) -> float:
        """The same where the best of every slate are always accepted, as many as a counsellor accepts."""
        accepts = self.world.scenario.counsellors.accepts
        slates = [self.slate(scores, person) for person in range(self.world.shape[0])]
        total = 0.0
        for order in self.order:
            left = self.places.copy()
            for person in order.tolist():
                free = [option for option in slates[person].tolist() if left[option] > 0]
                total += self._gain(person, free[:accepts], left)
        return total / self.order.size

    def slate(
        self, scores: Values, person: int, explore: Explore | None = None, rng: np.random.Generator | None = None
    ) -> NDArray[np.intp]:
        """The options shown, in the order of ranks."""
        world = self.world
        policy = SlatePolicy(limit=world.scenario.slate, min_gain=world.scenario.min_gain)
        at = np.flatnonzero(world.eligible[person] & ~world.unlinked[person] & np.isfinite(scores[person]))
        lifts = soonest(world.next_step[person, at], scores[person, at] >= policy.min_gain)
        told = (scores[person, at], world.kinds[at], world.providers[at], lifts)
        if explore is None or rng is None:
            return at[list(build_slate(*told, policy).positions)]
        slate = explore(Standing(*told, certain=world.open_questions[person, at] == 0), policy, rng).slate
        return at[list(slate.positions)]

    def accepted(self, scores: Values, shown: NDArray[np.intp], person: int, draw: int) -> list[int]:
        """The options that the counsellor of a person accepts of a slate, in one of the draws."""
        world, told = self.world, self.world.scenario.counsellors
        if not len(shown) or self.looks[draw, person, 0] < self.counsellors.ignoring[self.counsellors.of[person]]:
            return []
        chances = accept_probability(
            world, self.truth.suits[person, shown], self.counsellors.lean[person, shown], scores[person, shown]
        )
        read = self.looks[draw, person, 1 : len(shown) + 1] < np.arange(1, len(shown) + 1) ** -float(told.attention)
        accepted = shown[read & (self.wants[draw, person, shown] < chances)]
        return [int(option) for option in accepted[: told.accepts]]

    def bound(self) -> float:
        """Points per person that no ranking can exceed: the linear programme over all pairs, within the places.

        Per person at most as many acceptances as a counsellor gives, and one start.
        """
        from scipy.optimize import linprog
        from scipy.sparse import csr_matrix, vstack

        starts = self.truth.yes * self.truth.begins
        good = self.world.eligible & ~self.world.unlinked & (self.truth.effect > 0)
        person, option = np.nonzero(good)
        share, n = starts[person, option], len(person)
        at, people, options = np.arange(n), *self.world.shape
        per_person = csr_matrix((np.ones(n), (person, at)), shape=(people, n))
        one_start = csr_matrix((share, (person, at)), shape=(people, n))
        per_option = csr_matrix((share, (option, at)), shape=(options, n))
        limited = np.isfinite(self.places)
        limits = [
            np.full(people, float(self.world.scenario.counsellors.accepts)),
            np.ones(people),
            self.places[limited],
        ]
        found = linprog(
            -share * self.truth.effect[person, option],
            A_ub=vstack([per_person, one_start, per_option[limited]]),
            b_ub=np.concatenate(limits),
            bounds=(0, 1),
            method="highs",
        )
        return float(-found.fun / people)

    def table(self, scores: dict[str, Values]) -> pd.DataFrame:
        """By ranking: `value` and `followed`, points per person, beside what nobody can exceed."""
        rows = [{"ranking": name, "value": self.value(s), "followed": self.followed(s)} for name, s in scores.items()]
        return pd.DataFrame(rows).set_index("ranking").assign(bound=self.bound())

    def _gain(self, person: int, accepted: list[int], left: Values) -> float:
        """Points expected of what was accepted, one start at most; `left` places are taken in their mean."""
        open_, gain = 1.0, 0.0
        for option in accepted:
            starts = open_ * float(self.truth.yes[person, option] * self.truth.begins[person, option])
            starts = min(starts, max(0.0, float(left[option])))
            left[option] -= starts
            open_ -= starts
            gain += starts * float(self.truth.effect[person, option])
        return gain


def value(world: World, scores: Values) -> float:
    """Points per person of serving by scores (P, O); `Worth.of(world)` once where many rankings are compared."""
    return Worth.of(world).value(scores)


def oracle_scores(world: World) -> Values:
    """(P, O) the true expected gain of an acceptance: what a ranking would say that knew everything but the places."""
    return np.asarray(np.where(world.eligible & ~world.unlinked, truth_of(world).gain, -np.inf))


def random_scores(world: World, *, seed: int = 0) -> Values:
    """(P, O) an order by chance, all of it worth showing."""
    drawn = np.random.default_rng([seed, 11, world.seed, world.intake]).random(world.shape)
    return np.asarray(np.where(world.eligible & ~world.unlinked, world.scenario.min_gain + drawn, -np.inf))


def popularity_scores(world: World, shown: pd.DataFrame) -> Values:
    """(P, O) the same for everybody: how often each option was accepted of those decided on in a log, smoothed."""
    decided = shown[shown["verb"].notna()]
    counts = decided.assign(yes=decided["verb"] == "accept").groupby("option")["yes"].agg(["sum", "count"])
    counts = counts.reindex(list(world.ids)).fillna(0)
    rate = ((counts["sum"] + 1) / (counts["count"] + 4)).to_numpy(dtype=np.float64)
    everybody = np.broadcast_to(world.scenario.min_gain + rate, world.shape)
    return np.asarray(np.where(world.eligible & ~world.unlinked, everybody, -np.inf))
