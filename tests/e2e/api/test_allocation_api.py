"""The plan of the last night over HTTP: for who runs programmes, once there was a night, and without anybody in it."""

from datetime import datetime

from tests.e2e.api.conftest import Opened, signed_as

from matching.domain.viewer import LOCAL_VIEWER

MANAGER = signed_as("programme_manager")


def test_the_last_plan_is_read(opened: Opened, at: datetime) -> None:
    client = opened()
    said = client.get("/v1/allocation", headers=MANAGER)
    assert (said.status_code, said.json()["detail"]) == (404, "Aucun prix n'a encore été calculé ici.")
    service = client.app.state.service  # type: ignore[attr-defined]
    kept = service.allocate(viewer=LOCAL_VIEWER, at=at)
    said = client.get("/v1/allocation", headers=MANAGER)
    assert (said.status_code, said.json()) == (200, kept.model_dump(mode="json"))
    assert "p01-amelie" not in said.text


def test_others_do_not_read_it(opened: Opened) -> None:
    client = opened()
    for account in ("demo", "provider", "payer", "administrator", "auditor", "data_scientist"):
        assert client.get("/v1/allocation", headers=signed_as(account)).status_code == 403
    assert client.get("/v1/allocation").status_code == 401
