"""Days at the end of the calendar, as case systems write them for "no end": no answer breaks by them."""

from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON

PATH = f"/v1/profiles/{PERSON}"
FAR: list[dict[str, Any]] = [
    {"insurances": {"disability": {"incapacity_since": "9999-12-31"}}},
    {
        "past_measures": {
            "items": [{"name": "x", "ended_on": "9999-12-31", "opportunity": "own:ac-ait"}],
            "complete": True,
        }
    },
    {"insertion_france": {"iae_pass": {"valid_from": "9999-12-31"}}},
    {"insertion_france": {"rsa": {"reexamined_on": "9999-12-31"}}},
    {"household": {"youngest_child_birth_date": "9999-12-31"}},
    {"birth_date": "0001-01-01"},
]


@pytest.mark.parametrize("far", FAR, ids=lambda far: next(iter(far)))
def test_a_far_day_in_one_file_breaks_no_answer(client: TestClient, far: dict[str, Any]) -> None:
    read = client.get(PATH)
    sent = read.json() | far
    written = client.put(PATH, json=sent, headers={"If-Match": read.headers["ETag"]})
    assert written.status_code in {204, 422}, written.text
    assert client.post("/v1/recommendations", json={"profile": PERSON}).status_code == 200
    for option in ("job_room:lau-vente-boulangerie", "own:ac-ait"):
        assert client.get(f"{PATH}/why-not/{option}").status_code == 200
    assert client.get("/v1/vacancies/job_room:lau-vente-boulangerie/shortlist").status_code == 200


@pytest.mark.parametrize("cursor", ["x", "MTI", "WyJhYmMiLCAiMCJd"])
def test_a_cursor_that_is_none_is_said(client: TestClient, cursor: str) -> None:
    assert client.get(f"{PATH}/audit", params={"cursor": cursor}).status_code == 422


@pytest.mark.parametrize("number", ["abc", "9" * 300, "1e3", "12", "1 2 3", "1 -2", "1  2", "x 1 2", f"1 {'9' * 300}"])
def test_a_forged_cursor_is_said_too(client: TestClient, number: str) -> None:
    from matching.api.cursors import cursor_after

    forged = cursor_after(number, f"audit {PERSON}")
    assert client.get(f"{PATH}/audit", params={"cursor": forged}).status_code == 422
