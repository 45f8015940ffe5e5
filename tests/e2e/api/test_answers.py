"""What the routes answer to somebody who may ask."""

from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, signed_as


def test_a_recommendation_is_made_and_read_again(client: TestClient) -> None:
    made = client.post("/v1/recommendations", json={"profile": PERSON, "limit": 3})
    assert made.status_code == 200, made.text
    slate = made.json()
    assert [card["rank"] for card in slate["cards"]] == [1, 2, 3]
    assert slate["degraded"] is False
    again = client.get(f"/v1/recommendations/{slate['id']}")
    assert again.json() == slate


def test_a_copy_of_another_unit_is_as_unknown_as_one_there_is_not(client: TestClient) -> None:
    made = client.post("/v1/recommendations", json={"profile": PERSON, "limit": 1}).json()
    foreign = client.get(f"/v1/recommendations/{made['id']}", headers=signed_as("elsewhere"))
    unknown = client.get("/v1/recommendations/r-0", headers=signed_as("elsewhere"))
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.json()["detail"].replace(made["id"], "ID") == unknown.json()["detail"].replace("r-0", "ID")


def test_the_language_is_the_readers(client: TestClient) -> None:
    for accepted, language in (("de-CH, fr;q=0.8", "de"), ("xx, fr;q=0.1, de;q=0", "fr"), ("*", "fr"), (";q=x", "fr")):
        answer = client.post(
            "/v1/recommendations", json={"profile": PERSON, "limit": 1}, headers={"Accept-Language": accepted}
        )
        assert answer.json()["language"] == language
        assert "Accept-Language" in answer.headers["Vary"]


def test_why_not(client: TestClient) -> None:
    answer = client.get(f"/v1/profiles/{PERSON}/why-not/own:di-early")
    assert answer.status_code == 200, answer.text
    assert answer.json()["opportunity"] == "own:di-early"


def test_pathways(client: TestClient) -> None:
    answer = client.get(f"/v1/profiles/{PERSON}/pathways")
    assert answer.status_code == 200, answer.text
    assert answer.json()["tried"] > 0
    foreign = client.get(f"/v1/profiles/{PERSON}/pathways", headers=signed_as("elsewhere"))
    assert foreign.status_code == 404


def test_shortlist(client: TestClient) -> None:
    answer = client.get("/v1/vacancies/own:di-early/shortlist")
    assert answer.status_code == 200, answer.text
    assert client.get("/v1/vacancies-due").status_code == 200


def test_models(client: TestClient) -> None:
    assert client.get("/v1/models").status_code == 403
    answer = client.get("/v1/models", headers=signed_as("data_scientist"))
    assert answer.json()["rankers"][0]["evidence"] == "none"


def test_the_voice_of_a_person(client: TestClient) -> None:
    base = f"/v1/profiles/{PERSON}"
    given = client.post(f"{base}/consents", json={"to_institution": "uc", "categories": ["debt"]})
    assert given.status_code == 201, given.text
    assert any("debt" in each["categories"] for each in client.get(f"{base}/consents").json())
    gone = client.post(f"{base}/consents/withdrawals", json={"to_institution": "uc"})
    assert (gone.status_code, gone.content) == (204, b"")
    refused = client.post(f"{base}/refusals", json={"opportunity": "own:di-early", "reason": "too_far"})
    assert refused.status_code == 201, refused.text
    assert len(client.get(f"{base}/refusals").json()) == 1
    assert client.delete(f"{base}/refusals/own:di-early").status_code == 204
    contested = client.post(f"{base}/contests", json={"fact": "languages", "words": "Je parle allemand"})
    assert contested.status_code == 201, contested.text
    id_ = contested.json()["id"]
    answered = client.post(f"/v1/contests/{id_}/answer", json={"outcome": "kept", "answer": "Non"})
    assert answered.json()["entry"]["outcome"] == "kept"
    assert client.post(f"/v1/contests/{id_}/answer", json={"outcome": "kept", "answer": "Non"}).status_code == 409
    assert client.put(f"{base}/ranking", json={"ranked": False}).status_code == 200
    assert client.post("/v1/recommendations", json={"profile": PERSON}).json()["ranked"] is False


def test_a_plan(client: TestClient) -> None:
    base = f"/v1/profiles/{PERSON}/plan"
    assert client.get(base).json()["plan"] is None
    written = client.post(f"{base}/parts", json={"text": "Cibler des postes", "objective": "job"})
    assert written.status_code == 200, written.text
    assert client.post(f"{base}/agreement").status_code == 409
    assert client.get(base).json()["plan"]["objective"] == "job"
