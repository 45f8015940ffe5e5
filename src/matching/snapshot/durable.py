"""Files that a crash leaves either as they were or as they were to be: one writer, names forced to disk, one step."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from matching.errors import ConflictError, DamagedError

LOCK = ".lock"
BUILDING = "building-"
"""Before the name of whatever is being written; a rest of a crash is removed by the next writer."""


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_text(path: Path, text: str) -> None:
    """Put a short ASCII text in place of a file in one step; until then nobody sees it. OSError when it cannot be."""
    temporary = written_beside(path, text)
    put_in_place(temporary, path)


def written_beside(path: Path, text: str) -> Path:
    """The text in a file beside the one it is to replace, on disk."""
    handle, temporary = tempfile.mkstemp(prefix=f"{BUILDING}{path.name}-", dir=path.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return Path(temporary)


def put_in_place(temporary: Path, path: Path) -> None:
    """Let the file beside become the file itself, in one step."""
    os.replace(temporary, path)  # noqa: PTH105 - the one step, named as the manual of the system names it
    sync_folder(path.parent)


def remove_all(paths: Iterable[Path]) -> None:
    """Remove folders and files as far as possible: what is left behind is tried again next time."""
    for path in list(paths):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


@contextmanager
def sole_writer(root: Path, wait_s: float, *, what: str) -> Iterator[None]:
    """One writer in a folder at a time; the system lets go of the lock when a process dies.

    `what` is written there, as in "un instantané". ConflictError when another has not finished in `wait_s` seconds.
    """
    with disk_failures(root, what=what):
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + wait_s
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    raise ConflictError(f"Un autre processus écrit {what} ; réessayer dans un moment.") from error
                time.sleep(0.05)
        yield
    finally:
        os.close(handle)


@contextmanager
def disk_failures(root: Path, *, what: str) -> Iterator[None]:
    """DamagedError, in one sentence, for what the disk refuses; `what` as in "un instantané"."""
    try:
        yield
    except OSError as error:
        raise DamagedError(
            f"Le service ne peut pas écrire {what} sous {root} ({error.strerror}) ; vérifier le disque et les droits."
        ) from error
