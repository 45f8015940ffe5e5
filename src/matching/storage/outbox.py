"""The outbox: one row per step, in the step's own transaction, read in order by whoever feeds another system.

A row says what changed and where to read it. What of it may leave is decided when it is read, never here: no reason,
refusal or observation lies in a row.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select, text

from matching.storage.ledger import Entry
from matching.storage.scope import scope_of
from matching.storage.tables import outbox, profiles

_LOCK = 0x6F7574  # one number for this table, beside that of the schema


@dataclass(frozen=True)
class Row:
    """Its place in the order, when, what kind of thing changed, about whom, and the pointer to it.

    `person` is the house's own number; whoever may open the entry finds the id in it.
    """

    seq: int
    at: datetime
    kind: str
    person: str
    payload: Mapping[str, str | int]


def put(connection: Connection, kind: str, entry: Entry[Any]) -> None:
    """Add a row, as the last act of a transaction: from here on other writers of rows wait until it has ended.

    Otherwise PostgreSQL could hand out the numbers in another order than that in which they become visible, and a
    reader who has seen 8 would never see 7.
    """
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time
        lock = text("SELECT pg_advisory_xact_lock(:number, hashtext(current_schema()))")
        connection.execute(lock, {"number": _LOCK})
    pointer = json.dumps({"id": entry.id, "version": entry.version})
    row = {"at": entry.at, "kind": kind, "person": entry.person, "payload": pointer}
    connection.execute(insert(outbox).values(row | entry.put_to._asdict()))


def read_after(connection: Connection, seq: int, *, limit: int, kinds: Collection[str] | None = None) -> list[Row]:
    """The rows in the scope after a place in the order, oldest first, of some kinds only."""
    scope = scope_of(connection)
    mine = outbox.c.person.in_(select(profiles.c.person).where(scope.of_units(profiles.c.unit)))
    query = select(outbox).where(outbox.c.seq > seq, or_(mine, scope.put_to(outbox.c.payer, outbox.c.provider)))
    if kinds is not None:
        query = query.where(outbox.c.kind.in_(kinds))
    return [
        Row(row.seq, row.at, row.kind, row.person, json.loads(row.payload))
        for row in connection.execute(query.order_by(outbox.c.seq).limit(limit))
    ]
