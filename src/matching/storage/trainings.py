"""What the audit tells of trainings: which file each version learned here began with."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from matching.domain.vocabulary.acts import Act
from matching.storage.audit_entries import AuditEntry
from matching.storage.tables import audit_entries


def told(version: str, digest: str) -> str:
    """What the entry of a training is about: the version, and the sha256 of its manifest."""
    return f"{version} {digest}"


def trained_here(connection: Connection) -> Mapping[str, str]:
    """The sha256 of the manifest of every version learned on this store, as written last, by its name."""
    query = select(audit_entries).where(audit_entries.c.content.contains(f'"act":"{Act.TRAIN}"', autoescape=True))
    found = {}
    for row in connection.execute(query.order_by(audit_entries.c.seq)):
        entry = AuditEntry(row.seq, bool(row.under_mandate), row.content, row.previous, row.hash).told
        version, _, digest = str(entry["about"]).partition(" ")
        found[version] = digest
    return found
