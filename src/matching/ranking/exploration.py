"""Exploration: places among near-equals are drawn by lot, and the probability of each place is known exactly.

Near-equals are neighbours in the order of scores, within a width of the best of them, at most `MOST_DRAWN`. Their order
is drawn as Plackett and Luce have it: one after the other, each with a probability in proportion to exp(score /
temperature). The order between groups is kept, and so is everybody who may not be drawn, each a group alone.

Why the probabilities are exact: a provider's share is cut by score before anything is drawn, so the same options take
part whatever comes out, and each group holds the same number of each kind. Then how many of a group are shown, at which
ranks, and how many places its kinds keep in it do not depend on how other groups fell out: the places of a group follow
from its own order alone. Whether its next one gets a place follows from the set drawn before, not from its order; so
2^n sets are walked, instead of n! orders. Source of the model: Plackett (1975), Luce (1959).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matching.errors import InvalidInputError
from matching.ranking.slate import Slate, SlatePolicy, assemble, next_step_in, within_provider_share, worth_showing

MOST_DRAWN = 8
"""Most options in one group: 256 sets, some milliseconds."""
_STEEPEST = 20.0
"""Most temperatures within a width: the least likely order still has a probability that a number can hold."""
_BITS = 52


@dataclass(frozen=True)
class ExplorationPolicy:
    """How wide near-equality is and how level the lot (points), and what it may cost (points per option seen)."""

    width: float
    temperature: float
    max_cost: float

    def __post_init__(self) -> None:
        if self.width > _STEEPEST * self.temperature:
            raise InvalidInputError(
                "MATCHING_EXPLORATION_TEMPERATURE est trop petite pour MATCHING_EXPLORATION_WIDTH : au moins un "
                f"{_STEEPEST:.0f}e de celle-ci, sinon rien n'est tiré au sort."
            )

    def scaled(self, by: float) -> "ExplorationPolicy":
        """The same lot among scores that are so many times as large."""
        return ExplorationPolicy(self.width * by, self.temperature * by, self.max_cost * by)


@dataclass(frozen=True)
class Draw:
    """One group whose order is drawn: scores and kinds of its members, best first, and what of them is shown.

    `kept` are the places that kinds keep in it, `free` those for whoever comes next; the first `shown` of those who get
    one stand at the ranks from `first_rank` on.
    """

    scores: tuple[float, ...]
    kinds: tuple[int, ...]
    kept: Mapping[int, int]
    free: int
    shown: int
    first_rank: int

    def lot(self, seed: str, temperature: float) -> tuple[int, ...]:
        """The members in the order drawn; the same seed draws the same one."""
        keys = [_gumbel(f"{seed}\n{member}") + score / temperature for member, score in enumerate(self.scores)]
        return tuple(sorted(range(len(keys)), key=lambda member: (-keys[member], member)))

    def chosen(self, order: Sequence[int]) -> tuple[int, ...]:
        """The members that are shown, by rank, when they come in that order."""
        kept, free, chosen = Counter(self.kept), self.free, []
        for member in order:
            if kept[self.kinds[member]] > 0:
                kept[self.kinds[member]] -= 1
            elif free > 0:
                free -= 1
            else:
                continue
            chosen.append(member)
        return tuple(chosen[: self.shown])

    def propensities(self, temperature: float) -> NDArray[np.float64]:
        """(n_members, shown) float64: the probability of each member at each of the ranks from `first_rank` on."""
        n, best = len(self.scores), max(self.scores)
        weights = [math.exp((score - best) / temperature) for score in self.scores]
        reached = [1.0] + [0.0] * ((1 << n) - 1)
        found = np.zeros((n, self.shown))
        of_kind = {kind: sum(1 << member for member in range(n) if self.kinds[member] == kind) for kind in self.kinds}
        for drawn in range(1 << n):
            place, gets_one = self._after(drawn, of_kind)
            if place >= self.shown:
                continue
            left = [member for member in range(n) if not drawn >> member & 1]
            total = math.fsum(weights[member] for member in left)
            for member in left:
                probability = reached[drawn] * weights[member] / total
                reached[drawn | 1 << member] += probability
                if self.kinds[member] in gets_one:
                    found[member, place] += probability
        return found

    def cost(self, propensities: NDArray[np.float64]) -> float:
        """What is lost against the order of scores, in expectation: points at each rank, by how often it is read."""
        scores = np.array(self.scores)
        greedy = scores[list(self.chosen(range(len(scores))))]
        read = read_at(np.arange(self.first_rank, self.first_rank + self.shown))
        return float((greedy - scores @ propensities) @ read)

    def _after(self, drawn: int, of_kind: Mapping[int, int]) -> tuple[int, set[int]]:
        """After a set of members (one bit each): places taken, and the kinds of whom the next would get one."""
        place, beside, waiting = 0, 0, set()
        for kind, members in of_kind.items():
            kept, count = self.kept.get(kind, 0), (drawn & members).bit_count()
            place += min(count, kept)
            beside += max(0, count - kept)
            if count < kept:
                waiting.add(kind)
        return place + min(beside, self.free), set(of_kind) if beside < self.free else waiting


@dataclass(frozen=True)
class Explored:
    """A slate as shown; the members of each draw as positions among candidates, best first; expected cost in points."""

    slate: Slate
    draws: tuple[Draw, ...] = ()
    members: tuple[tuple[int, ...], ...] = ()
    propensities: Mapping[int, float] | None = None
    cost: float = 0.0

    def propensity(self, position: int) -> float:
        """The probability of a position at its rank under the policy."""
        return (self.propensities or {}).get(position, 1.0)

    def drawn_among(self, position: int) -> int | None:
        """How many took part in the draw of a position; None when it was not drawn."""
        drawn = self.drawn(position)
        return None if drawn is None else len(self.members[drawn[0]])

    def drawn(self, position: int) -> tuple[int, int] | None:
        """Which draw a position took part in, and as which member; None when it was not drawn."""
        for number, members in enumerate(self.members):
            if position in members:
                return number, members.index(position)
        return None


def explore(
    scores: NDArray[np.float64],
    kinds: NDArray[np.int8],
    providers: NDArray[np.int64],
    lifts_obstacle: NDArray[np.bool_],
    may_be_drawn: NDArray[np.bool_],
    *,
    policy: SlatePolicy,
    exploration: ExplorationPolicy,
    recommendation: str,
) -> Explored:
    """The slate of `build_slate`, the order among near-equals that may be drawn being drawn for this recommendation.

    All arrays are (n_candidates,). The next step is never drawn. Groups are left in order, the dearest first, until the
    expected cost is within what it may be.
    """
    order = worth_showing(scores, policy)
    allowed = within_provider_share(order, providers, policy.per_provider)
    next_step = next_step_in(order, lifts_obstacle)
    fixed = ~may_be_drawn
    if next_step is not None:
        fixed[next_step] = True
    groups = _near_equals(allowed, scores, fixed, exploration.width)
    found = _draws(groups, scores, kinds, next_step, policy)
    readers = float(read_at(np.arange(1, len(assemble(allowed, kinds, next_step, policy).positions) + 1)).sum())
    affordable = _affordable(found, readers, exploration)
    drawn_order, propensities = {}, {}
    for number, (draw, members, at_ranks, _) in enumerate(affordable):
        lot = draw.lot(f"{recommendation}\n{number}", exploration.temperature)
        drawn_order[members[0]] = [members[member] for member in lot]
        for place, member in enumerate(draw.chosen(lot)):
            propensities[members[member]] = min(1.0, float(at_ranks[member, place]))
    shuffled = [position for group in groups for position in drawn_order.get(group[0], group)]
    return Explored(
        slate=assemble(shuffled, kinds, next_step, policy),
        draws=tuple(each.draw for each in affordable),
        members=tuple(each.members for each in affordable),
        propensities=propensities,
        cost=math.fsum(each.cost for each in affordable),
    )


def cost_of(draws: Sequence[Draw], shown: int, temperature: float) -> float:
    """The expected cost of some draws on a slate of so many options, in points per option seen."""
    readers = float(read_at(np.arange(1, shown + 1)).sum())
    return math.fsum(draw.cost(draw.propensities(temperature)) / readers for draw in draws)


def read_at(ranks: NDArray[np.int_]) -> NDArray[np.float64]:
    """How often a rank is read beside the first: 1 / log2(1 + rank), the usual discount; no measurement of ours."""
    return np.asarray(1 / np.log2(1 + ranks))


def _near_equals(
    allowed: Sequence[int], scores: NDArray[np.float64], fixed: NDArray[np.bool_], width: float
) -> list[list[int]]:
    """The positions in groups, in their order; whoever is fixed is alone."""
    groups: list[list[int]] = []
    for position in allowed:
        group = groups[-1] if groups else []
        near = bool(group) and not fixed[group[0]] and scores[group[0]] - scores[position] <= width
        if near and not fixed[position] and len(group) < MOST_DRAWN:
            group.append(position)
        else:
            groups.append([position])
    return groups


def _draws(
    groups: Sequence[Sequence[int]],
    scores: NDArray[np.float64],
    kinds: NDArray[np.int8],
    next_step: int | None,
    policy: SlatePolicy,
) -> list[tuple[Draw, tuple[int, ...]]]:
    """What of each group of several is shown, and where; groups that do not reach the slate are left out."""
    in_all = Counter(int(kinds[position]) for group in groups for position in group)
    free_left = max(0, policy.limit - sum(min(count, policy.kept_per_kind) for count in in_all.values()))
    kept_left = Counter(dict.fromkeys(in_all, policy.kept_per_kind))
    rank = 1 if next_step is None else 2
    found = []
    for group in groups:
        here = Counter(int(kinds[position]) for position in group)
        kept = {kind: min(count, kept_left[kind]) for kind, count in here.items()}
        free = min(free_left, len(group) - sum(kept.values()))
        kept_left.subtract(kept)
        free_left -= free
        if group[0] == next_step:
            continue
        shown = max(0, min(sum(kept.values()) + free, policy.limit + 1 - rank))
        if shown and len(group) > 1:
            draw = Draw(
                scores=tuple(float(scores[position]) for position in group),
                kinds=tuple(int(kinds[position]) for position in group),
                kept={kind: count for kind, count in sorted(kept.items()) if count},
                free=free,
                shown=shown,
                first_rank=rank,
            )
            found.append((draw, tuple(group)))
        rank += shown
    return found


class _Priced(NamedTuple):
    """A draw with its members, their propensities by rank, and its cost in points per option seen."""

    draw: Draw
    members: tuple[int, ...]
    at_ranks: NDArray[np.float64]
    cost: float


def _affordable(
    found: Sequence[tuple[Draw, tuple[int, ...]]], readers: float, exploration: ExplorationPolicy
) -> list[_Priced]:
    """The draws that are within the cost, the cheapest first into it, in the order of the slate."""
    priced = []
    for draw, members in found:
        at_ranks = draw.propensities(exploration.temperature)
        priced.append(_Priced(draw, members, at_ranks, draw.cost(at_ranks) / readers))
    within: list[int] = []
    for number in sorted(range(len(priced)), key=lambda each: (priced[each].cost, each)):
        if math.fsum(priced[each].cost for each in [*within, number]) <= exploration.max_cost:
            within.append(number)
    return [priced[number] for number in sorted(within)]


def _gumbel(seed: str) -> float:
    """A draw of the standard Gumbel distribution, the same for the same text on every machine but for its last bit."""
    bits = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "big") >> (64 - _BITS)
    return -math.log(-math.log((bits + 0.5) / 2**_BITS))
