"""What a form sends, read: every field comes as text, an empty one says nothing."""

from datetime import date

from matching.errors import InvalidInputError


def words_of(typed: str) -> str | None:
    """Words without what stands around them; None for none."""
    return typed.strip() or None


def day_of(typed: str) -> date | None:
    """A day, None for none; InvalidInputError for what is no day."""
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise InvalidInputError(f"« {typed} » n'est pas un jour ; l'écrire comme 2027-01-31.") from error


def asked_day_of(typed: str) -> date:
    """A day that cannot be left out; InvalidInputError without one."""
    day = day_of(typed)
    if day is None:
        raise InvalidInputError("Il manque un jour ; l'indiquer, comme 2027-01-31.")
    return day


def number_of(typed: str) -> int | None:
    """A whole number, None for none; InvalidInputError for what is none."""
    if not typed.strip():
        return None
    try:
        return int(typed.strip())
    except ValueError as error:
        raise InvalidInputError(f"« {typed} » n'est pas un nombre entier ; l'écrire comme 80.") from error
