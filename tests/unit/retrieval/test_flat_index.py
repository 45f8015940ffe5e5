import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval.flat_index import FlatIndex


def vectors_of(seed: int, n: int) -> npt.NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal((n, 4)).astype(np.float32)


@given(st.integers(0, 2**32), st.integers(1, 60), st.floats(0, 1), st.integers(0, 70), st.integers(1, 3))
def test_top_is_what_sorting_everything_gives(seed: int, n: int, share: float, k: int, m: int) -> None:
    vectors, queries = vectors_of(seed, n), vectors_of(seed + 1, m)
    rows = np.flatnonzero(np.random.default_rng(seed).random(n) < share)
    found = FlatIndex.build(vectors).top(rows, queries, k)
    assert found.shape == (m, min(k, len(rows)))
    for each, query in zip(found, queries, strict=True):
        everything = vectors[rows] @ query
        np.testing.assert_allclose(vectors[each] @ query, np.sort(everything)[::-1][:k], rtol=1e-5, atol=1e-6)
        assert set(each.tolist()) <= set(rows.tolist())


@pytest.mark.parametrize("share", [0.01, 0.05, 0.5, 1.0])
def test_both_ways_of_searching_agree(share: float) -> None:
    """A few rows are copied out, many are searched with a selector: the answers are the same."""
    vectors, query = vectors_of(7, 5000), vectors_of(8, 1)
    rows = np.flatnonzero(np.random.default_rng(9).random(5000) < share)
    best = rows[np.argsort(-(vectors[rows] @ query[0]))][:20]
    np.testing.assert_array_equal(FlatIndex.build(vectors).top(rows, query, 20)[0], best)


def test_saved_and_loaded_index_answers_the_same() -> None:
    vectors, query = vectors_of(1, 300), vectors_of(2, 2)
    index = FlatIndex.build(vectors)
    again = FlatIndex.from_array(index.array())
    rows = np.arange(0, 300, 3)
    np.testing.assert_array_equal(again.vectors, vectors)
    np.testing.assert_array_equal(again.top(rows, query, 9), index.top(rows, query, 9))


def test_no_rows_give_nothing() -> None:
    assert FlatIndex.build(vectors_of(1, 5)).top(np.array([], dtype=np.int64), vectors_of(2, 1), 3).shape == (1, 0)
