"""The words as JSON Schema (draft 2020-12) and the closed lists as JSON: written to a folder, or compared with it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matching.contracts.vocabularies import vocabulary
from matching.contracts.words import VERSION, WORDS, word
from matching.errors import InvalidInputError

DRAFT = "https://json-schema.org/draft/2020-12/schema"
VOCABULARY_FILE = "vocabulary.json"
OPENAPI_FILE = "openapi.json"
_SUFFIX = ".schema.json"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one public word; InvalidInputError for an unknown name."""
    body = word(name).json_schema(mode="validation")
    title = body.pop("title", name.replace("_", " ").title().replace(" ", ""))
    return {"$schema": DRAFT, "$id": f"matching/{VERSION}/{name}", "title": title, **body}


def write_schemas(folder: Path) -> list[Path]:
    """Write every contract of this version into `folder`, made if missing; returns the files that changed."""
    changed = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _files():
            path = folder / name
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8", newline="\n")
                changed.append(path)
    except OSError as error:
        raise InvalidInputError(
            f"{folder} ne peut pas être écrit ({error.strerror}) ; choisir un autre dossier."
        ) from (error)
    return changed


def write_file(path: Path, document: dict[str, Any]) -> bool:
    """Write one more contract as the others are written; whether it changed."""
    text = _text(document)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def stale_schemas(folder: Path) -> list[str]:
    """Names of the files in `folder` that are missing, differ from the words, or belong to no word; [] is current."""
    stale, expected = [], set()
    for name, text in _files():
        expected.add(name)
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    stale.extend(path.name for path in sorted(folder.glob(f"*{_SUFFIX}")) if path.name not in expected)
    return stale


def _files() -> Iterator[tuple[str, str]]:
    for name in WORDS:
        yield f"{name}{_SUFFIX}", _text(schema(name))
    yield VOCABULARY_FILE, _text(vocabulary())


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
