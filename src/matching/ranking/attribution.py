"""Who gets which part of a score: the two-player Shapley value between the factors, then shares of their terms.

A score is scale x A x B with A = g(sum of terms of acceptance) and B = h(sum of terms of gain). What lies between it
and the reference (all terms zero) is split between A and B by the Shapley value, (A - A0)(B + B0)/2 and
(B - B0)(A + A0)/2, whose sum is AB - A0B0 exactly; inside a factor it goes to the terms in proportion to themselves.
Source: Shapley 1953, for two players.
"""

import numpy as np
from numpy.typing import NDArray

from matching.ranking.model import Terms

Values = NDArray[np.float64]

REFERENCE = "reference"
_NO_SUM = 1e-12


def product(accept: Terms, gain: Terms, scale: float) -> Values:
    """(n,) the product of the two factors in points."""
    return np.asarray(scale * accept.at(accept.total) * gain.at(gain.total))


def attribute(accept: Terms, gain: Terms, scale: float) -> dict[str, Values]:
    """By feature and `reference`: (n,) points whose sum over all is `product` up to rounding."""
    a, b = accept.at(accept.total), gain.at(gain.total)
    a0 = accept.at(np.array([accept.factor.intercept]))[0]
    b0 = gain.at(np.array([gain.factor.intercept]))[0]
    points: dict[str, Values] = {REFERENCE: np.full(len(a), scale * a0 * b0)}
    _share_out(points, accept, scale * (b + b0) / 2, a0)
    _share_out(points, gain, scale * (a + a0) / 2, b0)
    return points


def _share_out(points: dict[str, Values], terms: Terms, weight: Values, at_reference: float) -> None:
    moved = terms.total - terms.factor.intercept
    safe = np.where(np.abs(moved) < _NO_SUM, 1.0, moved)
    slope = np.where(
        np.abs(moved) < _NO_SUM,
        terms.slope(terms.factor.intercept),
        (terms.at(terms.total) - at_reference) / safe,
    )
    for name, term in terms.by_feature.items():
        points[name] = points.get(name, np.zeros(len(term))) + term * slope * weight
