"""The one table holds what counting each question anew would give, and hides what a small cell could be told by."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.gaps.cube import cube_of
from matching.use_cases.gaps.disclosed import LEAST, shown

rows = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from("abc"), st.sampled_from("xy")), max_size=40, unique=True
)  # person, need, reason: a person has each need once


def table(found: list[tuple[int, str, str]]) -> tuple[dict[str, list[str]], np.ndarray]:
    person = np.array([who for who, _, _ in found], np.intp)
    columns = {
        "need": [need for _, need, _ in found],
        "place": ["ab"[who % 2] for who, _, _ in found],
        "reason": [reason for _, _, reason in found],
    }
    return columns, person


@given(rows)
def test_every_cell_and_total_is_a_recount(found: list[tuple[int, str, str]]) -> None:
    columns, person = table(found)
    cube = cube_of(columns, person, frozenset({"need", "reason"}))
    axes = [range(len(codes) + 1) for codes in cube.codes]
    for place in product(*axes):
        wanted = {
            name: codes[at]
            for name, codes, at in zip(cube.dimensions, cube.codes, place, strict=True)
            if at < len(codes)
        }
        inside = [at for at in range(len(found)) if all(columns[name][at] == code for name, code in wanted.items())]
        assert cube.cases[place] == len(inside)
        assert cube.people[place] == len({int(person[at]) for at in inside})


many = st.tuples(st.integers(0, 60), st.sampled_from("abc"), st.sampled_from("xyz"))


@given(st.lists(many, min_size=1, max_size=150, unique=True))
def test_no_small_cell_is_told_nor_left_alone_on_a_line(found: list[tuple[int, str, str]]) -> None:
    columns, person = table(found)
    cube = cube_of(columns, person, frozenset({"need", "reason"}))
    told = shown(cube)
    assert ((cube.cases[told] >= LEAST) | (cube.cases[told] == 0)).all()
    assert ((cube.people[told] >= LEAST) | (cube.cases[told] == 0)).all()
    for axis in range(told.ndim):
        assert not ((~told).sum(axis=axis) == 1).any()


def test_two_people_with_many_needs_are_not_five() -> None:
    columns = {"need": list("abcabc"), "reason": ["x"] * 6}
    cube = cube_of(columns, np.array([0, 0, 0, 1, 1, 1]), frozenset({"need", "reason"}))
    assert cube.cases[-1, -1] == 6
    assert cube.people[-1, -1] == 2
    assert not shown(cube).any()
