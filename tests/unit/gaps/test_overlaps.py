"""Near-duplicates: found by content, for the same end, across catalogues, near each other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.gaps.overlaps import Offers, near_duplicates
from matching.places.distance import kilometres

HERE, NEARBY, FAR = (46.99, 6.93), (47.0, 6.94), (46.2, 6.14)


def offers(
    *rows: tuple[list[float], int, int, int, tuple[float, float]],
) -> Offers:
    """Content, catalogue, needs, type, place of each."""
    vectors = np.array([row[0] for row in rows], dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Offers(
        roles=vectors,
        bodies=vectors,
        catalogue=np.array([row[1] for row in rows], dtype=np.int64),
        needs=np.array([row[2] for row in rows], dtype=np.uint64),
        type=np.array([row[3] for row in rows], dtype=np.int64),
        latitude=np.array([row[4][0] for row in rows]),
        longitude=np.array([row[4][1] for row in rows]),
    )


def test_two_watchmaking_courses_of_two_payers_are_told_and_nothing_else() -> None:
    watch, watch_too, cooking = [1.0, 0.1], [1.0, 0.2], [0.0, 1.0]
    found = near_duplicates(
        offers(
            (watch, 0, 1, 2, HERE),
            (watch_too, 1, 1, 2, NEARBY),
            (watch_too, 0, 1, 2, HERE),  # the same payer
            (watch_too, 2, 1, 2, FAR),  # another region
            (watch_too, 3, 4, 5, HERE),  # for another need, of another type
            (cooking, 4, 1, 2, HERE),
        ),
        least=0.8,
    )
    assert {(pair.first, pair.second) for pair in found} == {(0, 1), (1, 2)}


def test_an_unknown_place_excludes_nothing_and_its_distance_is_unknown() -> None:
    (pair,) = near_duplicates(offers(([1.0], 0, 1, -1, HERE), ([1.0], 1, 1, -1, (np.nan, np.nan))))
    assert np.isnan(pair.kilometres)


def test_an_unknown_type_is_not_the_same_type() -> None:
    assert near_duplicates(offers(([1.0], 0, 0, -1, HERE), ([1.0], 1, 0, -1, HERE))) == []


ROWS = st.lists(
    st.tuples(
        st.lists(st.integers(1, 9).map(float), min_size=3, max_size=3),
        st.integers(0, 2),
        st.integers(0, 7),
        st.integers(-1, 2),
        st.sampled_from([HERE, NEARBY, FAR, (np.nan, np.nan)]),
    ),
    max_size=8,
)


@given(ROWS)
def test_it_is_every_pair_looked_at_one_by_one(
    rows: list[tuple[list[float], int, int, int, tuple[float, float]]],
) -> None:
    if not rows:
        return
    given_ = offers(*rows)
    expected = set()
    for first in range(len(rows)):
        for second in range(first + 1, len(rows)):
            one, other = rows[first], rows[second]
            likeness = float(given_.roles[first] @ given_.roles[second])
            apart = float(kilometres(*one[4], [other[4][0]], [other[4][1]])[0])
            same = bool(one[2] & other[2]) or one[3] == other[3] >= 0
            if likeness >= 0.9 + 1e-6 and same and one[1] != other[1] and not apart > 20:
                expected.add((first, second))
    found = near_duplicates(given_, least=0.9 + 1e-6)
    assert {(pair.first, pair.second) for pair in found} == expected
    assert [pair.likeness for pair in found] == sorted((pair.likeness for pair in found), reverse=True)
