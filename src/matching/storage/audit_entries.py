"""The audit: one entry per transaction that touched people, wrote or opened a door, chained by hashes. Written last.

An entry holds numbers of people, digests of rows and names of accounts; what is in the rows stands nowhere here. So
it stays true, and verifiable, when a person is erased.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import OF_THE_HOUSE, READING, Act
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.domain.vocabulary.process import MandateKind
from matching.domain.vocabulary.receivers import LeavingPurpose
from matching.storage.changes import BATCH
from matching.storage.tables import audit_entries, audit_head
from matching.storage.trail import trail_of

Purpose = ConsentPurpose | LeavingPurpose

BEGINNING = "0" * 64
"""What the first entry is chained to."""


@dataclass(frozen=True)
class AuditEntry:
    """One entry as stored; `content` is its JSON text, byte for byte what was hashed."""

    seq: int
    under_mandate: bool
    content: str
    previous: str
    hash: str

    @property
    def told(self) -> dict[str, Any]:
        """The content, read."""
        told: dict[str, Any] = json.loads(self.content)
        return told


def append(
    connection: Connection,
    viewer: Viewer,
    act: Act,
    *,
    at: datetime,
    purpose: ConsentPurpose | LeavingPurpose | None,
    about: str | None,
) -> AuditEntry | None:
    """Write what this transaction did onto the chain; nothing when it only read what is nobody's.

    Writers queue here, so an entry is written as the last step of its transaction.
    """
    trail = trail_of(connection)
    if act in READING and not trail.people and not trail.written:
        return None
    head = connection.execute(select(audit_head).with_for_update()).one()
    # Who may see restricted postings may have named one: their entries are read under the same mandate.
    under_mandate = viewer.has_mandate(MandateKind.PES_STAFF, at)
    content = json.dumps(
        {
            "seq": head.seq + 1,
            "at": at.isoformat(),
            "actor": viewer.account,
            "role": viewer.role,
            "institution": viewer.institution,
            "under_mandate": under_mandate,
            "act": act,
            "purpose": purpose or (None if act in OF_THE_HOUSE else ConsentPurpose.MATCHING),
            "about": about,
            "people": list(trail.people),
            "written": [asdict(row) for row in trail.written],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    entry = AuditEntry(head.seq + 1, under_mandate, content, head.hash, chained(head.hash, content))
    connection.execute(insert(audit_entries).values(asdict(entry)))
    connection.execute(update(audit_head).values(seq=entry.seq, hash=entry.hash))
    return entry


def chained(previous: str, content: str) -> str:
    """The hash of an entry: of the one before and of its own content."""
    return hashlib.sha256(f"{previous}\n{content}".encode()).hexdigest()


def entries(
    connection: Connection, *, after: int = 0, upto: int | None = None, latest_first: bool = False
) -> Iterator[AuditEntry]:
    """The entries in order or the other way round, those after a number, and up to another."""
    order = audit_entries.c.seq.desc() if latest_first else audit_entries.c.seq
    query = select(audit_entries).where(audit_entries.c.seq > after).order_by(order)
    if upto is not None:
        query = query.where(audit_entries.c.seq <= upto)
    with connection.execute(query, execution_options={"yield_per": BATCH}) as result:
        for row in result:
            yield AuditEntry(row.seq, bool(row.under_mandate), row.content, row.previous, row.hash)


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry, as the store has it."""
    row = connection.execute(select(audit_head)).one()
    return row.seq, row.hash
