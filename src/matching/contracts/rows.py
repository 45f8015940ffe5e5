"""Records against their contract: accepted, accepted with warnings, or rejected with the reason."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from matching.contracts.reasons import reason
from matching.domain.word import COMING_IN

T = TypeVar("T")

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


@dataclass(frozen=True)
class Finding:
    """Something to say of one field; an empty field means the whole record."""

    field: str
    reason: str


@dataclass(frozen=True)
class Accepted(Generic[T]):
    """A record that holds to its contract."""

    line: int
    item: T


@dataclass(frozen=True)
class Warned:
    """Something a reader should know of an accepted record: a value left out, assumed or not understood."""

    line: int
    field: str
    reason: str


@dataclass(frozen=True)
class Rejected:
    """Why a record is refused."""

    line: int
    field: str
    reason: str


@dataclass(frozen=True)
class Refused:
    """Why a single record does not hold to its contract."""

    findings: tuple[Finding, ...]


@dataclass
class Checked(Generic[T]):
    """The three lists, each in the order of the file. A rejected record may stand several times, once per reason."""

    accepted: list[Accepted[T]] = field(default_factory=list)
    warned: list[Warned] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def check(word: TypeAdapter[T], record: Any, in_words: Callable[[ErrorDetails], str] = reason) -> T | Refused:
    """The item a record stands for, or why not. Never raises, whatever the record holds.

    Strict as JSON is: no text for a number, no number for a date. Fields are named as in the record; `in_words` says
    what is wrong with one.
    """
    try:
        text = json.dumps(record, allow_nan=False)
    except (ValueError, TypeError, RecursionError) as error:
        return Refused((Finding("", f"enregistrement illisible : {_unreadable(error)}"),))
    if _NUL.search(text):
        return Refused((Finding("", "contient un caractère nul"),))
    try:
        return word.validate_json(text, strict=True, context=COMING_IN)
    except ValidationError as errors:
        details = errors.errors(include_url=False)
        return Refused(tuple(Finding(field_path(error["loc"], record), in_words(error)) for error in details))
    except OverflowError:
        return Refused((Finding("", "une date est hors des limites du calendrier"),))


def check_records(word: TypeAdapter[T], records: Iterable[tuple[int, Mapping[str, Any]]]) -> Checked[T]:
    """Numbered records against one contract; nothing is written anywhere."""
    result: Checked[T] = Checked()
    for line, record in records:
        item = check(word, record)
        if isinstance(item, Refused):
            result.rejected.extend(Rejected(line, found.field, found.reason) for found in item.findings)
        else:
            result.accepted.append(Accepted(line, item))
    return result


def field_path(location: tuple[int | str, ...], record: Any) -> str:
    """Where in the record, as "criteria.languages[0].level"; the tags by which unions are told apart are left out."""
    path, value, tag_passed = "", record, False
    for step in location:
        if isinstance(value, Mapping) and not tag_passed and value.get("kind") == step:
            tag_passed = True
            continue
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
        value, tag_passed = _inside(value, step), False
    return path


def _inside(value: Any, step: int | str) -> Any:
    if isinstance(value, Mapping):
        return value.get(step)
    if isinstance(value, list | tuple) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return None


def _unreadable(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "trop de niveaux imbriqués"
    if isinstance(error, TypeError):
        return "une valeur n'existe pas en JSON"
    return "un nombre n'est pas fini ou trop long"
