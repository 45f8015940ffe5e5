from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.retrieval.dense import similarities, top


def vectors_of(seed: int, n: int) -> npt.NDArray[np.float32]:
    """Vectors of small whole numbers, so that inner products are exact and ties are frequent."""
    return np.random.default_rng(seed).integers(-2, 3, (n, 4)).astype(np.float32)


@given(st.integers(0, 2**32), st.integers(1, 60), st.floats(0, 1), st.integers(0, 70))
def test_top_is_what_sorting_everything_gives(seed: int, n: int, share: float, k: int) -> None:
    vectors, query = vectors_of(seed, n), vectors_of(seed + 1, 1)[0]
    rows = np.flatnonzero(np.random.default_rng(seed).random(n) < share)
    found, products = top(vectors, rows, query, k)
    everything = vectors[rows] @ query
    order = np.argsort(-everything, kind="stable")[:k]
    np.testing.assert_array_equal(found, rows[order])
    np.testing.assert_array_equal(products, everything[order])


@given(st.integers(0, 2**32), st.integers(1, 60), st.floats(0, 1), st.integers(1, 3))
def test_similarities_are_inner_products_in_the_order_of_rows(seed: int, n: int, share: float, m: int) -> None:
    vectors, queries = vectors_of(seed, n), vectors_of(seed + 1, m)
    rng = np.random.default_rng(seed)
    rows = rng.permutation(np.flatnonzero(rng.random(n) < share))
    result = similarities(vectors, rows, queries)
    assert result.dtype == np.float32
    assert result.shape == (len(rows), m)
    np.testing.assert_array_equal(result, vectors[rows] @ queries.T)


def test_ties_stand_in_the_order_of_row_ids() -> None:
    vectors = np.ones((20, 3), dtype=np.float32)
    found, _ = top(vectors, np.array([7, 3, 19, 11]), np.ones(3, dtype=np.float32), 3)
    assert found.tolist() == [3, 7, 11]


@pytest.mark.parametrize("rows", [np.array([5]), np.arange(40)])
def test_vectors_may_be_a_read_only_memory_map(tmp_path: Path, rows: npt.NDArray[np.int64]) -> None:
    np.save(tmp_path / "vectors.npy", vectors_of(1, 40))
    vectors = np.load(tmp_path / "vectors.npy", mmap_mode="r")
    found, products = top(vectors, rows, vectors[5], 1)
    assert products[0] == (vectors[rows] @ vectors[5]).max()
    assert found[0] in rows
