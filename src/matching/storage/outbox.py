"""The outbox: one row per step, in the step's own transaction, read in order by whoever feeds another system.

A row says what changed and where to read it. What of it may leave is decided when it is read, never here: no reason,
refusal or observation lies in a row.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, text

from matching.storage.ledger import Units
from matching.storage.tables import outbox

_LOCK = 0x6F7574626F78  # one number for this table


@dataclass(frozen=True)
class Sent:
    """One row: its place in the order, when, what kind of thing changed, about whom, whose, and the pointer to it."""

    seq: int
    at: datetime
    kind: str
    subject: str
    unit: str | None
    payload: Mapping[str, str | int]


def put(
    connection: Connection, kind: str, *, id_: str, version: int, subject: str, unit: str | None, at: datetime
) -> None:
    """Add a row, as the last act of a transaction: from here on other writers of rows wait until it has ended.

    Otherwise PostgreSQL could hand out the numbers in another order than that in which they become visible, and a
    reader who has seen 8 would never see 7.
    """
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
    pointer = json.dumps({"id": id_, "version": version})
    row = {"at": at, "kind": kind, "subject": subject, "unit": unit, "payload": pointer}
    connection.execute(insert(outbox).values(row))


def read_after(
    connection: Connection, seq: int, *, limit: int, units: Units, kinds: Collection[str] | None = None
) -> list[Sent]:
    """The rows after a place in the order, oldest first, of some units and kinds only."""
    query = select(outbox).where(outbox.c.seq > seq)
    if kinds is not None:
        query = query.where(outbox.c.kind.in_(kinds))
    if units is not None:
        query = query.where(outbox.c.unit.in_(units))
    return [
        Sent(row.seq, row.at, row.kind, row.subject, row.unit, json.loads(row.payload))
        for row in connection.execute(query.order_by(outbox.c.seq).limit(limit))
    ]
