"""What another ranker would have been worth where places were drawn by lot, had it put those drawn in its own order.

Within a draw that was shown whole every order had a chance, and the log says which: so nothing is assumed of how lists
are read. A draw at the edge of a slate is left out, as the log does not tell who was not shown; what stood outside of
draws is the same under either policy. A policy is: each whole draw in the order of a ranker, all else as served.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.evaluate.off_policy.estimates import Answer, compare, evaluate
from matching_training.evaluate.off_policy.from_log import items_of
from matching_training.evaluate.off_policy.items import Items
from matching_training.evaluate.off_policy.overlap import Unanswerable
from matching_training.evaluate.order.reordering import looked_at
from matching_training.log.tables import Log

Values = NDArray[np.float64]

_LEVEL = 0.9
_NOTHING_DRAWN = (
    "Aucune liste du journal n'a un tirage au sort montré en entier : la valeur d'une autre politique ne s'y lit pas ; "
    "permettre l'exploration (MATCHING_EXPLORATION) et attendre."
)


@dataclass(frozen=True)
class InDraws:
    """Points that the places of a draw bring in the challenger's order, and how many more than in the champion's.

    Each is the estimates, or why there are none, or, where nothing was drawn, a sentence alone.
    """

    value: Answer | Unanswerable | str
    difference: Answer | Unanswerable | str


def in_draws(
    log: Log, reward: Values, predicted: Values, challenger: Values, champion: Values, *, known: NDArray[np.bool_]
) -> InDraws:
    """The value of both orders within the draws, from what was logged.

    All arrays are (n_shown,): `reward` what came of an option, in points, 0 where nobody looked; `predicted` the same
    once it is looked at, by a model that has not seen the person; scores of both rankers; `known` where the time to
    decide is over.
    """
    rows = _whole(log.shown) & known
    if not rows.any():
        return InDraws(_NOTHING_DRAWN, _NOTHING_DRAWN)
    drawn, looks = _each_a_slate(log, rows), looked_at(log.shown)[rows]
    ours, theirs = (
        _items(drawn, looks, reward[rows], predicted[rows], scores[rows]) for scores in (challenger, champion)
    )
    return InDraws(evaluate(ours, level=_LEVEL), compare(ours, theirs, level=_LEVEL))


def _each_a_slate(log: Log, rows: NDArray[np.bool_]) -> Log:
    """The drawn rows alone, each draw as a slate of its own with ranks from 1."""
    shown = log.shown[rows]
    first = shown.groupby(["slate", "draw"])["rank"].transform("min")
    slate = shown["slate"].astype(str) + " " + shown["draw"].astype(str)
    return replace(log, shown=shown.assign(slate=slate, rank=shown["rank"] - first + 1))


def _items(drawn: Log, looks: Values, reward: Values, predicted: Values, scores: Values) -> Items:
    """The drawn rows, as a policy would have them that orders each draw by scores; all arrays are theirs."""
    table = drawn.shown[["slate", "rank", "option"]].assign(minus=-scores).reset_index(drop=True)
    served = table.sort_values(["slate", "rank"]).index
    wanted = table.sort_values(["slate", "minus", "option"]).index  # equals by what the lot did not decide
    expected, target = np.empty(len(table)), np.empty(len(table))
    expected[served] = looks[served] * predicted[wanted]
    target[served] = served == wanted
    return items_of(drawn, reward, target, predicted=looks * predicted, expected=expected)


def _whole(shown: pd.DataFrame) -> NDArray[np.bool_]:
    """(n_shown,) rows of draws of which everybody was shown."""
    size = shown.groupby(["slate", "draw"])["rank"].transform("size")  # NaN where nothing was drawn
    return np.asarray(size.eq(shown["drawn_among"]) & shown["draw"].notna())
