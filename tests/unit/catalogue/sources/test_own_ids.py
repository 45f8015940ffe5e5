"""An own file never takes the place of what another source told: it could open a restricted posting's id."""

import pytest

from matching.catalogue.sources import find_source

MEASURE = {"kind": "measure", "title": "Atelier", "form": "activity", "type": "coaching"}


@pytest.mark.parametrize("number", ["job_room:123", "france_travail:1", "data_inclusion:x--1"])
def test_the_id_of_another_source_is_refused(number: str) -> None:
    converted = find_source("measures").convert(MEASURE | {"id": number})
    assert converted.item is None
    assert converted.problems[0].field == "id"


@pytest.mark.parametrize("number", ["atelier", "own:atelier"])
def test_own_ids_are_taken(number: str) -> None:
    item = find_source("measures").convert(MEASURE | {"id": number}).item
    assert item is not None
    assert item.id == "own:atelier"
