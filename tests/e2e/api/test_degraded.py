"""Where encoder or ranker cannot be read answers go on by the rules, say so, and get well again by themselves."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.e2e.api.conftest import PERSON, Opened, signed_as

from matching.errors import DamagedError
from matching.settings import shipped
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING
from matching.use_cases.workplace import Workplace


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped("models", "encoder"), tmp_path / "encoder"))


@pytest.fixture
def client(opened: Opened, encoder: Path) -> TestClient:
    client = opened(encoder=str(encoder))
    client.headers.update(signed_as("demo"))
    return client


def slate(client: TestClient, **wanted: object) -> dict[str, object]:
    answer = client.post("/v1/recommendations", json={"profile": PERSON, **wanted})
    assert answer.status_code == 200, answer.text
    said: dict[str, object] = answer.json()
    return said


def test_the_pages_say_so_at_their_head(client: TestClient, encoder: Path) -> None:
    assert "Service réduit" not in client.get("/files").text
    file = break_it(encoder)
    client.app.state.service.workplace.__dict__.pop("encoder", None)  # type: ignore[attr-defined]
    page = client.get(f"/files/{PERSON}")
    assert (page.status_code, "Service réduit" in page.text) == (200, True)
    mend(file)
    assert "Service réduit" not in client.get("/files").text


def break_it(folder: Path) -> Path:
    file = next(folder.rglob("*.safetensors"))
    file.rename(file.with_suffix(".away"))
    return file


def mend(file: Path) -> None:
    file.with_suffix(".away").rename(file)


def assert_degraded(said: dict[str, object]) -> None:
    assert (said["degraded"], said["ranked"]) == (True, False)
    assert "classement" in str(said["order"])
    assert said["cards"]
    assert said["versions"]["encoder"] == "none"  # type: ignore[index]


def test_without_encoder(client: TestClient, encoder: Path, at: datetime) -> None:
    file = break_it(encoder)
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["degraded"], ready.json()["parts"]["encoder"]) == (200, True, False)
    said = slate(client)
    assert_degraded(said)
    assert client.get(f"/v1/recommendations/{said['id']}").json() == said
    assert [card["rank"] for card in slate(client, start=4, limit=2)["cards"]] == [4, 5]  # type: ignore[attr-defined]
    assert client.get(f"/v1/profiles/{PERSON}/why-not/own:di-early").status_code == 200
    assert client.get("/v1/models", headers=signed_as("data_scientist")).status_code == 503
    assert client.get("/healthz").status_code == 200
    mend(file)
    whole = slate(client)
    assert (whole["degraded"], whole["ranked"]) == (False, True)
    assert client.get("/readyz").json() == {
        "ready": True,
        "degraded": False,
        "parts": dict.fromkeys(("store", "snapshot", "encoder", "model"), True),
    }


def test_without_encoder_a_new_catalogue_is_still_seen(client: TestClient, encoder: Path, at: datetime) -> None:
    """And the snapshot made without vectors is not ranked with once there is an encoder again."""
    file = break_it(encoder)
    service = client.app.state.service  # type: ignore[attr-defined]
    with service.workplace.database.begin(EVERYTHING) as connection:
        known = opportunities.get_current(connection, "own:di-early")
        assert known is not None
        newcomer = known.model_copy(update={"id": "own:newcomer"})
        opportunities.upsert(connection, [newcomer], source="measures", at=at)
    assert_degraded(slate(client))
    assert client.get("/v1/opportunities/own:newcomer").status_code == 200
    assert service.workplace.live(at).snapshot.meta["encoder"] == "none"
    mend(file)
    assert slate(client)["ranked"] is True
    assert service.workplace.live(at).snapshot.meta["encoder"] == service.workplace.encoder.version


def test_without_a_snapshot_it_is_built_again(client: TestClient) -> None:
    folder: Path = client.app.state.uploads.parent / "snapshots"  # type: ignore[attr-defined]
    shutil.rmtree(folder)
    assert client.get("/readyz").json()["ready"] is True
    assert slate(client)["ranked"] is True


def test_without_ranker(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    workplace: Workplace = client.app.state.service.workplace  # type: ignore[attr-defined]

    def damaged() -> None:
        raise DamagedError("model.json")

    vars(workplace).pop("baseline", None)
    original = workplace._open_model
    monkeypatch.setattr(workplace, "_open_model", damaged)
    assert_degraded(slate(client))
    assert client.get("/readyz").json()["parts"]["model"] is False
    monkeypatch.setattr(workplace, "_open_model", original)
    assert slate(client)["ranked"] is True


def test_without_a_store_it_is_not_ready(client: TestClient) -> None:
    folder: Path = client.app.state.uploads.parent  # type: ignore[attr-defined]
    client.app.state.service.workplace.database.engine.dispose()  # type: ignore[attr-defined]
    for file in folder.glob("matching.sqlite*"):
        file.write_bytes(b"x" * 4096)
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json()["ready"]) == (503, False)
    assert client.get("/healthz").status_code == 200


def test_who_wants_no_ranking_is_not_degraded(client: TestClient, encoder: Path) -> None:
    assert client.put(f"/v1/profiles/{PERSON}/ranking", json={"ranked": False}).status_code == 200
    break_it(encoder)
    said = slate(client)
    assert (said["degraded"], said["ranked"]) == (False, False)
