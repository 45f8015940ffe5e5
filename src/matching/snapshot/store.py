"""Snapshots on disk: each one immutable state of all options, under its version; `current` names the one in use.

    root/current                     version and sha256 of its manifest; replaced in one step
    root/s-20261121T101500-1a2b3c4d/ manifest.json, options.jsonl, offsets.npy, ids.json, <group>/<array>.npy
    root/building-.../               being written; a rest of a crash is removed by the next writer

The folders are their owner's only: a snapshot holds restricted postings too.
"""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.domain.opportunity import AnyOpportunity
from matching.errors import DamagedError, InvalidInputError
from matching.snapshot.durable import BUILDING, disk_failures, remove_all, replace_text, sole_writer, sync_folder
from matching.snapshot.manifest import FORMAT, GROUP_FILE, NAME, PART, FileEntry, Manifest, damaged, hashed_file
from matching.snapshot.records import FILES, Records, read_records, write_records

Groups = Mapping[str, Mapping[str, NDArray[Any]]]

_CURRENT = "current"
_WHAT = "un instantané"
_VERSION = re.compile(r"s-[0-9]{8}T[0-9]{6}-[0-9a-f]{8}")
_CURRENT_LINE = re.compile(rf"({_VERSION.pattern}) ([0-9a-f]{{64}})\n")


@dataclass(frozen=True)
class Snapshot:
    """One loaded state of all options. Arrays are mapped read-only and stay valid when the files are pruned."""

    version: str
    meta: Mapping[str, str]
    groups: Groups
    records: Records

    def __len__(self) -> int:
        """Number of options."""
        return len(self.records.ids)

    @property
    def ids(self) -> Sequence[str]:
        """The id of each row."""
        return self.records.ids

    def row_of(self, id_: str) -> int | None:
        """The row of an option; None when it is not in this snapshot."""
        return self.records.rows.get(id_)

    def option(self, row: int) -> AnyOpportunity:
        """The option of a row, read when asked for; IndexError outside 0 to n - 1."""
        return self.records.option(row)

    def group(self, name: str) -> Mapping[str, NDArray[Any]]:
        """The arrays of a group by name; DamagedError when this snapshot has no such group."""
        if name not in self.groups:
            raise damaged(self.records.folder, f"il ne contient pas {name}")
        return self.groups[name]


def current_version(root: Path) -> str | None:
    """The version in use, without loading it; None when there is none yet."""
    line = _read_current(root)
    return None if line is None else line[0]


def load_snapshot(root: Path) -> Snapshot | None:
    """The snapshot in use, every byte of it verified; None when there is none yet.

    DamagedError when anything is missing or is not what was written: there is no partial load.
    """
    while (line := _read_current(root)) is not None:
        version, digest = line
        try:
            return _load(root / version, version, digest)
        except DamagedError:
            if _read_current(root) == line:  # else it was replaced and pruned meanwhile: load its successor
                raise
    return None


def write_snapshot(
    root: Path,
    *,
    records: Iterable[tuple[str, str]],
    groups: Groups,
    meta: Mapping[str, str],
    at: datetime | None = None,
    wait_s: float = 30.0,
) -> str:
    """Write a snapshot beside the one in use, then put it into use in one step; its version.

    `records` are (id, one line of JSON) in the order of the rows, `groups` arrays by group and name. `meta` says what
    it was built with; `created_at` is added from `at` (aware; default: now). Every version but this and the previous
    one is removed. ConflictError when another writer has not finished within `wait_s` seconds. A crash or an exception
    at any moment leaves the snapshot in use as it was.
    """
    created_at = (at or datetime.now(UTC)).astimezone(UTC)
    if at is not None and at.utcoffset() is None:
        raise InvalidInputError(f"{at.isoformat()} n'a pas de fuseau horaire ; un instantané est daté avec son fuseau.")
    _refuse_names(groups)
    with sole_writer(root, wait_s, what=_WHAT):
        remove_all(root.glob(f"{BUILDING}*"))
        previous = _previous(root)
        with disk_failures(root, what=_WHAT):
            building = Path(tempfile.mkdtemp(prefix=BUILDING, dir=root))
        try:
            with disk_failures(root, what=_WHAT):
                digest = _write_files(building, records, groups, {**meta, "created_at": created_at.isoformat()})
                version = f"s-{created_at:%Y%m%dT%H%M%S}-{digest[:8]}"
                _publish(root, building, version, digest)
        finally:
            remove_all(root.glob(f"{BUILDING}*"))
        remove_all(path for path in root.glob("s-*") if path.name not in {version, previous})
    return version


def _load(folder: Path, version: str, digest: str) -> Snapshot:
    manifest = Manifest.read(folder, digest)
    arrays = {name: GROUP_FILE.fullmatch(name) for name in manifest.files if name not in FILES}
    if not all(arrays.values()) or not manifest.files.keys() >= set(FILES):
        raise damaged(folder, f"{NAME} nomme d'autres fichiers que ceux d'un instantané")
    manifest.verify(folder)
    groups: dict[str, dict[str, NDArray[Any]]] = {}
    try:
        for name, match in arrays.items():
            if match is not None:
                mapped = np.load(folder / name, mmap_mode="r", allow_pickle=False)
                groups.setdefault(match[1], {})[match[2]] = np.asarray(mapped)  # numpy's own class for maps is slow
        records = read_records(folder, manifest.options)
    except (OSError, ValueError, EOFError, SyntaxError) as error:
        raise damaged(folder, "un de ses fichiers ne peut pas être lu") from error
    frozen = {group: MappingProxyType(arrays_) for group, arrays_ in groups.items()}
    return Snapshot(version, MappingProxyType(manifest.meta), MappingProxyType(frozen), records)


def _read_current(root: Path) -> tuple[str, str] | None:
    """(version, sha256 of its manifest) of the snapshot in use."""
    path = root / _CURRENT
    try:
        line = path.read_bytes().decode("ascii", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DamagedError(f"{path} ne peut pas être lu ({error.strerror}) ; reconstruire l'instantané.") from error
    match = _CURRENT_LINE.fullmatch(line)
    if match is None:
        raise DamagedError(f"{path} ne nomme aucun instantané ; le reconstruire.")
    return match[1], match[2]


def _previous(root: Path) -> str | None:
    try:
        return current_version(root)
    except DamagedError:
        return None  # what cannot be read is replaced


def _refuse_names(groups: Groups) -> None:
    for group, arrays in groups.items():
        for name in (group, *arrays):
            if not PART.fullmatch(name):
                raise InvalidInputError(
                    f"« {name} » ne peut pas nommer un tableau ou un groupe ; écrire en lower_snake."
                )


def _write_files(building: Path, records: Iterable[tuple[str, str]], groups: Groups, meta: Mapping[str, str]) -> str:
    """Write every file and the manifest; the manifest's sha256."""
    entries: dict[str, FileEntry] = {}
    options = write_records(building, records, entries)
    for group, arrays in groups.items():
        (building / group).mkdir()
        for name, array in arrays.items():
            with hashed_file(building, f"{group}/{name}.npy", entries) as file:
                np.lib.format.write_array(file, np.asarray(array), allow_pickle=False)
        sync_folder(building / group)
    manifest = Manifest(format=FORMAT, options=options, meta=dict(meta), files=entries)
    with hashed_file(building, NAME, {}) as file:
        content = manifest.model_dump_json(indent=1).encode()
        file.write(content)
    sync_folder(building)
    return hashlib.sha256(content).hexdigest()


def _publish(root: Path, building: Path, version: str, digest: str) -> None:
    """Give the folder its version, then let `current` name it: up to the last step nobody sees it."""
    folder = root / version
    if folder.exists() and not _is_whole(folder, digest):
        folder.replace(building.with_name(f"{building.name}-damaged"))
    if folder.exists():  # the same content at the same moment
        shutil.rmtree(building)
    else:
        building.replace(folder)
    sync_folder(root)
    replace_text(root / _CURRENT, f"{version} {digest}\n")


def _is_whole(folder: Path, digest: str) -> bool:
    try:
        Manifest.read(folder, digest).verify(folder)
    except DamagedError:
        return False
    return True
