"""PostgreSQL keeps the units apart by itself: with the application's own filter taken out, nothing foreign appears."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import ColumnElement, Connection, create_engine, func, insert, make_url, select, text, true, update
from sqlalchemy.exc import DBAPIError

from matching.domain.guarantee import PaymentGuarantee
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.errors import NotFoundError
from matching.storage import profiles, tables
from matching.storage.agreements import GUARANTEES, PLANS
from matching.storage.database import Database, open_database
from matching.storage.person_ledger import _latest_of
from matching.storage.scope import EVERYTHING, NOBODY, Scope
from matching.storage.vault import Vault

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
VAULT = Vault(bytes(32))
LAUSANNE, RENENS = Scope(("lausanne",)), Scope(("renens",))
PAYER = Scope.of(Viewer(account="oai", role=Role.PAYER, institution=Institution.OAI, units=("oai-vd",)))
GUARANTEE = PaymentGuarantee.model_validate(
    {"profile": "p-1", "code": "di_retraining", "payer": "oai", "requested_by": "demo", "status": "requested"}
    | {"valid_from": "2026-12-01", "valid_to": "2027-02-28"}
)
GUARDED = (tables.profiles, *tables.PERSON_LEDGERS, tables.outbox)


@pytest.fixture
def engine() -> str:
    """PostgreSQL alone."""
    return "postgresql"


@pytest.fixture
def restricted(database: Database, url: str) -> Iterator[Database]:
    """The store with two units' files, opened by a role that owns nothing and passes by no policy."""
    for unit in ("lausanne", "renens"):
        with database.begin(Scope((unit,))) as connection:
            profiles.upsert(connection, [Profile(id="p-1", unit=unit)], at=AT)
            GUARANTEES.add(connection, GUARANTEE, subject="p-1", author="demo", at=AT)
    role = f"test_{uuid4().hex}"
    with closing_engine(url) as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS"))
        connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {role}"))
        connection.execute(text(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"))
    address = make_url(url).set(username=role).render_as_string(hide_password=False)
    with closing(open_database(address, VAULT, wait_s=0.5)) as opened:
        yield opened
    with closing_engine(url) as connection:
        connection.execute(text(f"DROP OWNED BY {role}"))
        connection.execute(text(f"DROP ROLE {role}"))


class closing_engine:  # noqa: N801 - read as a function
    def __init__(self, url: str) -> None:
        self._engine = create_engine(url)

    def __enter__(self) -> Connection:
        self._opened = self._engine.begin()
        return self._opened.__enter__()

    def __exit__(self, *told: object) -> None:
        self._opened.__exit__(*told)  # type: ignore[arg-type]
        self._engine.dispose()


@pytest.fixture
def unfiltered(restricted: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The application's own filter, taken out once the store is filled, of the queries that it keeps as well."""

    def all_of_them(_self: Scope, *_columns: ColumnElement[str]) -> ColumnElement[bool]:
        return true()

    monkeypatch.setattr(Scope, "of_units", all_of_them)
    monkeypatch.setattr(Scope, "put_to", all_of_them)
    _latest_of.cache_clear()
    yield restricted
    _latest_of.cache_clear()


def test_every_table_of_people_is_guarded_against_its_owner_too(database: Database) -> None:
    with database.read(NOBODY) as connection:
        found = connection.execute(
            text(
                "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                " AND relrowsecurity AND relforcerowsecurity"
            )
        )
        assert set(found.scalars()) == {table.name for table in GUARDED}
    about_people = {table.name for table in tables.metadata.sorted_tables if "person" in table.c}
    assert about_people - {table.name for table in GUARDED} == {"person_keys"}  # numbers and sealed keys, nothing else


class TestWithoutTheApplicationsFilter:
    def test_a_foreign_file_does_not_exist(self, unfiltered: Database) -> None:
        with unfiltered.read(LAUSANNE) as connection:
            assert [one.unit for one in profiles.all_visible(connection)] == ["lausanne"]
            assert [entry.unit for entry in GUARANTEES.current(connection)] == ["lausanne"]
        for scope in (NOBODY, Scope(("oai-vd",))):
            with unfiltered.read(scope) as connection, pytest.raises(NotFoundError):
                profiles.get(connection, "p-1")

    def test_the_tables_themselves_are_empty_for_whoever_asks_for_nobody(self, unfiltered: Database) -> None:
        with unfiltered.read(NOBODY) as connection:
            for table in GUARDED:
                assert connection.scalar(select(func.count()).select_from(table)) == 0, table.name
        with unfiltered.engine.begin() as connection:  # and where no scope was ever told
            for table in GUARDED:
                assert connection.scalar(select(func.count()).select_from(table)) == 0, table.name

    def test_a_payer_sees_what_was_addressed_to_it_and_no_file(self, unfiltered: Database) -> None:
        with unfiltered.read(PAYER) as connection:
            assert {entry.unit for entry in GUARANTEES.current(connection)} == {"lausanne", "renens"}
            assert connection.scalar(select(func.count()).select_from(tables.profiles)) == 0
        other = Scope.of(Viewer(account="x", role=Role.PAYER, institution=Institution.CSR, units=("csr-vd",)))
        with unfiltered.read(other) as connection:
            assert GUARANTEES.current(connection) == []

    def test_nothing_foreign_can_be_changed_or_written(self, unfiltered: Database) -> None:
        with unfiltered.begin(LAUSANNE) as connection:
            assert connection.execute(update(tables.profiles).values(revision=99)).rowcount == 1
        with unfiltered.read(RENENS) as connection:
            assert profiles.revision(connection, "p-1") == 1
        with unfiltered.read(EVERYTHING) as connection:
            foreign = connection.execute(select(tables.profiles).where(tables.profiles.c.unit == "renens")).one()
        entry = {"id": "plans-x", "version": 1, "person": foreign.person, "unit": "lausanne", "author": "x", "at": AT}
        with pytest.raises(DBAPIError, match="row-level security"), unfiltered.begin(LAUSANNE) as connection:
            connection.execute(insert(tables.plans).values(entry | {"payload": ""}))
        with unfiltered.read(RENENS) as connection:
            assert PLANS.current(connection) == []

    def test_a_scope_ends_with_its_transaction(self, unfiltered: Database) -> None:
        with unfiltered.read(EVERYTHING) as connection:
            assert len(list(profiles.all_visible(connection))) == 2
        with unfiltered.engine.connect() as connection:  # the same connection, from the pool
            assert connection.scalar(select(func.count()).select_from(tables.profiles)) == 0
