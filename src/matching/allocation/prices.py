"""From duals to prices: never so high that places stay empty, and nobody in need loses the last option to one."""

from collections.abc import Sequence

import numpy as np

from matching.allocation.programme import Programme
from matching.allocation.wishes import Mask, Values

_DIGITS = 6


def prices_of(programme: Programme, toll: Values, weights: Values, least: float) -> Values:
    """(n_options,) the prices that are taken off scores, in points, rounded.

    A toll is lowered to where as many people as there are places (one, where nobody counts them) still find the option
    worth showing: at `least` points or more, weighed as their gains are (`weights`, (n_people,)).
    """
    wishes = programme.wishes
    worth = wishes.gains - weights[wishes.people] * least
    order = np.lexsort((-worth, wishes.options))
    begins = np.searchsorted(wishes.options[order], np.arange(wishes.n_options + 1))
    places = programme.all_places
    held = np.maximum(1, np.floor(np.where(np.isfinite(places), places, 1)).astype(np.int64))
    at = np.minimum(begins[:-1] + held - 1, begins[1:] - 1)
    some = begins[1:] > begins[:-1]
    most = np.zeros(wishes.n_options)
    most[some] = np.maximum(0.0, worth[order][at[some]])
    return np.asarray(np.floor(np.minimum(toll, most) * 10**_DIGITS) / 10**_DIGITS)


def keep_last(scores: Values, prices: Values, needs: Sequence[Mask], least: float) -> Values:
    """(n,) the prices for one person: of each need some option stays worth showing, if any was without prices.

    All are aligned with the options; `needs` says of each confirmed need which options address it and may be shown, the
    weightiest need first. Where prices would take the last of them below `least`, the best has none.
    """
    kept = prices.copy()
    for addresses in needs:
        worth = addresses & (scores >= least)
        if worth.any() and not (worth & (scores - kept >= least)).any():
            kept[np.argmax(np.where(worth, scores, -np.inf))] = 0.0
    return kept
