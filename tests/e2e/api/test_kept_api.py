"""Pins and blocks over HTTP: put once or twice they are one, another unit knows of none."""

from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, signed_as

OPTION = "own:ac-ait"
OF = f"/v1/profiles/{PERSON}"


def test_pinned_read_and_taken_off(client: TestClient) -> None:
    for _ in range(2):
        answer = client.put(f"{OF}/pins/{OPTION}", json={"words": "Pour janvier"})
        assert answer.status_code == 200, answer.text
    (pinned,) = client.get(f"{OF}/pins").json()
    assert (pinned["opportunity"], pinned["words"]) == (OPTION, "Pour janvier")
    assert pinned["eligibility"]["state"] in {"eligible", "review", "not_eligible"}
    assert "mandate_only" not in pinned
    for method, path in (("GET", "pins"), ("DELETE", f"pins/{OPTION}"), ("DELETE", f"blocks/{OPTION}")):
        assert client.request(method, f"{OF}/{path}", headers=signed_as("elsewhere")).status_code == 404
    assert client.delete(f"{OF}/pins/{OPTION}").status_code == 204
    assert client.get(f"{OF}/pins").json() == []


def test_blocked_it_stands_among_the_refusals_and_is_brought_back(client: TestClient) -> None:
    option = client.post("/v1/recommendations", json={"profile": PERSON, "limit": 1}).json()["cards"][0]["opportunity"]
    body = {"opportunity": option, "reason": "needs_more_support_first", "until": "2027-01-31"}
    assert client.post(f"{OF}/blocks", json=body).status_code == 201
    (told,) = [each for each in client.get(f"{OF}/refusals").json() if each["opportunity"] == option]
    assert (told["said_by"], told["rests_until"]) == ("counsellor", "2027-01-31")
    assert client.post(f"{OF}/blocks", json=body | {"until": "2099-01-01"}).status_code == 422
    assert client.delete(f"{OF}/blocks/{option}").status_code == 204
    assert client.delete(f"{OF}/blocks/{option}").status_code == 409
