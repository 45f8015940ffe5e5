"""Every field of a word, to the last name, for lists that must hold each of them."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel


def leaves(word: type[BaseModel], path: str = "") -> Iterator[str]:
    """The dotted fields of a word, through optional parts and lists of parts."""
    for name, field in word.model_fields.items():
        below = f"{path}.{name}" if path else name
        nested = list(_words_in(field.annotation))
        if nested:
            for part in nested:
                yield from leaves(part, below)
        else:
            yield below


def within(path: str, fields: Iterable[str]) -> bool:
    """Whether a field is one of some, or lies below one."""
    return any(path == field or path.startswith(f"{field}.") for field in fields)


def _words_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _words_in(part)
