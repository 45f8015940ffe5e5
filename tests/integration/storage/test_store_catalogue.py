"""Importing again changes nothing, withdrawing keeps everything, and the state tells whether anything happened."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text, update

from matching.domain.effect import BarrierEffect, LanguageEffect
from matching.domain.opportunity import (
    AnyOpportunity,
    Measure,
    Place,
    Placement,
    Publication,
    Vacancy,
    opportunity_type,
)
from matching.domain.vocabulary.measures import MeasureForm, MeasureType
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.situation import Country, Language, LanguageLevel
from matching.errors import DamagedError, InvalidInputError
from matching.storage import catalogue_state, opportunities
from matching.storage.changes import BATCH, Changes
from matching.storage.database import Database
from matching.storage.payloads import payload_of
from matching.storage.scope import EVERYTHING
from matching.storage.tables import opportunities as table

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
LATER = AT + timedelta(days=1)

VACANCY = Vacancy(
    id="jobroom:1",
    title="Vendeuse",
    place=Place(country=Country.CH, region="VD"),
    publication=Publication(status=PostingStatus.PUBLISHED_RESTRICTED, published_at=AT),
)
MEASURE = Measure(
    id="own:français-b1".replace("ç", "c"),
    title="Français B1",
    form=next(iter(MeasureForm)),
    type=next(iter(MeasureType)),
    effects=(
        LanguageEffect(language=Language.FR, level=LanguageLevel.B1),
        BarrierEffect(barrier=next(iter(Barrier))),
    ),
)
PLACEMENT = Placement(id="own:atelier", title="Atelier vélo")
ITEMS = (VACANCY, MEASURE, PLACEMENT)


def upsert(database: Database, items: Iterable[AnyOpportunity], at: datetime = AT) -> Changes:
    with database.begin(EVERYTHING) as connection:
        return opportunities.upsert(connection, items, source="own", at=at)


def withdraw(database: Database, ids: Iterable[str], *, source: str = "own") -> int:
    with database.begin(EVERYTHING) as connection:
        return opportunities.withdraw_missing(connection, source=source, ids=set(ids), at=LATER)


def state(database: Database) -> str:
    with database.read(EVERYTHING) as connection:
        return catalogue_state.state(connection)


def current(database: Database) -> list[AnyOpportunity]:
    with database.read(EVERYTHING) as connection:
        return list(opportunities.all_current(connection))


def rows(database: Database) -> list[tuple[object, ...]]:
    with database.read(EVERYTHING) as connection:
        return [tuple(row) for row in connection.execute(select(table).order_by(table.c.id))]


def test_every_kind_comes_back_as_it_was_in_id_order(database: Database) -> None:
    assert upsert(database, ITEMS) == Changes(added=3)
    assert current(database) == sorted(ITEMS, key=lambda item: item.id)


def test_ids_are_ordered_byte_by_byte(database: Database) -> None:
    ids = ["a:1", "B:1", "a-1", "a:10", "a:2", "A:1", "a_1"]
    upsert(database, [Vacancy(id=id_, title="Vendeuse") for id_ in ids])
    assert [item.id for item in current(database)] == sorted(ids)


def test_importing_again_changes_nothing(database: Database) -> None:
    upsert(database, ITEMS)
    before = rows(database), state(database)
    assert upsert(database, ITEMS, LATER) == Changes(unchanged=3)
    assert (rows(database), state(database)) == before


def test_a_changed_option_is_replaced_and_dated(database: Database) -> None:
    upsert(database, ITEMS)
    before = state(database)
    changed = PLACEMENT.model_copy(update={"title": "Atelier bois"})
    assert upsert(database, [changed, VACANCY], LATER) == Changes(changed=1, unchanged=1)
    assert changed in current(database)
    assert state(database) != before
    with database.read(EVERYTHING) as connection:
        dates = connection.execute(select(table.c.added_at, table.c.changed_at).where(table.c.id == PLACEMENT.id)).one()
    assert tuple(dates) == (AT, LATER)


def test_what_is_missing_is_withdrawn_and_kept(database: Database) -> None:
    upsert(database, ITEMS)
    before = state(database)
    assert withdraw(database, [MEASURE.id]) == 2
    assert current(database) == [MEASURE]
    assert state(database) != before
    assert len(rows(database)) == 3
    assert withdraw(database, [MEASURE.id]) == 0


def test_what_was_withdrawn_comes_back(database: Database) -> None:
    upsert(database, ITEMS)
    withdraw(database, [])
    assert upsert(database, [VACANCY], LATER) == Changes(added=1)
    assert current(database) == [VACANCY]


def test_other_sources_are_not_withdrawn(database: Database) -> None:
    upsert(database, ITEMS)
    before = state(database)
    assert withdraw(database, [], source="elsewhere") == 0
    assert (len(current(database)), state(database)) == (3, before)


def test_the_last_source_to_tell_an_option_owns_it(database: Database) -> None:
    upsert(database, ITEMS)
    with database.begin(EVERYTHING) as connection:
        changes = opportunities.upsert(connection, [VACANCY], source="elsewhere", at=LATER)
    assert changes == Changes(changed=1)
    assert withdraw(database, [MEASURE.id, PLACEMENT.id]) == 0
    assert withdraw(database, [], source="elsewhere") == 1


def test_many_batches_are_counted_as_one(database: Database) -> None:
    count = 2 * BATCH + 1
    assert upsert(database, (Vacancy(id=f"own:{n}", title="Vendeuse") for n in range(count))) == Changes(added=count)
    assert upsert(database, (Vacancy(id=f"own:{n}", title="Vendeuse") for n in range(count))).unchanged == count
    assert withdraw(database, ["own:0"]) == count - 1


@pytest.mark.parametrize("distance", [1, BATCH + 1])
def test_the_same_id_twice_is_refused(database: Database, distance: int) -> None:
    items = [Vacancy(id=f"own:{n % distance}", title="Vendeuse") for n in range(distance + 1)]
    with pytest.raises(InvalidInputError, match="own:0 figure deux fois"):
        upsert(database, items)
    assert current(database) == []


def test_equal_histories_have_equal_states_and_others_do_not(database: Database) -> None:
    empty = state(database)
    upsert(database, [VACANCY])
    one = state(database)
    withdraw(database, [])
    none = state(database)
    upsert(database, [VACANCY])
    assert len({empty, one, none, state(database)}) == 4


def test_nothing_imported_is_no_change(database: Database) -> None:
    before = state(database)
    assert upsert(database, []) == Changes()
    assert state(database) == before


def test_an_option_that_cannot_be_read_is_said_without_naming_it(database: Database) -> None:
    upsert(database, ITEMS)
    with database.begin(EVERYTHING) as connection:
        connection.execute(update(table).where(table.c.id == VACANCY.id).values(payload='{"kind": "vacancy"}'))
    with pytest.raises(DamagedError) as caught:
        current(database)
    assert VACANCY.id not in str(caught.value)


def test_moments_are_kept_in_utc(database: Database) -> None:
    upsert(database, [VACANCY])
    if database.engine.dialect.name == "sqlite":
        with database.read(EVERYTHING) as connection:
            assert connection.scalar(text("SELECT added_at FROM opportunities")) == "2026-11-21 10:15:00.000000"
    assert rows(database)[0][4] == AT


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_the_payload_says_the_option_completely(item: AnyOpportunity) -> None:
    payload, digest = payload_of(item)
    assert opportunity_type.validate_json(payload) == item
    assert payload_of(opportunity_type.validate_json(payload)) == (payload, digest)
