"""A folder that holds an encoder: what it is, its version, and whether its files are those that were written."""

import hashlib
import json
from pathlib import Path
from typing import Any

from matching.errors import DamagedError

MANIFEST = "manifest.json"
COMPOSITE = "composite.json"
_TELLING = ("*.safetensors", "*.bin", "*.onnx", "*.json", "*.model", "*.txt")
"""Files that decide what vectors come out: weights, tokenizers, prompts, how tokens are pooled."""

_READING = "2"
"""Raise it when the same folder gives other vectors than before: 2 reads the whole text, not its first 512 tokens."""


def json_of(file: Path) -> Any:
    """The content of a JSON file of an encoder; DamagedError when it is missing or is no JSON."""
    try:
        return json.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise DamagedError(f"L'encodeur est endommagé : {file} manque ; le réinstaller.") from error
    except (OSError, ValueError) as error:
        raise DamagedError(f"L'encodeur est endommagé : {file} ne peut pas être lu ; le réinstaller.") from error


def is_static(folder: Path) -> bool:
    """A folder whose only modules are a token table and a normalisation is read by numpy, without torch."""
    if not (folder / "modules.json").is_file():
        return False
    return all(kind.endswith(("StaticEmbedding", "Normalize")) for kind, _ in modules(folder))


def modules(folder: Path) -> list[tuple[str, Path]]:
    """The modules of a sentence-transformers folder in their order: type and where each lies."""
    listed = json_of(folder / "modules.json")
    try:
        return [(str(module["type"]), folder / str(module["path"])) for module in listed]
    except (KeyError, TypeError) as error:
        raise DamagedError(
            f"L'encodeur est endommagé : {folder / 'modules.json'} ne nomme pas ses modules ; le réinstaller."
        ) from error


def verified_version(folder: Path) -> str:
    """12 hexadecimal digits for everything in a folder that decides its vectors, those of its parts included.

    Raises `DamagedError` when a file is not what the folder's manifest says, if it has one.
    """
    files = {file for pattern in _TELLING for file in folder.rglob(pattern) if file.name != MANIFEST}
    digests = {file.relative_to(folder).as_posix(): _digest(file) for file in sorted(files)}
    if (folder / MANIFEST).is_file():
        for name, expected in _listed(folder / MANIFEST).items():
            if digests.get(name) != expected:
                state = "ne correspond pas à son manifeste" if name in digests else "manque"
                raise DamagedError(f"L'encodeur est endommagé : {folder / name} {state} ; le réinstaller.")
    return short_digest(json.dumps([_READING, digests], sort_keys=True))


def short_digest(content: str) -> str:
    """12 hexadecimal digits."""
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _listed(manifest: Path) -> dict[str, str]:
    content = json_of(manifest)
    files = content.get("files") if isinstance(content, dict) else None
    if not isinstance(files, dict) or not files:
        raise DamagedError(f"L'encodeur est endommagé : {manifest} ne nomme aucun fichier ; le réinstaller.")
    return files


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
