"""The demo is dated around today: every date moves by whole weeks, weekdays stay."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.use_cases.run_demo import shift_dates, weeks_between

ANCHOR = date(2026, 11, 16)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_whole_weeks_to_the_monday_of_a_day(day: date) -> None:
    moved = ANCHOR + timedelta(weeks=weeks_between(ANCHOR, day))
    assert moved <= day < moved + timedelta(days=7)
    assert moved.weekday() == 0


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_every_date_moves_and_keeps_its_weekday(day: date, weeks: int) -> None:
    text = f'{{"from": "{day.isoformat()}", "at": "{day.isoformat()}T08:00:00+01:00"}}'
    moved = day + timedelta(weeks=weeks)
    assert shift_dates(text, weeks) == text.replace(day.isoformat(), moved.isoformat())
    assert moved.weekday() == day.weekday()


def test_what_is_no_date_stays() -> None:
    text = "1234-56-78, 079 123-45-67, +41 2026-11-160, chapitre 12-11-10"
    assert shift_dates(text, 3) == text
