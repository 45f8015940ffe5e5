"""A ledger each of whose entries is a row of the outbox as well: what other systems follow.

The transaction that writes an entry puts its row there as its last act (`Database.begin`).
"""

from collections.abc import Callable

from sqlalchemy import Connection, Table

from matching.storage.ledger import Entry, PutTo, W
from matching.storage.person_ledger import PersonLedger, nobody_else
from matching.storage.trail import trail_of


class FedLedger(PersonLedger[W]):
    """As a ledger about people; `kind` is how the outbox names what changed."""

    def __init__(
        self, table: Table, word: type[W], kind: str, put_to: Callable[[W, PutTo], PutTo] = nobody_else
    ) -> None:
        super().__init__(table, word, put_to)
        self._kind = kind

    def _write(self, connection: Connection, entry: Entry[W]) -> Entry[W]:
        written = super()._write(connection, entry)
        trail_of(connection).fed.append((self._kind, written))
        return written
