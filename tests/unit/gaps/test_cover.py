"""Greedy cover adds the most each time, nothing twice, and stays within the known bound of the best choice."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matching.gaps.cover import greedy_cover

tables = st.tuples(st.integers(0, 9), st.integers(0, 6)).flatmap(lambda shape: arrays(np.bool_, shape))


@given(tables)
def test_each_adds_the_most_that_is_left_and_nothing_twice(reaches: np.ndarray) -> None:
    left = np.ones(len(reaches), bool)
    for candidate, added in greedy_cover(reaches):
        assert added.sum() == (reaches & left[:, None]).sum(axis=0).max() > 0
        assert (added == (reaches[:, candidate] & left)).all()
        left &= ~added
    assert not (reaches & left[:, None]).any()


@given(tables, st.integers(1, 3))
def test_it_stays_within_the_bound_of_the_best_choice(reaches: np.ndarray, many: int) -> None:
    covered = sum(int(added.sum()) for _, (_, added) in zip(range(many), greedy_cover(reaches), strict=False))
    choices = combinations(range(reaches.shape[1]), min(many, reaches.shape[1]))
    best = max(int(reaches[:, list(chosen)].any(axis=1).sum()) for chosen in choices)
    assert covered >= (1 - 1 / np.e) * best - 1e-9


def test_it_ends_below_the_least() -> None:
    reaches = np.array([[1, 0], [1, 0], [1, 1], [0, 1]], bool)
    assert [(at, int(added.sum())) for at, added in greedy_cover(reaches, least=2)] == [(0, 3)]
