"""A file of records against one contract, as `matching contracts check` asks for it; nothing is stored."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from matching.catalogue.files import read_rows
from matching.catalogue.rows import Row
from matching.contracts.rows import Checked, Rejected, check_records
from matching.contracts.words import WORDS, word
from matching.errors import InvalidInputError

_JSON = frozenset({".json", ".jsonl", ".ndjson"})


def check_file(path: Path, name: str | None = None) -> Checked[Any]:
    """Every record of a JSON document or of JSON lines against the contract `name`; without one it is told by the file.

    It is told by the file's own name (`decision.json`), else by the fields of the first record. InvalidInputError when
    the file cannot be read, is no JSON, or does not tell its word.
    """
    if path.suffix.lower() not in _JSON:
        raise InvalidInputError(f"{path} n'est pas un fichier JSON (.json, .jsonl) ; les tableaux passent par import.")
    rows = list(read_rows(path, items=lambda document: document if isinstance(document, list) else [document]))
    adapter = word(name) if name else _told_by(path, rows)
    checked = check_records(adapter, _records(rows))
    checked.rejected.extend(Rejected(row.line, "", row.problem) for row in rows if row.problem is not None)
    checked.rejected.sort(key=lambda rejected: rejected.line)
    return checked


def _records(rows: list[Row]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for row in rows:
        if row.problem is None:
            yield row.line, row.record


def _told_by(path: Path, rows: list[Row]) -> TypeAdapter[Any]:
    stem = path.name.partition(".")[0]
    if stem in WORDS:
        return WORDS[stem]
    record = next((row.record for row in rows if row.problem is None), {})
    if record.get("kind") in {"vacancy", "measure", "placement"} and "title" in record:
        return WORDS["opportunity"]
    fitting = [name for name in WORDS if _fits(name, set(record))]
    if len(fitting) != 1:
        raise InvalidInputError(f"{path} ne dit pas à quel contrat il répond ; le nommer : {', '.join(WORDS)}.")
    return WORDS[fitting[0]]


def _fits(name: str, keys: set[str]) -> bool:
    described = WORDS[name].json_schema()
    known = set(described.get("properties", {}))
    required = set(described.get("required", ()))
    return bool(required) and required <= keys <= known
