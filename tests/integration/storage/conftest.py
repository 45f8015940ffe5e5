"""A store of each engine for every test, with its tables and without."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.stores import MigratedStores, schema_of_its_own

from matching.storage.database import Database, open_database
from matching.storage.vault import Vault

VAULT = Vault(bytes(32))


@pytest.fixture
def url(engine: str, tmp_path: Path, migrated_stores: MigratedStores) -> Iterator[str]:
    """The address of a store with its tables and nothing in them."""
    with migrated_stores.copy(engine, tmp_path / "data") as address:
        yield address


@pytest.fixture
def empty_url(engine: str, tmp_path: Path) -> Iterator[str]:
    """The address of a store without tables."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty' / 'matching.sqlite'}"
    else:
        with schema_of_its_own() as address:
            yield address


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    """A store without tables; its writers wait half a second for each other."""
    with closing(open_database(empty_url, VAULT, wait_s=0.5)) as database:
        yield database


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A store with its tables and nothing in them; its writers wait half a second for each other."""
    with closing(open_database(url, VAULT, wait_s=0.5)) as database:
        yield database
