"""Where and when what is stated may be: in a territory that there is, within years that somebody steers by."""

from datetime import date, datetime

from matching.errors import InvalidInputError
from matching.places.territories import there_is
from matching.working_days.swiss_time import swiss_day

FIRST = date(1950, 1, 1)
"""The first day of which places are stated: a house figure, against years mistyped."""
YEARS_AHEAD = 20
"""How many years from now a target or a promise may lie: a house figure, against years mistyped."""


def check_territory(territory: str) -> None:
    """InvalidInputError for a canton or département that there is not."""
    if not there_is(territory):
        raise InvalidInputError(
            "Il n'y a ni canton ni département « {territory} » ; l'écrire comme CH-NE ou FR-07.", territory=territory
        )


def check_day(day: date, at: datetime) -> None:
    """InvalidInputError for a day before the first or too far ahead."""
    last = date(swiss_day(at).year + YEARS_AHEAD, 12, 31)
    if not FIRST <= day <= last:
        raise InvalidInputError(
            "Le {day} n'est pas entre le {first} et le {last} ; corriger l'année.", day=day, first=FIRST, last=last
        )
