"""The slate of one person, and which measure may stand in it as next step."""

import numpy as np
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import NeedLevel
from matching.domain.vocabulary.process import Band
from matching.eligibility.assess import ELIGIBLE
from matching.ranking.exploration import ExplorationPolicy, Explored, explore
from matching.ranking.rank import KINDS, band_of
from matching.ranking.slate import Slate, SlatePolicy, build_slate
from matching.snapshot.columns import bits, position
from matching.use_cases.live import Live
from matching.use_cases.situation import Situation
from matching.use_cases.unlinked import unlinked


def slate_of(live: Live, seen: Situation, policy: SlatePolicy) -> Slate:
    """The slate by a policy, all of it by score."""
    return build_slate(*_inputs(live, seen, policy), policy)


def explored_slate_of(
    live: Live,
    seen: Situation,
    policy: SlatePolicy,
    exploration: ExplorationPolicy | None,
    recommendation: str,
) -> Explored:
    """The slate of a recommendation; with an exploration policy near-equals are drawn.

    Drawn are only options whose every condition is met and whose band is clear.
    """
    if exploration is None:
        return Explored(slate_of(live, seen, policy))
    clear = [
        band_of(float(score), float(low), seen.ranker.model) is not Band.UNCLEAR
        for score, low in zip(seen.ranked.scores, seen.ranked.low, strict=True)
    ]
    return explore(
        *_inputs(live, seen, policy),
        (seen.assessment.state[seen.candidates.rows] == ELIGIBLE) & np.array(clear, dtype=np.bool_),
        policy=policy,
        exploration=exploration,
        recommendation=recommendation,
    )


def _inputs(
    live: Live, seen: Situation, policy: SlatePolicy
) -> tuple[NDArray[np.float64], NDArray[np.int8], NDArray[np.int64], NDArray[np.bool_]]:
    """(n_candidates,) each: scores, kinds, providers, and which may stand as next step."""
    rows = seen.candidates.rows
    scores = np.where(without_link(live, seen), -np.inf, seen.ranked.scores)
    steps = soonest(next_step_order(live, seen), scores >= policy.min_gain)
    return scores, live.criteria.kind[rows], live.traits.provider[rows], steps


def without_link(live: Live, seen: Situation) -> NDArray[np.bool_]:
    """(n_candidates,) bool: what is not proposed, though open, for want of any link with the disability insurance."""
    return unlinked(live, seen.person, seen.on, seen.candidates.rows)


def eligible_by_kind(live: Live, seen: Situation) -> dict[OpportunityKind, int]:
    """How many options of each kind might be proposed by the rules, retrieved or not: asked for, open, not at rest."""
    unlinked = seen.candidates.rows[without_link(live, seen)]
    kinds = live.criteria.kind[np.setdiff1d(seen.open_rows(), unlinked)]
    return dict(zip(KINDS, np.bincount(kinds, minlength=len(KINDS)).tolist(), strict=True))


def soonest(order: NDArray[np.int8], worth_showing: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(n_candidates,) bool: which may stand as next step: of those worth showing the ones that come first."""
    among_them = np.where(worth_showing, order, 0)
    return np.asarray((among_them > 0) & (among_them == among_them.max(initial=0)))


def next_step_order(live: Live, seen: Situation) -> NDArray[np.int8]:
    """(n_candidates,) int8: the higher, the sooner a measure may stand as next step; 0 for what never may.

    Measures that address the person's weightiest need come first. Needs count when they are confirmed and important or
    blocking; where nothing worth showing addresses the weightiest, the next ones do. Options whose conditions are met
    go before those that are still to be checked.
    """
    rows = seen.candidates.rows
    is_measure = live.criteria.kind[rows] == position(OpportunityKind.MEASURE)
    certain = seen.assessment.state[rows] == ELIGIBLE
    order = np.zeros(len(rows), dtype=np.int8)
    for place, level in ((1, NeedLevel.HIGH), (3, NeedLevel.BLOCKING)):
        needs = bits(need.barrier for need in seen.person.needs or () if need.confirmed and need.level is level)
        lifts = is_measure & ((live.criteria.needs[rows] & np.uint32(needs)) > 0)
        order[lifts] = place + certain[lifts]
    return order
