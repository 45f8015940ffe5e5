"""Entries of a ledger under an id that is known beforehand: there is one, whoever writes it first."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import Connection

from matching.errors import NotFoundError
from matching.storage.ledger import Entry, Ledger, W


def id_of(kind: str, parts: Sequence[str | int | None]) -> str:
    """The id of the one entry that some parts name together."""
    return f"{kind}-{blake2b(repr(tuple(parts)).encode(), digest_size=16).hexdigest()}"


def find(connection: Connection, ledger: Ledger[W], id_: str) -> Entry[W] | None:
    """The latest version under an id; None when there is none."""
    try:
        return ledger.get(connection, id_, units=None)
    except NotFoundError:
        return None


def begin_under(
    connection: Connection,
    ledger: Ledger[W],
    id_: str,
    word: W,
    *,
    subject: str,
    unit: str | None,
    author: str,
    at: datetime,
) -> Entry[W]:
    """Write the first version under an id; ConflictError when somebody else did so before."""
    unwritten = Entry(id_, 0, subject, unit, author, at, word)
    return ledger.revise(connection, unwritten, word, author=author, at=at)
