"""Nobody can work out a hidden cell: an attacker with a linear programme tries, from filters and over time."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from matching.disclosure.counts import ALL, Counts, count, with_totals
from matching.disclosure.protect import LEAST, Protected, protect
from matching.errors import InvalidInputError


@st.composite
def tables(draw: st.DrawFn) -> Counts:
    shape = draw(st.lists(st.integers(2, 4), min_size=1, max_size=3))
    few = st.one_of(st.integers(0, 4), st.integers(0, 30))
    size = int(np.prod(shape))
    inner = np.array(draw(st.lists(few, min_size=size, max_size=size)), dtype=np.int64).reshape(shape)
    return counts_of(inner)


def counts_of(inner: NDArray[np.int64]) -> Counts:
    names = tuple("abcde"[: inner.ndim])
    codes = tuple(tuple(f"{name}{code}" for code in range(n)) for name, n in zip(names, inner.shape, strict=True))
    return Counts(names, codes, with_totals(inner))


def sums_of(shape: tuple[int, ...]) -> NDArray[np.float64]:
    """(n_cells, n_inner): which inner cells each cell, totals among them, is the sum of."""
    inner = list(product(*(range(n - 1) for n in shape)))
    rows = []
    for cell in product(*(range(n) for n in shape)):
        inside = [all(c in (i, n - 1) for c, i, n in zip(cell, each, shape, strict=True)) for each in inner]
        rows.append(inside)
    return np.array(rows, dtype=np.float64)


def bounds(protected: Protected) -> list[tuple[int, float, float]]:
    """The least and the most that each hidden cell may be for whoever knows what is shown and that nobody counts less
    than nothing."""
    values, shown = protected.counts.values.ravel(), protected.shown.ravel()
    sums = sums_of(protected.counts.values.shape)
    found = []
    for cell in np.flatnonzero(~shown):
        ends = []
        for sign in (1, -1):
            known = {"A_eq": sums[shown], "b_eq": values[shown]} if shown.any() else {}
            solved = linprog(sign * sums[cell], bounds=(0, None), method="highs", **known)
            ends.append(sign * solved.fun if solved.status == 0 else sign * -np.inf)
        found.append((int(values[cell]), ends[0], ends[1]))
    return found


@given(tables())
@settings(max_examples=60, deadline=None)
def test_no_small_cell_is_shown_and_no_hidden_one_can_be_worked_out(counts: Counts) -> None:
    protected = protect(counts)
    assert (counts.values[protected.shown] >= LEAST).all()
    for value, least, most in bounds(protected):
        assert least - 1e-6 <= value <= most + 1e-6
        assert most - least >= 1 - 1e-6


def test_one_small_cell_takes_the_smallest_beside_it_along() -> None:
    protected = protect(counts_of(np.array([3, 12, 7, 40])))
    assert protected.shown.tolist() == [False, True, False, True, True]
    assert (protected.value((0,)), protected.value((1,)), protected.value((4,))) == (None, 12, 62)


def test_two_small_ones_that_count_less_than_five_together_take_a_third() -> None:
    assert protect(counts_of(np.array([1, 2, 12, 40]))).shown.tolist() == [False, False, False, True, True]


def test_a_table_without_small_cells_is_shown_whole() -> None:
    assert protect(counts_of(np.array([[5, 6], [7, 8]]))).shown.all()


def test_what_two_blocks_give_away_together_is_hidden_as_well() -> None:
    """Every line has two hidden cells, and the bridge between the two blocks would still follow by sums."""
    inner = np.full((4, 4), 20)
    inner[:2, :2] = inner[2:, 2:] = 3
    inner[1, 2] = 2
    protected = protect(counts_of(inner))
    assert not protected.shown[1, 2]
    assert all(most - least >= 1 for _, least, most in bounds(protected))


@given(tables(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_second_table_gives_no_more_away(counts: Counts, data: st.DataObject) -> None:
    """Where nothing that is shown has moved nothing hidden is taken to have moved: both tables are read as one."""
    first = protect(counts)
    inner = counts.values[tuple(slice(0, -1) for _ in counts.dimensions)].copy()
    for _ in range(data.draw(st.integers(0, 3))):
        at = tuple(data.draw(st.integers(0, n - 1)) for n in inner.shape)
        inner[at] = max(0, int(inner[at]) + data.draw(st.integers(-2, 8)))
    second = protect(counts_of(inner), before=first)
    for _, least, most in bounds(second):
        assert most - least >= 1 - 1e-6
    unmoved = np.abs(second.counts.values - counts.values) < LEAST
    assert not (second.shown & ~first.shown & unmoved).any()
    if (inner == counts.values[tuple(slice(0, -1) for _ in counts.dimensions)]).all():
        together = Protected(counts, first.shown | second.shown)
        assert all(most - least >= 1 - 1e-6 for _, least, most in bounds(together))


def test_people_are_counted_with_every_total_and_found_by_their_codes() -> None:
    counts = count({"need": ["mobility", "housing", "mobility"], "district": ["VD", "VD", "NE"]})
    assert counts.values[counts.at({"need": "mobility"})] == 2
    assert counts.values[counts.at({"need": "mobility", "district": "NE"})] == 1
    assert counts.values[counts.at({"district": ALL})] == 3
    with pytest.raises(InvalidInputError, match="n'a pas de dimension « sexe » ; dimensions : need, district"):
        counts.at({"sexe": "f"})
    with pytest.raises(InvalidInputError, match="« GE » n'est pas de la dimension district"):
        counts.at({"district": "GE"})


def test_codes_that_nobody_has_are_counted_where_they_are_named() -> None:
    counts = count({"need": ["mobility"]}, {"need": ("housing", "mobility")})
    assert counts.values.tolist() == [0, 1, 1]


@given(tables())
@settings(max_examples=40, deadline=None)
def test_where_empty_cells_are_told_the_others_cannot_be_worked_out_either(counts: Counts) -> None:
    protected = protect(counts, none_tells=False)
    shown = counts.values[protected.shown]
    assert ((shown >= LEAST) | (shown == 0)).all()
    for value, least, most in bounds(protected):
        assert least - 1e-6 <= value <= most + 1e-6
        assert most - least >= 1 - 1e-6


def test_an_empty_cell_is_told_where_it_tells_of_nobody() -> None:
    inner = np.array([0, 12, 7, 40])
    assert protect(counts_of(inner), none_tells=False).shown.tolist() == [True] * 5
    assert protect(counts_of(inner)).shown.tolist() == [False, True, False, True, True]


@pytest.mark.parametrize("people", [0, 3, 5, 30])
def test_a_dimension_without_codes_is_no_line(people: int) -> None:
    counts = Counts(("need", "district"), (("mobility",), ()), np.array([[people], [people]]))
    assert protect(counts).shown.tolist() == [[people >= LEAST]] * 2
    assert protect(Counts((), (), np.array(people))).shown.tolist() == (people >= LEAST)
