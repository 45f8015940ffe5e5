"""A provider's attention is held against its part of what is open."""

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("scipy", reason="matching[train] is not installed")

import pandas as pd

from matching_training.evaluate.fairness.providers import concentration, provider_exposure
from matching_training.log.tables import Log


def offers(**in_all: int) -> "pd.DataFrame":
    rows = [{"kind": "measure", "provider": number, "open": 10} for number in range(10)]
    return pd.DataFrame(rows).assign(open=lambda table: table["provider"].astype(str).map(in_all).fillna(10))


def test_equal_parts_give_a_ratio_of_one(log: Log) -> None:
    table = provider_exposure(log.shown, offers(), draws=100).set_index("provider")
    seen = table.loc[1:8]
    assert table["open_share"].sum() == pytest.approx(1, abs=1e-3)
    assert table["exposure_share"].sum() == pytest.approx(1, abs=1e-3)
    assert (seen["low"] < seen["ratio"]).all()
    assert seen["ratio"].between(0.9, 1.5).all()


def test_a_provider_never_shown_has_no_attention_and_is_named(log: Log) -> None:
    table = provider_exposure(log.shown, offers(), draws=20)
    assert table.query("provider == 9")["ratio"].item() == 0
    assert "jamais montrés : 1" in concentration(table)[0]


def test_where_most_of_them_have_left_the_catalogue_nothing_is_compared(log: Log) -> None:
    shown = log.shown.assign(kind="measure", provider=np.where(np.arange(len(log.shown)) % 4 == 0, 1, 99))
    table = provider_exposure(shown, offers(), draws=20)
    assert table["left"].iloc[0] > 0.5
    (said,) = concentration(table)
    assert "ne sont plus au catalogue" in said
    assert said.startswith("Mesure : ")


def test_options_without_a_provider_are_left_out(log: Log) -> None:
    assert 0 not in set(provider_exposure(log.shown, offers(), draws=20)["provider"])


def test_what_four_people_saw_is_not_shown(log: Log) -> None:
    shown = log.shown.assign(provider=np.where(log.shown["person"] < 2, 1, 2), kind="measure")
    table = provider_exposure(shown, offers(), draws=20).set_index("provider")
    assert np.isnan(table.loc[1, "ratio"])
    assert table.loc[2, "shown_to"] > 100


def test_nothing_open_is_an_empty_table(log: Log) -> None:
    assert provider_exposure(log.shown, offers().iloc[:0]).empty
