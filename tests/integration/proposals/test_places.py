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
