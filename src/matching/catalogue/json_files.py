"""Reading JSON and JSON lines: finite numbers, objects of reasonable depth, texts that every store can keep."""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from matching.catalogue.rows import (
    MAX_FIELD,
    MAX_FIELD_IN_WORDS,
    Row,
    Rows,
    detect_encoding,
    open_checked,
    readable,
    started,
    text_lines,
)
from matching.contracts.reasons import shown
from matching.errors import InvalidInputError

MAX_JSON = 200_000_000  # bytes of one JSON document, which is read whole
MAX_DEPTH = 100  # levels of objects and lists within one record

Items = Callable[[Any], Iterable[Any]] | str | None

_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*+"|(-?Infinity|NaN)')
_SURROGATE = re.compile("[\ud800-\udfff]")
_SYNTAX = {  # what Python's parser says
    "Expecting value": "une valeur est attendue",
    "Expecting property name enclosed in double quotes": "un nom de champ entre guillemets doubles est attendu",
    "Expecting ':' delimiter": "« : » est attendu",
    "Expecting ',' delimiter": "« , » est attendu",
    "Illegal trailing comma before end of object": "virgule de trop à la fin d'un objet",
    "Illegal trailing comma before end of array": "virgule de trop à la fin d'une liste",
    "Unterminated string starting at": "un texte n'est pas refermé",
    "Invalid control character at": "un texte contient un caractère de contrôle",
    "Invalid \\escape": "barre oblique inverse non admise",
    "Invalid \\uXXXX escape": "code \\u incomplet",
    "Extra data": "du texte suit la fin du document",
}
_LAYOUT = (KeyError, IndexError, TypeError, AttributeError, ValueError)


def read_json(path: Path, items: Items = None) -> Rows:
    """Rows of one JSON document, `line` being the place in its list from 1.

    `items` finds the list: None when the document is the list, a key of the document, or a function of it. A member
    that is no object, or holds what no store can keep, carries a problem; InvalidInputError, with line and column
    where the syntax is wrong, for the document as a whole.
    """
    open_checked(path, MAX_JSON).close()
    encoding, warnings = detect_encoding(path)
    with readable(path):
        text = path.read_text(encoding=encoding)
    try:
        document = _parsed(text)
    except _FlawError as flaw:
        line = text.count("\n", 0, flaw.offset) + 1
        column = flaw.offset - text.rfind("\n", 0, flaw.offset)
        where = f"ligne {line}, colonne {column} : " if flaw.offset >= 0 else ""
        raise InvalidInputError(f"{path} : {where}{flaw} ; corriger le fichier ou l'exporter à nouveau.") from flaw
    members = _members(path, document, items)
    return Rows(started(path, (_row(number, member) for number, member in enumerate(members, 1))), encoding, warnings)


def read_json_lines(path: Path) -> Rows:
    """Rows of a file with one JSON object a line; blank lines are skipped, a line that is no object is a problem.

    InvalidInputError for what is wrong with the file as a whole.
    """
    encoding, warnings = detect_encoding(path)
    return Rows(started(path, _lines(path, encoding)), encoding, warnings)


class _FlawError(Exception):
    """Why a text is no JSON for us; `offset` counts characters from 0 and is negative where the place is unknown."""

    def __init__(self, reason: str, offset: int = -1) -> None:
        super().__init__(reason)
        self.offset = offset


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise _FlawError(f"ce n'est pas du JSON ({_SYNTAX.get(error.msg, error.msg)})", error.pos) from error
    except RecursionError as error:
        raise _FlawError("trop de niveaux d'objets ou de listes") from error
    except _NotFiniteError as error:
        found = (match for match in _NO_NUMBER.finditer(text) if match[1])
        place = next(found, None)
        raise _FlawError(f"{error} n'est pas un nombre fini", place.start() if place else -1) from error
    except ValueError as error:  # Python refuses integers of more than 4,300 digits
        raise _FlawError("un nombre a des milliers de chiffres") from error


class _NotFiniteError(Exception):
    """NaN, an infinity, or a number too large for a float."""


def _no_number(name: str) -> NoReturn:
    raise _NotFiniteError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _NotFiniteError(digits[:40])
    return number


def _members(path: Path, document: Any, items: Items) -> Iterable[Any]:
    if callable(items):
        try:
            return list(items(document))
        except _LAYOUT as error:
            raise InvalidInputError(
                f"{path} n'a pas la structure attendue ; choisir un fichier de la bonne source."
            ) from error
    found = document
    if items is not None:
        found = document.get(items) if isinstance(document, dict) else None
    if isinstance(found, list):
        return found
    wanted = "une liste" if items is None else f"un objet avec une liste sous « {items} »"
    keys = ", ".join(f"« {shown(key)} »" for key in list(document)[:5]) if isinstance(document, dict) else ""
    seen = f"un objet avec {keys}" if keys else _kind(document)
    raise InvalidInputError(
        f"{path} devrait contenir {wanted} et contient {seen} ; choisir un fichier de la bonne source."
    )


def _lines(path: Path, encoding: str) -> Iterator[Row]:
    first = True
    for number, line in enumerate(text_lines(path, encoding), 1):
        text = line.strip()
        if not text:
            continue
        if first and (text in {"[", "{"} or text.startswith(("[{", "[ {"))):
            raise InvalidInputError(f"{path} contient un seul document JSON, pas un objet par ligne ; le nommer .json.")
        first = False
        try:
            yield _row(number, _parsed(text))
        except _FlawError as flaw:
            place = f"colonne {flaw.offset + 1} : " if flaw.offset >= 0 else ""
            yield Row(number, {}, f"{place}{flaw}")


def _row(number: int, member: Any) -> Row:
    if not isinstance(member, dict):
        return Row(number, {}, f"un objet est attendu ; trouvé : {_kind(member)}")
    flaw = _flaw(member)
    return Row(number, {}, flaw) if flaw else Row(number, member)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    kinds = {bool: "vrai ou faux", int: "un nombre", float: "un nombre", str: "un texte", list: "une liste"}
    return kinds.get(type(value), "un objet")


def _flaw(record: dict[str, Any]) -> str | None:
    """The first thing in a record that could not be kept, as a sentence; walks without recursion."""
    level: list[Any] = [record]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for container in level:
            if isinstance(container, dict):
                below.extend(container)
                below.extend(container.values())
            else:
                below.extend(container)
        for text in below:
            if isinstance(text, str):
                if len(text) > MAX_FIELD:
                    return f"un texte dépasse {MAX_FIELD_IN_WORDS}"
                if "\0" in text or (not text.isascii() and _SURROGATE.search(text)):
                    return "un texte contient un caractère nul ou incomplet, qui ne peut pas être conservé"
        level = [value for value in below if isinstance(value, dict | list)]
        if not level:
            return None
    return f"plus de {MAX_DEPTH} niveaux d'objets ou de listes"
