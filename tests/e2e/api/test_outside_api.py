"""Options outside the catalogue over HTTP: once under a key, unknown to another unit, counted without their words."""

from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, signed_as

OF = f"/v1/profiles/{PERSON}/outside-options"
SAID = {
    "kind": "measure",
    "title": "Atelier de réparation",
    "offered_by": "Le quartier",
    "need": "mobility",
    "words": "Dès janvier",
}


def test_proposed_once_read_and_withdrawn(client: TestClient) -> None:
    sent = [client.post(OF, json=SAID, headers={"Idempotency-Key": "k-1"}) for _ in range(2)]
    assert [answer.status_code for answer in sent] == [201, 201]
    assert sent[0].json() == sent[1].json()
    (told,) = client.get(OF).json()
    assert (told["title"], told["payer"], told["withdrawn_at"]) == (SAID["title"], None, None)
    assert "withheld_then" not in told
    for method, path in (("GET", OF), ("POST", OF), ("POST", f"{OF}/{told['id']}/withdrawal")):
        body = SAID if path == OF and method == "POST" else None
        assert client.request(method, path, json=body, headers=signed_as("elsewhere")).status_code == 404
    for account in ("programme_manager", "payer", "provider", "auditor"):
        assert client.post(OF, json=SAID, headers=signed_as(account)).status_code == 403
    for _ in range(2):
        answer = client.post(f"{OF}/{told['id']}/withdrawal")
        assert answer.status_code == 200, answer.text
    assert [each["withdrawn_by"] for each in client.get(OF).json()] == ["demo"]


def test_wrong_input_is_refused_in_one_sentence(client: TestClient) -> None:
    for wrong in ({"kind": "dream"}, {"need": "money"}, {"title": ""}, {"offered_by": " "}, {"payer": "me"}):
        assert client.post(OF, json=SAID | wrong).status_code == 422, wrong
    assert client.get(OF).json() == []


def test_managers_read_counts_alone(client: TestClient) -> None:
    title = "Zyxomarkabel"
    for person in ("p01-amelie", "p02-besnik", "p03-chloe", "p04-daniel", "p05-esma", "p07-gabriela"):
        answer = client.post(f"/v1/profiles/{person}/outside-options", json=SAID | {"title": title})
        assert answer.status_code == 201, answer.text
    answer = client.get("/v1/gaps", params={"by": "need"}, headers=signed_as("programme_manager"))
    assert answer.status_code == 200, answer.text
    assert title not in answer.text
    (line,) = answer.json()["outside"]["lines"]
    assert (line["need"], line["counts"]["all"], line["counts"]["measure"]) == ("mobility", 6, 6)
    assert client.get(OF, headers=signed_as("programme_manager")).status_code == 403
