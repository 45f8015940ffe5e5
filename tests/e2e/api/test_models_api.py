"""Models over HTTP: read by who may read them, promoted by a data scientist, and in use from the next answer on."""

from datetime import datetime

import pytest
from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, Opened, signed_as
from tests.e2e.rankers import exported

from matching.domain.permission import NEVER_BY_TOKEN, Permission

SCIENTIST = signed_as("data_scientist")


@pytest.fixture
def client(opened: Opened) -> TestClient:
    client = opened()
    exported(client.app.state.service, "local-1")  # type: ignore[attr-defined]
    return client


def ranked_by(client: TestClient) -> str:
    answer = client.post("/v1/recommendations", json={"profile": PERSON}, headers=signed_as("demo"))
    assert answer.status_code == 200, answer.text
    return str(answer.json()["versions"]["model"])


def test_promoted_and_rolled_back_while_it_runs(client: TestClient) -> None:
    listed = client.get("/v1/models", headers=SCIENTIST).json()
    assert [(each["version"], each["current"]) for each in listed["rankers"]] == [
        ("baseline-2", True),
        ("local-1", False),
    ]
    assert listed["before"] is None
    assert client.get("/v1/models/local-1/card", headers=SCIENTIST).json() == {
        "version": "local-1",
        "card": "# local-1",
    }
    said = client.post("/v1/models/local-1/promote", headers=SCIENTIST)
    assert (said.status_code, said.json()["rankers"][0]["version"]) == (200, "local-1")
    assert ranked_by(client) == "local-1"
    said = client.post("/v1/models/rollback", headers=SCIENTIST)
    assert (said.status_code, said.json()["rankers"][0]["version"]) == (200, "baseline-2")
    assert ranked_by(client) == "baseline-2"


@pytest.mark.parametrize("account", ["demo", "administrator", "auditor", "payer", "programme_manager"])
def test_nobody_else_promotes(client: TestClient, account: str, at: datetime) -> None:
    for path in ("/v1/models/local-1/promote", "/v1/models/rollback"):
        assert client.post(path, headers=signed_as(account)).status_code == 403
    assert ranked_by(client) == "baseline-2"


def test_what_did_not_pass_its_gate_is_promoted_by_nobody(client: TestClient) -> None:
    exported(client.app.state.service, "gated", refused=("L'équité est inconnue.",))  # type: ignore[attr-defined]
    said = client.post("/v1/models/gated/promote", headers=SCIENTIST)
    assert (said.status_code, "L'équité est inconnue." in said.json()["detail"]) == (409, True)
    listed = {each["version"]: each for each in client.get("/v1/models", headers=SCIENTIST).json()["rankers"]}
    assert (listed["gated"]["promotable"], listed["local-1"]["promotable"]) == (False, True)
    assert ranked_by(client) == "baseline-2"


def test_no_program_promotes() -> None:
    assert Permission.PROMOTE_MODELS in NEVER_BY_TOKEN


@pytest.mark.parametrize(
    ("version", "status"), [("nothing", 404), ("..%2F..%2Fetc", 404), (".hidden", 422), ("LOCAL-1", 404)]
)
def test_what_is_not_there_is_refused(client: TestClient, version: str, status: int) -> None:
    said = client.post(f"/v1/models/{version}/promote", headers=SCIENTIST)
    assert said.status_code == status
    assert client.post("/v1/models/rollback", headers=SCIENTIST).status_code == 409
