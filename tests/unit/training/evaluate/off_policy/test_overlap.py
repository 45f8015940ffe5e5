"""A log that cannot answer gives a sentence and never a figure."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.training.evaluate.logs_by_hand import decisions

from matching_training.evaluate.off_policy.estimates import Answer, compare, evaluate
from matching_training.evaluate.off_policy.items import Items
from matching_training.evaluate.off_policy.overlap import Guard, Unanswerable, overlap_of

N = 1000


def always_the_same(agreeing: int) -> Items:
    """A policy without chance served; the one that is asked about agrees on so many of a thousand."""
    target = (np.arange(N) < agreeing).astype(float)
    return decisions(np.ones(N), np.ones(N), target)


@pytest.mark.parametrize(("agreeing", "answers"), [(0, False), (600, False), (949, False), (950, True), (N, True)])
def test_a_policy_without_chance_answers_only_for_its_like(agreeing: int, answers: bool) -> None:
    found = evaluate(always_the_same(agreeing))
    assert isinstance(found, Answer) == answers
    if isinstance(found, Unanswerable):
        assert found.value is None
        assert f"{agreeing / 10:.1f} %".replace(".", ",") in found.reason


def test_for_itself_it_is_the_mean_of_rewards() -> None:
    rewards = np.random.default_rng(0).random(N)
    found = evaluate(decisions(rewards, np.ones(N), np.ones(N)))
    assert isinstance(found, Answer)
    for each in found.estimates.values():
        assert each.value == pytest.approx(rewards.mean())
        assert each.standard_error == pytest.approx(rewards.std(ddof=1) / np.sqrt(N))


def test_a_few_people_with_large_weights_are_no_answer() -> None:
    logged, target = np.full(N, 0.99), np.full(N, 0.5)
    logged[:10], target[:10] = 0.01, 0.5
    found = evaluate(decisions(np.ones(N), logged, target))
    assert isinstance(found, Unanswerable)
    assert "Sur 1000 personnes, 40 comptent vraiment (il en faut 100)" in found.reason
    assert "attendre" in found.reason


def test_slates_of_the_same_people_are_no_more_people() -> None:
    items = decisions(np.ones(N), np.ones(N), np.ones(N), person=np.arange(N) % 50)
    found = evaluate(items)
    assert isinstance(found, Unanswerable)
    assert "Sur 50 personnes" in found.reason


def test_few_counsellors_are_no_answer() -> None:
    found = evaluate(decisions(np.ones(N), np.ones(N), np.ones(N), counsellor=np.arange(N) % 9))
    assert isinstance(found, Unanswerable)
    assert "Sur 9 conseillers, 9 comptent" in found.reason


def test_probabilities_that_were_not_those_of_the_policy_are_noticed() -> None:
    found = evaluate(decisions(np.ones(N), np.full(N, 0.25), np.full(N, 0.5)))
    assert isinstance(found, Unanswerable)
    assert "2,00 en moyenne au lieu de 1,00" in found.reason


def test_an_empty_log_is_no_answer() -> None:
    nothing = np.zeros(0)
    found = evaluate(decisions(nothing, nothing, nothing))
    assert isinstance(found, Unanswerable)
    assert "vide" in found.reason


def test_a_position_with_little_overlap_is_not_hidden_by_the_others() -> None:
    slate = np.repeat(np.arange(N), 2)
    logged, target = np.ones(2 * N), np.ones(2 * N)
    logged[1::2], target[1::2] = 0.99, 0.5
    logged[1:21:2], target[1:21:2] = 0.01, 0.5
    items = replace(decisions(np.ones(2 * N), logged, target, person=slate), slate=slate, position=np.tile([0, 1], N))
    assert overlap_of(items).effective_persons == pytest.approx(40, abs=1)


def test_a_difference_is_refused_when_either_policy_is() -> None:
    fine, missing = always_the_same(N), always_the_same(0)
    assert isinstance(compare(fine, missing), Unanswerable)
    assert isinstance(compare(missing, fine), Unanswerable)
    assert isinstance(compare(fine, fine), Answer)


def test_the_least_asked_for_is_what_the_guard_says() -> None:
    assert isinstance(evaluate(always_the_same(600), Guard(covered=0.5)), Answer)
