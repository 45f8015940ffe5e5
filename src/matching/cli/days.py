"""Moments as people read them: the day in Switzerland."""

from datetime import datetime, timedelta

from matching.errors import InvalidInputError
from matching.working_days.swiss_time import SWISS_TIME


def day(moment: datetime) -> str:
    """The Swiss day of an aware moment, dd.mm.yyyy."""
    return moment.astimezone(SWISS_TIME).strftime("%d.%m.%Y")


def after(day: datetime) -> datetime:
    """The first moment in Switzerland after a day given as its naive midnight."""
    try:
        return (day + timedelta(days=1)).replace(tzinfo=SWISS_TIME)
    except OverflowError as error:
        raise InvalidInputError("Une date est hors des limites du calendrier ; la corriger.") from error
