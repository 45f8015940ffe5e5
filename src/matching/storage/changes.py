"""What writing many records did to the store."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

BATCH = 1000  # rows per statement: bounded memory, and far below SQLite's 32,766 parameters

T = TypeVar("T")


@dataclass(frozen=True)
class Changes:
    """Counts of records: added (or come back), changed, unchanged, withdrawn."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0


def in_batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in order, at most BATCH at a time."""
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
