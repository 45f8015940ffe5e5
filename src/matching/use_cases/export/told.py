"""The versions of an entry as they exist for a receiver: one that says nothing new there, or nothing at all, is none.

So neither the number of versions nor the moment of the last one tells of a step that does not leave: a guarantee whose
measure has begun is, outside counselling, the one that was granted, of the day on which it was granted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic

from matching.contracts.wall import leaving
from matching.domain.vocabulary.receivers import Receiver
from matching.storage.ledger import Entry, W


@dataclass(frozen=True)
class Told(Generic[W]):
    """One version as a receiver knows it; `version` is that of the log and does not leave."""

    id: str
    version: int
    at: datetime
    kept: dict[str, Any]


def told_versions(
    history: Sequence[Entry[W]], receiver: Receiver, as_read: Callable[[Entry[W]], Entry[W]] = lambda entry: entry
) -> list[Told[W]]:
    """The versions of one entry, oldest first, as they exist for a receiver; `as_read` is how the viewer reads one."""
    found: list[Told[W]] = []
    for entry in history:
        kept = leaving(as_read(entry).word, receiver)
        if kept and (not found or found[-1].kept != kept):
            found.append(Told(entry.id, entry.version, entry.at, kept))
    return found
