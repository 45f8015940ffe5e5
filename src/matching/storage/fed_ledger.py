"""A ledger each of whose entries is a row of the outbox as well, in the same transaction: what other systems follow."""

from collections.abc import Callable

from sqlalchemy import Connection, Table

from matching.storage import outbox
from matching.storage.ledger import Entry, PutTo, W
from matching.storage.person_ledger import PersonLedger, nobody_else


class FedLedger(PersonLedger[W]):
    """As a ledger about people; `kind` is how the outbox names what changed."""

    def __init__(
        self, table: Table, word: type[W], kind: str, put_to: Callable[[W, PutTo], PutTo] = nobody_else
    ) -> None:
        super().__init__(table, word, put_to)
        self._kind = kind

    def _write(self, connection: Connection, entry: Entry[W]) -> Entry[W]:
        written = super()._write(connection, entry)
        outbox.put(connection, self._kind, written)
        return written
