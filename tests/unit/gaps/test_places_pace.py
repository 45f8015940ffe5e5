"""Places on the way to a target: Neuchâtel's own figures, and what no figure can say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.gaps.places_pace import Count, pace

END = {year: date(year, 12, 31) for year in (2011, 2012, 2014)}
READ = date(2013, 3, 1)


@pytest.mark.parametrize(
    ("first", "then", "target", "distance", "needed", "observed", "standing"),
    [
        (142, 91, 0, -91, -45.5, -50.9, "on_pace"),
        (14, 22, 58, 36, 18.0, 8.0, "behind"),
        (48, 86, 136, 50, 25.0, 37.9, "on_pace"),
        (204, 199, 194, -5, -2.5, -5.0, "on_pace"),
    ],
)
def test_neuchatel_2011_to_2014(
    first: int, then: int, target: int, distance: int, needed: float, observed: float, standing: str
) -> None:
    found = pace([Count(END[2012], then), Count(END[2011], first)], Count(END[2014], target), READ)
    assert found is not None
    assert found.last == Count(END[2012], then)
    assert found.distance == distance
    assert found.needed == pytest.approx(needed, abs=0.05)
    assert found.observed == pytest.approx(observed, abs=0.05)
    assert found.standing == standing


def test_going_the_wrong_way_is_behind_and_one_count_tells_no_pace() -> None:
    target = Count(END[2014], 100)
    away = pace([Count(END[2011], 60), Count(END[2012], 50)], target, READ)
    once = pace([Count(END[2012], 50)], target, READ)
    assert away is not None
    assert away.standing == "behind"
    assert once is not None
    assert (once.observed, once.standing) == (None, "unknown")


def test_on_its_day_a_target_is_reached_or_missed_and_later_counts_do_not_change_that() -> None:
    target = Count(END[2012], 50)
    late = Count(END[2014], 50)
    for places, standing in ((50, "reached"), (49, "missed")):
        found = pace([Count(END[2012], places), late], target, date(2026, 11, 21))
        assert found is not None
        assert (found.standing, found.needed if places != 50 else None) == (standing, None)
    assert pace([late], target, READ) is None


def test_a_day_that_is_over_and_was_not_counted_is_told_as_past() -> None:
    counts = [Count(END[2011], 48), Count(END[2012], 86)]
    target = Count(END[2014], 136)
    standings = {
        day: found.standing
        for day in (END[2014], END[2014] + timedelta(days=1), date(2026, 11, 21))
        if (found := pace(counts, target, day)) is not None
    }
    assert list(standings.values()) == ["on_pace", "past", "past"]
    there = pace([*counts, Count(END[2014], 130)], target, date(2026, 11, 21))
    already = pace([*counts, Count(date(2013, 12, 31), 136)], target, date(2026, 11, 21))
    once = pace(counts[:1], target, date(2026, 11, 21))
    assert [found.standing for found in (there, already, once) if found] == ["missed", "reached", "past"]


@given(
    days=st.lists(st.integers(0, 3000), min_size=2, max_size=6, unique=True),
    start=st.integers(0, 500),
    per_day=st.integers(-3, 3),
)
def test_a_straight_line_is_always_on_pace_to_its_own_end(days: list[int], start: int, per_day: int) -> None:
    line = [Count(END[2011] + timedelta(days=day), 10_000 + start + per_day * day) for day in sorted(days)]
    found = pace(line[:-1], line[-1], line[-1].on)
    assert found is not None
    if per_day == 0:
        assert found.standing == "reached"
    elif len(line) > 2:
        assert found.observed == pytest.approx(found.needed)
