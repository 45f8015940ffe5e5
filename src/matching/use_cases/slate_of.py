"""The slate of one person, and which measure may stand in it as next step."""

import numpy as np
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import NeedLevel
from matching.eligibility.assess import ELIGIBLE
from matching.ranking.slate import Slate, SlatePolicy, build_slate
from matching.snapshot.columns import bits, position
from matching.use_cases.live import Live
from matching.use_cases.situation import Situation


def slate_of(live: Live, seen: Situation, *, limit: int, min_gain: float) -> Slate:
    """The slate by the house policy."""
    rows = seen.candidates.rows
    return build_slate(
        seen.ranked.scores,
        live.criteria.kind[rows],
        live.traits.provider[rows],
        _next_steps(live, seen, min_gain),
        SlatePolicy(limit=limit, min_gain=min_gain),
    )


def _next_steps(live: Live, seen: Situation, least: float) -> NDArray[np.bool_]:
    """(n_candidates,) bool: measures that may stand as next step, as they address the person's weightiest need.

    Needs count when they are confirmed and important or blocking; where nothing worth showing addresses the
    weightiest, the next ones do. Options whose conditions are met go before those that are still to be checked.
    """
    rows = seen.candidates.rows
    worth_it = (seen.ranked.scores >= least) & (live.criteria.kind[rows] == position(OpportunityKind.MEASURE))
    certain = seen.assessment.state[rows] == ELIGIBLE
    for level in (NeedLevel.BLOCKING, NeedLevel.HIGH):
        needs = bits(need.barrier for need in seen.person.needs or () if need.confirmed and need.level is level)
        lifts = worth_it & ((live.criteria.needs[rows] & np.uint32(needs)) > 0)
        for found in (lifts & certain, lifts):
            if found.any():
                return np.asarray(found)
    return np.zeros(len(rows), dtype=np.bool_)
