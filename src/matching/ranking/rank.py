"""Scores in one currency: expected gain for the agreed objective within the horizon, in points, per kind of option.

Vacancies and places: p(accepted) x (p(success given accepted) - p0), in the form of the kind's model (`gain_form`).
Measures: p(accepted) x effect, never an outcome level. A learned kind may have a constant share of the gain besides
(`gain_share`): of the accepted not all begin.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Band
from matching.ranking.attribution import REFERENCE, attribute, product
from matching.ranking.features import Pairs, compute
from matching.ranking.interval import Doubts
from matching.ranking.model import Model, Terms

Values = NDArray[np.float64]

OPEN_QUESTIONS = "open_questions"
PRICE = "price"
LINES = (REFERENCE, OPEN_QUESTIONS, PRICE)
"""Lines of a score that are no feature."""

KINDS = tuple(OpportunityKind)


@dataclass(frozen=True)
class Ranked:
    """Scores of the candidates, in their order; contributions by line add up to them; `features` as the model saw."""

    scores: Values
    low: Values
    high: Values
    contributions: dict[str, Values]
    features: dict[str, Values]

    def order(self) -> NDArray[np.intp]:
        """Positions of the candidates, best first; equal scores keep the order of rows."""
        return np.argsort(-self.scores, kind="stable")


def rank(pairs: Pairs, open_questions: NDArray[np.int16], prices: Values, model: Model) -> Ranked:
    """Score all candidates of one person; `open_questions` and `prices` (points) are aligned with them."""
    return score(
        compute(pairs),
        pairs.criteria.kind,
        own_chance=pairs.own_chance,
        open_questions=open_questions,
        prices=prices,
        model=model,
    )


def score(
    features: dict[str, Values],
    kinds: NDArray[np.int8],
    *,
    own_chance: float,
    open_questions: NDArray[np.int16],
    prices: Values,
    model: Model,
) -> Ranked:
    """Score options from their features alone: serving and the replay of a log both call this.

    All arrays are (n_options,) and aligned; `kinds` are positions in the closed list, features NaN where unknown. An
    option's figures do not depend on which others stand beside it.
    """
    n = len(open_questions)
    gains = np.zeros(n)
    doubts = Doubts.none(n)
    contributions: dict[str, Values] = {REFERENCE: np.zeros(n)}
    for position, kind in enumerate(KINDS):
        at = np.flatnonzero(kinds == position)
        if not len(at):
            continue
        part = {name: values[at] for name, values in features.items()}
        by = model.kinds[kind]
        level = kind is not OpportunityKind.MEASURE and by.gain_form == "level"
        accept = Terms.of(by.accept, part, len(at))
        gain = Terms.of(by.gain, part, len(at), own_chance if level else None)
        scale = by.gain_share * _points(kind, own_chance, level=level)
        gains[at] = product(accept, gain, scale)
        doubts.note(at, accept, gain, scale, model.chance_error)
        for name, points in attribute(accept, gain, scale).items():
            contributions.setdefault(name, np.zeros(n))[at] = points
    left = model.open_question_share ** open_questions.astype(float)
    contributions[OPEN_QUESTIONS] = -np.abs(gains) * (1 - left)
    if np.any(prices):
        contributions[PRICE] = -prices
    scores = gains + contributions[OPEN_QUESTIONS] - prices
    width = doubts.width(scores, left, model)
    return Ranked(
        scores=scores, low=scores - width, high=scores + width, contributions=contributions, features=features
    )


def _points(kind: OpportunityKind, own_chance: float, *, level: bool) -> float:
    """How many points the two factors' product of one stands for."""
    if kind is OpportunityKind.MEASURE:
        return 1.0
    return 100.0 if level else 100 * (1 - own_chance)


def band_of(score: float, low: float, model: Model) -> Band:
    """How strong a suggestion is, in a word, by the model's bands; unclear when the interval lies deep below zero."""
    if low < -model.scale * model.interval_floor:
        return Band.UNCLEAR
    if score >= model.scale * model.bands["strong"]:
        return Band.STRONG
    return Band.MEDIUM if score >= model.scale * model.bands["medium"] else Band.WEAK
