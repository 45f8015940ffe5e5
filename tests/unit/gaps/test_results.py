"""Results of providers for equal people: case mix is taken out, a better one is found, intervals hold what they say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.gaps.results import Adjusted, Floats, adjust, wilson


def sigmoid(value: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-value)), dtype=np.float64)


def played(seed: int, skill: Floats, mix: Floats, n: int) -> tuple[Adjusted, Floats, Floats]:
    """n people at each provider, whose chances lie around its case mix (logit); adjusted, raw rates, true rates."""
    draws = np.random.default_rng(seed)
    group = np.repeat(np.arange(len(skill)), n)
    logit = draws.normal(mix[group], 0.8)
    reached = draws.random(len(group)) < sigmoid(logit + skill[group])
    raw = np.array([reached[group == one].mean() for one in range(len(skill))])
    true = np.array([sigmoid(logit + one).mean() for one in skill])
    return adjust(group, sigmoid(logit), reached, len(skill)), raw, true


def test_equal_providers_with_unequal_people_come_out_equal() -> None:
    mix = np.linspace(-2.0, 0.5, 8)
    adjusted, raw, true = played(7, np.zeros(8), mix, 300)
    assert raw.max() - raw.min() > 0.3
    assert np.abs(adjusted.rate - true).max() < 0.06
    assert (adjusted.standing == 0).all()


def test_one_better_provider_is_found_though_its_people_have_the_least_chances() -> None:
    skill, mix = np.zeros(10), np.zeros(10)
    skill[3], mix[3] = 1.0, -1.5
    adjusted, raw, _ = played(11, skill, mix, 150)
    assert raw.argmax() != 3
    assert adjusted.rate.argmax() == 3
    assert adjusted.standing.tolist() == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    held = []
    for seed in range(40):
        draws = np.random.default_rng(1000 + seed)
        adjusted, _, true = played(seed, draws.normal(0, 0.4, 12), draws.normal(-0.5, 0.7, 12), 50)
        held.append((adjusted.low <= true) & (true <= adjusted.high))
    assert 0.92 <= np.mean(held) <= 0.985  # 480 intervals at 95 %


def test_few_people_are_drawn_to_the_others_and_told_with_a_wide_interval() -> None:
    group = np.r_[np.zeros(20, int), np.repeat(np.arange(1, 6), 200)]
    reached = np.r_[np.ones(20, bool), np.tile([True, False, False, False], 250)]
    adjusted = adjust(group, np.full(len(group), 0.25), reached, 6)
    assert 0.25 < adjusted.rate[0] < 1
    assert adjusted.high[0] - adjusted.low[0] > adjusted.high[1] - adjusted.low[1]


def test_nobody_or_everybody_reaching_it_gives_figures_all_the_same() -> None:
    for reached in (np.zeros(60, bool), np.ones(60, bool)):
        adjusted = adjust(np.repeat(np.arange(3), 20), np.full(60, np.nan), reached, 3)
        assert np.isfinite(adjusted.rate).all()
        assert (adjusted.low < adjusted.rate).all()
        assert (adjusted.rate < adjusted.high).all()


@given(n=st.integers(1, 400), share=st.floats(0, 1))
def test_wilson_holds_the_share_and_never_leaves_0_to_1(n: int, share: float) -> None:
    reached = round(share * n)
    low, high = wilson(reached, n)
    assert 0 <= low <= reached / n + 1e-12
    assert reached / n - 1e-12 <= high <= 1


def test_wilson_is_what_the_tables_say() -> None:
    assert wilson(10, 20) == pytest.approx((0.299, 0.701), abs=0.001)
    with pytest.raises(ValueError, match="nobody"):
        wilson(0, 0)
