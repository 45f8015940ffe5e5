"""Rows that cannot be read are refused; what the policies' tables say of each row is what stands in them."""

from dataclasses import replace

import numpy as np
import pytest

from matching.errors import InvalidInputError
from matching_training.evaluate.off_policy.items import Items, at_positions, join


def two_slates() -> Items:
    return Items(
        slate=np.array([7, 7, 9]),
        position=np.array([0, 1, 0]),
        person=np.array([1, 1, 2]),
        counsellor=np.array([5, 5, 5]),
        reward=np.array([1.0, 0.0, 3.0]),
        logged=np.array([0.5, 0.5, 1.0]),
        target=np.array([1.0, 0.25, 1.0]),
    )


def test_rows_are_summed_by_slate_and_laid_out_by_position() -> None:
    items = two_slates()
    assert (items.slates, items.positions) == (2, 2)
    assert items.weights.tolist() == [2.0, 0.5, 1.0]
    assert items.by_slate(items.weights * items.rewards).tolist() == [2.0, 3.0]
    assert items.by_position(items.weights).tolist() == [[2.0, 0.5], [1.0, 0.0]]
    persons, counsellors = items.clusters()
    assert counsellors is not None
    assert (persons.tolist(), counsellors.tolist()) == ([1, 2], [5, 5])


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"logged": np.array([0.0, 0.5, 1.0])}, "logged"),
        ({"logged": np.array([np.nan, 0.5, 1.0])}, "logged"),
        ({"target": np.array([1.5, 0.5, 1.0])}, "target"),
        ({"target": np.array([1.0, 1.0])}, "target"),
        ({"reward": np.array([np.nan, 0.5, 1.0])}, "known"),
        ({"person": np.array([1, 2, 2])}, "person"),
        ({"counsellor": np.array([1, 2, 2])}, "counsellor"),
        ({"position": np.array([0, 0, 0])}, "même position"),
        ({"predicted": np.zeros(3)}, "expected"),
        ({"predicted": np.full(3, np.nan), "expected": np.zeros(3)}, "prédictions"),
    ],
)
def test_what_cannot_be_a_log_is_refused(changed: dict[str, np.ndarray], said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        replace(two_slates(), **changed)


def test_an_unknown_reward_counts_nothing_and_the_known_ones_for_it() -> None:
    items = replace(two_slates(), reward=np.array([np.nan, 0.0, 3.0]), known=np.array([0.5, 0.5, 0.25]))
    assert items.weights.tolist() == [0.0, 1.0, 4.0]
    assert items.rewards.tolist() == [0.0, 0.0, 3.0]


def test_tables_of_probabilities_give_each_row_its_own() -> None:
    logged = np.array([[[1.0, 0.0], [0.0, 0.6], [0.0, 0.4]]])
    target = np.array([[[0.5, 0.0], [0.5, 0.3], [0.0, 0.7]]])
    rewards = np.array([[[1.0, 1.0], [2.0, 2.0], [4.0, 4.0]]])
    at = at_positions(np.array([[0, 2]]), logged, target, rewards)
    assert (at.logged.tolist(), at.target.tolist()) == ([[1.0, 0.4]], [[0.5, 0.7]])
    assert at.covered.tolist() == [[0.5, 1.0]], "option 1 was never first"
    assert at.predicted is not None
    assert at.expected is not None
    assert (at.predicted.tolist(), at.expected[0].tolist()) == ([[1.0, 4.0]], pytest.approx([1.5, 3.4]))


def test_a_policy_that_leaves_a_position_empty_is_refused() -> None:
    full, empty = np.full((1, 2, 1), 0.5), np.full((1, 2, 1), 0.4)
    with pytest.raises(InvalidInputError, match="target"):
        at_positions(np.array([[0]]), full, empty)


def test_logs_join_and_lose_what_one_of_them_lacks() -> None:
    one = two_slates()
    other = replace(one, slate=one.slate + 10, counsellor=None)
    both = join([one, other])
    assert (both.slates, both.counsellor) == (4, None)
