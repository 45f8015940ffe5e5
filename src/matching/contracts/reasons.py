"""Why a value does not hold to its contract, in French, for whoever corrects the file."""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from matching.contracts import benefit_control
from matching.contracts.benefit_control import is_of_benefit_control
from matching.domain.unit import TERRITORY_OF_UNIT
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.word import IDENTIFIER_PATTERN, TERRITORY_PATTERN, Word
from matching.errors import InvalidInputError

W = TypeVar("W", bound=Word)

_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")
_CODES_SHOWN = 15
_SHOWN = 60  # characters of a wrong value that a reason repeats

_INTEGER = "doit être un nombre entier"
_NUMBER = "doit être un nombre"
_YES_NO = "doit être vrai ou faux"
_DATE = "doit être une date (2026-11-30)"
_MOMENT = "doit être une date avec heure et fuseau (2026-11-30T08:00:00+01:00)"
_LIST = "doit être une liste"
_OBJECT = "doit être un objet avec des champs"

_FIXED: Mapping[str, str] = {
    "missing": "valeur manquante",
    "extra_forbidden": "champ inconnu",
    "string_type": "doit être un texte",
    "int_type": _INTEGER,
    "int_parsing": _INTEGER,
    "int_parsing_size": _INTEGER,
    "int_from_float": _INTEGER,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": "doit être un nombre fini",
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": "doit être une date sans heure (2026-11-30)",
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "datetime_object_invalid": _MOMENT,
    "timezone_aware": "doit indiquer le fuseau horaire (2026-11-30T08:00:00+01:00)",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _OBJECT,
    "dict_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "union_tag_not_found": "valeur manquante : « kind » dit de quoi il s'agit",
    "json_invalid": "texte illisible : caractère incomplet",
    "slash_in_person_id": "un identifiant de dossier n'a pas de « / » ; le remplacer, par exemple par « - »",
    "session_twice": "deux sessions commencent le même jour ; n'en garder qu'une",
    "session_without_start": "une session commence un jour absent de timing.starts_on ; l'y ajouter ou la retirer",
    "session_of_rolling": "on y entre en tout temps (timing.rolling) ; retirer les sessions ou mettre rolling à faux",
    "string_unicode": "texte illisible : caractère incomplet",
}

_FORMS: Mapping[str, str] = {
    IDENTIFIER_PATTERN: "lettres sans accent, chiffres et . _ : @ + -, sans espace",  # "/" not for people: unsaid
    TERRITORY_PATTERN: "pays, canton, département ou commune : CH, CH-VD, FR-54, CH-VD-5586",
    TERRITORY_OF_UNIT: "canton ou département : CH-VD, FR-54",
}
"""What a pattern allows, in words."""


def reason(error: ErrorDetails) -> str:
    """One plain sentence without a final stop, for one error found by pydantic."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden" and is_of_benefit_control(str(error["loc"][-1])):
        return benefit_control.REASON
    if kind in _FIXED:
        return _FIXED[kind]
    if kind in _WITH_LIMITS:
        return _WITH_LIMITS[kind](error["input"], context)
    return f"valeur refusée : {error['msg']}"


def reason_without_value(error: ErrorDetails) -> str:
    """As `reason`, for answers and logs that must not repeat what was sent."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in {"enum", "literal_error", "union_tag_invalid"}:
        codes = _QUOTED.findall(str(context.get("expected", context.get("expected_tags", ""))))
        return f"code inconnu ; attendus : {_first(codes)}"
    if kind == "string_pattern_mismatch":
        form = _FORMS.get(str(context.get("pattern", "")))
        return "n'a pas la forme attendue" + (f" ({form})" if form else "")
    return reason(error) if kind in _FIXED or kind in _WITH_LIMITS else "valeur refusée"


def word_from(word: type[W], refused: str, fields: Mapping[str, Any]) -> W:
    """A word from what a command was given; InvalidInputError, "refused" with field and what is expected, else."""
    try:
        return word.model_validate(fields)
    except ValidationError as wrong:
        error = wrong.errors(include_url=False)[0]
        field = ".".join(map(str, error["loc"]))
        raise InvalidInputError(f"{refused} : {field} : {_expected(word, error)}.") from wrong
    except OverflowError as wrong:
        raise InvalidInputError(f"{refused} : une date est hors des limites du calendrier.") from wrong


def codes_in_words(codes: type[ClosedList]) -> str:
    """The members of a closed list, each with its French label."""
    return " ; ".join(f"{code.value} = {code.fr}" for code in codes)


def _expected(word: type[Word], error: ErrorDetails) -> str:
    """The reason; of a closed list every code, with its label."""
    field = word.model_fields.get(str(error["loc"][0]))
    codes = closed_list_in(field.annotation) if field else None
    if error["type"] != "enum" or codes is None:
        return reason(error)
    return f"code inconnu « {shown(error['input'])} » ; attendus : {codes_in_words(codes)}"


def closed_list_in(annotation: Any) -> type[ClosedList] | None:
    """The closed list that a field or an option takes its values from, itself or as an element; else None."""
    if isinstance(annotation, type) and issubclass(annotation, ClosedList):
        return annotation
    return next((found for part in get_args(annotation) if (found := closed_list_in(part))), None)


def shown(value: Any) -> str:
    """A wrong value as a reason repeats it: short, on one line, signs that cannot be printed as �."""
    try:
        text = " ".join(str(value).split())
    except ValueError:  # an integer of thousands of digits
        return "nombre démesuré"
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(sign if sign.isprintable() else "�" for sign in text)


def unknown_code(value: Any, expected: list[str]) -> str:
    """What is said of a code outside its closed list."""
    found = f"« {shown(value)} »" if isinstance(value, str | int | float) else "illisible"
    return f"code inconnu {found} ; attendus : {_first(expected)}"


def _first(codes: list[str]) -> str:
    more = f" … ({len(codes)} en tout)" if len(codes) > _CODES_SHOWN else ""
    return ", ".join(codes[:_CODES_SHOWN]) + more


def _enumerated(value: Any, context: Mapping[str, Any]) -> str:
    return unknown_code(value, _QUOTED.findall(str(context.get("expected", ""))))


def _tag(value: Any, context: Mapping[str, Any]) -> str:
    return unknown_code(context.get("tag", value), _QUOTED.findall(str(context.get("expected_tags", ""))))


def _limit(words: str, key: str) -> Callable[[Any, Mapping[str, Any]], str]:
    def sentence(_value: Any, context: Mapping[str, Any]) -> str:
        limit = context.get(key)
        return words.format(f"{limit:g}" if isinstance(limit, float) else limit)

    return sentence


def _too_short(_value: Any, context: Mapping[str, Any]) -> str:
    least = context.get("min_length")
    return "ne doit pas être vide" if least == 1 else f"doit compter au moins {least} caractères"


def _too_long(value: Any, context: Mapping[str, Any]) -> str:
    found = f" (ici {len(value)})" if isinstance(value, str) else ""
    return f"doit compter au plus {context.get('max_length')} caractères{found}"


def _pattern(value: Any, context: Mapping[str, Any]) -> str:
    form = _FORMS.get(str(context.get("pattern", "")))
    return f"« {shown(value)} » n'a pas la forme attendue" + (f" ({form})" if form else "")


_WITH_LIMITS: Mapping[str, Callable[[Any, Mapping[str, Any]], str]] = {
    "enum": _enumerated,
    "literal_error": _enumerated,
    "union_tag_invalid": _tag,
    "greater_than_equal": _limit("doit être au moins {}", "ge"),
    "greater_than": _limit("doit être plus grand que {}", "gt"),
    "less_than_equal": _limit("doit être au plus {}", "le"),
    "less_than": _limit("doit être plus petit que {}", "lt"),
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "too_short": _limit("doit compter au moins {} éléments", "min_length"),
    "too_long": _limit("doit compter au plus {} éléments", "max_length"),
}
