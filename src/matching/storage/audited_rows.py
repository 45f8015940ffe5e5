"""Every row that the audit tells of, as it stands in the store: the append-only tables, and the files of people."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from matching.errors import DamagedError
from matching.storage.changes import BATCH
from matching.storage.person_keys import Keys
from matching.storage.tables import HOUSE_LEDGERS, PERSON_LEDGERS, person_keys, profiles
from matching.storage.trail import digest_of
from matching.storage.vault import SealBrokenError

FILES = profiles.name


@dataclass(frozen=True)
class AuditedRow:
    """Where a row stands, and the digest of what it holds."""

    table: str
    id: str
    version: int
    digest: str


@dataclass(frozen=True)
class UnopenedRow:
    """A row about a person, by the house's own number, that their key does not open."""

    table: str
    id: str
    version: int
    person: str


def unopened_rows(connection: Connection) -> Iterator[UnopenedRow]:
    """Every row about people that has no key, or that its key does not open; those of the erased among them."""
    keys = Keys(connection)
    for table in (*PERSON_LEDGERS, profiles):
        query = select(table, person_keys.c.key).outerjoin(person_keys, person_keys.c.person == table.c.person)
        with connection.execute(query, execution_options={"yield_per": BATCH}) as result:
            for row in result.mappings():
                is_file = table is profiles
                id_, version = (row["person"], row["revision"]) if is_file else (row["id"], row["version"])
                about = f"{FILES} {row['person']}" if is_file else f"{table.name} {id_} {version}"
                if row["key"] is None or not _opens(keys, row["person"], row["key"], row["payload"], about):
                    yield UnopenedRow(table.name, id_, version, row["person"])


def _opens(keys: Keys, person: str, key: str, payload: str, about: str) -> bool:
    try:
        keys.unwrap(person, key).open(payload, about)
    except (SealBrokenError, DamagedError):
        return False
    return True


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
