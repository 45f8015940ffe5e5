"""What one transaction touched: whose files were read, which rows were written. The audit is written from it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

_OPTION = "matching_trail"


@dataclass(frozen=True)
class Written:
    """One row of an append-only table, with the digest of what it holds."""

    table: str
    id: str
    version: int
    digest: str


@dataclass
class Trail:
    """People by the house's own numbers, and rows, in the order in which they were touched."""

    people: dict[str, None] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    fed: list[tuple[str, Any]] = field(default_factory=list)
    """Entries that other systems follow, each with the kind by which the outbox names it."""

    def read(self, person: str) -> None:
        """Note that something about a person was read."""
        self.people[person] = None

    def wrote(self, table: str, id_: str, version: int, row: Mapping[str, Any]) -> None:
        """Note a row that was written: all of its columns."""
        self.written.append(Written(table, id_, version, digest_of(row)))


def digest_of(row: Mapping[str, Any]) -> str:
    """What stands in the audit for a row: the digest of all that it holds, sealed as it is."""
    plain = {
        name: value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value for name, value in row.items()
    }
    return sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def with_trail(connection: Connection) -> Connection:
    """The connection, with an empty trail for the transaction to come."""
    return connection.execution_options(**{_OPTION: Trail()})


def trail_of(connection: Connection) -> Trail:
    """The trail of the running transaction."""
    trail: Trail = connection.get_execution_options()[_OPTION]
    return trail
