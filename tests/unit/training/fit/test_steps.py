"""Steps: monotone where they must be, thin where training saw too little."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching_training.fit.steps import Steps, ends_marked, made_monotone

values = st.lists(st.floats(-3, 3), min_size=2, max_size=8)


@given(values, st.sampled_from([-1, 1]), st.integers(0, 99))
def test_made_monotone_is_monotone_and_leaves_what_is_alone(given_values: list[float], way: int, seed: int) -> None:
    cuts = np.arange(1.0, len(given_values))
    x = np.random.default_rng(seed).uniform(0, len(given_values), 50)
    steps = Steps(cuts, np.array(given_values), np.zeros(len(given_values)))
    once = made_monotone(steps, x, way)
    assert (np.diff(once.values) * way >= 0).all()
    assert made_monotone(once, x, way) is once
    assert made_monotone(steps, x, 0) is steps


def test_beyond_what_training_saw_a_value_keeps_its_step_and_is_thin() -> None:
    x = np.concatenate([np.linspace(0, 50, 101), [np.nan]])
    steps = Steps(np.array([25.0]), np.array([1.0, -1.0]), np.array([0.1, 0.2]))
    table = ends_marked(steps, x, 10, unknown=(0.3, 0.4), source="test")
    at = np.array([-5.0, 0.5, 20.0, 25.0, 45.0, 49.9, 300.0, np.nan])
    assert table.term(at).tolist() == [1, 1, 1, -1, -1, -1, -1, 0.3]
    assert table.error(at).tolist() == [0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2, 0.4]
    assert table.is_thin(at).tolist() == [True, True, False, False, False, True, True, True]


def test_a_yes_or_no_of_which_both_were_seen_is_never_thin() -> None:
    x = np.repeat([0.0, 1.0], 20)
    table = ends_marked(
        Steps(np.array([0.5]), np.array([-1.0, 1.0]), np.zeros(2)), x, 10, unknown=(0, 0), source="test"
    )
    assert table.is_thin(np.array([0.0, 1.0])).tolist() == [False, False]
    rare = ends_marked(
        Steps(np.array([0.5]), np.array([-1.0, 1.0]), np.zeros(2)), x[:25], 10, unknown=(0, 0), source="test"
    )
    assert rare.is_thin(np.array([0.0, 1.0])).tolist() == [False, True]
