"""An append-only table of one word: nothing in it is ever changed; a change is a new version that says who and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import uuid4

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, Table, and_, bindparam, func, insert, select, true
from sqlalchemy.exc import IntegrityError

from matching.domain.word import Word
from matching.errors import ConflictError, DamagedError, NotFoundError
from matching.storage.changes import in_batches
from matching.storage.trail import trail_of

W = TypeVar("W", bound=Word)


class PutTo(NamedTuple):
    """The paying institution and the provider that something about a person was put to."""

    payer: str | None = None
    provider: str | None = None


NOBODY_ELSE = PutTo()


@dataclass(frozen=True)
class Entry(Generic[W]):
    """One version of one word: whom or what it is about, the unit that owns it, who wrote it and when."""

    id: str
    version: int
    subject: str
    unit: str | None
    author: str
    at: datetime
    word: W
    person: str | None = None
    """The house's own number of whom it is about, where it is about a person."""
    put_to: PutTo = NOBODY_ELSE
    """Who else may read it, where it is about a person."""


class Stamp(NamedTuple):
    """Which version of which entry is the latest, and when it was written."""

    id: str
    version: int
    at: datetime


class Ledger(Generic[W]):
    """The entries of one table about the house or its catalogue, read and written inside the caller's transaction."""

    def __init__(self, table: Table, word: type[W]) -> None:
        self._table = table
        self._word = word

    def add(
        self, connection: Connection, word: W, *, subject: str, unit: str | None, author: str, at: datetime
    ) -> Entry[W]:
        """Write down a new entry at the aware moment `at`, under a new id."""
        id_ = f"{self._table.name}-{uuid4().hex}"
        return self._write(connection, Entry(id_, 1, subject, unit, author, at, word))

    def add_once(
        self, connection: Connection, word: W, *, subject: str, unit: str | None, author: str, at: datetime
    ) -> Entry[W]:
        """As `add`, for the one entry of its unit about its subject: a second one is a ConflictError."""
        about = f"{subject}\n{unit}".encode()
        id_ = f"{self._table.name}-{blake2b(about, digest_size=16).hexdigest()}"
        return self._write(connection, Entry(id_, 1, subject, unit, author, at, word))

    def revise(self, connection: Connection, entry: Entry[W], word: W, *, author: str, at: datetime) -> Entry[W]:
        """Write down the next version of an entry as it was read; ConflictError when somebody else did so before."""
        return self._write(connection, Entry(entry.id, entry.version + 1, entry.subject, entry.unit, author, at, word))

    def current(self, connection: Connection, *, subjects: Sequence[str] | None = None) -> list[Entry[W]]:
        """The latest version of every entry, in the order in which they were begun; of some subjects only."""
        if subjects is None:
            return self._latest(connection)
        return self._latest(connection, "subject", *in_batches(dict.fromkeys(subjects)))

    def newest(self, connection: Connection, subject: str) -> Stamp | None:
        """The latest version of the one entry about a subject, without reading it; None when there is none."""
        columns = self._table.c
        query = select(columns.id, columns.version, columns.at).where(columns.subject == subject)
        row = connection.execute(query.order_by(columns.version.desc()).limit(1)).one_or_none()
        return None if row is None else Stamp(*row)

    def get(self, connection: Connection, id_: str) -> Entry[W]:
        """The latest version; NotFoundError when there is none."""
        found = self._latest(connection, "id", [id_])
        if not found:
            raise nothing_under(id_)
        return found[0]

    def history(self, connection: Connection, id_: str) -> list[Entry[W]]:
        """Every version of an entry, oldest first; empty when there is none."""
        query = select(self._table).where(self._table.c.id == id_)
        return [self._read(row) for row in connection.execute(query.order_by(self._table.c.version))]

    def _latest(self, connection: Connection, column: str = "", *values: list[str]) -> list[Entry[W]]:
        """The latest versions of all entries, or of those whose column has one of some values, which come in batches:
        no entry may have one of two batches.
        """
        query = _latest_of(self._table, column)
        batches: Iterable[dict[str, Any]] = ({"some": some} for some in values) if column else [{}]
        found: list[Row[Any]] = [row for some in batches for row in connection.execute(query, some)]
        return [self._read(row) for row in sorted(found, key=lambda row: (row.begun, row.id))]

    def _write(self, connection: Connection, entry: Entry[W]) -> Entry[W]:
        values = {name: getattr(entry, name) for name in ("id", "version", "subject", "unit", "author", "at")}
        row = values | {"payload": entry.word.model_dump_json()}
        try:
            connection.execute(insert(self._table).values(row))
        except IntegrityError as error:
            raise overtaken() from error
        trail_of(connection).wrote(self._table.name, entry.id, entry.version, row)
        return entry

    def _read(self, row: Row[Any]) -> Entry[W]:
        try:
            word = self._word.model_validate_json(row.payload)
        except ValidationError as error:
            raise unreadable(self._table) from error
        return Entry(row.id, row.version, row.subject, row.unit, row.author, row.at, word)


@lru_cache(maxsize=64)
def _latest_of(table: Table, column: str) -> Select[Any]:
    """The latest versions, of all or of those whose column has one of the values `some`; kept, as every request asks
    for the mandates of who makes it.
    """
    asked = table.c[column].in_(bindparam("some", expanding=True)) if column else true()
    newest = (
        select(table.c.id, func.max(table.c.version).label("newest"), func.min(table.c.at).label("begun"))
        .where(asked)
        .group_by(table.c.id)
        .subquery()
    )
    latest = and_(table.c.id == newest.c.id, table.c.version == newest.c.newest)
    return select(table, newest.c.begun).join(newest, latest)


def nothing_under(id_: str) -> NotFoundError:
    """What is answered when there is no entry of that id, in the same words when whoever asks may not know of it."""
    return NotFoundError("Rien n'est enregistré ici sous {id} ; vérifier l'identifiant et le compte.", id=id_)


def overtaken() -> ConflictError:
    """What is answered when somebody else wrote the version that follows, or the one entry there may be."""
    return ConflictError("Quelqu'un d'autre vient de modifier cette entrée ; la relire avant de la changer.")


def unreadable(table: Table) -> DamagedError:
    """What is answered when a stored entry is no word."""
    return DamagedError(f"Une entrée de la base ({table.name}) ne peut pas être lue ; reprendre une sauvegarde.")
