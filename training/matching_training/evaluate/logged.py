"""The items of an off-policy estimate, from the log that learning reads."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from matching_training.evaluate.items import Items, Values
from matching_training.log.tables import Log


def items_of(
    log: Log,
    reward: Values,
    target: Values,
    *,
    predicted: Values | None = None,
    expected: Values | None = None,
    covered: Values | None = None,
    known: Values | None = None,
    among: npt.NDArray[np.bool_] | None = None,
) -> Items:
    """The rows of `log.shown`, or those of them `among`, with what was logged and what is asked about.

    All arrays are (n_shown,) and aligned with the table; their meaning stands at `Items`.
    """
    rows = np.ones(len(log.shown), dtype=bool) if among is None else among
    shown = log.shown[rows]

    def some(values: Values | None) -> Values | None:
        return None if values is None else np.asarray(values[rows], dtype=np.float64)

    return Items(
        slate=np.asarray(pd.factorize(shown["slate"])[0], dtype=np.int64),
        position=np.asarray(shown["rank"], dtype=np.int64) - 1,
        person=np.asarray(pd.factorize(shown["person"])[0], dtype=np.int64),
        counsellor=np.asarray(pd.factorize(shown["counsellor"])[0], dtype=np.int64),
        reward=np.asarray(reward[rows], dtype=np.float64),
        logged=np.asarray(shown["propensity"], dtype=np.float64),
        target=np.asarray(target[rows], dtype=np.float64),
        predicted=some(predicted),
        expected=some(expected),
        covered=some(covered),
        known=some(known),
    )
