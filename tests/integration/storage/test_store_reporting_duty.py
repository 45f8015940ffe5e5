"""The stored list of occupations: adding, replacing a year, and a state that moves with it."""

import pytest

from matching.domain.reporting_duty import ReportingOccupation
from matching.storage import catalogue_state, reporting_occupations
from matching.storage.changes import Changes
from matching.storage.database import Database
from matching.storage.scope import EVERYTHING


def occupations(*told: tuple[int, str, str]) -> list[ReportingOccupation]:
    return [ReportingOccupation(year=year, territory=where, ch_isco=code) for year, where, code in told]


def put(database: Database, *told: tuple[int, str, str], replace_years: bool = False) -> Changes:
    with database.begin(EVERYTHING) as connection:
        return reporting_occupations.put(connection, occupations(*told), replace_years=replace_years)


def state(database: Database) -> str:
    with database.read(EVERYTHING) as connection:
        return catalogue_state.state(connection)


def covers(database: Database, year: int, code: str) -> bool | None:
    with database.read(EVERYTHING) as connection:
        return reporting_occupations.read_list(connection).covers(year, "VD", {code})


def test_adding_keeps_what_is_there(database: Database) -> None:
    assert put(database, (2026, "CH", "93130"), (2026, "VD", "52231")) == Changes(added=2)
    assert put(database, (2026, "CH", "93130"), (2026, "CH", "51313")) == Changes(added=1, unchanged=1)
    assert [covers(database, 2026, code) for code in ("93130", "52231", "51313", "11111")] == [True, True, True, False]


def test_replacing_a_year_leaves_the_others(database: Database) -> None:
    put(database, (2025, "CH", "93130"), (2026, "CH", "93130"), (2026, "VD", "52231"))
    changes = put(database, (2026, "CH", "51313"), (2026, "CH", "93130"), replace_years=True)
    assert changes == Changes(added=1, unchanged=1, withdrawn=1)
    assert [covers(database, year, code) for year, code in ((2025, "93130"), (2026, "52231"))] == [True, False]


def test_the_state_moves_with_every_change_and_only_then(database: Database) -> None:
    states = [state(database)]
    put(database, (2026, "CH", "93130"))
    states.append(state(database))
    put(database, (2026, "CH", "93130"))
    assert state(database) == states[-1]
    put(database, (2026, "CH", "51313"), replace_years=True)
    states.append(state(database))
    assert len(set(states)) == 3


def test_a_failed_import_leaves_list_and_state(database: Database) -> None:
    def fail_midway() -> None:
        with database.begin(EVERYTHING) as connection:
            reporting_occupations.put(connection, occupations((2026, "CH", "93130")), replace_years=False)
            raise RuntimeError

    before = state(database)
    with pytest.raises(RuntimeError):
        fail_midway()
    assert state(database) == before
    assert covers(database, 2026, "93130") is None
