"""The two clocks against the vectors of the field, and what they do at the edge of what is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.places.names import CANTONS
from matching.working_days.calendars import calendar_of
from matching.working_days.deadlines import answer_due, last_restricted_day

VECTORS = [
    ("VD", "2026-01-05", "2026-01-12", "2026-01-08"),
    ("VD", "2026-04-02", "2026-04-13", "2026-04-09"),
    ("VD", "2026-05-13", "2026-05-21", "2026-05-19"),
    ("VD", "2026-09-18", "2026-09-28", "2026-09-24"),
    ("NE", "2026-09-18", "2026-09-25", "2026-09-23"),
    ("NE", "2027-02-26", "2027-03-08", "2027-03-04"),
    ("VD", "2026-12-23", "2026-12-31", "2026-12-29"),
    ("NE", "2026-04-02", "2026-04-13", "2026-04-08"),  # Easter Monday is disputed there
]
DAYS = st.dates(date(2025, 1, 1), date(2031, 11, 30))
ANY_CANTON = st.sampled_from(sorted(CANTONS))


@pytest.mark.parametrize(("canton", "published", "last", "due"), VECTORS)
def test_vector(canton: str, published: str, last: str, due: str) -> None:
    day = date.fromisoformat(published)
    assert last_restricted_day(day, canton) == date.fromisoformat(last)
    assert answer_due(day, canton) == date.fromisoformat(due)


def test_easter_monday_in_neuchatel_lengthens_and_never_postpones() -> None:
    """Without the dispute the embargo would end on Friday 10 April: the list used does not count the Monday."""
    neuchatel, day = calendar_of("NE"), date(2026, 4, 2)
    assert neuchatel is not None
    assert date(2026, 4, 6) in neuchatel.disputed
    assert neuchatel.nth_at_earliest(day, 5) == date(2026, 4, 10)
    assert neuchatel.nth_at_latest(day, 3) == date(2026, 4, 9)


def test_without_a_complete_notice_the_clock_stands() -> None:
    assert answer_due(None, "VD") is None


@pytest.mark.parametrize("canton", [None, "XX", "", "CH", "vd"])
def test_an_unknown_calendar_tells_nothing(canton: str | None) -> None:
    day = date(2026, 1, 5)
    assert (last_restricted_day(day, canton), answer_due(day, canton)) == (None, None)


@pytest.mark.parametrize("published", [date(2024, 12, 31), date(2031, 12, 26), date(2032, 1, 5), date(2019, 5, 5)])
def test_a_year_that_is_not_in_the_data_tells_nothing(published: date) -> None:
    assert last_restricted_day(published, "VD") is None


def test_the_last_days_of_the_data_still_tell_what_they_can() -> None:
    assert answer_due(date(2031, 12, 26), "VD") == date(2031, 12, 31)


@given(ANY_CANTON, DAYS, st.integers(1, 10))
def test_nth_is_a_working_day_and_so_many_lie_between(canton: str, day: date, n: int) -> None:
    calendar = calendar_of(canton)
    assert calendar is not None
    off = calendar.holidays | calendar.disputed
    last = calendar.nth_at_latest(day, n)
    assert last is not None
    between = [day + timedelta(days=i) for i in range(1, (last - day).days + 1)]
    assert sum(each.weekday() < 5 and each not in off for each in between) == n
    assert last.weekday() < 5
    assert last not in off
    earliest = calendar.nth_at_earliest(day, n)
    assert earliest is not None
    assert earliest <= last


@given(ANY_CANTON, DAYS)
def test_a_later_publication_never_ends_earlier(canton: str, day: date) -> None:
    first, second = (last_restricted_day(each, canton) for each in (day, day + timedelta(days=1)))
    assert first is not None
    assert second is not None
    assert day + timedelta(days=5) <= first <= second
