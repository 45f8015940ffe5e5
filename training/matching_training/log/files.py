"""A log as files: one Parquet file per table and a manifest with their digests; a damaged folder is refused."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from matching.errors import DamagedError
from matching_training.log.appearing import appearing
from matching_training.log.fitting import misfit_of
from matching_training.log.tables import Log

MANIFEST = "manifest.json"
_FORMAT = 1
_UNREAD = (OSError, KeyError, TypeError, AttributeError, ValueError, RecursionError)
"""What reading a folder that somebody else wrote may come to."""


@dataclass(frozen=True)
class Read:
    """A log as it lay in a folder, with what its manifest says about it, and the digest of the whole."""

    log: Log
    about: Mapping[str, Any]
    digest: str


def save_tables(tables: Mapping[str, pd.DataFrame], folder: Path, *, about: Mapping[str, Any]) -> str:
    """Write tables and their manifest into a folder that does not exist or is empty; the digest of the whole.

    `about` is kept in the manifest as it is. Errors and what appears as in `appearing`.
    """
    files = {}
    with appearing(folder) as scratch:
        for name, table in tables.items():
            file = scratch / f"{name}.parquet"
            table.to_parquet(file, index=table.index.name is not None)
            files[file.name] = {"sha256": _sha256(file), "rows": len(table)}
        manifest = {"format": _FORMAT, "files": files, "about": dict(about)}
        (scratch / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return _digest(files)


def load_tables(folder: Path) -> tuple[dict[str, pd.DataFrame], dict[str, Any]]:
    """The tables of a folder by name, and what its manifest says about them; DamagedError unless all is as written."""
    tables, about, _ = _read(folder)
    return tables, about


def _read(folder: Path) -> tuple[dict[str, pd.DataFrame], dict[str, Any], str]:
    """Tables, what is said about them and their digest, each file read once to check it and once for its rows."""
    with _readable(folder):
        manifest = _manifest(folder)
        files = manifest["files"]
        if manifest["format"] != _FORMAT:
            raise DamagedError(f"Le dossier {folder} est d'un autre format ; l'écrire à nouveau.")
        for name, told in files.items():
            if Path(name).name != name or _sha256(folder / name) != told["sha256"]:
                raise DamagedError(f"Le fichier {name} de {folder} n'est plus celui qui a été écrit ; le reprendre.")
        tables = {Path(name).stem: pd.read_parquet(folder / name) for name in files}
        return tables, _about(manifest), _digest(files)


@contextmanager
def _readable(folder: Path) -> Iterator[None]:
    """DamagedError where reading a folder comes to anything that it may come to."""
    try:
        yield
    except _UNREAD as unread:
        raise DamagedError(f"Le dossier {folder} ne peut pas être lu ; l'écrire à nouveau.") from unread


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return manifest


def save_log(log: Log, folder: Path, *, about: Mapping[str, Any] | None = None) -> str:
    """Write a log into a folder that does not exist or is empty; its digest."""
    tables = {"shown": log.shown, "outcomes": log.outcomes, "feedback": log.feedback}
    if log.offers is not None:
        tables["offers"] = log.offers
    return save_tables(tables, folder, about={**(about or {}), "until": log.until.isoformat()})


def load_log(folder: Path) -> Log:
    """The log of a folder; DamagedError unless it is whole and as it was written."""
    return read_log(folder).log


def read_log(folder: Path) -> Read:
    """The log of a folder and what is told of it, in one reading; errors as in `load_log`."""
    tables, about, digest = _read(folder)
    try:
        shown = tables["shown"]
        for column in ("verb", "answer", "payer", "provider_state"):
            words = shown[column].astype(object)
            shown[column] = words.where(words.notna(), None)
        if misfit := next(filter(None, (misfit_of(name, table) for name, table in tables.items())), None):
            raise DamagedError(f"Le dossier {folder} n'est pas un journal : {misfit} ; l'écrire à nouveau.")
        log = Log(shown, tables["outcomes"], tables["feedback"], _until(about), tables.get("offers"))
    except (KeyError, TypeError, ValueError) as unread:
        raise DamagedError(f"Le dossier {folder} n'est pas un journal ; l'écrire à nouveau.") from unread
    return Read(log, about, digest)


def _until(about: Mapping[str, Any]) -> pd.Timestamp:
    """The moment up to which a log goes; ValueError for none, and for one that is not aware."""
    until = pd.Timestamp(about["until"])
    if pd.isna(until) or until.tzinfo is None:
        raise ValueError("until")
    return until


def about_of(folder: Path) -> dict[str, Any]:
    """What the manifest of a folder says about its tables, which are not read."""
    with _readable(folder):
        return _about(_manifest(folder))


def digest_of(folder: Path) -> str:
    """The digest of a folder as its manifest has it: sixteen hexadecimal digits."""
    with _readable(folder):
        return _digest(_manifest(folder)["files"])


def _about(manifest: Mapping[str, Any]) -> dict[str, Any]:
    about: dict[str, Any] = manifest["about"]
    if not isinstance(about, dict):
        raise TypeError("about")
    return about


def _digest(files: Mapping[str, Mapping[str, Any]]) -> str:
    listed = "".join(f"{name}:{told['sha256']}\n" for name, told in sorted(files.items()))
    return hashlib.sha256(listed.encode()).hexdigest()[:16]


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
