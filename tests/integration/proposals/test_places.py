"""What a provider counted stays through the next delivery of its source."""

import json
from datetime import date
from pathlib import Path

from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import LOCAL, SOCIAL, WORKSHOP

from matching.storage.changes import Changes


def test_a_delivery_leaves_what_was_counted_since(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "places.jsonl"
    option = {"kind": "placement", "id": "own:place", "title": "Place sans payeur", "provider_id": "atelier-velo"}
    file.write_text(json.dumps(option | {"capacity": {"status": "full", "free_places": 0}}), encoding="utf-8")
    office.service.import_file("placements", file, viewer=LOCAL, at=office.at)
    day = date(2026, 11, 17)
    counted = office.service.update_places("own:place", free_places=2, as_of=day, viewer=WORKSHOP, at=office.at)
    assert counted.capacity.free_places == 2
    assert office.service.import_file("placements", file, viewer=LOCAL, at=office.later(1)).changes == Changes(
        unchanged=1
    )
    assert office.service.show_option("own:place", viewer=SOCIAL, at=office.later(1)) == counted
    again = office.service.update_places("own:place", free_places=1, as_of=day, viewer=WORKSHOP, at=office.later(1))
    assert again.capacity.free_places == 1


def test_a_count_is_that_of_the_next_start_and_those_of_later_ones_stay(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "places.jsonl"
    starts = ["2026-11-20", "2027-01-11", "2027-05-03"]
    option = {"kind": "placement", "id": "own:place", "title": "Place", "provider_id": "atelier-velo"}
    sessions = [{"starts_on": day, "free_places": places} for day, places in zip(starts, (1, 2, 3), strict=True)]
    told = option | {"timing": {"starts_on": starts}, "capacity": {"status": "open", "sessions": sessions}}
    file.write_text(json.dumps(told), encoding="utf-8")
    office.service.import_file("placements", file, viewer=LOCAL, at=office.at)
    day = date(2026, 11, 17)
    counted = office.service.update_places("own:place", free_places=0, as_of=day, viewer=WORKSHOP, at=office.at)
    assert [(str(each.starts_on), each.free_places) for each in counted.capacity.sessions] == [
        ("2026-11-20", 0),
        ("2027-01-11", 2),
        ("2027-05-03", 3),
    ]
    assert counted.free_places_on(day) == 5
    moved = told | {"timing": {"starts_on": starts[1:]}, "capacity": {"status": "open", "sessions": sessions[1:]}}
    file.write_text(json.dumps(moved), encoding="utf-8")
    office.service.import_file("placements", file, viewer=LOCAL, at=office.later(1))
    kept = office.service.show_option("own:place", viewer=SOCIAL, at=office.later(1))
    assert kept.free_places_on(day) == 5  # the count stands, and what is no start any more is none
