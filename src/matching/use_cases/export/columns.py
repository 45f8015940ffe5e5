"""From what may leave of a word to one row of cells: a column per field, what is a list in one cell as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from matching.contracts.wall import allowed_fields, models_of
from matching.domain.vocabulary.receivers import Receiver
from matching.use_cases.export.json_text import json_text

Cell = str | int | float | bool | None


def columns_of(name: str, receiver: Receiver) -> tuple[str, ...]:
    """The columns of a word, by its file name, for a receiver, in the order of its fields; () when it is not listed."""
    allowed = allowed_fields(name, receiver)
    found = (column for model in models_of(name) for column in _columns(model, allowed, ""))
    return tuple(dict.fromkeys(found))


def cells_of(kept: Mapping[str, Any], columns: Sequence[str]) -> list[Cell]:
    """The cells of one row; an empty cell is unknown or does not exist for that kind, `[]` is known to be none."""
    return [_cell(_at(kept, column.split("."))) for column in columns]


def _columns(model: type[BaseModel], allowed: frozenset[str], path: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        below = f"{path}.{name}" if path else name
        part = None if below in allowed else _part(field.annotation)
        if below in allowed:
            yield below
        elif part is not None:
            yield from _columns(part, allowed, below)
        elif any(each.startswith(f"{below}.") for each in allowed):
            yield below


def _part(annotation: Any) -> type[BaseModel] | None:
    """The one word that a field holds, if it holds one and no list of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, dict}:
        return None
    parts = {part for each in get_args(annotation) if (part := _part(each)) is not None}
    return parts.pop() if len(parts) == 1 else None


def _at(value: Any, path: Sequence[str]) -> Any:
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    return json_text(value)
