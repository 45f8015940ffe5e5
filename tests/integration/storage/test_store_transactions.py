"""A transaction is all or nothing: after an exception, after a killed process, against a second writer."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from matching.domain.opportunity import Vacancy
from matching.errors import ConflictError, DamagedError, InvalidInputError
from matching.storage import catalogue_state, marks, opportunities
from matching.storage.database import Database, open_database
from matching.storage.scope import EVERYTHING
from matching.storage.vault import Vault

VAULT = Vault(bytes(32))

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)


def vacancies(count: int, title: str = "Vendeuse") -> Iterator[Vacancy]:
    return (Vacancy(id=f"own:{n:05}", title=title) for n in range(count))


@pytest.fixture
def filled(database: Database) -> Database:
    with database.begin(EVERYTHING) as connection:
        opportunities.upsert(connection, vacancies(3), source="own", at=AT)
    return database


def content(database: Database) -> tuple[str, list[tuple[str, str]]]:
    with database.read(EVERYTHING) as connection:
        return catalogue_state.state(connection), list(opportunities.current_records(connection))


def test_an_exception_midway_leaves_everything_as_it_was(filled: Database) -> None:
    before = content(filled)

    def failing() -> Iterator[Vacancy]:
        yield from vacancies(2500, title="Autre")
        raise RuntimeError

    def write() -> None:
        with filled.begin(EVERYTHING) as connection:
            marks.set_site(connection, at=AT)
            opportunities.upsert(connection, failing(), source="own", at=AT)

    with pytest.raises(RuntimeError):
        write()
    assert content(filled) == before
    with filled.read(EVERYTHING) as connection:
        assert marks.kind(connection) is None


@pytest.mark.parametrize("end", ["os._exit(9)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_killed_process_leaves_everything_as_it_was(filled: Database, url: str, end: str) -> None:
    before = content(filled)
    program = f"""
        import os, signal
        from datetime import UTC, datetime
        from matching.domain.opportunity import Vacancy
        from matching.storage import catalogue_state, opportunities
        from matching.storage.database import open_database
        from matching.storage.scope import EVERYTHING
        from matching.storage.vault import Vault

        def items():
            for n in range(5000):
                yield Vacancy(id=f"own:{{n:05}}", title="Autre", description="x" * 2000)
            print("halfway", flush=True)
            {end}

        with open_database(os.environ["STORE"], Vault(bytes(32))).begin(EVERYTHING) as connection:
            opportunities.upsert(connection, items(), source="own", at=datetime.now(UTC))
    """
    result = subprocess.run(  # noqa: S603 - our own interpreter and the text above
        [sys.executable, "-c", textwrap.dedent(program)],
        env={**os.environ, "STORE": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout == "halfway\n", result.stderr
    assert result.returncode in {9, -signal.SIGKILL}
    assert content(filled) == before
    with filled.begin(EVERYTHING) as connection:  # and nothing stays locked
        assert opportunities.upsert(connection, vacancies(4), source="own", at=AT).added == 1


def test_a_second_writer_is_told_after_waiting(filled: Database) -> None:
    with filled.begin(EVERYTHING) as first:
        opportunities.upsert(first, vacancies(4), source="own", at=AT)
        with pytest.raises(ConflictError, match="Quelqu'un d'autre écrit"), filled.begin(EVERYTHING) as second:
            opportunities.upsert(second, vacancies(5), source="own", at=AT)
    assert len(content(filled)[1]) == 4


def test_a_reader_sees_one_state_while_another_writes(filled: Database) -> None:
    with filled.read(EVERYTHING) as reader:
        before = catalogue_state.state(reader)
        with filled.begin(EVERYTHING) as writer:
            opportunities.upsert(writer, vacancies(9), source="own", at=AT)
        assert catalogue_state.state(reader) == before
        assert len(list(opportunities.all_current(reader))) == 3
    assert len(content(filled)[1]) == 9


def test_writers_in_several_threads_lose_nothing(database: Database, url: str) -> None:
    def write(thread: int) -> None:
        with closing(open_database(url, VAULT, wait_s=30)) as own:
            for n in range(10):
                with own.begin(EVERYTHING) as connection:
                    item = Vacancy(id=f"own:{thread}-{n}", title="Vendeuse")
                    opportunities.upsert(connection, [item], source="own", at=AT)

    threads = [threading.Thread(target=write, args=(thread,)) for thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(content(database)[1]) == 40


def test_a_naive_moment_is_refused(database: Database) -> None:
    with pytest.raises(InvalidInputError, match="pas de fuseau horaire"), database.begin(EVERYTHING) as connection:
        opportunities.upsert(connection, vacancies(1), source="own", at=datetime(2026, 11, 21))  # noqa: DTZ001
    assert content(database)[1] == []


def test_a_failure_shows_nothing_of_what_was_to_be_stored(database: Database) -> None:
    with pytest.raises(Exception, match="nowhere") as caught, database.begin(EVERYTHING) as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:secret)"), {"secret": "Madame Exemple"})
    assert "Madame Exemple" not in str(caught.value)


class TestFiles:
    """What only a store in a file can suffer."""

    def test_the_folder_and_the_file_are_their_owners_only(self, tmp_path: Path) -> None:
        path = tmp_path / "new" / "matching.sqlite"
        with closing(open_database(f"sqlite:///{path}", VAULT)) as database:
            database.migrate()
            assert [each.stat().st_mode & 0o077 for each in (path.parent, *path.parent.iterdir())] == [0] * 4

    def test_a_file_that_is_no_store(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.sqlite"
        path.write_text("Madame, Monsieur, " * 1000)
        with (
            closing(open_database(f"sqlite:///{path}", VAULT)) as database,
            pytest.raises(DamagedError, match="pas un fichier SQLite"),
        ):
            database.migrate()
        assert path.read_text().startswith("Madame")

    def test_a_store_whose_pages_are_overwritten(self, tmp_path: Path) -> None:
        path = tmp_path / "matching.sqlite"
        with closing(open_database(f"sqlite:///{path}", VAULT)) as database:
            database.migrate()
            with database.begin(EVERYTHING) as connection:
                opportunities.upsert(connection, vacancies(500), source="own", at=AT)
        content_ = bytearray(path.read_bytes())
        content_[8192:] = b"\xa5" * (len(content_) - 8192)
        path.write_bytes(content_)
        with (
            closing(open_database(f"sqlite:///{path}", VAULT)) as database,
            pytest.raises(DamagedError, match="endommagée"),
        ):
            content(database)

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(DamagedError, match="ne peut pas être créée"):
            open_database(f"sqlite:///{tmp_path / 'file' / 'matching.sqlite'}", VAULT)

    def test_a_folder_in_the_place_of_the_file(self, tmp_path: Path) -> None:
        with (
            closing(open_database(f"sqlite:///{tmp_path}", VAULT)) as database,
            pytest.raises(DamagedError, match="ne peut être lue ou écrite"),
        ):
            database.migrate()

    def test_a_full_disk(self, tmp_path: Path) -> None:
        with closing(open_database(f"sqlite:///{tmp_path / 'matching.sqlite'}", VAULT)) as database:
            database.migrate()
            with pytest.raises(DamagedError, match="disk is full"), database.begin(EVERYTHING) as connection:
                self.fill_to_the_brim(connection)
            assert content(database)[1] == []

    @staticmethod
    def fill_to_the_brim(connection: Connection) -> None:
        connection.execute(text("PRAGMA max_page_count = 40"))
        opportunities.upsert(connection, vacancies(2000), source="own", at=AT)

    @pytest.mark.parametrize("address", ["", "nonsense", "nonsense://host/database", "postgresql+nonsense://host/x"])
    def test_an_address_that_is_none(self, address: str) -> None:
        with pytest.raises(InvalidInputError, match="adresse de la base"):
            open_database(address, VAULT)

    def test_a_store_in_memory(self) -> None:
        with closing(open_database("sqlite://", VAULT)) as database:
            database.migrate()
            with database.begin(EVERYTHING) as connection:
                opportunities.upsert(connection, vacancies(2), source="own", at=AT)
            assert len(content(database)[1]) == 2
