"""An append-only table of one word about people: only rows in the scope exist, each sealed with its person's key.

As in `ledger`, nothing is ever changed: a change is a new version that says who and when.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Generic
from uuid import uuid4

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, Table, and_, bindparam, func, insert, or_, select, true
from sqlalchemy.exc import IntegrityError

from matching.storage import profiles
from matching.storage.changes import in_batches
from matching.storage.ledger import Entry, PutTo, W, nothing_under, overtaken, unreadable
from matching.storage.person_keys import Keys
from matching.storage.scope import Scope, scope_of
from matching.storage.tables import person_keys
from matching.storage.tables import profiles as files
from matching.storage.trail import trail_of
from matching.storage.vault import SealBrokenError


def nobody_else(_word: object, before: PutTo) -> PutTo:
    """A version is for those who could read the one before."""
    return before


class PersonLedger(Generic[W]):
    """The entries of one table, read and written inside the caller's transaction, as far as its scope reaches.

    `put_to` says who else may read a version, given its word and who else may read the version before.
    """

    def __init__(self, table: Table, word: type[W], put_to: Callable[[W, PutTo], PutTo] = nobody_else) -> None:
        self._table = table
        self._word = word
        self._put_to = put_to

    def add(
        self,
        connection: Connection,
        word: W,
        *,
        subject: str,
        author: str,
        at: datetime,
        id_: str | None = None,
    ) -> Entry[W]:
        """Write down a new entry about a person at the aware moment `at`, under a new id or the one given.

        ConflictError when there is an entry under its id already; NotFoundError when there is no such person in the
        scope.
        """
        begun = self.unwritten(connection, word, subject=subject, author=author, at=at, id_=id_)
        return self.revise(connection, begun, word, author=author, at=at)

    def add_beside(self, connection: Connection, word: W, entry: Entry[Any], *, author: str, at: datetime) -> Entry[W]:
        """Write down a new entry about the person of another one, for the same readers.

        So can a payer or a provider, who does not reach the file.
        """
        begun = Entry(self._new_id(), 0, entry.subject, entry.unit, author, at, word, entry.person, entry.put_to)
        return self.revise(connection, begun, word, author=author, at=at)

    def unwritten(
        self,
        connection: Connection,
        word: W,
        *,
        subject: str,
        author: str,
        at: datetime,
        id_: str | None = None,
    ) -> Entry[W]:
        """An entry about a person as it stands before its first version, as version 0. Errors as in `add`."""
        person = profiles.person(connection, subject)
        id_ = id_ or self._new_id()
        return Entry(id_, 0, subject, person.unit, author, at, word, person.number)

    def revise(self, connection: Connection, entry: Entry[W], word: W, *, author: str, at: datetime) -> Entry[W]:
        """Write down the next version of an entry as it was read; ConflictError when somebody else did so before."""
        put_to = self._put_to(word, entry.put_to)
        following = Entry(
            entry.id, entry.version + 1, entry.subject, entry.unit, author, at, word, entry.person, put_to
        )
        return self._write(connection, following)

    def current(
        self, connection: Connection, *, subjects: Sequence[str] | None = None, units: Collection[str] | None = None
    ) -> list[Entry[W]]:
        """The latest version of every entry, in the order in which they were begun; of some people, or units, only."""
        if subjects is not None:
            return self.current_of(connection, profiles.numbers(connection, subjects))
        return self._latest(connection) if units is None else self._latest(connection, "unit", units)

    def current_of(self, connection: Connection, people: Sequence[str]) -> list[Entry[W]]:
        """As `current`, of some people by the house's own numbers."""
        return self._latest(connection, "person", *in_batches(people))

    def recent(self, connection: Connection, subject: str, *, most: int, after: int = 0) -> list[Entry[W]]:
        """The latest version of at most so many entries about a person, those begun last first, `after` so many."""
        query = _latest_of(self._table, scope_of(connection), "person")
        begun = query.selected_columns["begun"].desc(), self._table.c.id.desc()
        page = query.order_by(*begun).limit(most).offset(after)
        return self._read_all(connection, connection.execute(page, {"some": profiles.numbers(connection, [subject])}))

    def get(self, connection: Connection, id_: str) -> Entry[W]:
        """The latest version; NotFoundError, in the same words, when there is none or it is outside of the scope."""
        found = self.find(connection, id_)
        if found is None:
            raise nothing_under(id_)
        return found

    def find(self, connection: Connection, id_: str) -> Entry[W] | None:
        """As `get`; None when there is none."""
        found = self._latest(connection, "id", [id_])
        return found[0] if found else None

    def history(self, connection: Connection, id_: str) -> list[Entry[W]]:
        """Every version of an entry, oldest first; empty when there is none or it is outside of the scope."""
        query = self._in_scope(connection).where(self._table.c.id == id_).order_by(self._table.c.version)
        return self._read_all(connection, connection.execute(query))

    def written_until(self, connection: Connection, until: datetime) -> list[Entry[W]]:
        """Every version of every entry written up to an aware moment, an entry's versions together, oldest first."""
        query = self._in_scope(connection).where(self._table.c.at <= until)
        return self._read_all(connection, connection.execute(query.order_by(self._table.c.id, self._table.c.version)))

    def people(self, connection: Connection) -> list[str]:
        """The house's own numbers of the people in the scope about whom there is an entry, in order."""
        about = self._in_scope(connection).with_only_columns(self._table.c.person).distinct()
        return list(connection.scalars(about.order_by(self._table.c.person)))

    def _latest(self, connection: Connection, column: str = "", *values: Collection[str]) -> list[Entry[W]]:
        """The latest versions of all entries, or of those whose column has one of some values, which come in batches:
        no entry may have one of two batches.
        """
        query = _latest_of(self._table, scope_of(connection), column)
        batches: Iterable[dict[str, Any]] = ({"some": list(some)} for some in values) if column else [{}]
        found: list[Row[Any]] = [row for some in batches for row in connection.execute(query, some)]
        return self._read_all(connection, sorted(found, key=lambda row: (row.begun, row.id)))

    def _in_scope(self, connection: Connection) -> Select[Any]:
        return _in(self._table, scope_of(connection))

    def _write(self, connection: Connection, entry: Entry[W]) -> Entry[W]:
        values = {name: getattr(entry, name) for name in ("id", "version", "person", "unit", "author", "at")}
        key = Keys(connection).of(entry.person or "")
        content = _SUBJECT.join((entry.subject, entry.word.model_dump_json()))
        sealed = key.seal(content, self._about(entry.id, entry.version))
        row = values | entry.put_to._asdict() | {"payload": sealed}
        try:
            connection.execute(insert(self._table).values(row))
        except IntegrityError as error:
            raise overtaken() from error
        trail_of(connection).read(entry.person or "")
        trail_of(connection).wrote(self._table.name, entry.id, entry.version, row)
        return entry

    def _read_all(self, connection: Connection, rows: Iterable[Row[Any]]) -> list[Entry[W]]:
        keys, trail = Keys(connection), trail_of(connection)
        entries = []
        for row in rows:
            trail.read(row.person)
            entries.append(self._read(keys, row))
        return entries

    def _read(self, keys: Keys, row: Row[Any]) -> Entry[W]:
        try:
            content = keys.unwrap(row.person, row.key).open(row.payload, self._about(row.id, row.version))
            subject, _, words = content.partition(_SUBJECT)
            word = self._word.model_validate_json(words)
        except (SealBrokenError, ValidationError) as error:
            raise unreadable(self._table) from error
        return Entry(
            row.id, row.version, subject, row.unit, row.author, row.at, word, row.person, PutTo(row.payer, row.provider)
        )

    def _new_id(self) -> str:
        return f"{self._table.name}-{uuid4().hex}"

    def _about(self, id_: str, version: int) -> str:
        return f"{self._table.name} {id_} {version}"


def _in(table: Table, scope: Scope) -> Select[Any]:
    """The rows that exist in the scope, with their keys; whoever was erased has none."""
    mine = and_(files.c.person.is_not(None), scope.of_units(files.c.unit))
    return (
        select(table, person_keys.c.key)
        .select_from(table)
        .join(person_keys, person_keys.c.person == table.c.person)
        .outerjoin(files, files.c.person == table.c.person)
        .where(or_(mine, scope.put_to(table.c.payer, table.c.provider)))
    )


@lru_cache(maxsize=256)
def _latest_of(table: Table, scope: Scope, column: str) -> Select[Any]:
    """The latest versions in the scope, of all or of those whose column has one of the values `some`.

    Kept, as building it takes longer than its answer, and a person's file asks seven times.
    """
    mine = table.c.person.in_(select(files.c.person).where(scope.of_units(files.c.unit)))
    known = or_(mine, scope.put_to(table.c.payer, table.c.provider))
    asked = table.c[column].in_(bindparam("some", expanding=True)) if column else true()
    newest = (
        select(table.c.id, func.max(table.c.version).label("newest"), func.min(table.c.at).label("begun"))
        .where(asked, known)
        .group_by(table.c.id)
        .subquery()
    )
    latest = and_(table.c.id == newest.c.id, table.c.version == newest.c.newest)
    return _in(table, scope).add_columns(newest.c.begun).join(newest, latest)


_SUBJECT = "\n"
"""Parts the id by which the person was known from the word; an id holds no new line."""
