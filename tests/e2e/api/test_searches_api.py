"""Saved searches over HTTP: what came is told until somebody has looked, another unit knows of none."""

from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, signed_as

OF = f"/v1/profiles/{PERSON}/searches"


def test_saved_looked_at_and_removed(client: TestClient) -> None:
    sent = {"kinds": ["measure"], "certain": True, "words": "Un cours"}
    answers = [client.post(OF, json=sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert len({answer.json()["id"] for answer in answers}) == 1
    (one,) = client.get(OF).json()
    assert one["sought"] == {"kinds": ["measure"], "within_km": None, "certain": True}
    assert (one["words"], one["new"]) == ("Un cours", [])
    assert "known" not in one
    looked = client.post(f"{OF}/{one['id']}/looks")
    assert (looked.status_code, looked.json()["id"]) == (200, one["id"])
    for method, path in (("GET", OF), ("POST", f"{OF}/{one['id']}/looks"), ("DELETE", f"{OF}/{one['id']}")):
        assert client.request(method, path, headers=signed_as("elsewhere")).status_code == 404
    assert client.get("/v1/search-alerts").json() == []
    assert client.delete(f"{OF}/{one['id']}").status_code == 204
    assert client.delete(f"{OF}/{one['id']}").status_code == 404
    assert client.get(OF).json() == []


def test_what_is_wrong_is_said(client: TestClient) -> None:
    assert client.post(OF, json={"kinds": ["no_such"]}).status_code == 422
    assert client.post(OF, json={"kind": ["measure"]}).status_code == 422
