"""Files are imported over HTTP as on the command line, each by whoever may, and leave nothing lying about."""

import json
from pathlib import Path

from starlette.testclient import TestClient
from tests.e2e.api.conftest import Opened, signed_as

from matching.domain.permission import Permission
from matching.storage.scope import EVERYTHING
from matching.use_cases.sign_in.signed_in import with_token


def test_import_and_its_report(client: TestClient, tmp_path: Path) -> None:
    measure = {"id": "own:new", "title": "Atelier", "kind": "measure", "form": "activity", "type": "coaching"}
    lines = "".join(json.dumps(row) + "\n" for row in (measure, {"id": "own:wrong"}))
    headers = signed_as("administrator")
    sent = client.post("/v1/imports/measures", files={"file": ("../../m=1 é.jsonl", lines.encode())}, headers=headers)
    assert sent.status_code == 201, sent.text
    report = sent.json()
    assert (report["accepted"], report["added"], report["rejected"], report["rows"]) == (1, 1, 1, 2)
    assert {finding["line"] for finding in report["findings"] if finding["kind"] == "rejected"} == {2}
    again = client.get(sent.headers["Location"], headers=headers)
    assert again.json()["added"] == 1
    assert client.get("/v1/opportunities/own:new", headers=headers).status_code == 200
    uploads: Path = client.app.state.uploads  # type: ignore[attr-defined]
    assert list(uploads.iterdir()) == []


def test_people_are_imported_into_ones_own_unit_alone(client: TestClient) -> None:
    file = {"file": ("p.jsonl", b'{"id": "p-9"}\n')}
    assert client.post("/v1/imports/measures", files=file).status_code == 403
    assert client.post("/v1/imports/profiles", files=file).status_code == 422
    elsewhere = client.post("/v1/imports/profiles?unit=vd-orp-elsewhere", files=file)
    assert elsewhere.status_code == 403
    assert client.post("/v1/imports/nothing", files=file).status_code == 422
    service = client.app.state.service  # type: ignore[attr-defined]
    with service.workplace.database.begin(EVERYTHING) as connection:
        connection.exec_driver_sql("UPDATE marks SET value = 'site'")
    made = client.post("/v1/imports/profiles?unit=vd-uc-lausanne", files=file)
    assert made.status_code == 201, made.text
    told = client.get(made.headers["Location"], headers=signed_as("administrator"))
    unknown = client.get("/v1/imports/i-0", headers=signed_as("administrator"))
    assert told.status_code == unknown.status_code == 404


def test_a_token_writes_no_consent_that_it_may_not_write(opened: Opened) -> None:
    scope = {Permission.IMPORT_PROFILES}
    client = opened(who=lambda request: with_token(request.app.state.service.viewer("demo"), frozenset(scope), "liste"))
    with client.app.state.service.workplace.database.begin(EVERYTHING) as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE marks SET value = 'site'")
    consent = {"to_institution": "orp", "purpose": "matching", "categories": ["health"]}
    row = {"id": "p-9", "consents": [consent | {"given_at": "2026-11-01T08:00:00Z"}]}
    path, file = "/v1/imports/profiles?unit=vd-uc-lausanne", {"file": ("p.jsonl", json.dumps(row).encode())}
    refused = client.post(path, files=file)
    assert (refused.status_code, "record_voice" in refused.text) == (403, True), refused.text
    scope.add(Permission.RECORD_VOICE)
    made = client.post(path, files=file)
    assert (made.status_code, made.json()["accepted"]) == (201, 1)


def test_an_upload_has_a_limit_of_its_own(opened: Opened) -> None:
    client = opened(max_body_bytes=1000, max_upload_bytes=100_000)
    headers = signed_as("administrator")
    for rows, status in ((100, 422), (20_000, 413)):
        file = {"file": ("m.jsonl", b'{"id": "x"}\n' * rows)}
        assert client.post("/v1/imports/measures", files=file, headers=headers).status_code == status
