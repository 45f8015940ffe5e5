"""The migrations lead to the tables the code expects, up and down, once and at once; other schemas are refused."""

import subprocess
import sys
import threading
from contextlib import closing
from importlib.resources import files

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from tests.conftest import SQLITE_AS_SHIPPED

from matching.errors import ConflictError
from matching.storage import migration, opportunities
from matching.storage.database import Database, open_database
from matching.storage.schema_versions import known_versions, needs_migration
from matching.storage.scope import EVERYTHING
from matching.storage.tables import metadata
from matching.storage.vault import Vault

VAULT = Vault(bytes(32))


def tables(database: Database) -> set[str]:
    with database.read(EVERYTHING) as connection:
        return set(inspect(connection).get_table_names())


def test_the_tables_are_those_of_the_code(database: Database) -> None:
    with database.read(EVERYTHING) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "target_metadata": metadata}
        )
        assert compare_metadata(context, metadata) == []


def test_constraints_are_named_as_agreed(database: Database) -> None:
    with database.read(EVERYTHING) as connection:
        inspector = inspect(connection)
        for table in metadata.sorted_tables:
            assert inspector.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"


def test_down_to_nothing_and_up_again(database: Database) -> None:
    full = tables(database)
    for version in ("base", *known_versions()):
        with database.begin(EVERYTHING) as connection:
            if version == "base":
                migration.downgrade(connection, "base")
                assert set(inspect(connection).get_table_names()) == {"alembic_version"}
            else:
                migration.upgrade(connection, version)
    assert tables(database) == full
    database.migrate()
    with database.read(EVERYTHING) as connection:
        assert not list(opportunities.all_current(connection))


def test_a_migration_that_fails_leaves_nothing(empty: Database) -> None:
    def fail_midway() -> None:
        with empty.begin(EVERYTHING) as connection:
            migration.upgrade(connection)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_midway()
    assert tables(empty) == set()
    empty.migrate()


def test_the_file_names_are_the_revisions() -> None:
    scripts = ScriptDirectory(str(files("matching.storage") / "migrations"))
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert sorted(revisions) == known_versions()
    assert scripts.get_current_head() == known_versions()[-1]


def test_several_at_once_migrate_once(empty: Database, empty_url: str) -> None:
    failures: list[Exception] = []

    def migrate() -> None:
        with closing(open_database(empty_url, VAULT, wait_s=30)) as own:
            try:
                own.migrate()
            except Exception as error:  # noqa: BLE001 - shown below, in the thread of the test
                failures.append(error)

    threads = [threading.Thread(target=migrate) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with empty.read(EVERYTHING) as connection:
        assert not needs_migration(connection)


def test_a_store_of_a_newer_version_is_refused(database: Database) -> None:
    with database.begin(EVERYTHING) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ConflictError, match="schéma 9999"):
        database.migrate()


def test_tables_of_another_program_are_refused(empty: Database) -> None:
    with empty.begin(EVERYTHING) as connection:
        connection.execute(text("CREATE TABLE profiles (name TEXT)"))
    with pytest.raises(ConflictError, match="table profiles d'un autre programme"):
        empty.migrate()


def test_foreign_keys_are_watched_again_afterwards(url: str, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine != "sqlite":
        return
    monkeypatch.setattr("matching.storage.database._set_up_sqlite", SQLITE_AS_SHIPPED)
    with closing(open_database(url, VAULT)) as database, database.read(EVERYTHING) as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2


def test_an_up_to_date_store_is_opened_without_alembic(database: Database, url: str) -> None:
    program = (
        "import sys; from matching.storage.database import open_database; from matching.storage.vault import Vault; "
        "open_database(sys.argv[1], Vault(bytes(32))).migrate(); print('alembic' in sys.modules)"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and the text above
        [sys.executable, "-c", program, url], capture_output=True, text=True, check=False
    )
    assert result.stdout == "False\n", result.stderr
