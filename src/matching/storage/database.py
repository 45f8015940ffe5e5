"""The store: one database, opened once and passed in. SQLite by default, PostgreSQL with the same code."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from matching.errors import DamagedError, InvalidInputError, MatchingError
from matching.storage import outbox
from matching.storage.failures import told_plainly
from matching.storage.person_keys import VAULT
from matching.storage.schema_versions import needs_migration
from matching.storage.scope import EVERYTHING, NOBODY, Scope, tell_database, with_scope
from matching.storage.trail import trail_of, with_trail
from matching.storage.vault import Vault

_MIGRATION_LOCK = 0x6D617463  # one number for this service, so that two processes do not migrate a schema at once


class Database:
    """A store and its transactions. `close` gives its connections back."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.name = _name(engine.url)
        self._remains = engine.dialect.name == "sqlite"  # an earlier process may have left some

    @contextmanager
    def begin(self, scope: Scope) -> Iterator[Connection]:
        """One transaction for writing: all of it is kept at the end, nothing of it after an exception or a crash.

        Only rows about people in the scope exist in it.

        ConflictError when another writer does not finish within the time set when the database was opened.
        """
        with (
            told_plainly(self.name),
            self.engine.connect() as connection,
            with_trail(with_scope(connection, scope)).execution_options(sqlite_begin="BEGIN IMMEDIATE").begin(),
        ):
            tell_database(connection)
            yield connection
            for kind, entry in trail_of(connection).fed:
                outbox.put(connection, kind, entry)
        if self._remains:
            with suppress(MatchingError):
                self.clear_remains()

    @contextmanager
    def read(self, scope: Scope) -> Iterator[Connection]:
        """One transaction for reading: it sees one state of the store, of people those in the scope; it never waits."""
        options = {"isolation_level": "REPEATABLE READ"} if self.engine.dialect.name == "postgresql" else {}
        with (
            told_plainly(self.name),
            self.engine.connect() as connection,
            with_trail(with_scope(connection, scope)).execution_options(**options).begin(),
        ):
            tell_database(connection)
            yield connection

    def migrate(self) -> None:
        """Bring the tables up to date; fast when they are. ConflictError when a newer version wrote the store."""
        with self.read(NOBODY) as connection:
            if not needs_migration(connection):
                return
        from matching.storage.migration import upgrade  # Alembic takes 0.4 s to import

        with (
            told_plainly(self.name),
            self.engine.connect() as connection,
            _foreign_keys_off(connection),
            with_trail(with_scope(connection, EVERYTHING)).execution_options(sqlite_begin="BEGIN IMMEDIATE").begin(),
        ):
            tell_database(connection)
            if connection.dialect.name == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(:key, hashtext(current_schema()))")
                connection.execute(lock, {"key": _MIGRATION_LOCK})
            if needs_migration(connection):  # nobody else did it while this one waited
                upgrade(connection)

    def clear_remains(self) -> None:
        """Overwrite what deleted rows leave behind in the database's files, as far as a database can.

        SQLite writes zeros over deleted rows, and its log is emptied here; while somebody still reads an older state it
        cannot be, and is tried again after each transaction. PostgreSQL frees them for reuse.
        """
        with told_plainly(self.name), self.engine.connect() as connection:
            driver = connection.execution_options(isolation_level="AUTOCOMMIT")
            if connection.dialect.name == "sqlite":
                busy = driver.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
                self._remains = bool(busy)
            else:
                driver.exec_driver_sql("VACUUM profiles, person_keys")

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(url: str, vault: Vault, *, wait_s: float = 5.0) -> Database:
    """The store at a SQLAlchemy address, not yet migrated; `wait_s` is how long a writer waits for another, in seconds.

    What is stored about people is sealed with the keys of the vault.

    Creates the folder and the file of an SQLite store, readable by its owner only, as they hold personal data.
    """
    try:
        address = make_url(url)
        is_sqlite = address.get_backend_name() == "sqlite"
        connect_args: dict[str, Any] = {"timeout": wait_s} if is_sqlite else {}
        engine = create_engine(
            address,
            connect_args=connect_args,
            pool_pre_ping=not is_sqlite,
            execution_options={VAULT: vault},
            hide_parameters=True,  # what is in a file about a person stays out of error texts
        )
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError, TypeError) as error:
        raise InvalidInputError(
            "L'adresse de la base ne peut pas être utilisée ; vérifier MATCHING_DATABASE_URL et son pilote."
        ) from error
    if is_sqlite:
        _create_file(address.database)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _limit_waiting(wait_s))
    return Database(engine)


def _name(address: URL) -> str:
    if address.get_backend_name() == "sqlite":
        return address.database or "en mémoire"
    return f"{address.database} sur {address.host or 'cette machine'}"


def _create_file(name: str | None) -> None:
    if not name or name == ":memory:" or name.startswith("file:"):
        return
    path = Path(name)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise DamagedError(
            f"La base {path} ne peut pas être créée ({error.strerror}) ; vérifier le chemin et les droits."
        ) from error


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: `_begin_sqlite` does
    _write_ahead(connection)  # readers do not wait for a writer
    connection.execute("PRAGMA synchronous = FULL")  # what was committed survives a power cut, too
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what was deleted is overwritten, not only forgotten


def _write_ahead(connection: Any) -> None:
    """Switch the journal; SQLite does not wait here for another who switches it too, but is busy at once."""
    for last in (*[False] * 99, True):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if last:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))


def _limit_waiting(wait_s: float) -> Any:
    def set_timeout(connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(wait_s * 1000)}")

    return set_timeout


@contextmanager
def _foreign_keys_off(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by dropping it and building it anew: foreign keys would delete what points to it."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
