"""Append-only entries: every version is kept, a lost race is refused."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from matching.domain.plan import Plan, PlanPart
from matching.errors import ConflictError, DamagedError
from matching.storage import tables
from matching.storage.database import Database
from matching.storage.ledger import Ledger
from matching.storage.scope import EVERYTHING

PLANS = Ledger(tables.vacancy_notices, Plan)
AT = datetime(2026, 11, 18, 8, tzinfo=UTC)


def plan(text_: str, profile: str = "p-1") -> Plan:
    return Plan(profile=profile, objective="job", steps=("Garde",), parts=(PlanPart(text=text_),), agreed_at=AT)


def test_a_revision_keeps_what_was_there(database: Database) -> None:
    with database.begin(EVERYTHING) as connection:
        first = PLANS.add(connection, plan("un"), subject="p-1", unit="u", author="anna", at=AT)
    with database.begin(EVERYTHING) as connection:
        PLANS.revise(connection, first, plan("deux"), author="berta", at=AT + timedelta(hours=1))
    with database.read(EVERYTHING) as connection:
        current = PLANS.current(connection, subjects=["p-1"])
        assert [(entry.version, entry.author, entry.word) for entry in current] == [(2, "berta", plan("deux"))]
        assert [entry.word for entry in PLANS.history(connection, first.id)] == [plan("un"), plan("deux")]
        assert PLANS.get(connection, first.id).at == AT + timedelta(hours=1)


def test_of_two_revisions_of_the_same_version_one_is_refused(database: Database) -> None:
    with database.begin(EVERYTHING) as connection:
        first = PLANS.add(connection, plan("un"), subject="p-1", unit="u", author="anna", at=AT)
    with database.begin(EVERYTHING) as connection:
        PLANS.revise(connection, first, plan("deux"), author="berta", at=AT)
    with pytest.raises(ConflictError), database.begin(EVERYTHING) as connection:
        PLANS.revise(connection, first, plan("trois"), author="carla", at=AT)
    with database.read(EVERYTHING) as connection:
        assert PLANS.get(connection, first.id).word == plan("deux")


def test_entries_come_in_the_order_in_which_they_were_begun(database: Database) -> None:
    with database.begin(EVERYTHING) as connection:
        begun = [
            PLANS.add(
                connection, plan(str(n)), subject=f"p-{n % 2}", unit="u", author="anna", at=AT + timedelta(minutes=n)
            )
            for n in range(4)
        ]
        PLANS.revise(connection, begun[0], plan("0 bis"), author="anna", at=AT + timedelta(hours=9))
    with database.read(EVERYTHING) as connection:
        assert [entry.id for entry in PLANS.current(connection)] == [entry.id for entry in begun]
        assert [entry.id for entry in PLANS.current(connection, subjects=["p-1"])] == [
            begun[1].id,
            begun[3].id,
        ]


def test_more_subjects_than_a_statement_takes_are_read_in_one_order(database: Database) -> None:
    people = [f"p-{n}" for n in range(40_000)]
    with database.begin(EVERYTHING) as connection:
        begun = [
            PLANS.add(connection, plan(person), subject=person, unit="u", author="anna", at=AT + timedelta(minutes=n))
            for n, person in enumerate([people[-1], people[0], people[20_000]])
        ]
    with database.read(EVERYTHING) as connection:
        raw = connection.connection.dbapi_connection
        if isinstance(raw, sqlite3.Connection):
            raw.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 32_766)  # its own default; distributions raise it
        assert PLANS.current(connection, subjects=[*people, people[0]]) == begun
        assert PLANS.current(connection, subjects=[]) == []


def test_an_entry_that_cannot_be_read_is_said_to_be_damaged(database: Database) -> None:
    with database.begin(EVERYTHING) as connection:
        PLANS.add(connection, plan("un"), subject="p-1", unit="u", author="anna", at=AT)
        connection.execute(text("UPDATE vacancy_notices SET payload = '{}'"))
    with pytest.raises(DamagedError, match="vacancy_notices"), database.read(EVERYTHING) as connection:
        PLANS.current(connection)


def test_the_one_entry_of_a_unit_about_a_subject_is_written_once(database: Database) -> None:
    with database.begin(EVERYTHING) as connection:
        PLANS.add_once(connection, plan("un"), subject="p-1", unit="u", author="anna", at=AT)
        PLANS.add_once(connection, plan("un"), subject="p-1", unit="v", author="anna", at=AT)
        PLANS.add_once(connection, plan("un", "p-2"), subject="p-2", unit="u", author="anna", at=AT)
    with pytest.raises(ConflictError), database.begin(EVERYTHING) as connection:
        PLANS.add_once(connection, plan("deux"), subject="p-1", unit="u", author="berta", at=AT)
    with database.read(EVERYTHING) as connection:
        assert [entry.word for entry in PLANS.current(connection, subjects=["p-1"])] == [plan("un"), plan("un")]
