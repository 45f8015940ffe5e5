"""The calendars are what their compilation says, complete, and right where the field says so."""

import csv
from datetime import date
from importlib.resources import files

import pytest

from matching.places.names import CANTONS
from matching.working_days.calendars import COLUMNS, DATA, calendar_of
from matching.working_days.compile import YEARS, compiled

TEXT = (files("matching.working_days") / DATA).read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TEXT.splitlines()))


def listed(canton: str, year: int, disputed: str) -> list[str]:
    return [
        row["date"][5:]
        for row in ROWS
        if (row["canton"], row["date"][:4], row["disputed"]) == (canton, str(year), disputed)
    ]


def test_they_are_current() -> None:
    assert compiled() == TEXT, "run `python -m matching.working_days.compile`"


def test_every_canton_and_year_is_there_with_a_source_for_each_day() -> None:
    assert tuple(ROWS[0]) == COLUMNS
    assert {(row["canton"], int(row["date"][:4])) for row in ROWS} == {(c, year) for c in CANTONS for year in YEARS}
    assert all(row["source"] and row["name"] and row["disputed"] in {"yes", "no"} for row in ROWS)
    assert len({(row["canton"], row["date"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("canton", sorted(CANTONS))
def test_the_four_holidays_of_the_country_are_certain(canton: str) -> None:
    calendar = calendar_of(canton)
    assert calendar is not None
    assert {date(2026, 1, 1), date(2026, 5, 14), date(2026, 8, 1), date(2026, 12, 25)} <= calendar.holidays
    assert not calendar.holidays & calendar.disputed
    assert calendar.years == frozenset(YEARS)


def test_vaud() -> None:
    days = ["01-01", "01-02", "04-03", "04-06", "05-14", "05-25", "08-01", "09-21", "12-25"]
    assert (listed("VD", 2026, "no"), listed("VD", 2026, "yes")) == (days, [])  # 1 May is a working day


def test_neuchatel() -> None:
    days = ["01-01", "03-01", "04-03", "05-01", "05-14", "08-01", "12-25"]
    assert listed("NE", 2026, "no") == days  # no Corpus Christi: it holds in two communes
    assert listed("NE", 2026, "yes") == ["04-06"]


def test_lucerne_whose_list_was_not_seen_has_four_certain_days() -> None:
    assert listed("LU", 2026, "no") == ["01-01", "05-14", "08-01", "12-25"]
    assert {"04-03", "04-06", "06-04", "12-08"} <= set(listed("LU", 2026, "yes"))


def test_feasts_of_solothurn_that_the_package_lacks_are_disputed() -> None:
    assert {"06-04", "08-15", "11-01"} <= set(listed("SO", 2026, "yes"))
