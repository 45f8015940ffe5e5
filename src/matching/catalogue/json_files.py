"""Reading JSON and JSON lines: finite numbers, objects of reasonable depth, texts that every store can keep."""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from matching.catalogue.rows import MAX_FIELD, Row, Rows, detect_encoding, open_checked, readable, started, text_lines
from matching.errors import InvalidInputError

MAX_JSON = 200_000_000  # bytes of one JSON document, which is read whole
MAX_DEPTH = 100  # levels of objects and lists within one record

Items = Callable[[Any], Iterable[Any]] | str | None

_NO_NUMBER = re.compile(r'"(?:[^"\\]|\\.)*+"|(-?Infinity|NaN)')
_SURROGATE = re.compile("[\ud800-\udfff]")
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
        where = f"line {line}, column {column}: " if flaw.offset >= 0 else ""
        raise InvalidInputError(f"{path}: {where}{flaw}; correct it or export the file again.") from flaw
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
        raise _FlawError(f"this is not JSON ({error.msg})", error.pos) from error
    except RecursionError as error:
        raise _FlawError("objects or lists are nested too deeply") from error
    except _NotFiniteError as error:
        found = (match for match in _NO_NUMBER.finditer(text) if match[1])
        place = next(found, None)
        raise _FlawError(f"{error} is not a number that JSON allows", place.start() if place else -1) from error
    except ValueError as error:  # Python refuses integers of more than 4,300 digits
        raise _FlawError("a number has thousands of digits") from error


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
            raise InvalidInputError(f"{path} is not laid out as expected; choose the right kind of file.") from error
    found = document
    if items is not None:
        found = document.get(items) if isinstance(document, dict) else None
    if isinstance(found, list):
        return found
    wanted = "a list" if items is None else f"an object with a list under {items!r}"
    keys = ", ".join(repr(key)[:40] for key in list(document)[:5]) if isinstance(document, dict) else ""
    seen = f"an object with {keys}" if keys else _kind(document)
    raise InvalidInputError(f"{path} should hold {wanted} and holds {seen}; choose the right kind of file.")


def _lines(path: Path, encoding: str) -> Iterator[Row]:
    first = True
    for number, line in enumerate(text_lines(path, encoding), 1):
        text = line.strip()
        if not text:
            continue
        if first and (text in {"[", "{"} or text.startswith(("[{", "[ {"))):
            raise InvalidInputError(f"{path} holds one JSON document, not one object a line; name it .json.")
        first = False
        try:
            yield _row(number, _parsed(text))
        except _FlawError as flaw:
            place = f"Column {flaw.offset + 1}: {flaw}." if flaw.offset >= 0 else f"{str(flaw).capitalize()}."
            yield Row(number, {}, place)


def _row(number: int, member: Any) -> Row:
    if not isinstance(member, dict):
        return Row(number, {}, f"Expected an object, found {_kind(member)}.")
    flaw = _flaw(member)
    return Row(number, {}, flaw) if flaw else Row(number, member)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return kinds.get(type(value), "an object")


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
                    return f"A text is longer than {MAX_FIELD:,} characters."
                if "\0" in text or (not text.isascii() and _SURROGATE.search(text)):
                    return "A text holds a NUL or half a surrogate pair, which no store can keep."
        level = [value for value in below if isinstance(value, dict | list)]
        if not level:
            return None
    return f"Objects or lists are nested more than {MAX_DEPTH} levels deep."
