"""Stores to try things on: empty ones on each engine, and copies of one that was migrated once for all tests."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from matching.storage.database import Database, open_database
from matching.storage.scope import EVERYTHING
from matching.storage.tables import metadata
from matching.storage.vault import Vault

SERVER = os.environ.get("MATCHING_TEST_DATABASE_URL")
ADDRESS = make_url(SERVER or "postgresql+psycopg://postgres@127.0.0.1:5432/test")
_UNHURRIED = "-csynchronous_commit=off"  # no test pulls the plug: a commit waits for no disk
ENGINES = ["sqlite"] + (["postgresql"] if SERVER or find_spec("psycopg") else [])


class MigratedStores:
    """Copies of a store with its tables: on each engine it is migrated once, when first asked for.

    No key is in it yet: a copy is sealed with the keys of whoever opens it. A database that was given back is emptied
    and lent again, as PostgreSQL takes long to make and to drop one: a test that changes the tables themselves puts
    them back, or takes a schema of its own.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._dropped_at_the_end = ExitStack()
        self._given_back: list[_Lent] = []

    def copy_to(self, data_dir: Path) -> None:
        """Put one where a service with this data folder looks for its store."""
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copy(self._file, data_dir / "matching.sqlite")

    @contextmanager
    def copy(self, engine: str, data_dir: Path) -> Iterator[str]:
        """The address of one: in the data folder, or a database that nobody else has meanwhile."""
        if engine == "sqlite":
            self.copy_to(data_dir)
            yield f"sqlite:///{data_dir / 'matching.sqlite'}"
        else:
            lent = self._given_back.pop() if self._given_back else self._one_more()
            yield lent.url
            lent.empty()
            self._given_back.append(lent)

    def close(self) -> None:
        """Drop what was copied from, and the copies."""
        self._dropped_at_the_end.close()

    @cached_property
    def _file(self) -> Path:
        file = self._folder / "matching.sqlite"
        _migrate(f"sqlite:///{file}")
        return file

    @cached_property
    def _database(self) -> str:
        name = self._dropped_at_the_end.enter_context(_database(template="template1"))
        _migrate(_at(name))
        return name

    def _one_more(self) -> "_Lent":
        name = self._dropped_at_the_end.enter_context(_database(template=self._database))
        return self._dropped_at_the_end.enter_context(_opened(_at(name)))


@dataclass(frozen=True)
class _Lent:
    """A database with the rows that a migrated store begins with, as JSON by table."""

    url: str
    database: Database
    first: dict[str, str]

    def empty(self) -> None:
        """Make it as it was: nobody connected, these rows alone, every sequence at its start."""
        with self.database.begin(EVERYTHING) as connection:
            connection.execute(text(_ALONE))
            connection.exec_driver_sql(";".join(f"DELETE FROM {table}" for table in _TABLES))  # noqa: S608
            for sequence in connection.execute(text(_SEQUENCES)).scalars():
                connection.exec_driver_sql(f"ALTER SEQUENCE {sequence} RESTART")
            for table, rows in self.first.items():
                put = text(f"INSERT INTO {table} SELECT * FROM json_populate_recordset(NULL::{table}, :rows)")  # noqa: S608
                connection.execute(put, {"rows": rows})


_TABLES = [*(table.name for table in reversed(metadata.sorted_tables)), "alembic_version"]
_SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL"
_ALONE = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""


@contextmanager
def _opened(url: str) -> Iterator[_Lent]:
    """A database that was just copied."""
    with closing(open_database(url, Vault(bytes(32)))) as database:
        with database.read(EVERYTHING) as connection:
            rows = {table: connection.scalar(text(f"SELECT json_agg(t)::text FROM {table} t")) for table in _TABLES}  # noqa: S608
        yield _Lent(url, database, {table: told for table, told in rows.items() if told})


@contextmanager
def schema_of_its_own() -> Iterator[str]:
    """The address of a new PostgreSQL schema without tables, dropped afterwards."""
    schema = f"test_{uuid4().hex}"
    with _server() as server:
        server.execute(text(f"CREATE SCHEMA {schema}"))
        try:
            address = ADDRESS.update_query_dict({"options": f"{_UNHURRIED} -csearch_path={schema}"})
            yield address.render_as_string(hide_password=False)
        finally:
            server.execute(text(f"DROP SCHEMA {schema} CASCADE"))


@contextmanager
def _database(*, template: str) -> Iterator[str]:
    """The name of a new PostgreSQL database that is a copy of another, dropped afterwards."""
    name = f"test_{uuid4().hex}"
    with _server() as server:
        server.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        try:
            yield name
        finally:  # by force: a process that a test killed may still hang on it
            server.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def _server() -> Iterator[Connection]:
    """The server itself, to make and drop things; a test is skipped when none answers and none was named."""
    engine = create_engine(ADDRESS, isolation_level="AUTOCOMMIT")
    try:
        connection = engine.connect()
    except OperationalError:
        if SERVER:
            raise
        pytest.skip("no PostgreSQL server answers on this machine")
    with connection:
        yield connection
    engine.dispose()


def _at(database: str) -> str:
    address = ADDRESS.set(database=database).update_query_dict({"options": _UNHURRIED})
    return address.render_as_string(hide_password=False)


def _migrate(url: str) -> None:
    with closing(open_database(url, Vault(bytes(32)))) as database:
        database.migrate()
