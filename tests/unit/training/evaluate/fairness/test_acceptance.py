"""Plain rates are those of fairlearn; the difference is among people in the same situation."""

import numpy as np
import pytest

pytest.importorskip("fairlearn", reason="matching[train] is not installed")

from matching_training.evaluate.fairness.acceptance import acceptance, rates
from matching_training.evaluate.fairness.groups import Groups, Protected
from matching_training.log.tables import Log
from matching_training.small_cells import rounded


def accepted(log: Log) -> np.ndarray:
    verb = np.asarray(log.shown["verb"])
    return np.where(verb == "accept", 1.0, np.where(verb == "reject", 0.0, np.nan))


def test_plain_rates_are_shares_of_what_was_decided(log: Log, protected: Protected) -> None:
    table = rates(log.shown, accepted(log), protected, np.arange(400))
    women = log.shown["person"].map(protected.table["sex"]) == "f"
    rows = np.asarray(women & (log.shown["kind"] == "measure"))
    told = table.query("attribute == 'sex' and level == 'f' and kind == 'measure'").iloc[0]
    decided = accepted(log)[rows & ~np.isnan(accepted(log))]
    assert told["accepted"] == pytest.approx(rounded(int(decided.sum())) / rounded(len(decided)), abs=1e-3)
    both = table.query("attribute == 'sex' and kind == 'measure'")["accepted"]
    assert told["widest_gap"] == pytest.approx(both.max() - both.min(), abs=2e-3)


def test_cells_of_fewer_than_five_people_have_no_rate(log: Log, protected: Protected) -> None:
    few = np.where(np.asarray(log.shown["person"]) < 4, accepted(log), np.nan)
    assert rates(log.shown, few, protected, np.arange(400)).empty


def test_who_accepts_less_is_told(log: Log, groups: Groups) -> None:
    group = groups.shown[0]
    values = accepted(log)
    values[np.asarray(log.shown["person"].isin(group.members))] *= 0.3
    found = next(each for each in acceptance(log.shown, values, groups, draws=100) if each.group is group)
    assert found.high < -0.1
    assert found.comparable == 1
