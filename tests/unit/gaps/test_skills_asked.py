"""Skills asked for: labels of one meaning are one skill, and an option counts once for it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.gaps.skills_asked import most_asked


def test_two_labels_of_one_skill_count_as_one_and_an_option_once() -> None:
    close = np.eye(3, dtype=np.bool_)
    close[0, 1] = close[1, 0] = True
    ids = np.array([[0, 1], [0, -1], [1, 2], [-1, -1]], dtype=np.int32)
    first, second = most_asked(ids, lambda skill: close[skill])
    assert (first.alike, first.options) == ((0, 1), 3)
    assert (second.alike, second.options) == ((2,), 1)


@given(st.lists(st.lists(st.integers(-1, 5), min_size=3, max_size=3), max_size=9), st.integers(0, 2**15 - 1))
def test_each_skill_asked_for_is_counted_once_and_rightly(rows: list[list[int]], bits: int) -> None:
    ids = np.array(rows, dtype=np.int32).reshape(-1, 3)
    close = np.eye(6, dtype=np.bool_)
    for place, (one, other) in enumerate((a, b) for a in range(6) for b in range(a + 1, 6)):
        close[one, other] = close[other, one] = bool(bits >> place & 1)
    found = most_asked(ids, lambda skill: close[skill])
    counted = [skill for each in found for skill in each.alike]
    assert sorted(counted) == sorted({skill for row in rows for skill in row if skill >= 0})
    for each in found:
        assert each.options == sum(bool(set(row) & set(each.alike)) for row in rows)
        assert each.skill in each.alike
        assert all(close[each.skill, one] for one in each.alike)
    assert [each.options for each in found] == sorted((each.options for each in found), reverse=True)
