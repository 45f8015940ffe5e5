"""Moments as people read them: the day in Switzerland."""

from datetime import datetime

from matching.working_days.swiss_time import SWISS_TIME


def day(moment: datetime) -> str:
    """The Swiss day of an aware moment, dd.mm.yyyy."""
    return moment.astimezone(SWISS_TIME).strftime("%d.%m.%Y")
