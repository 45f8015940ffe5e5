"""What is known before outcomes are: order, calibration, beginnings."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("sklearn", reason="matching[train] is not installed")

from sklearn import metrics

from matching_training.evaluate.monitoring.interim import interim, mean_by_person
from matching_training.log.tables import Log


def test_the_area_is_that_of_scikit_learn_ties_included(make_log: Callable[..., Log]) -> None:
    log = make_log()
    log.shown["score"] = log.shown["score"].round()
    found = interim(log).auc
    for kind, rows in log.shown[log.shown["verb"].isin(["accept", "reject"])].groupby("kind"):
        assert found[str(kind)].value == pytest.approx(metrics.roc_auc_score(rows["verb"] == "accept", rows["score"]))
        assert found[str(kind)].low < found[str(kind)].value < found[str(kind)].high


def test_a_prediction_of_the_mean_is_calibrated_and_one_above_is_not(make_log: Callable[..., Log]) -> None:
    log = make_log()
    share = interim(log).accepted.value
    exact = interim(log, predicted=np.full(len(log.shown), share)).calibration
    above = interim(log, predicted=np.full(len(log.shown), share + 0.1)).calibration
    assert exact.value == pytest.approx(0)
    assert above.low > 0.05
    assert interim(log).calibration.n == 0


def test_a_horizon_not_reached_is_pending_and_not_a_failure(make_log: Callable[..., Log]) -> None:
    log = make_log()
    now = interim(log)
    assert now.horizons_reached == 0 < now.begun
    later = replace(log, until=log.until + np.timedelta64(700, "D"))
    assert interim(later).horizons_reached == interim(later).begun


def test_an_answer_not_known_is_no_refusal(make_log: Callable[..., Log]) -> None:
    log = make_log()
    now = interim(log)
    old = log.shown[(log.shown["verb"] == "accept")]
    assert now.take_up.value == pytest.approx(old["came"].mean())
    assert now.undecided_take_up == int(old["came"].isna().sum()) > 0


def test_rows_of_one_person_do_not_narrow_the_interval() -> None:
    chance = np.random.default_rng(0)
    once, people = chance.integers(0, 2, 100).astype(float), np.arange(100)
    alone, tenfold = mean_by_person(once, people), mean_by_person(np.repeat(once, 10), np.repeat(people, 10))
    assert tenfold.high - tenfold.low == pytest.approx(alone.high - alone.low)
    assert np.isnan(mean_by_person(np.ones(3), np.zeros(3, dtype=np.int64)).low)
