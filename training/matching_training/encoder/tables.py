"""ESCO's files as rows, or one sentence that says which of them cannot be read."""

import csv
import gzip
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from matching.errors import InvalidInputError


def rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV in UTF-8 by column; raises `InvalidInputError` when it cannot be read."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as content:
            yield from csv.DictReader(content)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InvalidInputError(
            f"{file} ne peut pas être lu comme CSV en UTF-8 ; le télécharger à nouveau ({error})."
        ) from error


def objects(file: Path, fields: Collection[str]) -> list[dict[str, Any]]:
    """The objects of a compressed JSON file; `InvalidInputError` when it cannot be read, or one lacks a field."""
    try:
        with gzip.open(file, "rt", encoding="utf-8") as content:
            found = json.load(content)
    except (OSError, EOFError, ValueError) as error:
        raise InvalidInputError(
            f"{file} ne peut pas être lu comme JSON comprimé ; le télécharger à nouveau."
        ) from error
    if not isinstance(found, list) or not all(isinstance(each, dict) and set(fields) <= set(each) for each in found):
        raise InvalidInputError(
            f"{file} n'est pas une liste d'objets avec {', '.join(fields)} ; le télécharger à nouveau."
        )
    return found
