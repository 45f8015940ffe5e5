"""Estimates against closed forms and full enumeration; which assumption makes which of them right."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.training.evaluate.logs_by_hand import at_position, decisions, one_of_each_order, orders

from matching.errors import InvalidInputError
from matching_training.evaluate.off_policy.estimates import Answer, compare, dr, evaluate, ips, snips
from matching_training.evaluate.off_policy.items import Values

OPTIONS, POSITIONS = 4, 2
TABLE = OPTIONS * POSITIONS
figures = st.lists(st.floats(-2, 2), min_size=OPTIONS, max_size=OPTIONS).map(np.array)
tables = st.lists(st.floats(-3, 3), min_size=TABLE, max_size=TABLE).map(
    lambda drawn: np.array(drawn).reshape(OPTIONS, POSITIONS)
)


def two_actions() -> tuple[Values, Values]:
    """60 of 100 treated: 45 of them succeed; 40 untreated: 10 succeed. Exactly their frequencies."""
    treated = np.repeat([1.0, 0.0], [60, 40])
    reward = np.concatenate([np.repeat([1.0, 0.0], [45, 15]), np.repeat([1.0, 0.0], [10, 30])])
    return treated, reward


def test_two_actions_have_their_closed_forms() -> None:
    treated, reward = two_actions()
    always = decisions(reward, np.where(treated == 1, 0.6, 0.4), treated)
    found = evaluate(always)
    assert not isinstance(found, Answer), "60 people are too few to answer"
    assert ips(always).value() == pytest.approx(0.75)
    assert snips(always).value() == pytest.approx(0.75)
    large = decisions(np.tile(reward, 10), np.tile(always.logged, 10), np.tile(treated, 10))
    answer = evaluate(large)
    assert isinstance(answer, Answer)
    by_hand = 0.75 / 0.6 - 0.75**2
    assert answer.estimates["ips"].standard_error == pytest.approx(np.sqrt(by_hand / 999), rel=1e-9)
    normalised = 0.75 * 0.25 / 0.6
    assert answer.estimates["snips"].standard_error == pytest.approx(np.sqrt(normalised / 1000), rel=2e-3)


@settings(max_examples=30)
@given(figures, figures, tables, tables)
def test_on_average_over_all_orders_ips_and_dr_are_the_value(
    served: Values, asked: Values, rewards: Values, predicted: Values
) -> None:
    """DR whatever the model predicts, for the probabilities are right."""
    found, chances = orders(served, POSITIONS)
    table = at_position(found, chances, OPTIONS)
    target = at_position(found, orders(asked, POSITIONS)[1], OPTIONS)
    items = one_of_each_order(found, table, target, rewards, predicted)
    truth = (target * rewards).sum()
    for totals in (ips(items), dr(items)):
        assert chances @ totals.rows[:, 0] == pytest.approx(truth, abs=1e-8)


@settings(max_examples=30)
@given(figures, figures, tables)
def test_dr_is_the_value_with_wrong_probabilities_when_the_model_is_right(
    wrong: Values, asked: Values, rewards: Values
) -> None:
    found, chances = orders(wrong, POSITIONS)
    target = at_position(found, orders(asked, POSITIONS)[1], OPTIONS)
    items = one_of_each_order(found, at_position(found, chances, OPTIONS), target, rewards, rewards)
    assert dr(items).rows[:, 0] == pytest.approx(np.full(len(found), (target * rewards).sum()))


@settings(max_examples=30)
@given(st.floats(0.05, 1.0), st.integers(0, 2**31))
def test_snips_does_not_see_the_scale_of_weights_and_ips_does(scale: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    items = decisions(rng.random(30), rng.uniform(0.2, 1, 30), rng.uniform(0.1, 1, 30))
    scaled = replace(items, target=items.target * scale)
    assert snips(scaled).value() == pytest.approx(snips(items).value())
    assert ips(scaled).value() == pytest.approx(scale * ips(items).value())


@settings(max_examples=30)
@given(st.floats(-5, 5), st.floats(0.1, 5), st.integers(0, 2**31))
def test_snips_follows_a_shift_of_rewards_and_stays_within_them(shift: float, scale: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    items = decisions(rng.random(30), rng.uniform(0.2, 1, 30), rng.uniform(0.1, 1, 30))
    moved = replace(items, reward=shift + scale * items.reward)
    assert snips(moved).value() == pytest.approx(shift + scale * snips(items).value())
    assert items.reward.min() <= snips(items).value() <= items.reward.max()


def test_slates_of_unequal_length_sum_what_they_hold() -> None:
    items = replace(
        decisions(np.array([1.0, 2.0, 4.0]), np.ones(3), np.ones(3)),
        slate=np.array([0, 0, 1]),
        position=np.array([0, 1, 0]),
        person=np.array([0, 0, 1]),
    )
    assert ips(items).value() == pytest.approx(3.5)
    assert snips(items).value() == pytest.approx(3.5)


def test_without_predictions_there_is_no_dr() -> None:
    items = decisions(np.ones(200), np.ones(200), np.ones(200))
    with pytest.raises(InvalidInputError, match="prédictions"):
        dr(items)
    answer = evaluate(items)
    assert isinstance(answer, Answer)
    assert set(answer.estimates) == {"ips", "snips"}


def test_a_policy_is_no_better_than_itself_and_two_share_their_noise() -> None:
    rng = np.random.default_rng(0)
    n = 2000
    action = rng.random(n) < 0.5
    reward = rng.normal(10, 3, n) + action
    logged = np.full(n, 0.5)
    one = decisions(reward, logged, np.where(action, 0.6, 0.4))
    other = decisions(reward, logged, np.where(action, 0.4, 0.6))
    same, apart, alone = compare(one, one), compare(one, other), evaluate(one)
    assert isinstance(same, Answer)
    assert isinstance(apart, Answer)
    assert isinstance(alone, Answer)
    assert {each.value for each in same.estimates.values()} == {0.0}
    assert {each.standard_error for each in same.estimates.values()} == {0.0}
    assert apart.estimates["snips"].low < 0.2 < apart.estimates["snips"].high
    assert apart.estimates["snips"].standard_error < alone.estimates["snips"].standard_error


def test_only_the_same_rows_are_compared() -> None:
    items = decisions(np.ones(200), np.ones(200), np.ones(200))
    with pytest.raises(InvalidInputError, match="même journal"):
        compare(items, replace(items, slate=items.slate + 1))


@pytest.mark.parametrize("draws", [0, 50])
def test_intervals_hold_the_truth_about_as_often_as_they_say(draws: int) -> None:
    """Forty invented logs with persons and counsellors who move rewards; the long run is a benchmark."""
    held = []
    for seed in range(40):
        rng = np.random.default_rng([seed, 1])
        person = np.repeat(np.arange(200), 2)
        counsellor = (person % 25 + (rng.random(400) < 0.1)) % 25
        x, action = rng.random(400), rng.integers(0, 2, 400)
        mean = x + 0.5 * action
        reward = mean + rng.normal(0, 0.3, 200)[person] + rng.normal(0, 0.3, 25)[counsellor]
        target = np.where(action == 1, 0.8, 0.2)
        items = decisions(reward, np.full(400, 0.5), target, person, counsellor, 0.9 * mean, 0.9 * (x + 0.4))
        answer = evaluate(items, draws=draws, seed=seed)
        assert isinstance(answer, Answer)
        held.append([each.low <= 0.9 <= each.high for each in answer.estimates.values()])
    assert np.mean(held, axis=0).min() >= 0.85
