"""Steps of a learned term: kept monotone, and marked where training saw too little."""

from dataclasses import dataclass

import numpy as np

from matching.ranking.model import Table
from matching_training.fit.rows import Mask, Values


@dataclass(frozen=True)
class Steps:
    """`cuts` (k,), `values` and `errors` (k + 1,): a value holds from its cut on, until the next."""

    cuts: Values
    values: Values
    errors: Values

    def place(self, x: Values) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
        """(n,) the step of each value, which is known."""
        return np.searchsorted(self.cuts, x, side="right")

    def rows(self, x: Values) -> Values:
        """(k + 1,) how many known values lie on each step."""
        return np.bincount(self.place(x[~np.isnan(x)]), minlength=len(self.values)).astype(np.float64)


def made_monotone(steps: Steps, x: Values, direction: int) -> Steps:
    """Steps that never fall (+1) or never rise (-1): neighbours that do are pooled, weighted by their rows.

    Boosting under a constraint gives such steps already, and they come back as they are. Source: pooled adjacent
    violators, Barlow et al. 1972.
    """
    moves = np.diff(steps.values) * direction
    if direction == 0 or (moves >= 0).all():
        return steps
    from sklearn.isotonic import isotonic_regression

    weights = np.maximum(steps.rows(x), 1.0)
    values = isotonic_regression(steps.values, sample_weight=weights, increasing=direction > 0)
    return Steps(steps.cuts, np.asarray(values, dtype=np.float64), steps.errors)


def ends_marked(steps: Steps, x: Values, least: int, *, unknown: tuple[float, float], source: str) -> Table:
    """The table of some steps; a step with fewer than `least` rows is thin, and so are both ends beyond them.

    The ends lie where fewer than `least` rows are left, so that no single person's value can be read from a table.
    """
    known = np.sort(x[~np.isnan(x)])
    low, high = float(known[min(least, len(known)) - 1]), float(np.nextafter(known[-min(least, len(known))], np.inf))
    cuts = np.unique(np.concatenate([steps.cuts, [low, high]]))
    lefts = np.concatenate([[-np.inf], cuts])
    old = steps.place(lefts)
    thin: Mask = (steps.rows(x)[old] < least) | (lefts < low) | (lefts >= high)
    return Table(
        cuts=tuple(cuts.tolist()),
        values=tuple(steps.values[old].tolist()),
        errors=tuple(steps.errors[old].tolist()),
        thin=tuple(thin.tolist()),
        unknown=unknown[0],
        unknown_error=unknown[1],
        unknown_thin=bool(np.isnan(x).sum() < least),
        source=source,
    )
