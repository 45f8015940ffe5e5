"""Attention is compared among people with as many open options of the kind, and as much need."""

from collections.abc import Callable

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")

import pandas as pd

from matching_training.evaluate.fairness.exposure import attention, by_slate_and_kind, exposure
from matching_training.evaluate.fairness.groups import Group, Groups
from matching_training.log.tables import Log


def open_to(log: Log, eligible: int = 40) -> "pd.DataFrame":
    slates = log.shown[["slate", "person"]].drop_duplicates()
    return slates.merge(pd.DataFrame({"kind": ["vacancy", "measure", "placement"], "eligible": eligible}), how="cross")


def test_attention_is_the_discount_of_dcg() -> None:
    assert attention(np.array([1.0, 3.0])).tolist() == [1.0, 0.5]


def test_a_full_list_shares_out_all_of_its_attention(log: Log) -> None:
    rows = by_slate_and_kind(log.shown, open_to(log))
    full = log.shown.groupby("slate").size() == 6
    assert rows.groupby("slate")["share"].sum()[full].round(9).eq(1).all()


def test_a_kind_that_was_open_and_not_shown_counts_as_nothing(log: Log) -> None:
    measures = log.shown[log.shown["kind"] == "measure"]
    rows = by_slate_and_kind(measures, open_to(log))
    assert (rows.loc[rows["kind"] != "measure", "share"] == 0).all()
    closed = by_slate_and_kind(log.shown, open_to(log).query("kind == 'measure'"))
    assert set(closed["kind"]) == {"measure"}


def test_a_fair_ranking_shows_no_difference_and_a_biased_one_does(log: Log, groups: Groups) -> None:
    fair = exposure(log.shown, groups, eligible=open_to(log), draws=100)
    assert min(each.p for each in fair) > 0.001
    women = next(group for group in groups.shown if group.levels == ("f",))
    lower = log.shown["person"].isin(women.members) & (log.shown["kind"] == "vacancy")
    shown = log.shown.assign(rank=log.shown["rank"].where(~lower, 6))
    biased = exposure(shown, groups, eligible=open_to(log), draws=100)
    found = next(each for each in biased if each.group is women and each.kind == "vacancy")
    assert found.high < 0
    assert found.p < 1e-6


def test_fewer_open_options_are_no_unfairness(log: Log, groups: Groups) -> None:
    """Half of the people have few open vacancies and are shown few: the stratum explains it."""
    few = log.shown["person"] % 2 == 0
    eligible = open_to(log)
    eligible.loc[(eligible["person"] % 2 == 0) & (eligible["kind"] == "vacancy"), "eligible"] = 2
    shown = log.shown[~(few & (log.shown["kind"] == "vacancy") & (log.shown["rank"] > 1))]
    even = Groups(
        shown=(Group(("canton",), ("NE",), np.arange(0, 400, 4)),),
        people=groups.people,
        hidden=0,
        covered=1.0,
    )
    told = next(each for each in exposure(shown, even, draws=100) if each.kind == "vacancy")
    held = next(each for each in exposure(shown, even, eligible=eligible, draws=100) if each.kind == "vacancy")
    assert told.high < 0
    assert np.isnan(told.p)
    assert held.low < 0 < held.high


def test_a_kind_of_which_nothing_is_open_leaves_its_place_to_others_and_that_is_no_unfairness(log: Log) -> None:
    """Half of the people may be proposed no measure, and most of the group are of that half."""
    none = log.shown["person"] % 2 == 0
    eligible = open_to(log)
    eligible.loc[(eligible["person"] % 2 == 0) & (eligible["kind"] == "measure"), "eligible"] = 0
    shown = log.shown.assign(kind=log.shown["kind"].where(~(none & (log.shown["kind"] == "measure")), "vacancy"))
    members = np.sort(np.concatenate([np.arange(0, 200, 2), np.arange(1, 40, 2)]))
    canton = Groups(shown=(Group(("canton",), ("LU",), members),), people=np.arange(400), hidden=0, covered=1.0)
    told, held = (
        next(each for each in exposure(shown, canton, eligible=counts, draws=100) if each.kind == "vacancy")
        for counts in (None, eligible)
    )
    assert told.low > 0
    assert held.low < 0 < held.high


def test_others_live_in_the_same_canton_and_cantons_are_told_and_not_judged(log: Log) -> None:
    """One canton offers no vacancies worth a rank; most of the women live there, and get what men get there."""
    there = log.shown["person"] < 200
    shown = log.shown.assign(rank=log.shown["rank"].where(~(there & (log.shown["kind"] == "vacancy")), 6))
    women = Group(("sex",), ("f",), np.concatenate([np.arange(150), np.arange(200, 230)]))
    canton = Group(("canton",), ("LU",), np.arange(200))
    both = Groups(shown=(women, canton), people=np.arange(400), hidden=0, covered=1.0)
    homes = pd.Series(np.where(np.arange(400) < 200, "LU", "VD"), index=np.arange(400))
    found = {
        (each.group.levels[0], home is None): each
        for home in (None, homes)
        for each in exposure(shown, both, eligible=open_to(log), canton=home, draws=100)
        if each.kind == "vacancy"
    }
    assert found["f", True].high < 0
    assert found["f", False].low < 0 < found["f", False].high
    assert found["LU", False].high < 0
    assert np.isnan(found["LU", False].p)


def test_need_can_be_given(log: Log, groups: Groups) -> None:
    need = pd.Series(np.arange(400) % 2, index=np.arange(400))
    found: Callable[..., object] = exposure
    assert found(log.shown, groups, need=need, draws=10)
