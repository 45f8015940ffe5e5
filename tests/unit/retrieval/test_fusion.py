"""The channels as one score, and the order it gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval.fusion import CHANNELS, LEXICAL_OF_LONG, WEIGHTS, Channel, best_first, dense_score, fused


def table(*values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([values], dtype=np.float32)


def test_the_sum_is_that_of_the_documented_weights() -> None:
    scores: dict[Channel, np.ndarray[tuple[int, int], np.dtype[np.float32]]] = {
        "dense": table(0.5, 0.5),
        "lexical": table(0.2, 0.0),
        "occupation": table(0.0, 1.0),
    }
    expected = table(0.5 + WEIGHTS["lexical"] * 0.04, 0.5 + WEIGHTS["occupation"])
    np.testing.assert_allclose(fused(scores, np.array([False, False])), expected, atol=1e-6)
    of_long = table(0.5 + LEXICAL_OF_LONG * 0.04, 0.5 + WEIGHTS["occupation"])
    np.testing.assert_allclose(fused(scores, np.array([True, True])), of_long, atol=1e-6)
    assert set(scores) == set(CHANNELS) == set(WEIGHTS)


@pytest.mark.parametrize("channel", CHANNELS)
def test_one_channel_alone_orders_by_itself(channel: Channel) -> None:
    scores = table(0.1, 0.9, 0.4)
    long = np.array([True, False, True])
    assert best_first(fused({channel: scores}, long)[0]).tolist() == [1, 2, 0]
    assert scores.tolist() == table(0.1, 0.9, 0.4).tolist()


def test_a_passage_counts_beside_the_whole() -> None:
    np.testing.assert_allclose(dense_score(table(0.2), table(0.6)), [[0.4]], atol=1e-6)


NUMBERS = st.lists(st.sampled_from([-1.0, 0.0, 0.25, 0.250000001, 0.3, 2.9]), max_size=12)


@given(NUMBERS, st.none() | st.integers(1, 14))
def test_equal_scores_stand_in_their_order_with_and_without_a_limit(numbers: list[float], limit: int | None) -> None:
    scores = np.array(numbers, dtype=np.float32)
    expected = sorted(range(len(numbers)), key=lambda place: (-round(numbers[place], 6), place))
    assert best_first(scores, limit).tolist() == expected[:limit]
