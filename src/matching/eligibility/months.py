"""Whole months in the calendar: periods of the laws are counted in them."""

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def full_months(since: date, until: date) -> int:
    """Full months from one day to another; what began on a 31st is full on the 1st where a month has no 31st."""
    return (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
