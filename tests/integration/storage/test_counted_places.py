"""Free places that a provider counted stand against imports that tell nothing later; everything else is taken over."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select, update

from matching.domain.opportunity import AnyOpportunity, Capacity, Placement
from matching.domain.vocabulary.catalogue import CapacityStatus
from matching.storage import catalogue_state, counted_places, opportunities
from matching.storage.changes import BATCH, Changes
from matching.storage.database import Database
from matching.storage.scope import EVERYTHING
from matching.storage.tables import opportunities as table

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
LATER = AT + timedelta(days=1)
DAY = date(2026, 11, 18)
COUNTED = Capacity(status=CapacityStatus.OPEN, free_places=3, as_of=DAY)
PLACE = Placement(id="own:atelier", title="Atelier vélo", provider_id="atelier-velo")


def places(free: int, as_of: date | None = None) -> Capacity:
    return Capacity(status=CapacityStatus.OPEN if free else CapacityStatus.FULL, free_places=free, as_of=as_of)


def having(capacity: Capacity, **changes: object) -> AnyOpportunity:
    return PLACE.model_copy(update={"capacity": capacity} | changes)


def imported(database: Database, items: Iterable[AnyOpportunity], at: datetime = LATER, source: str = "own") -> Changes:
    with database.begin(EVERYTHING) as connection:
        return opportunities.upsert(connection, items, source=source, at=at)


def counted(database: Database, capacity: Capacity = COUNTED, at: datetime = AT) -> None:
    with database.begin(EVERYTHING) as connection:
        option = opportunities.hold_current(connection, PLACE.id)
        assert option is not None
        counted_places.put(connection, option, capacity, at=at)


def stored(database: Database) -> AnyOpportunity:
    with database.read(EVERYTHING) as connection:
        option = opportunities.get_current(connection, PLACE.id)
    assert option is not None
    return option


def everything(database: Database) -> tuple[object, ...]:
    with database.read(EVERYTHING) as connection:
        return tuple(connection.execute(select(table)).one()), catalogue_state.state(connection)


STANDS = {
    "undated": places(9),
    "earlier": places(9, DAY - timedelta(days=1)),
    "of the same day": places(9, DAY),
    "says nothing": Capacity(),
    "says nothing, later": Capacity(as_of=DAY + timedelta(days=9)),
}


@pytest.mark.parametrize("told", STANDS.values(), ids=STANDS)
def test_a_count_stands_and_the_same_file_again_is_unchanged(database: Database, told: Capacity) -> None:
    file = [having(told)]
    imported(database, file, AT)
    counted(database)
    before = everything(database)
    for _ in range(2):
        assert imported(database, file) == Changes(unchanged=1)
        assert everything(database) == before
    assert stored(database).capacity == COUNTED


def test_what_else_a_file_tells_is_taken_over_and_the_count_stands_ever_after(database: Database) -> None:
    imported(database, [having(places(9))], AT)
    counted(database)
    for title in ("Atelier bois", "Atelier métal"):
        assert imported(database, [having(places(9), title=title)]) == Changes(changed=1)
        assert stored(database) == having(COUNTED, title=title)
    assert imported(database, [having(places(9), title="Atelier métal")], source="other") == Changes(changed=1)
    assert stored(database).capacity == COUNTED


def test_a_later_count_of_the_source_replaces_it_and_is_the_sources_own_from_then_on(database: Database) -> None:
    imported(database, [having(places(9))], AT)
    counted(database)
    later = having(places(5, DAY + timedelta(days=1)))
    assert imported(database, [later]) == Changes(changed=1)
    assert imported(database, [later]) == Changes(unchanged=1)
    assert imported(database, [having(places(1))]) == Changes(changed=1)
    assert stored(database).capacity == places(1)


def test_what_only_the_source_counted_is_the_sources_to_correct(database: Database) -> None:
    for told in (places(9, DAY), places(8, DAY - timedelta(days=2)), places(7), Capacity()):
        assert sum(vars(imported(database, [having(told)])).values()) == 1
        assert stored(database).capacity == told


def test_another_provider_inherits_no_count(database: Database) -> None:
    imported(database, [having(places(9))], AT)
    counted(database)
    taken_over = having(places(9), provider_id="autre")
    assert imported(database, [taken_over]) == Changes(changed=1)
    assert stored(database) == taken_over


def test_a_count_outlives_a_withdrawal(database: Database) -> None:
    imported(database, [having(places(9))], AT)
    counted(database)
    with database.begin(EVERYTHING) as connection:
        assert opportunities.withdraw_missing(connection, source="own", ids=(), at=LATER) == 1
    assert imported(database, [having(places(9))]) == Changes(added=1)
    assert stored(database).capacity == COUNTED


def test_a_count_that_says_what_is_known_changes_nothing_but_stands(database: Database) -> None:
    imported(database, [having(COUNTED)], AT)
    with database.read(EVERYTHING) as connection:
        before = catalogue_state.state(connection)
    counted(database, at=LATER)
    with database.read(EVERYTHING) as connection:
        assert catalogue_state.state(connection) == before
        assert connection.scalar(select(table.c.changed_at)) == AT
    imported(database, [having(places(9))])
    assert stored(database).capacity == COUNTED


def test_a_stored_option_that_cannot_be_read_is_replaced(database: Database) -> None:
    imported(database, [having(places(9))], AT)
    counted(database)
    with database.begin(EVERYTHING) as connection:
        connection.execute(update(table).values(payload="{}"))
    imported(database, [having(places(8), title="Atelier bois")])
    assert stored(database) == having(places(8), title="Atelier bois")


def test_counts_stand_in_every_batch(database: Database) -> None:
    items = [having(places(9), id=f"own:{n}") for n in range(BATCH + 1)]
    imported(database, [*items, PLACE], AT)
    counted(database)
    assert imported(database, [*items, PLACE]) == Changes(unchanged=BATCH + 2)
    assert stored(database).capacity == COUNTED


@pytest.mark.parametrize("seed", range(8))
def test_any_walk_of_imports_and_counts_ends_where_a_plain_reading_ends(database: Database, seed: int) -> None:
    draw = Random(seed)
    held, own = having(places(0)), False
    imported(database, [held], AT)
    for _ in range(25):
        told = Capacity() if draw.random() < 0.2 else places(draw.randrange(4), _some_day(draw))
        if draw.random() < 0.4:
            if told.as_of is None or (held.capacity.as_of is not None and told.as_of < held.capacity.as_of):
                continue
            counted(database, told)
            held, own = held.model_copy(update={"capacity": told}), True
        else:
            option = having(told, provider_id=draw.choice(["atelier-velo"] * 9 + ["autre"]))
            known = held.capacity.as_of
            nothing_later = told.as_of is None or told == Capacity() or (known is not None and told.as_of <= known)
            own = own and option.provider_id == held.provider_id and nothing_later
            after = option.model_copy(update={"capacity": held.capacity}) if own else option
            assert imported(database, [option]) == (Changes(unchanged=1) if after == held else Changes(changed=1))
            held = after
        assert stored(database) == held


def _some_day(draw: Random) -> date | None:
    return draw.choice([None, *(DAY + timedelta(days=n) for n in range(6))])
