"""How sure a score is: by hand where the factors are hand-set, from the errors of their terms where they are learned.

A learned factor has standard errors (bagging by person); the score's follows by the delta method, terms and factors
taken as independent, and its interval holds the middle nine tenths. Where one factor is hand-set, the hand-set interval
stays and the other's error adds to it. An option some value of which training hardly saw is not judged: its interval
reaches so far below zero that its band is unclear.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.ranking.model import Model, Terms

Values = NDArray[np.float64]

NINE_TENTHS = 1.645
"""Standard errors on each side of an interval that holds the middle nine tenths."""
_BELOW_THE_FLOOR = 2


@dataclass(frozen=True)
class Doubts:
    """Per option (n,): standard error of the gain, in points; how many of its factors are learned; support too thin."""

    error: Values
    learned: NDArray[np.int8]
    thin: NDArray[np.bool_]

    @classmethod
    def none(cls, n: int) -> "Doubts":
        """None noted yet."""
        return cls(error=np.zeros(n), learned=np.zeros(n, dtype=np.int8), thin=np.zeros(n, dtype=np.bool_))

    def note(self, at: NDArray[np.intp], accept: Terms, gain: Terms, scale: float, chance_error: float) -> None:
        """Write down the doubts of the options at some places; `chance_error` counts where p0 is subtracted."""
        variance = np.zeros(len(at))
        for one, other in ((accept, gain), (gain, accept)):
            if one.variance is None or one.thin is None:
                continue
            variance += (scale * _slopes(one) * other.at(other.total)) ** 2 * one.variance
            self.learned[at] += 1
            self.thin[at] |= one.thin
        if gain.own_chance is not None:
            variance += (scale * accept.at(accept.total) * chance_error / 100) ** 2
        self.error[at] = np.sqrt(variance)

    def width(self, scores: Values, left: Values, model: Model) -> Values:
        """(n,) half the interval of each score; `left` is the share of a gain that open questions leave."""
        floor = model.scale * model.interval_floor
        hand_set = floor + model.interval_share * np.abs(scores)
        learned = NINE_TENTHS * self.error * left
        width = np.where(self.learned == 0, hand_set, np.where(self.learned == 1, np.hypot(hand_set, learned), learned))
        unclear = np.abs(scores) + _BELOW_THE_FLOOR * max(floor, model.scale)
        return np.where(self.thin, np.maximum(width, unclear), width)


def _slopes(terms: Terms) -> Values:
    """(n,) the derivative of what a factor is worth, at each sum."""
    if terms.factor.link == "identity":
        return np.ones(len(terms.total))
    p = terms.at(terms.total) + (terms.own_chance or 0.0)
    return np.asarray(p * (1 - p))
