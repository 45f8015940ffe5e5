"""The chances of acceptance that a ranker gives to logged options, at the rank that each had.

A ranker knows no rank: its chances are those of the first place. What a place does to them is read from a log, rank by
rank and kind by kind, as what must be added for them to come, on average, to what was observed there.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.process import Verb
from matching.ranking.model import Model
from matching_training.fit.scored import rows_by_kind, total

Values = NDArray[np.float64]
Shifts = Mapping[tuple[int, str], float]
"""By rank and kind, what is added to logits."""

_LAST_RANK = 6
_CLOSE = 1e-6


def accept_logits(shown: pd.DataFrame, model: Model) -> Values:
    """(n,) the logit of acceptance by a model, at the first place, from the features as logged."""
    found = np.empty(len(shown))
    for kind, rows in rows_by_kind(shown):
        found[rows] = total(model.kinds[kind].accept, shown, rows)
    return found


def decided(shown: pd.DataFrame) -> Values:
    """(n,) 1 accepted, 0 rejected, NaN where neither: what interim figures count."""
    return np.asarray(shown["verb"].map({Verb.ACCEPT.value: 1.0, Verb.REJECT.value: 0.0}).astype(float))


def shifts_of(logits: Values, shown: pd.DataFrame, accepted: Values) -> Shifts:
    """What a rank does in a log: `accepted` (n,) is 1, 0 or NaN; ranks where nothing is known are left out."""
    found = {}
    for at, rows in _by_rank(shown):
        known = rows[~np.isnan(accepted[rows])]
        if len(known):
            found[at] = shift_to(logits[known], float(accepted[known].mean()))
    return found


def at_their_rank(logits: Values, shown: pd.DataFrame, shifts: Shifts) -> Values:
    """(n,) chances of acceptance at the rank each option had; NaN where it is not known what the rank does."""
    chance = np.full(len(logits), np.nan)
    for at, rows in _by_rank(shown):
        if at in shifts:
            chance[rows] = sigma(logits[rows] + shifts[at])
    return chance


def sigma(x: Values) -> Values:
    """Logits as chances."""
    return np.asarray(1 / (1 + np.exp(-x)))


def _by_rank(shown: pd.DataFrame) -> list[tuple[tuple[int, str], NDArray[np.intp]]]:
    groups = shown.groupby([shown["rank"].clip(upper=_LAST_RANK), shown["kind"]]).indices
    return [((int(rank), str(kind)), rows) for (rank, kind), rows in groups.items()]


def shift_to(logits: Values, mean: float) -> float:
    """What is to be added to logits so that their chances come to a mean."""
    low, high = -30.0, 30.0
    while high - low > _CLOSE:
        middle = (low + high) / 2
        low, high = (middle, high) if sigma(logits + middle).mean() < mean else (low, middle)
    return low
