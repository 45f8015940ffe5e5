"""Whole months and days in the calendar, which ends: a day beyond it, as some files write for "no end", is its last."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if year > MAXYEAR else date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def days_after(day: date, days: int) -> date:
    """The day some days later, or earlier where they are negative."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def full_months(since: date, until: date) -> int:
    """Full months from one day to another; what began on a 31st is full on the 1st where a month has no 31st."""
    return (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
