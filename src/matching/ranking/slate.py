"""From scores to one short list: diverse in kinds and providers, a next step first, and allowed to be empty."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class SlatePolicy:
    """How a slate is made: least score shown, most options of one provider, places kept for each kind."""

    limit: int
    min_gain: float
    per_provider: int = 2
    kept_per_kind: int = 2


@dataclass(frozen=True)
class Slate:
    """Positions among the candidates, best first; `next_step` is the one that stands in the next-step slot, if any."""

    positions: tuple[int, ...]
    next_step: int | None


def build_slate(
    scores: NDArray[np.float64],
    kinds: NDArray[np.int8],
    providers: NDArray[np.int64],
    lifts_obstacle: NDArray[np.bool_],
    policy: SlatePolicy,
) -> Slate:
    """The slate: in the order of scores, but a provider fills at most its share and each kind keeps its places.

    `lifts_obstacle` marks the options that address the person's weightiest confirmed need: the best of them stands in
    the next-step slot, before the others. Options below the least gain are not shown.
    """
    order = worth_showing(scores, policy)
    allowed = within_provider_share(order, providers, policy.per_provider)
    return assemble(allowed, kinds, next_step_in(order, lifts_obstacle), policy)


def worth_showing(scores: NDArray[np.float64], policy: SlatePolicy) -> list[int]:
    """The positions whose score reaches the least gain, best first; equal scores keep the order of candidates."""
    return [int(position) for position in np.argsort(-scores, kind="stable") if scores[position] >= policy.min_gain]


def next_step_in(order: list[int], lifts_obstacle: NDArray[np.bool_]) -> int | None:
    """The best position that addresses the person's weightiest need."""
    return next((position for position in order if lifts_obstacle[position]), None)


def assemble(allowed: list[int], kinds: NDArray[np.int8], next_step: int | None, policy: SlatePolicy) -> Slate:
    """The slate from positions in an order, within the share of their providers: kinds keep their places."""
    chosen = _diverse(allowed, kinds, policy)
    if next_step is not None:
        others = [position for position in chosen if position != next_step]
        chosen = [next_step, *others][: policy.limit]
    return Slate(positions=tuple(chosen), next_step=next_step)


def _diverse(allowed: list[int], kinds: NDArray[np.int8], policy: SlatePolicy) -> list[int]:
    """The first positions, with the places of each kind kept for its first ones."""
    kept = {position for kind in set(kinds.tolist()) for position in _first_of(allowed, kinds, kind, policy)}
    free = policy.limit - len(kept)
    if free < 0:
        return sorted(kept, key=allowed.index)[: policy.limit]
    rest = [position for position in allowed if position not in kept][:free]
    return sorted([*kept, *rest], key=allowed.index)


def _first_of(allowed: list[int], kinds: NDArray[np.int8], kind: int, policy: SlatePolicy) -> list[int]:
    return [position for position in allowed if kinds[position] == kind][: policy.kept_per_kind]


def within_provider_share(order: list[int], providers: NDArray[np.int64], share: int) -> list[int]:
    """The order without what exceeds a provider's share; options without a provider name are never counted together."""
    seen: Counter[int] = Counter()
    allowed = []
    for position in order:
        provider = int(providers[position])
        seen[provider] += provider != 0
        if seen[provider] <= share:
            allowed.append(position)
    return allowed
