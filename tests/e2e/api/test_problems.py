"""Every refusal is a problem: typed, numbered, without a trace, a value or a place of the server."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, Opened, signed_as

from matching.api.problems import _BY_STATUS, _TITLES, MEDIA_TYPE
from matching.errors import MatchingError
from matching.use_cases import workplace

MARK = "Zyxomark"


def slugs(error: type[MatchingError]) -> set[str]:
    return {error.slug}.union(*(slugs(each) for each in error.__subclasses__()))


def problem(response: object, status: int, slug: str) -> dict[str, object]:
    assert response.status_code == status, response.text  # type: ignore[attr-defined]
    assert response.headers["Content-Type"] == MEDIA_TYPE  # type: ignore[attr-defined]
    said: dict[str, object] = response.json()  # type: ignore[attr-defined]
    assert said["type"] == f"urn:matching:problem:{slug}"
    assert said["status"] == status
    assert said["correlation_id"] == response.headers["X-Request-ID"]  # type: ignore[attr-defined]
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", str(said["instance"]))
    assert "Traceback" not in response.text  # type: ignore[attr-defined]
    return said


def test_every_error_has_a_title() -> None:
    assert slugs(MatchingError) - set(_TITLES) == set()
    assert {slug for slug, _ in _BY_STATUS.values()} - set(_TITLES) == set()


def test_nobody(client: TestClient) -> None:
    for headers in ({"Authorization": ""}, {"Authorization": "Bearer nobody-of-that-name"}):
        answer = client.get("/v1/opportunities", headers=headers)
        problem(answer, 401, "not-signed-in")
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_an_address_there_is_not(client: TestClient) -> None:
    problem(client.get(f"/v1/{MARK}"), 404, "not-found")
    problem(client.get("/docs"), 404, "not-found")


def test_the_detail_follows_the_language_that_is_asked_for(client: TestClient) -> None:
    said = {}
    for lang in ("fr", "de", "it", "en"):
        answer = client.get("/v1/profiles/p-never", headers={"Accept-Language": f"{lang}-CH"})
        said[lang] = problem(answer, 404, "not-found")["detail"]
    assert said["fr"] == "Aucun dossier p-never ici ; vérifier l'identifiant et le compte."
    assert said["de"] == "Hier gibt es kein Dossier p-never; Kennung und Konto prüfen."
    assert len(set(said.values())) == 4


def test_a_method_that_is_not_permitted(client: TestClient) -> None:
    answer = client.patch("/v1/opportunities")
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["Allow"] == "GET"
    for path, methods in ((f"/v1/profiles/{PERSON}", "DELETE, GET, PUT"), ("/v1/imports/x", "GET, POST")):
        assert client.patch(path).headers["Allow"] == methods


def test_too_long(opened: Opened) -> None:
    client = opened(max_body_bytes=1000)
    long = b'{"profile": "' + b"x" * 2000 + b'"}'
    headers = {**signed_as("demo"), "Content-Type": "application/json"}
    problem(client.post("/v1/recommendations", content=long, headers=headers), 413, "content-too-large")
    in_pieces = client.post("/v1/recommendations", content=iter([long[:900], long[900:]]), headers=headers)
    problem(in_pieces, 413, "content-too-large")
    problem(client.post("/v1/recommendations", content=long), 413, "content-too-large")


def test_another_format(client: TestClient) -> None:
    for kind in ("text/plain", "application/xml", "multipart/form-data"):
        answer = client.post("/v1/recommendations", content=b"<x/>", headers={"Content-Type": kind})
        problem(answer, 415, "unsupported-media-type")


def test_what_is_no_json(client: TestClient) -> None:
    answer = client.post("/v1/recommendations", content=b"{", headers={"Content-Type": "application/json"})
    problem(answer, 400, "bad-request")


def test_wrong_fields_are_named_without_their_values(client: TestClient) -> None:
    sent = {"profile": f"{MARK} {MARK}", "limit": "10", MARK: 1, "kinds": [MARK]}
    said = problem(client.post("/v1/recommendations", json=sent), 422, "invalid-fields")
    assert MARK not in str(said)
    named = {each["field"] for each in said["errors"]}  # type: ignore[attr-defined]
    assert {"limit", "kinds[0]", "(inconnu)"} <= named
    mistyped = problem(client.get("/v1/opportunities", params={"kinds": "measure"}), 422, "invalid-fields")
    assert mistyped["errors"] == [{"field": "query.kinds", "reason": "paramètre inconnu"}]
    answer = client.get("/v1/opportunities", params={"kind": MARK, "limit": 0})
    said = problem(answer, 422, "invalid-fields")
    assert MARK not in answer.text
    assert {each["field"] for each in said["errors"]} == {"query.kind[0]", "query.limit"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", ['"\\u0000"', "1" * 400, '"\\ud800"', "NaN", "[" * 5000 + "]" * 5000])
def test_what_json_can_say_and_nothing_can_hold(client: TestClient, value: str) -> None:
    content = '{"profile": ' + value + "}"
    answer = client.post("/v1/recommendations", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
    assert answer.headers["Content-Type"] == MEDIA_TYPE


def test_too_many(opened: Opened) -> None:
    client = opened(requests_per_account="2/minute", requests_per_address="4/minute")
    demo = signed_as("demo")
    assert [client.get("/v1/opportunities", headers=demo).status_code for _ in range(2)] == [200, 200]
    answer = client.get("/v1/opportunities", headers=demo)
    problem(answer, 429, "too-many-requests")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert client.get("/v1/opportunities", headers=signed_as("demo-csr")).status_code == 200
    answer = client.get("/healthz")
    problem(answer, 429, "too-many-requests")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60


def test_a_fault_of_ours_says_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError(MARK)

    monkeypatch.setattr(workplace.Workplace, "live", fail)
    answer = client.get("/v1/opportunities")
    problem(answer, 500, "internal")
    assert MARK not in answer.text
    said = capsys.readouterr()
    assert '"refusal": "ZeroDivisionError"' in said.err
    assert MARK not in said.out + said.err


def test_a_damaged_part_names_no_file(client: TestClient, opened: Opened) -> None:
    app = client.app
    folder: Path = app.state.uploads.parent  # type: ignore[attr-defined]
    for path in (*folder.glob("matching.sqlite*"),):
        path.write_bytes(b"x" * 4096)
    app.state.service.workplace.database.engine.dispose()  # type: ignore[attr-defined]
    answer = client.get("/v1/opportunities", headers=signed_as("demo"))
    said = problem(answer, 503, "damaged")
    assert str(folder) not in str(said)


def test_a_refusal_names_no_folder_of_the_server(client: TestClient, opened: Opened) -> None:
    answer = client.post(
        "/v1/imports/measures",
        files={"file": ("measures.jsonl", b'{"id": "x"}\n')},
        headers=signed_as("administrator"),
    )
    said = problem(answer, 422, "invalid-input")
    assert str(client.app.state.uploads.parent) not in str(said)  # type: ignore[attr-defined]
    assert "measures.jsonl" in str(said["detail"])


def test_an_unknown_file_and_a_foreign_one_are_the_same(client: TestClient) -> None:
    for path in ("", "/consents", "/refusals", "/contests", "/plan", "/why-not/own:di-early"):
        texts = []
        for id_ in ("p05-nobody", PERSON):
            answer = client.get(f"/v1/profiles/{id_}{path}", headers=signed_as("elsewhere"))
            said = problem(answer, 404, "not-found")
            texts.append(str(said["detail"]).replace(id_, "ID"))
        assert texts[0] == texts[1], path


def test_a_request_id_is_kept_only_when_it_is_one(client: TestClient) -> None:
    number = "0f4f3c1d2e3f4a5b8c7d6e5f4a3b2c1d"
    assert client.get("/healthz", headers={"X-Request-ID": number}).headers["X-Request-ID"] == number
    assert client.get("/healthz", headers={"X-Request-ID": MARK}).headers["X-Request-ID"] != MARK


def test_headers(client: TestClient) -> None:
    for path in ("/v1/opportunities", "/healthz", "/nowhere"):
        headers = client.get(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "Server" not in headers
