"""The log that learning reads becomes items, row by row."""

import numpy as np
import pytest

pytest.importorskip("pandas", reason="the extra [train] is not installed")

import pandas as pd

from matching_training.evaluate.off_policy.from_log import items_of
from matching_training.log.tables import FEEDBACK, OUTCOMES, SHOWN, Log


def small_log() -> Log:
    at = pd.Timestamp("2026-01-05", tz="UTC")
    columns: dict[str, object] = dict.fromkeys(SHOWN)
    columns |= {
        "slate": ["a", "a", "b"],
        "person": [11, 11, 12],
        "counsellor": [3, 3, 3],
        "rank": [1, 2, 1],
        "propensity": [0.5, 0.25, 1.0],
        "at": [at] * 3,
        "decided_at": pd.to_datetime([None] * 3, utc=True),
    }
    empty = {"at": pd.to_datetime([], utc=True), "stated_at": pd.to_datetime([], utc=True)}
    outcomes, feedback = (pd.DataFrame({name: empty.get(name, []) for name in names}) for names in (OUTCOMES, FEEDBACK))
    return Log(shown=pd.DataFrame(columns), outcomes=outcomes, feedback=feedback, until=at)


def test_rows_keep_their_order_and_their_probabilities() -> None:
    items = items_of(small_log(), np.array([1.0, 0.0, 1.0]), np.array([0.5, 0.5, 0.5]))
    assert (items.slate.tolist(), items.position.tolist()) == ([0, 0, 1], [0, 1, 0])
    assert items.weights.tolist() == [1.0, 2.0, 0.5]
    assert items.slates == 2
    assert len(np.unique(items.person)) == 2
