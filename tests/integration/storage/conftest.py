"""A store of each engine for every test: SQLite always, PostgreSQL where its driver is installed."""

import os
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from matching.storage.database import Database, open_database
from matching.storage.vault import Vault

VAULT = Vault(bytes(32))

SERVER = os.environ.get("MATCHING_TEST_DATABASE_URL")
LOCAL_SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432/test"
ENGINES = ["sqlite"] + (["postgresql"] if SERVER or find_spec("psycopg") else [])


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'matching.sqlite'}"
    else:
        yield from schema_of_its_own()


@pytest.fixture
def own_schema() -> Iterator[str]:
    """The address of an empty store on PostgreSQL."""
    yield from schema_of_its_own()


@pytest.fixture
def empty(url: str) -> Iterator[Database]:
    """An empty store without tables; its writers wait half a second for each other."""
    with closing(open_database(url, VAULT, wait_s=0.5)) as database:
        yield database


@pytest.fixture
def database(empty: Database) -> Database:
    """An empty store with its tables."""
    empty.migrate()
    return empty


def schema_of_its_own() -> Iterator[str]:
    """The address of a new PostgreSQL schema, dropped afterwards."""
    address = make_url(SERVER or LOCAL_SERVER)
    schema = f"test_{uuid4().hex}"
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {schema}"))
    except OperationalError:
        if SERVER:
            raise
        pytest.skip("no PostgreSQL server answers on this machine")
    try:
        yield address.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()
