"""The day in Switzerland: every question of postings and of mandates is about a moment, and a moment has a zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from matching.errors import InvalidInputError

SWISS_TIME = ZoneInfo("Europe/Zurich")


def refuse_naive(at: datetime) -> None:
    """InvalidInputError for a moment without time zone: nobody could tell on which day it falls."""
    if at.utcoffset() is None:
        raise InvalidInputError("L'instant de la demande n'a pas de fuseau horaire ; en indiquer un.")


def swiss_day(at: datetime) -> date:
    """The day of an aware moment in Switzerland; InvalidInputError for a naive one."""
    refuse_naive(at)
    return at.astimezone(SWISS_TIME).date()
