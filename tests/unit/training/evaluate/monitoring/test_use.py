"""Use is counted by unit and month, and can never be a ranking of counsellors."""

import inspect
from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")

import pandas as pd

from matching.errors import InvalidInputError
from matching_training.evaluate.monitoring.use import STATES, Use, use
from matching_training.log.tables import Log

DAYS = 10


def only(log: Log, **changes: object) -> Use:
    """Use of a log in which all rows are as said."""
    return use(replace(log, shown=log.shown.assign(**changes)), days=DAYS)


def test_every_list_has_one_state_and_the_total_is_that_of_the_log(make_log: Callable[..., Log]) -> None:
    log = make_log(400)
    total = use(log).total.iloc[0]
    assert total["opened"] == log.shown["slate"].nunique()
    assert total[list(STATES)].fillna(0).sum() <= total["opened"]


@pytest.mark.parametrize(
    ("verb", "state"),
    [("accept", "followed_first"), ("reject", "overridden"), ("defer", "deferred"), (None, "ignored")],
)
def test_what_was_done_with_a_list_is_its_state(make_log: Callable[..., Log], verb: str | None, state: str) -> None:
    log = make_log(60)
    decided_at = (
        log.shown["at"] + pd.Timedelta(days=2) if verb else pd.Series(pd.NaT, log.shown.index, "datetime64[us, UTC]")
    )
    total = only(log, verb=verb, decided_at=decided_at).total.iloc[0]
    assert total[state] == 60


def test_the_best_rank_accepted_counts(make_log: Callable[..., Log]) -> None:
    log = make_log(60)
    verb = np.where(log.shown["rank"] >= 3, "accept", "reject")
    total = only(log, verb=verb, decided_at=log.shown["at"]).total.iloc[0]
    assert total["followed_lower"] == 60
    assert total["median_rank"] == 3


def test_a_list_too_young_is_not_counted_even_if_decided(make_log: Callable[..., Log]) -> None:
    log = make_log(60)
    found = only(log, at=log.until - pd.Timedelta(days=DAYS - 1), verb="accept", decided_at=log.until)
    assert found.young == 60
    assert found.cells.empty
    assert "attendent" in found.sentences[0]


def test_a_decision_after_the_days_counts_as_ignored(make_log: Callable[..., Log]) -> None:
    log = make_log(60)
    late = log.shown["at"] + pd.Timedelta(days=DAYS + 1)
    assert only(log, verb="accept", decided_at=late).total.iloc[0]["ignored"] == 60


def test_nothing_here_knows_a_counsellor(make_log: Callable[..., Log]) -> None:
    """No figure by counsellor, no way to ask for one: neither a column, nor a field, nor an argument."""
    found = use(make_log(200))
    words = {*found.cells.columns, *found.total.columns, *inspect.signature(use).parameters}
    words |= {field.name for field in fields(Use)}
    assert not [word for word in words if "counsel" in word or "maker" in word or "account" in word]
    assert set(found.cells.columns) == {"unit", "month", "opened", *STATES, "median_rank"}


@pytest.mark.parametrize("counsellors", [2, 4])
def test_a_unit_of_one_or_two_counsellors_is_not_shown(make_log: Callable[..., Log], counsellors: int) -> None:
    found = use(make_log(200, counsellors=counsellors))
    assert found.cells["opened"].isna().all()
    assert found.left_out == len(found.cells)


def test_no_count_of_one_to_four_is_shown(make_log: Callable[..., Log]) -> None:
    for seed in range(3):
        shown = use(make_log(150, seed=seed)).cells.drop(columns=["unit", "month", "median_rank"])
        values = np.asarray(shown, dtype=float)
        assert not ((values > 0) & (values < 5)).any()


def test_days_are_counted_from_one(make_log: Callable[..., Log]) -> None:
    with pytest.raises(InvalidInputError, match="à partir de 1"):
        use(make_log(10), days=0)
