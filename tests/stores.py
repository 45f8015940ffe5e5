"""Stores to try things on: empty ones on each engine, and copies of one that was migrated once for all tests."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from matching.storage.database import open_database
from matching.storage.vault import Vault

SERVER = os.environ.get("MATCHING_TEST_DATABASE_URL")
ADDRESS = make_url(SERVER or "postgresql+psycopg://postgres@127.0.0.1:5432/test")
ENGINES = ["sqlite"] + (["postgresql"] if SERVER or find_spec("psycopg") else [])


class MigratedStores:
    """Copies of a store with its tables: on each engine it is migrated once, when first asked for.

    No key is in it yet: a copy is sealed with the keys of whoever opens it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._dropped_at_the_end = ExitStack()

    def copy_to(self, data_dir: Path) -> None:
        """Put one where a service with this data folder looks for its store."""
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copy(self._file, data_dir / "matching.sqlite")

    @contextmanager
    def copy(self, engine: str, data_dir: Path) -> Iterator[str]:
        """The address of one: in the data folder, or a database of its own that is dropped afterwards."""
        if engine == "sqlite":
            self.copy_to(data_dir)
            yield f"sqlite:///{data_dir / 'matching.sqlite'}"
        else:
            with _database(template=self._database) as name:
                yield _at(name)

    def close(self) -> None:
        """Drop what was copied from."""
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


@contextmanager
def schema_of_its_own() -> Iterator[str]:
    """The address of a new PostgreSQL schema without tables, dropped afterwards."""
    schema = f"test_{uuid4().hex}"
    with _server() as server:
        server.execute(text(f"CREATE SCHEMA {schema}"))
        try:
            address = ADDRESS.update_query_dict({"options": f"-csearch_path={schema}"})
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
    return ADDRESS.set(database=database).render_as_string(hide_password=False)


def _migrate(url: str) -> None:
    with closing(open_database(url, Vault(bytes(32)))) as database:
        database.migrate()
