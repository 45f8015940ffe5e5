"""From scores to a slate: order, diversity, next step, and an allowed empty answer."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.ranking.slate import Slate, SlatePolicy, build_slate

VACANCY, MEASURE, PLACEMENT = 0, 1, 2


def slate_of(
    scores: list[float],
    kinds: list[int] | None = None,
    providers: list[int] | None = None,
    lifts: list[int] = (),  # type: ignore[assignment]
    policy: SlatePolicy = SlatePolicy(limit=4, min_gain=0.3),  # noqa: B008 - frozen
) -> Slate:
    n = len(scores)
    marks = np.zeros(n, dtype=np.bool_)
    marks[list(lifts)] = True
    return build_slate(
        np.array(scores, dtype=float),
        np.array(kinds or [VACANCY] * n, dtype=np.int8),
        np.array(providers or [0] * n, dtype=np.int64),
        marks,
        policy,
    )


def test_best_first() -> None:
    assert slate_of([1.0, 3.0, 2.0]).positions == (1, 2, 0)


def test_nothing_below_the_least_gain() -> None:
    assert slate_of([0.2, 0.1, -3.0]).positions == ()


def test_one_provider_does_not_fill_the_slate() -> None:
    assert slate_of([9, 8, 7, 6], providers=[5, 5, 5, 6]).positions == (0, 1, 3)


def test_each_kind_keeps_its_places() -> None:
    kinds = [VACANCY] * 6 + [MEASURE, MEASURE, PLACEMENT]
    slate = slate_of([9, 8, 7, 6, 5, 4, 2, 1, 0.9], kinds, policy=SlatePolicy(limit=6, min_gain=0.3))
    assert slate.positions == (0, 1, 2, 6, 7, 8)


def test_the_next_step_stands_first_and_once() -> None:
    slate = slate_of([9, 8, 7], kinds=[VACANCY, VACANCY, MEASURE], lifts=[2])
    assert slate.positions == (2, 0, 1)
    assert slate.next_step == 2


def test_a_next_step_too_weak_to_be_shown_is_none() -> None:
    assert slate_of([9, 0.1], lifts=[1]).next_step is None


@given(
    st.lists(
        st.tuples(st.floats(-5, 20), st.integers(0, 2), st.integers(0, 4), st.booleans()), min_size=0, max_size=40
    ),
    st.integers(1, 12),
)
def test_every_slate_is_short_distinct_worth_showing_and_diverse(
    options: list[tuple[float, int, int, bool]], limit: int
) -> None:
    scores, kinds, providers = ([option[i] for option in options] for i in range(3))
    policy = SlatePolicy(limit=limit, min_gain=0.3)
    slate = slate_of(scores, kinds, providers, [i for i, option in enumerate(options) if option[3]], policy)  # type: ignore[arg-type]
    assert len(slate.positions) == len(set(slate.positions)) <= limit
    assert all(scores[position] >= policy.min_gain for position in slate.positions)
    named = Counter(providers[position] for position in slate.positions if providers[position])
    others = named - Counter([providers[slate.next_step]]) if slate.next_step is not None else named
    assert all(count <= policy.per_provider for count in others.values())
