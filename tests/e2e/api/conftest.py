"""The HTTP service in this process, over the demo; a bearer token is the name of an account."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.e2e.api.counter import Counter, by_account
from tests.integration.proposals.conftest import Office, office, shared

from matching.api.who import Who
from matching.app import create_app
from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings

__all__ = ["by_account", "office", "shared"]

PERSON = "p01-amelie"

Opened = Callable[..., TestClient]


def signed_as(account: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {account}"}


@pytest.fixture(scope="session")
def demo_folder(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Path:
    """A data folder with the demo, its snapshot, an account of every role, and two counsellors more: one of another
    unit, one of the same whom hardly anybody has given a consent.
    """
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("api") / "data"))
    service = open_service(Settings(data_dir=folder))
    for role in ("payer", "provider", "programme_manager", "data_scientist", "administrator", "auditor"):
        service.add_account(role, role=role, viewer=LOCAL_VIEWER, at=at)
    service.add_account(
        "elsewhere", role="counsellor", institution="orp", units=("vd-orp-elsewhere",), viewer=LOCAL_VIEWER, at=at
    )
    units = service.viewer("demo").units or ()
    service.add_account("narrow", role="counsellor", institution="oai", units=units, viewer=LOCAL_VIEWER, at=at)
    service.refresh(at=at)
    service.close()
    return folder


@pytest.fixture
def opened(demo_folder: Path, tmp_path: Path, at: datetime) -> Iterator[Opened]:
    """A client of a service over a copy of the demo, with the settings named; it asks as nobody."""
    clients: list[TestClient] = []

    def open_client(
        folder: Path | None = None,
        who: Who = by_account,
        address: str = "http://testserver",
        **settings: object,
    ) -> TestClient:
        data = folder or Path(shutil.copytree(demo_folder, tmp_path / f"data-{len(clients)}"))
        app = create_app(Settings(data_dir=data, **settings), who=who, clock=lambda: at)  # type: ignore[arg-type]
        client = TestClient(app, base_url=address, client=("127.0.0.1", 50_000), follow_redirects=False)
        client.__enter__()
        clients.append(client)
        return client

    yield open_client
    for client in clients:
        client.__exit__()


@pytest.fixture
def client(opened: Opened) -> TestClient:
    """A client that asks as the demo's counsellor."""
    client = opened()
    client.headers.update(signed_as("demo"))
    return client


@pytest.fixture
def counter(office: Office, tmp_path: Path) -> Iterator[Counter]:
    """The small office of the proposals on each engine, asked over HTTP."""
    with Counter.over(office, tmp_path) as counter:
        yield counter
