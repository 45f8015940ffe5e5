"""What a snapshot says of itself: every file with its sha256 and size, and the versions it was built with."""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from matching.errors import DamagedError

FORMAT: Final = 1  # raise it whenever the layout of the files changes: snapshots are then built anew
NAME = "manifest.json"
PART = re.compile(r"[a-z][a-z0-9_]*")
"""The name of a group or of an array in it; with it, no path in a manifest leaves its folder."""
GROUP_FILE = re.compile(rf"({PART.pattern})/({PART.pattern})\.npy")


class FileEntry(BaseModel):
    """One file: its sha256 in hex and its size in bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]


class Manifest(BaseModel):
    """The files by path below the snapshot's folder, the number of options, and free words about the building."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Literal[1]
    options: Annotated[int, Field(ge=0)]
    meta: dict[str, str]
    files: dict[str, FileEntry]

    @classmethod
    def read(cls, folder: Path, digest: str) -> Self:
        """The manifest of a folder; DamagedError when it is missing, has another sha256 or says what none can say."""
        path = folder / NAME
        try:
            content = path.read_bytes()
        except OSError as error:
            raise damaged(folder, f"{NAME} ne peut pas être lu") from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise damaged(folder, f"{NAME} n'est pas celui qui a été écrit")
        try:
            return cls.model_validate_json(content)
        except ValidationError as error:
            raise damaged(folder, f"{NAME} a été écrit par une autre version du service") from error

    def verify(self, folder: Path) -> None:
        """Read every file once; DamagedError when one is missing or is not what was written."""
        for name, entry in self.files.items():
            try:
                with (folder / name).open("rb") as file:
                    size = os.fstat(file.fileno()).st_size
                    intact = size == entry.size and hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
            except OSError as error:
                raise damaged(folder, f"{name} ne peut pas être lu") from error
            if not intact:
                raise damaged(folder, f"{name} n'est pas le fichier qui a été écrit")


def damaged(folder: Path, what: str) -> DamagedError:
    """The one sentence for a snapshot that cannot be used."""
    return DamagedError(f"L'instantané {folder} est endommagé : {what} ; le reconstruire.")


class HashedFile:
    """A new file that is hashed while it is written, and on disk when `hashed_file` ends."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Append bytes; how many they were."""
        self._hash.update(data)
        written = self._file.write(data)
        self.size += written
        return written

    def close(self) -> FileEntry:
        """Force the bytes to disk; the entry for the manifest."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return FileEntry(sha256=self._hash.hexdigest(), size=self.size)

    def abandon(self) -> None:
        """Close the file as it is."""
        self._file.close()


@contextmanager
def hashed_file(folder: Path, name: str, entries: dict[str, FileEntry]) -> Iterator[HashedFile]:
    """A new file below `folder`, entered under its name when it is complete and on disk."""
    file = HashedFile(folder / name)
    try:
        yield file
        entries[name] = file.close()
    finally:
        file.abandon()
