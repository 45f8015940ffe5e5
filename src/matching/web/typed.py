"""What people type into forms, as the service reads it."""

import math
from dataclasses import dataclass
from datetime import date

from matching.errors import InvalidInputError
from matching.messages.say import say

WHOLE = 100
"""Percent."""


@dataclass(frozen=True)
class Labelled:
    """A field of a form, named in a refusal as the form labels it."""

    key: str

    def label(self, lang: str) -> str:
        """The label in a language."""
        return say(lang, self.key)


def day_of(typed: str) -> date | None:
    """A day as a form sends it, None where it was left empty; InvalidInputError for what is none."""
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError as error:
        raise InvalidInputError("« {typed} » n'est pas un jour ; l'écrire comme 2027-01-31.", typed=typed) from error


def day_needed(typed: str, field: Labelled | None = None) -> date:
    """As `day_of`; InvalidInputError too where it was left empty, naming the field where a form asks for several."""
    day = day_of(typed)
    if day is None and field is not None:
        raise InvalidInputError("Il manque un jour, « {field} » ; l'indiquer.", field=field)
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


def percent_of(typed: str, field: Labelled) -> int | None:
    """Whole percent, None where it was left empty; InvalidInputError, naming the field, outside 0 to 100."""
    percent = whole_number_of(typed)
    if percent is not None and not 0 <= percent <= WHOLE:
        raise InvalidInputError(
            "{name} vaut de 0 à {most}, pas {number} ; corriger ce nombre.", name=field, most=WHOLE, number=percent
        )
    return percent
