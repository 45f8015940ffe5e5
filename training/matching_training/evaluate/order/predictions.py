"""What a model foretells of logged options: acceptance, success once begun, and effects of measures.

Fairness asks whether some are foretold worse than others. How high all lie together is asked elsewhere (`release.gate`,
calibration of each part), and would drown the answer: the chances here are moved, cell by cell, to what was observed.
"""

from dataclasses import dataclass, fields

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Model
from matching_training.evaluate.order.acceptance import accept_logits, shift_to, sigma
from matching_training.fit.scored import rows_by_kind, scores, total
from matching_training.fit.success import own_chances

Values = NDArray[np.float64]

_INSIDE = 0.001
"""Nearest to 0 and 1 that a chance comes whose parts are added up."""


@dataclass(frozen=True)
class Foretold:
    """What a model says of each logged option, (n_shown,) each; NaN where it says nothing yet. `scale` is the model's.

    `own_chance` is the person's without any option; logits of acceptance are those of the first place, of success those
    of whoever begins; `effects` are points, NaN for all but measures.
    """

    scores: Values
    scale: Values
    own_chance: Values
    accept_logits: Values
    success_logits: Values
    effects: Values

    @classmethod
    def nothing(cls, n: int) -> "Foretold":
        """Nothing yet, of so many options."""
        return cls(*(np.full(n, np.nan) for _ in fields(cls)))

    def put(self, rows: NDArray[np.bool_], of_them: "Foretold") -> None:
        """Write what is said of some rows in their place."""
        for field in fields(self):
            getattr(self, field.name)[rows] = getattr(of_them, field.name)

    @property
    def gain(self) -> Values:
        """(n_shown,) points that an option brings once it is accepted."""
        return self.scores / sigma(self.accept_logits)


def foretell(shown: pd.DataFrame, model: Model, base: Model) -> Foretold:
    """What a model that was learned from a base says of logged options, from their features as logged."""
    return Foretold(
        scores=scores(shown, model),
        scale=np.full(len(shown), model.scale),
        own_chance=own_chances(shown, model),
        accept_logits=accept_logits(shown, model),
        success_logits=success_logits(shown, model, base),
        effects=effects(shown, model),
    )


def effects(shown: pd.DataFrame, model: Model) -> Values:
    """(n,) the points that a beginning of each measure adds by a model; NaN for all else."""
    found = np.full(len(shown), np.nan)
    for kind, at in rows_by_kind(shown):
        if kind is OpportunityKind.MEASURE:
            found[at] = total(model.kinds[kind].gain, shown, at)
    return found


def success_logits(shown: pd.DataFrame, model: Model, base: Model) -> Values:
    """(n,) the logit of success of whoever begins, by a model that was learned from a base.

    The own chance and what a beginning adds: of a measure its effect; of work the factor of its gain, or, where that
    was learned as the chance that it begins, the constant beside it (`fit.success.fit_gain`).
    """
    p0 = own_chances(shown, model)
    chance = np.empty(len(shown))
    for kind, at in rows_by_kind(shown):
        by, own = model.kinds[kind], p0[at]
        moved = total(by.gain, shown, at)
        if kind is OpportunityKind.MEASURE:
            chance[at] = own + moved / 100
        elif by.gain_form == "level":
            chance[at] = sigma(np.log(own / (1 - own)) + moved)
        elif by.gain == base.kinds[kind].gain:
            chance[at] = own + (1 - own) * by.gain.g(moved)
        else:
            chance[at] = own + (1 - own) * by.gain_share
    inside = np.clip(chance, _INSIDE, 1 - _INSIDE)
    return np.asarray(np.log(inside / (1 - inside)))


def once_begun(logits: Values, labelled: pd.DataFrame) -> Values:
    """(n_shown,) chances of success of those that began: on average what was stated, by kind; NaN for all else."""
    stated = labelled["success"].to_numpy(dtype=np.float64)
    chances = np.full(len(logits), np.nan)
    for rows in labelled.groupby("kind").indices.values():
        known = rows[~np.isnan(stated[rows])]
        if len(known):
            chances[rows] = sigma(logits[rows] + shift_to(logits[known], float(stated[known].mean())))
    return np.where(labelled["came"].eq(1), chances, np.nan)
