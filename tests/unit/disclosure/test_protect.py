"""Nobody can work out a hidden cell: an attacker with a linear programme tries, from filters and over time."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from matching.disclosure.counts import ALL, Counts, count, with_totals
from matching.disclosure.protect import LEAST, Protected, protect, protect_together
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
        assert most - least >= 1 - 1e-6 or value >= LEAST


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
    for value, least, most in bounds(second):
        assert most - least >= 1 - 1e-6 or value >= LEAST
    unmoved = np.abs(second.counts.values - counts.values) < LEAST
    assert not (second.shown & ~first.shown & unmoved).any()
    if (inner == counts.values[tuple(slice(0, -1) for _ in counts.dimensions)]).all():
        together = Protected(counts, first.shown | second.shown)
        assert all(most - least >= 1 - 1e-6 or value >= LEAST for value, least, most in bounds(together))


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
        assert most - least >= 1 - 1e-6 or value >= LEAST


def test_an_empty_cell_is_told_where_it_tells_of_nobody() -> None:
    inner = np.array([0, 12, 7, 40])
    assert protect(counts_of(inner), none_tells=False).shown.tolist() == [True] * 5
    assert protect(counts_of(inner)).shown.tolist() == [False, True, False, True, True]


@pytest.mark.parametrize("people", [0, 3, 5, 30])
def test_a_dimension_without_codes_is_no_line(people: int) -> None:
    counts = Counts(("need", "district"), (("mobility",), ()), np.array([[people], [people]]))
    assert protect(counts).shown.tolist() == [[people >= LEAST]] * 2
    assert protect(Counts((), (), np.array(people))).shown.tolist() == (people >= LEAST)


@st.composite
def tables_together(draw: st.DrawFn) -> dict[str, Counts]:
    """The people of two to four units, seen by two or three things."""
    cells = st.one_of(st.integers(0, 4), st.integers(0, 30))
    units = draw(st.integers(2, 4))
    people = draw(st.lists(cells, min_size=units, max_size=units))
    tables = {}
    for name in ("seniority", "plan", "need")[: draw(st.integers(2, 3))]:
        classes = draw(st.integers(2, 3))
        inner = np.zeros((units, classes), dtype=np.int64)
        for unit, number in enumerate(people):
            for _ in range(number):
                inner[unit, draw(st.sampled_from(range(classes)))] += 1
        codes = (tuple(f"u{at}" for at in range(units)), tuple(f"c{at}" for at in range(classes)))
        tables[name] = Counts(("unit", name), codes, with_totals(inner))
    return tables


def bounds_together(tables: dict[str, Protected]) -> list[tuple[int, float, float]]:
    """As `bounds`, of all tables at once: the people of a unit are as many in each."""
    sums = [sums_of(table.counts.values.shape) for table in tables.values()]
    starts = np.concatenate([[0], np.cumsum([each.shape[1] for each in sums])])
    rows, known, first = [], [], np.zeros((0, 0))
    for at, (each, table) in enumerate(zip(sums, tables.values(), strict=True)):
        wide = np.zeros((len(each), starts[-1]))
        wide[:, starts[at] : starts[at + 1]] = each
        shown = table.shown.ravel()
        rows += list(wide[shown])
        known += table.counts.values.ravel()[shown].tolist()
        margin = np.zeros((table.counts.values.shape[0], starts[-1]))
        last = slice(table.counts.values.shape[1] - 1, None, table.counts.values.shape[1])
        margin[:, starts[at] : starts[at + 1]] = each[last]
        if at:
            rows += list(margin - first)
            known += [0] * len(margin)
        else:
            first = margin
    found = []
    for at, (each, table) in enumerate(zip(sums, tables.values(), strict=True)):
        for cell in np.flatnonzero(~table.shown.ravel()):
            asked = np.zeros(starts[-1])
            asked[starts[at] : starts[at + 1]] = each[cell]
            ends = []
            for sign in (1, -1):
                solved = linprog(sign * asked, A_eq=rows, b_eq=known, bounds=(0, None), method="highs")
                ends.append(sign * solved.fun if solved.status == 0 else sign * -np.inf)
            found.append((int(table.counts.values.ravel()[cell]), ends[0], ends[1]))
    return found


@given(tables_together())
@settings(max_examples=30, deadline=None)
def test_tables_of_the_same_people_give_nothing_away_side_by_side(tables: dict[str, Counts]) -> None:
    protected = protect_together(tables)
    for table in protected.values():
        assert (table.counts.values[table.shown] >= LEAST).all()
    margins = {tuple(table.shown[:, -1].tolist()) for table in protected.values()}
    assert len(margins) == 1
    for value, least, most in bounds_together(protected):
        assert least - 1e-6 <= value <= most + 1e-6
        assert most - least >= 1 - 1e-6 or value >= LEAST


def test_a_total_that_one_table_hides_is_hidden_in_the_other() -> None:
    plain = Counts(("unit", "plan"), (("a", "b"), ("yes", "no")), with_totals(np.array([[10, 10], [10, 10]])))
    few = Counts(("unit", "lead"), (("a", "b"), ("own", "other")), with_totals(np.array([[18, 2], [20, 0]])))
    assert protect(plain).shown.all()
    together = protect_together({"plan": plain, "lead": few}, before={"lead": protect(few)})
    assert together["plan"].shown[:, -1].tolist() == together["lead"].shown[:, -1].tolist()
    with pytest.raises(ValueError, match="not the same people: plan, lead"):
        protect_together({"plan": plain, "lead": counts_of(np.array([[18, 3], [20, 0]]))})


@given(tables())
@settings(max_examples=60, deadline=None)
def test_what_a_hidden_total_is_no_less_than_tells_nothing_new(counts: Counts) -> None:
    protected = protect(counts, none_tells=False)
    shown = np.argwhere(protected.shown)
    again = Protected(
        Counts(counts.dimensions, counts.codes, np.where(protected.shown, counts.values, 0)), protected.shown
    )
    for at in map(tuple, np.argwhere(np.ones(counts.values.shape, dtype=np.bool_))):
        assert protected.at_least(at) <= counts.values[at]
        assert protected.at_least(at) == again.at_least(at)
    for at in map(tuple, shown):
        assert protected.at_least(at) == counts.values[at]


def test_a_hidden_total_is_told_as_at_least_what_is_shown_of_it() -> None:
    inner = np.array([[2, 8, 20], [9, 12, 30]])
    counts = replace(counts_of(inner), parts_matter=("a", "b"))
    protected = protect(counts)
    assert protected.value((2, 3)) is None
    assert protected.at_least((2, 3)) == 79  # twenty-eight, and the fifty-one of the second line
