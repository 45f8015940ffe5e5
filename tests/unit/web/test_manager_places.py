"""Places over time as they are shown: a target without a number takes nothing away from one that states it."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, cast

from matching.domain.viewer import LOCAL_VIEWER
from matching.use_cases.steering.places import PlacesOverTime, PlacesRow
from matching.web.manager.part import Asked
from matching.web.manager.places import SeriesShown, places_part

AT = datetime(2026, 11, 21, 8, tzinfo=UTC)


def row(kind: str, year: int, places: int | None, **told: Any) -> PlacesRow:
    said = {"territory": "CH-NE", "programme": "PET", "category": "professional", "authority": "SE", "reference": "B"}
    return PlacesRow.model_validate(said | {"kind": kind, "on": date(year, 12, 31), "places": places} | told)


def shown(*rows: PlacesRow) -> SeriesShown:
    others = [one.model_copy(update={"category": each}) for each in ("occupation", "socioprofessional") for one in rows]
    whole = [one.model_copy(update={"category": None}) for one in rows]
    found = PlacesOverTime(at=AT, rows=(*others, *rows, *whole))
    service = cast("Any", SimpleNamespace(places_over_time=lambda **_: found))
    (series,) = places_part(Asked(service, LOCAL_VIEWER, AT, "fr")).facts["series"]
    return cast("SeriesShown", series)


def test_the_target_shown_is_the_latest_that_states_a_number() -> None:
    first = row("target", 2027, 136, standing="on_pace")
    series = shown(row("observed", 2025, 86), first, row("target", 2029, None))
    assert [each.target and each.target.on.year for each in series.categories] == [2027] * 4
    assert series.categories[2].target == first


def test_where_no_target_states_a_number_there_is_none() -> None:
    series = shown(row("observed", 2025, 86), row("target", 2029, None))
    assert {each.target for each in series.categories} == {None}
