"""Small counts stay hidden from whoever can subtract: every table is attacked with all the sums that it prints."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from matching.use_cases.steering.few import LEAST, told


def with_totals(cells: list[list[int]]) -> NDArray[np.int64]:
    table = np.array(cells, dtype=np.int64)
    table = np.column_stack([table, table.sum(axis=1)])
    return np.vstack([table, table.sum(axis=0)])


def exactly_known(table: NDArray[np.int64], shown: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The cells that the totals give away: the null space of the equations does not touch them (integers aside)."""
    rows, columns = table.shape
    equations = []
    for row in range(rows):
        line = np.zeros(table.shape)
        line[row, :-1], line[row, -1] = 1, -1
        equations.append(line.ravel())
    for column in range(columns):
        line = np.zeros(table.shape)
        line[:-1, column], line[-1, column] = 1, -1
        equations.append(line.ravel())
    matrix = np.array(equations)[:, ~shown.ravel()]
    known = shown.ravel().copy()
    if matrix.shape[1]:
        _, values, vectors = np.linalg.svd(matrix)
        free = vectors[(values > 1e-9).sum() :]
        known[~shown.ravel()] = np.abs(free).max(axis=0, initial=0.0) < 1e-9
    return known.reshape(table.shape)


CELLS = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 30]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=4,
    )
)


@given(CELLS)
@settings(max_examples=400)
def test_no_count_of_one_to_four_can_be_had(cells: list[list[int]]) -> None:
    table = with_totals(cells)
    shown = told(table)
    known = exactly_known(table, shown)
    assert not (known & (table > 0) & (table < LEAST)).any()


@given(CELLS)
def test_what_is_hidden_of_a_line_whose_total_is_shown_is_five_people_or_more(cells: list[list[int]]) -> None:
    table = with_totals(cells)
    shown = told(table)
    for line, mask in [*zip(table, shown, strict=True), *zip(table.T, shown.T, strict=True)]:
        hidden = line[:-1][~mask[:-1]]
        assert not mask[-1] or not len(hidden) or hidden.sum() >= LEAST


def test_a_table_without_small_counts_is_shown_whole() -> None:
    assert told(with_totals([[5, 0, 12], [30, 7, 0]])).all()


def test_the_smallest_other_cell_goes_with_a_lone_small_one() -> None:
    shown = told(np.array([[3, 8, 20, 31], [3, 8, 20, 31]]))
    assert shown[0].tolist() == [False, False, True, True]


@pytest.mark.parametrize(("reached", "not_reached"), list(product((0, 3, 6), repeat=2)))
def test_that_nobody_reached_it_tells_of_all(reached: int, not_reached: int) -> None:
    line = [reached, not_reached, reached + not_reached]
    shown = told(np.array([line, line]), none_tells=True)[0]
    assert bool(shown[:2].all()) == (min(reached, not_reached) >= LEAST or reached + not_reached == 0)
