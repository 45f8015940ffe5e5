"""Few rows stay near the hand-set effect, many speak for themselves."""

import pytest

from matching_training.fit.doubly_robust import Mean
from matching_training.fit.shrinkage import PRIOR_SPREAD, shrink


def test_nothing_known_changes_nothing() -> None:
    found = shrink({})
    assert (found.others, found.others_error) == (0, PRIOR_SPREAD)
    assert shrink({1: Mean(5.0, float("inf"), 1)}).by_type == {}


def test_an_uncertain_type_stays_and_a_certain_one_moves() -> None:
    found = shrink({1: Mean(10.0, 30.0, 60), 2: Mean(6.0, 0.3, 40_000)})
    assert abs(found.by_type[1].kept - found.others) < 0.5
    assert found.by_type[2].kept == pytest.approx(6.0, abs=0.3)
    assert found.by_type[2].error < found.by_type[1].error <= found.others_error + 1


def test_what_holds_for_all_types_holds_for_one_that_nobody_saw() -> None:
    found = shrink({each: Mean(-4.0, 0.4, 5000) for each in range(6)})
    assert -4 < found.others < -2
    assert all(each.kept == pytest.approx(-4, abs=0.5) for each in found.by_type.values())


def test_types_that_differ_by_chance_alone_are_drawn_together() -> None:
    deviations = {0: 3.0, 1: -3.0, 2: 2.0, 3: -2.0, 4: 1.0, 5: -1.0}
    found = shrink({each: Mean(d, 4.0, 100) for each, d in deviations.items()})
    assert all(abs(found.by_type[each].kept) < 0.3 * abs(d) for each, d in deviations.items())
