"""What people type into forms, as the service reads it."""

import math
from datetime import date

from matching.errors import InvalidInputError


def day_of(typed: str) -> date | None:
    """A day as a form sends it, None where it was left empty; InvalidInputError for what is none."""
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise InvalidInputError("« {typed} » n'est pas un jour ; l'écrire comme 2027-01-31.", typed=typed) from error


def day_needed(typed: str) -> date:
    """As `day_of`; InvalidInputError too where it was left empty."""
    day = day_of(typed)
    if day is None:
        raise InvalidInputError("Il manque le jour ; l'indiquer.")
    return day


def words_of(typed: str) -> str | None:
    """Words without the space around them; None where nothing was typed."""
    return typed.strip() or None


def lines_of(typed: str) -> tuple[str, ...]:
    """One item per line that says something."""
    return tuple(line.strip() for line in typed.splitlines() if line.strip())


def number_of(typed: str) -> float | None:
    """A number with a point or a comma, None where it was left empty; InvalidInputError for what is none."""
    plain = typed.strip().replace("'", "").replace("’", "").replace(",", ".")
    if not plain:
        return None
    try:
        number = float(plain)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InvalidInputError(
            "« {typed} » n'est pas un nombre ; l'écrire comme 1200 ou 1200.50.", typed=typed.strip()
        )
    return number


def whole_number_of(typed: str) -> int | None:
    """A whole number, None where it was left empty; InvalidInputError for what is none."""
    if not typed.strip():
        return None
    try:
        return int(typed.strip())
    except ValueError as error:
        raise InvalidInputError("« {typed} » n'est pas un nombre entier ; l'écrire comme 80.", typed=typed) from error
