"""A folder that appears whole or not at all, and that nobody but its owner reads."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from matching.errors import InvalidInputError

UNFINISHED = ".unfinished-"
"""How the name of a folder begins while it is written, beside the one that it becomes."""


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """A fresh folder to write into, which becomes `folder` at the end; whatever goes wrong, nothing of it stays.

    Folders get 700 and files 600. InvalidInputError where `folder` exists and is not empty, or the system refuses it.
    """
    with writable(folder):
        refuse_not_empty(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(mkdtemp(prefix=UNFINISHED, dir=folder.parent))
        try:
            yield scratch
            for written in scratch.rglob("*"):
                written.chmod(0o700 if written.is_dir() else 0o600)
            if folder.exists():
                folder.rmdir()
            scratch.rename(folder)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


@contextmanager
def writable(folder: Path) -> Iterator[None]:
    """InvalidInputError where the system refuses a folder."""
    try:
        yield
    except OSError as refused:
        raise InvalidInputError(
            f"Le dossier {folder} ne peut pas être écrit ({refused.strerror or type(refused).__name__}) ; "
            "en indiquer un autre avec --out."
        ) from refused


def refuse_not_empty(folder: Path) -> None:
    """InvalidInputError for a folder with something in it; OSError for what is none."""
    if folder.exists() and any(folder.iterdir()):
        raise InvalidInputError(f"Le dossier {folder} n'est pas vide ; en indiquer un autre.")
