"""A ledger each of whose entries is a row of the outbox as well, in the same transaction: what other systems follow."""

from sqlalchemy import Connection, Table

from matching.storage import outbox
from matching.storage.ledger import Entry, Ledger, W


class FedLedger(Ledger[W]):
    """As a ledger; `kind` is how the outbox names what changed."""

    def __init__(self, table: Table, word: type[W], kind: str) -> None:
        super().__init__(table, word)
        self._kind = kind

    def _write(self, connection: Connection, entry: Entry[W]) -> Entry[W]:
        written = super()._write(connection, entry)
        outbox.put(
            connection,
            self._kind,
            id_=written.id,
            version=written.version,
            subject=written.subject,
            unit=written.unit,
            at=written.at,
        )
        return written
