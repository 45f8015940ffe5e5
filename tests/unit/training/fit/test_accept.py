"""Acceptance without the place on the slate: recovered where a model that ignores the place is wrong."""

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Factor, Terms
from matching.ranking.registry import open_baseline
from matching_training.fit.accept import accept_rows, fit_accept
from matching_training.fit.boosting import Recipe
from matching_training.fit.contested import Tempering
from matching_training.fit.labels import Windows, label
from matching_training.fit.rows import Values
from matching_training.log.tables import Log

VACANCY = OpportunityKind.VACANCY
BASE = open_baseline().kinds[VACANCY]
RECIPE = Recipe(yardstick_rounds=5, bags=3, learning_rate=0.15, most_rounds=200, patience=15)
SLATES = 1200


def learned(log: Log) -> Factor:
    factor, part = fit_accept(
        label(log, Windows()), VACANCY, BASE, recipe=RECIPE, tempering=Tempering({}), source="test"
    )
    assert part.chosen == "learned", part.why
    return factor


@pytest.fixture(scope="module")
def log(drawn: Callable[..., Log]) -> Log:
    """The last ranker put likeness first, and whoever stands first is taken more often."""
    return drawn(slates=SLATES, by_score=1.5, position=0.5, began=0.0)


@pytest.fixture(scope="module")
def ours(log: Log) -> Factor:
    return learned(log)


def sums(factor: Factor, features: dict[str, Values]) -> Values:
    return Terms.of(factor, features, len(features["distance"])).total


def test_the_place_on_the_slate_is_told_apart_from_what_stands_there(
    log: Log, ours: Factor, truth: SimpleNamespace
) -> None:
    x = {name: np.full(7, np.nan) for name in log.features} | {
        "project_likeness": np.linspace(0.15, 0.75, 7),
        "distance": np.full(7, 20.0),
        "skills": np.full(7, 0.5),
    }
    true = truth.accept_logit(x)
    naive = learned(Log(log.shown.assign(rank=1), log.outcomes, log.feedback, log.until))
    off, naively_off = sums(ours, x) - true, sums(naive, x) - true
    assert np.abs(off).mean() < 0.5 * np.abs(naively_off).mean()
    assert abs(off.mean()) < 0.35
    assert naively_off.mean() < -0.6


def test_the_rank_is_no_term_of_what_is_served(ours: Factor) -> None:
    assert set(ours.terms) <= BASE.features()
    assert ours.intercept_error is not None
    assert ours.intercept_error > 0


def test_options_that_nobody_decided_on_are_no_negatives(log: Log) -> None:
    people = log.shown["person"] + 10_000
    unseen = log.shown.assign(slate="u" + log.shown["slate"], person=people, verb=None, reasons="", came=np.nan)
    both = Log(pd.concat([log.shown, unseen], ignore_index=True), log.outcomes, log.feedback, log.until)
    one, other = (
        accept_rows(table[table["kind"].eq("vacancy")], BASE)
        for table in (label(log, Windows()), label(both, Windows()))
    )
    np.testing.assert_array_equal(one.y, other.y)
    np.testing.assert_array_equal(one.features["rank"], other.features["rank"])
