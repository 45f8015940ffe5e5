"""Entries about people: only those in the scope exist, sealed with their person's key, gone when it is destroyed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from matching.domain.plan import Plan, PlanPart
from matching.domain.profile import Profile
from matching.errors import ConflictError, DamagedError, NotFoundError
from matching.storage import person_keys, profiles, tables
from matching.storage.database import Database
from matching.storage.ledger import PutTo
from matching.storage.person_ledger import PersonLedger
from matching.storage.scope import EVERYTHING, NOBODY, Scope

PLANS = PersonLedger(tables.plans, Plan)
SENT = PersonLedger(tables.guarantees, Plan, lambda plan, _: PutTo(payer=plan.steps[0]))
AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
LAUSANNE, RENENS = Scope(("lausanne",)), Scope(("renens",))
MARK = "Je garde la petite le mercredi"


def plan(words: str, step: str = "Garde") -> Plan:
    return Plan(profile="p-1", objective="job", steps=(step,), parts=(PlanPart(text=words),), agreed_at=AT)


@pytest.fixture
def filled(database: Database) -> Database:
    """A file in each of two units under one id, and one more."""
    people = [Profile(id="p-1", unit="lausanne"), Profile(id="p-1", unit="renens"), Profile(id="p-2", unit="renens")]
    for person in people:
        with database.begin(Scope((person.unit or "",))) as connection:
            profiles.upsert(connection, [person], at=AT)
    return database


def test_a_revision_keeps_what_was_there(filled: Database) -> None:
    with filled.begin(LAUSANNE) as connection:
        first = PLANS.add(connection, plan("un"), subject="p-1", author="anna", at=AT)
    with filled.begin(LAUSANNE) as connection:
        PLANS.revise(connection, first, plan("deux"), author="berta", at=AT + timedelta(hours=1))
    with filled.read(LAUSANNE) as connection:
        (entry,) = PLANS.current(connection, subjects=["p-1"])
        assert (entry.version, entry.subject, entry.unit, entry.author) == (2, "p-1", "lausanne", "berta")
        assert entry.word == plan("deux")
        assert [each.word for each in PLANS.history(connection, first.id)] == [plan("un"), plan("deux")]


def test_whom_there_is_an_entry_about_is_told_once_until_they_are_erased(filled: Database) -> None:
    with filled.begin(LAUSANNE) as connection:
        for words in ("un", "deux"):
            PLANS.add(connection, plan(words), subject="p-1", author="anna", at=AT)
        number = profiles.person(connection, "p-1").number
        assert PLANS.people(connection) == [number]
        profiles.remove(connection, number)
        person_keys.destroy(connection, number)
        assert PLANS.people(connection) == []


def test_of_two_revisions_of_the_same_version_one_is_refused(filled: Database) -> None:
    with filled.begin(LAUSANNE) as connection:
        first = PLANS.add(connection, plan("un"), subject="p-1", author="anna", at=AT)
        PLANS.revise(connection, first, plan("deux"), author="berta", at=AT)
    with pytest.raises(ConflictError), filled.begin(LAUSANNE) as connection:
        PLANS.revise(connection, first, plan("trois"), author="carla", at=AT)


def test_an_entry_outside_of_the_scope_is_as_unknown_as_none(filled: Database) -> None:
    with filled.begin(LAUSANNE) as connection:
        first = PLANS.add(connection, plan("un"), subject="p-1", author="anna", at=AT)
    said = set()
    for scope in (RENENS, NOBODY, Scope(("renens",), "Garde")):
        with filled.read(scope) as connection:
            assert PLANS.current(connection) == PLANS.current(connection, subjects=["p-1"]) == []
            assert PLANS.history(connection, first.id) == []
            assert PLANS.people(connection) == []
            for id_ in (first.id, "plans-nowhere"):
                with pytest.raises(NotFoundError) as refusal:
                    PLANS.get(connection, id_)
                said.add(str(refusal.value).replace(id_, "ID"))
    assert len(said) == 1


def test_nothing_is_written_about_somebody_outside_of_the_scope(filled: Database) -> None:
    for subject in ("p-2", "p-unknown"):
        with pytest.raises(NotFoundError, match=subject), filled.begin(LAUSANNE) as connection:
            PLANS.add(connection, plan("un"), subject=subject, author="anna", at=AT)


def test_what_was_addressed_to_somebody_exists_for_them(filled: Database) -> None:
    with filled.begin(LAUSANNE) as connection:
        sent = SENT.add(connection, plan("un", "oai"), subject="p-1", author="anna", at=AT)
        SENT.add(connection, plan("deux", "csr"), subject="p-1", author="anna", at=AT)
    with filled.begin(Scope((), "oai")) as connection:
        (entry,) = SENT.current(connection)
        assert (entry.id, entry.subject, entry.word) == (sent.id, "p-1", plan("un", "oai"))
        SENT.revise(connection, entry, plan("un bis", "oai"), author="payeur", at=AT)
    with filled.read(LAUSANNE) as connection:
        assert SENT.get(connection, sent.id).word == plan("un bis", "oai")


def test_nothing_of_it_is_readable_in_the_table(filled: Database) -> None:
    with filled.begin(LAUSANNE) as connection:
        PLANS.add(connection, plan(MARK), subject="p-1", author="anna", at=AT)
        row = connection.execute(select(tables.plans)).mappings().one()
    assert not any(MARK in str(value) or "p-1" in str(value) for value in row.values())


def test_a_row_put_in_anothers_place_is_damaged(filled: Database) -> None:
    with filled.begin(RENENS) as connection:
        one = PLANS.add(connection, plan("un"), subject="p-1", author="anna", at=AT)
        other = PLANS.add(connection, plan("deux"), subject="p-1", author="anna", at=AT)
        moved = select(tables.plans.c.payload).where(tables.plans.c.id == one.id).scalar_subquery()
        connection.execute(tables.plans.update().where(tables.plans.c.id == other.id).values(payload=moved))
    with pytest.raises(DamagedError, match="plans"), filled.read(RENENS) as connection:
        PLANS.get(connection, other.id)


def test_without_the_key_the_rows_are_there_and_tell_nothing(filled: Database) -> None:
    with filled.begin(RENENS) as connection:
        PLANS.add(connection, plan(MARK), subject="p-1", author="anna", at=AT)
        kept = PLANS.add(connection, plan("deux"), subject="p-2", author="anna", at=AT)
        number = profiles.person(connection, "p-1").number
        profiles.remove(connection, number)
        person_keys.destroy(connection, number)
    with filled.read(EVERYTHING) as connection:
        assert [entry.id for entry in PLANS.current(connection)] == [kept.id]
        assert connection.scalar(select(func.count()).select_from(tables.plans)) == 2
        assert profiles.list_ids(connection) == ["p-1", "p-2"]  # the other unit's p-1


def test_the_latest_come_page_by_page_and_of_each_its_last_version(filled: Database) -> None:
    with filled.begin(RENENS) as connection:
        entries = [
            PLANS.add(connection, plan(f"{n}"), subject="p-2", author="anna", at=AT + timedelta(hours=n))
            for n in range(4)
        ]
        PLANS.revise(connection, entries[1], plan("un, revu"), author="anna", at=AT + timedelta(days=2))
    with filled.read(RENENS) as connection:
        pages = [PLANS.recent(connection, "p-2", most=2, after=after) for after in (0, 2, 4)]
        assert [[entry.word.parts[0].text for entry in page] for page in pages] == [["3", "2"], ["un, revu", "0"], []]
        assert PLANS.recent(connection, "p-1", most=2) == []
