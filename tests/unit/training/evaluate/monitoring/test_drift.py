"""Drift is told where there is one, and not where chance explains it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("scipy", reason="matching[train] is not installed")

from matching.errors import InvalidInputError
from matching.ranking.registry import open_baseline
from matching_training.evaluate.monitoring.drift import apart, bins, drift
from matching_training.fit.scored import CHANCE_FACTS
from matching_training.log.tables import CHANCE, FEATURE, Log

counts = st.lists(st.integers(0, 500), min_size=2, max_size=8)


@settings(max_examples=30)
@given(
    counts.flatmap(
        lambda one: st.tuples(st.just(one), st.lists(st.integers(0, 500), min_size=len(one), max_size=len(one)))
    )
)
def test_both_measures_are_a_distance(both: tuple[list[int], list[int]]) -> None:
    one, other = both
    psi, js = apart(one, other)
    assert apart(one, one) == pytest.approx((0, 0), abs=1e-9)
    assert psi >= -1e-12
    assert -1e-9 <= js <= 1
    assert apart(other, one) == pytest.approx((psi, js))


def test_the_index_is_the_one_of_the_textbook() -> None:
    psi, _ = apart([499_999.5, 499_999.5], [599_999.5, 399_999.5])
    assert psi == pytest.approx(0.1 * np.log(1.2) - 0.1 * np.log(0.8), rel=1e-5)


def test_unknown_and_never_met_values_have_bins_of_their_own() -> None:
    before, after = bins(np.array([0.0, 1.0, np.nan]), np.array([1.0, 7.0, np.nan]))
    assert before.tolist() == [0, 1, -1]
    assert after.tolist() == [1, 2, -1]
    fine, _ = bins(np.arange(100.0), np.array([np.nan]))
    assert sorted(np.bincount(fine).tolist()) == [10] * 10


def test_two_draws_of_one_world_are_stable(make_log: Callable[..., Log]) -> None:
    for seed in range(2):
        found = drift(make_log(400, seed=seed), make_log(150, seed=seed + 50))
        assert found.level == "stable", found.sentences
        assert any("aucune n'a changé" in sentence for sentence in found.sentences)


def test_a_feature_that_moved_is_named_and_no_other(make_log: Callable[..., Log]) -> None:
    found = drift(make_log(400), make_log(400, seed=9, shift=1.0))
    moved = {each.name.split()[0] for each in found.shifts if each.level == "strong"}
    assert (found.level, moved) == ("strong", {"project_likeness"})


def test_a_feature_that_became_unknown_is_a_shift(make_log: Callable[..., Log]) -> None:
    now = make_log(400, seed=9)
    now.shown["feature.paid"] = np.nan
    found = drift(make_log(400), now)
    assert {each.name.split()[0] for each in found.shifts if each.level == "strong"} == {"paid"}


def test_an_accept_share_that_moved_is_told_with_its_interval(make_log: Callable[..., Log]) -> None:
    found = drift(make_log(400), make_log(400, seed=9, accept=0.6))
    shares = [each for each in found.shares if each.part == "decision"]
    assert len(shares) == 3
    assert all(each.moved and each.low < each.current - each.reference < each.high for each in shares)


def test_an_empty_window_is_answered_with_a_sentence(make_log: Callable[..., Log]) -> None:
    log = make_log(20)
    empty = replace(log, shown=log.shown.iloc[:0], outcomes=log.outcomes.iloc[:0])
    assert drift(log, empty).sentences == ("La fenêtre actuelle est vide : rien à comparer.",)
    assert drift(empty, log).sentences == ("La fenêtre référence est vide : rien à comparer.",)
    assert drift(log, empty).level is None
    assert drift(log, empty).as_rows().empty


def test_a_window_without_decisions_or_outcomes_is_compared_by_features(make_log: Callable[..., Log]) -> None:
    log, now = make_log(100), make_log(100, seed=3)
    now = replace(now, shown=now.shown.assign(verb=None), outcomes=now.outcomes.iloc[:0])
    found = drift(log, now)
    assert {each.part for each in found.shifts} == {"feature", "decision"}
    assert found.current is not None
    assert found.current.accepted.n == 0


def with_features(log: Log, seed: int = 0) -> Log:
    """The same with all that the baseline reads."""
    dice = np.random.default_rng(seed)
    names = {name for kind in open_baseline().kinds.values() for name in kind.features()}
    drawn = {FEATURE + name: dice.uniform(0, 1, len(log.shown)) for name in sorted(names)}
    drawn |= {CHANCE + name: np.full(len(log.shown), 3.0) for name in CHANCE_FACTS}
    return replace(log, shown=log.shown.assign(**drawn))


def test_chances_that_no_longer_hold_are_told_against_what_held_in_the_reference(
    make_log: Callable[..., Log],
) -> None:
    before, now = with_features(make_log(400)), with_features(make_log(400, seed=9, accept=0.6), 1)
    found = drift(before, now, model=open_baseline())
    assert found.reference is not None
    assert found.current is not None
    assert found.reference.calibration.value == pytest.approx(0, abs=1e-4)
    assert found.current.calibration.high < -0.1
    assert any("Acceptation prédite moins observée" in sentence for sentence in found.sentences)
    alike = drift(before, with_features(make_log(400, seed=7), 2), model=open_baseline()).current
    assert alike is not None
    assert alike.calibration.low < 0.03
    assert alike.calibration.high > -0.03


def test_a_horizon_is_reached_at_that_of_the_model(make_log: Callable[..., Log]) -> None:
    log, soon = with_features(make_log(100)), open_baseline().model_copy(update={"horizon_months": 1})
    far, near = (drift(log, log, model=model).current for model in (open_baseline(), soon))
    assert far is not None
    assert near is not None
    assert far.horizons_reached == 0 < near.horizons_reached


def test_without_a_model_nothing_is_said_of_chances_and_one_that_reads_more_is_refused(
    make_log: Callable[..., Log],
) -> None:
    found = drift(make_log(50), make_log(50, seed=1))
    assert found.current is not None
    assert found.current.calibration.n == 0
    assert not any("prédite" in sentence for sentence in found.sentences)
    with pytest.raises(InvalidInputError, match=r"Le modèle baseline-2 lit .*, que le journal n'a pas"):
        drift(make_log(50), make_log(50), model=open_baseline())
