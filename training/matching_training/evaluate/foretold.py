"""What a model foretells of logged options: acceptance, success once begun, and effects of measures.

Fairness asks whether some are foretold worse than others. How high all lie together is asked elsewhere (`release.gate`,
calibration of each part), and would drown the answer: the chances here are moved, cell by cell, to what was observed.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Factor, Model, Terms
from matching_training.fit.success import own_chances
from matching_training.log.tables import FEATURE

Values = NDArray[np.float64]

_LAST_RANK = 6
_CLOSE = 1e-6
_INSIDE = 0.001
"""Nearest to 0 and 1 that a chance comes whose parts are added up."""


def accept_logits(shown: pd.DataFrame, model: Model) -> Values:
    """(n,) the logit of acceptance by a model, at the first place, from the features as logged."""
    found = np.empty(len(shown))
    for kind, at in _by_kind(shown):
        found[at] = _total(model.kinds[kind].accept, shown, at)
    return found


def effects(shown: pd.DataFrame, model: Model) -> Values:
    """(n,) the points that a beginning of each measure adds by a model; NaN for all else."""
    found = np.full(len(shown), np.nan)
    for kind, at in _by_kind(shown):
        if kind is OpportunityKind.MEASURE:
            found[at] = _total(model.kinds[kind].gain, shown, at)
    return found


def success_logits(shown: pd.DataFrame, model: Model, base: Model) -> Values:
    """(n,) the logit of success of whoever begins, by a model that was learned from a base.

    The own chance and what a beginning adds: of a measure its effect; of work the factor of its gain, or, where that
    was learned as the chance that it begins, the constant beside it (`fit.success.fit_gain`).
    """
    p0 = own_chances(shown, model)
    chance = np.empty(len(shown))
    for kind, at in _by_kind(shown):
        by, own = model.kinds[kind], p0[at]
        total = _total(by.gain, shown, at)
        if kind is OpportunityKind.MEASURE:
            chance[at] = own + total / 100
        elif by.gain_form == "level":
            chance[at] = sigma(np.log(own / (1 - own)) + total)
        elif by.gain == base.kinds[kind].gain:
            chance[at] = own + (1 - own) * by.gain.g(total)
        else:
            chance[at] = own + (1 - own) * by.gain_share
    inside = np.clip(chance, _INSIDE, 1 - _INSIDE)
    return np.asarray(np.log(inside / (1 - inside)))


def at_their_rank(logits: Values, labelled: pd.DataFrame) -> Values:
    """(n_shown,) chances of acceptance at the rank each option had: on average what was observed, by rank and kind."""
    cells = labelled.groupby([labelled["rank"].clip(upper=_LAST_RANK), labelled["kind"]]).indices.values()
    return as_observed(logits, labelled["accept"].to_numpy(dtype=np.float64), cells)


def once_begun(logits: Values, labelled: pd.DataFrame) -> Values:
    """(n_shown,) chances of success of those that began: on average what was stated, by kind; NaN for all else."""
    chances = as_observed(
        logits, labelled["success"].to_numpy(dtype=np.float64), labelled.groupby("kind").indices.values()
    )
    return np.where(labelled["came"].eq(1), chances, np.nan)


def as_observed(logits: Values, observed: Values, cells: Iterable[NDArray[np.intp]]) -> Values:
    """(n,) chances from logits, moved in each cell to the mean of what was observed; NaN where nothing was."""
    chance = np.full(len(logits), np.nan)
    for rows in cells:
        known = rows[~np.isnan(observed[rows])]
        if len(known):
            chance[rows] = sigma(logits[rows] + _shift(logits[known], float(observed[known].mean())))
    return chance


def sigma(x: Values) -> Values:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-x)))


def _shift(logits: Values, mean: float) -> float:
    """What is to be added to logits so that their chances come to a mean."""
    low, high = -30.0, 30.0
    while high - low > _CLOSE:
        middle = (low + high) / 2
        low, high = (middle, high) if sigma(logits + middle).mean() < mean else (low, middle)
    return low


def _by_kind(shown: pd.DataFrame) -> Iterable[tuple[OpportunityKind, NDArray[np.intp]]]:
    for kind in OpportunityKind:
        yield kind, np.flatnonzero(shown["kind"].eq(kind.value))


def _total(factor: Factor, shown: pd.DataFrame, at: NDArray[np.intp]) -> Values:
    """The sum of a factor for some rows."""
    features = {name: shown[FEATURE + name].to_numpy(dtype=np.float64)[at] for name in factor.terms}
    return Terms.of(factor, features, len(at)).total
