"""The items of an off-policy estimate, from the log that learning reads."""

import numpy as np
import pandas as pd

from matching_training.evaluate.off_policy.items import Items, Values
from matching_training.log.tables import Log


def items_of(
    log: Log,
    reward: Values,
    target: Values,
    *,
    predicted: Values | None = None,
    expected: Values | None = None,
) -> Items:
    """The rows of `log.shown`, with what was logged and what is asked about.

    All arrays are (n_shown,) and aligned with the table; their meaning stands at `Items`.
    """
    shown = log.shown
    return Items(
        slate=np.asarray(pd.factorize(shown["slate"])[0], dtype=np.int64),
        position=np.asarray(shown["rank"], dtype=np.int64) - 1,
        person=np.asarray(pd.factorize(shown["person"])[0], dtype=np.int64),
        counsellor=np.asarray(pd.factorize(shown["counsellor"])[0], dtype=np.int64),
        reward=reward,
        logged=np.asarray(shown["propensity"], dtype=np.float64),
        target=target,
        predicted=predicted,
        expected=expected,
    )
