"""No published count is small, none can be had by subtraction."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pandas", reason="matching[train] is not installed")

import pandas as pd

from matching_training.small_cells import MINIMUM, hidden, in_words, rounded, rounded_share

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


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_tells_no_more_than_the_counts_that_are_published(counts: tuple[int, int]) -> None:
    some, n = counts
    told = rounded_share(some / n, n) if n else rounded_share(float("nan"), 0)
    if rounded(n):
        assert told == min(1.0, rounded(some) / rounded(n))
    else:
        assert np.isnan(told)
    assert np.isnan(rounded_share(float("nan"), 40))


def test_in_a_sentence_none_and_few_are_said_alike() -> None:
    assert {in_words(n) for n in range(MINIMUM)} == {"moins de 5"}
    assert [in_words(n) for n in (5, 7, 8, 42)] == ["environ 5", "environ 5", "environ 10", "environ 40"]
