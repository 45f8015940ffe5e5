"""Every row that the audit tells of, as it stands in the store: the append-only tables, and the files of people."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from matching.storage.changes import BATCH
from matching.storage.tables import HOUSE_LEDGERS, PERSON_LEDGERS, profiles
from matching.storage.trail import digest_of

FILES = profiles.name


@dataclass(frozen=True)
class AuditedRow:
    """Where a row stands, and the digest of what it holds."""

    table: str
    id: str
    version: int
    digest: str


def all_rows(connection: Connection) -> Iterator[AuditedRow]:
    """Every row, table by table."""
    streaming = {"yield_per": BATCH}
    for table in (*PERSON_LEDGERS, *HOUSE_LEDGERS):
        with connection.execute(select(table), execution_options=streaming) as result:
            for row in result.mappings():
                yield AuditedRow(table.name, row["id"], row["version"], digest_of(dict(row)))
    with connection.execute(select(profiles), execution_options=streaming) as result:
        for row in result.mappings():
            yield AuditedRow(FILES, row["person"], row["revision"], digest_of(dict(row)))
