"""Our own flat tables: one row a word, nested fields as dotted columns, lists between bars; empty is unknown."""

import json
import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from matching.catalogue.reading import one_line, parse_day, parse_flag, parse_number

_ZURICH = ZoneInfo("Europe/Zurich")
_MAX_JSON = 200_000  # characters of JSON in one cell


class TableRecord(dict[str, Any]):
    """A record of a table: its cells are texts to be read, not values that must hold to the contract as they are."""


@dataclass(frozen=True)
class Column:
    """Where a column leads and what its cells are."""

    path: tuple[str, ...]
    type: Any


def nested(record: Mapping[str, Any], model: type[BaseModel]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The record with its dotted columns folded into fields, and the columns that `model` does not know.

    A cell that cannot be read is left as it is, so that the contract says what is wrong with it.
    """
    columns = columns_of(model)
    folded: dict[str, Any] = {}
    unknown = []
    for name, cell in record.items():
        column = columns.get(name.strip())
        if column is None:
            if _is_told(cell):
                unknown.append(name)
        elif _is_told(cell):
            _put(folded, column.path, parse_cell(cell, column.type))
    _restore_zeros(folded)
    return folded, tuple(unknown)


@cache
def columns_of(model: type[BaseModel]) -> Mapping[str, Column]:
    """Every column a table of this word may have, by name.

    A list that says whether it is complete is also known by its own name: `languages` is `languages.items`.
    """
    found: dict[str, Column] = {}
    for name, field in model.model_fields.items():
        bare = _bare(field.annotation)
        if _is_model(bare):
            for below, column in columns_of(bare).items():
                found[f"{name}.{below}"] = Column((name, *column.path), column.type)
            if {"items", "complete"} == set(bare.model_fields):
                found[name] = found[f"{name}.items"]
        else:
            found[name] = Column((name,), bare)
    return found


def parse_cell(cell: Any, kind: Any) -> Any:
    """A cell as a value of the type: lists between bars or as JSON, compact objects, yes and no, dates, numbers."""
    if get_origin(kind) is tuple:
        return _parse_list(cell, get_args(kind)[0])
    if isinstance(cell, str):
        cell = cell.strip()
    return _parse_scalar(cell, kind)


def _parse_list(cell: Any, kind: Any) -> Any:
    text = cell.strip() if isinstance(cell, str) else str(cell)
    if text.startswith("["):
        try:
            return json.loads(text) if len(text) <= _MAX_JSON else text
        except (ValueError, RecursionError):
            return text
    parts = [part.strip() for part in text.split("|") if part.strip()]
    return [_parse_element(part, _bare(kind)) for part in parts]


def _parse_element(part: str, kind: Any) -> Any:
    """One element: a scalar, or the fields of an object in the order of its contract with colons between."""
    if part.startswith("{"):
        try:
            return json.loads(part)
        except (ValueError, RecursionError):
            return part
    tokens = [token.strip() for token in part.split(":")]
    model = _model_for(kind, tokens[0])
    if model is None:
        return _parse_scalar(part, kind)
    fields = list(model.model_fields.items())
    if len(tokens) > len(fields):
        return part
    told = zip(fields, tokens, strict=False)
    return {name: parse_cell(token, _bare(field.annotation)) for (name, field), token in told if token}


def _parse_scalar(cell: Any, kind: Any) -> Any:
    if kind is bool:
        flag = parse_flag(cell)
        return cell if flag is None else flag
    if kind in {int, float}:
        number = parse_number(cell)
        if number is None:
            return cell
        return int(number) if kind is int and number == int(number) else number
    if kind is date:
        day = parse_day(cell, _ZURICH)
        return day.isoformat() if day else cell
    if get_origin(kind) is Literal and not all(isinstance(option, str) for option in get_args(kind)):
        number = parse_number(cell)
        return int(number) if number is not None and number == int(number) else cell
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return cell
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return one_line(text).casefold()
    return text


def _model_for(kind: Any, first: str) -> type[BaseModel] | None:
    """The model of an element; of several told apart by kind, the one the first token names."""
    if _is_model(kind):
        found: type[BaseModel] = kind
        return found
    models = [_bare(option) for option in get_args(kind)] if get_origin(kind) in {Union, types.UnionType} else []
    by_kind = {model.model_fields["kind"].default: model for model in models if _is_model(model)}
    return by_kind.get(first.casefold(), next(iter(by_kind.values()), None))


def _bare(annotation: Any) -> Any:
    """The type under Annotated and "or None"; a union of several types stays one."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in {Union, types.UnionType}:
        rest = [option for option in get_args(annotation) if option is not type(None)]
        return _bare(rest[0]) if len(rest) == 1 else annotation
    return datetime if annotation is datetime else annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_told(cell: Any) -> bool:
    return cell is not None and not (isinstance(cell, str) and not cell.strip())


def _put(folded: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    inner = folded
    for step in path[:-1]:
        inner = inner.setdefault(step, {})
    inner[path[-1]] = value


def _restore_zeros(folded: dict[str, Any]) -> None:
    """French postcodes whose first zero a spreadsheet dropped get it back: "7200" in France is "07200"."""
    for name in ("place", "residence"):
        place = folded.get(name)
        if isinstance(place, dict) and place.get("country") == "fr":
            for field in ("postcode", "municipality_code"):
                code = place.get(field)
                if isinstance(code, str) and code.isdigit() and len(code) == 4:
                    place[field] = f"0{code}"
