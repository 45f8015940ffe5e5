"""No published count is small, none can be had by subtraction."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pandas", reason="matching[train] is not installed")

import pandas as pd

from matching_training.evaluate.small_cells import MINIMUM, hidden, rounded

tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=5)
)


@settings(max_examples=40)
@given(tables)
def test_no_row_and_no_column_gives_a_small_cell_away(cells: list[list[int]]) -> None:
    counts = np.array(cells)
    out = hidden(pd.DataFrame(counts))
    small = (counts > 0) & (counts < MINIMUM)
    assert out[small].all()
    assert not out[counts == 0].any()
    for values, left in [*zip(counts, out, strict=True), *zip(counts.T, out.T, strict=True)]:
        assert left.sum() != 1 or (values > 0).sum() == 1, "one left out beside shown ones is what subtraction gives"


def test_nothing_is_left_out_of_large_cells() -> None:
    assert not hidden(pd.DataFrame([[5, 9], [0, 50]])).any()


@given(st.integers(0, 10_000))
def test_counts_are_published_to_the_nearest_five(n: int) -> None:
    assert rounded(n) % 5 == 0
    assert abs(rounded(n) - n) <= 2.5
