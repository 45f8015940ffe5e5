"""Months as the laws count them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from matching.eligibility.months import full_months


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
