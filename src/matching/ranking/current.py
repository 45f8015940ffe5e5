"""Which version ranks: one small file, its first line in use, those below in use before; the last is the baseline.

root/current    "<version> <sha256 of its manifest>" or "shipped", one per line; replaced in one step
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from matching.errors import DamagedError
from matching.ranking.manifest import SHIPPED, is_version
from matching.snapshot.durable import BUILDING, disk_failures, put_in_place, remove_all, sole_writer, written_beside

_NAME = "current"
_LINE = re.compile(r"(\S+) ([0-9a-f]{64})")
_WHAT = "le modèle en service"
_KEPT = 50
"""Steps back that are remembered."""


@dataclass(frozen=True)
class Named:
    """One line: a version with the sha256 of its manifest, or, without one, the baseline that ships."""

    version: str = SHIPPED
    digest: str | None = None

    @property
    def is_shipped(self) -> bool:
        """Whether it is the baseline."""
        return self.digest is None


BASELINE = Named()


def stack_of(root: Path) -> tuple[Named, ...]:
    """What is in use and, below it, what was before; the baseline alone where nothing was ever promoted.

    DamagedError when the file cannot be read or is not whole.
    """
    path = root / _NAME
    try:
        text = path.read_bytes().decode("ascii", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return (BASELINE,)
    except OSError as error:
        raise DamagedError(f"{path} ne peut pas être lu ({error.strerror}) ; {_REPAIR}.") from error
    lines = text.splitlines()
    named = [_named(line) for line in lines]
    if not text.endswith(f"{SHIPPED}\n") or not all(named):
        raise DamagedError(f"{path} ne nomme aucun modèle ; {_REPAIR}.")
    return tuple(each for each in named if each is not None)


_REPAIR = "promouvoir un modèle, ou revenir au modèle livré avec `matching-train rollback`"


@contextmanager
def sole_promoter(root: Path, wait_s: float = 30.0) -> Iterator[None]:
    """One person changes what ranks at a time; ConflictError when another has not finished in `wait_s` seconds."""
    with sole_writer(root, wait_s, what=_WHAT):
        yield


@contextmanager
def flip(root: Path, stack: Sequence[Named]) -> Iterator[None]:
    """Put a new stack into use when what stands inside has ended well; else nothing has changed.

    The new file lies on disk before that begins: one step is left, which no full disk stops.
    """
    path = root / _NAME
    remove_all(root.glob(f"{BUILDING}{_NAME}-*"))
    lines = [SHIPPED if each.is_shipped else f"{each.version} {each.digest}" for each in _cut(stack)]
    with disk_failures(root, what=_WHAT):
        temporary = written_beside(path, "".join(f"{line}\n" for line in lines))
    try:
        yield
    except BaseException:
        remove_all([temporary])
        raise
    with disk_failures(root, what=_WHAT):
        put_in_place(temporary, path)


def _cut(stack: Sequence[Named]) -> list[Named]:
    """At most so many steps back, the last of them to the baseline."""
    kept = list(stack[:_KEPT])
    return kept if kept and kept[-1].is_shipped else [*kept, BASELINE]


def _named(line: str) -> Named | None:
    if line == SHIPPED:
        return BASELINE
    match = _LINE.fullmatch(line)
    return Named(match[1], match[2]) if match is not None and is_version(match[1]) else None
