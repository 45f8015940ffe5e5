"""Months as the laws count them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from matching.eligibility.months import days_after, full_months, months_after


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_full_months_begin_on_the_same_day_of_the_month(since: date, months: int) -> None:
    year, month = divmod(since.month - 1 + months, 12)
    if since.day <= 28:
        until = date(since.year + year, month + 1, since.day)
        assert full_months(since, until) == months
        assert full_months(since, date.fromordinal(until.toordinal() - 1)) == months - 1


def test_a_31st_is_full_on_the_1st() -> None:
    assert full_months(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert full_months(date(2026, 1, 31), date(2026, 3, 1)) == 1


@given(st.dates(), st.integers(-200_000, 200_000))
def test_the_calendar_ends_and_nothing_falls_off_it(day: date, count: int) -> None:
    for later in (months_after(day, count), days_after(day, count)):
        assert date.min <= later <= date.max
        assert later >= day if count >= 0 else later <= day
    assert days_after(days_after(day, count), -count) == day or days_after(day, count) in {date.min, date.max}
