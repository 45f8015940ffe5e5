"""What tests share: a moment, stores that are migrated, and the demo imported once into a store of its own."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests.stores import ENGINES, MigratedStores

from matching import bootstrap
from matching.bootstrap import Service, open_service
from matching.domain.viewer import Viewer
from matching.retrieval.encoder import Encoder, open_encoder
from matching.settings import Settings
from matching.storage import database
from matching.working_days.swiss_time import SWISS_TIME

OpenEncoder = Callable[[Settings], Encoder]

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
"""CI draws the same examples every time; at the desk every run draws others."""

SQLITE_AS_SHIPPED = database._set_up_sqlite

WEDNESDAY = datetime(2026, 11, 18, 9, tzinfo=SWISS_TIME)
"""A working day of the demo's anchor week: dates stand as written."""


LONGEST = {"test_full_circle.py", "test_schedule.py", "test_schemathesis.py"}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins, so that no core waits for it at the end; the rest stays in its random order."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish() -> None:
    """Thousands of tests and all modules are here to stay: what looks for garbage need not walk through them again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def at() -> datetime:
    return WEDNESDAY


@pytest.fixture(scope="session", autouse=True)
def _unhurried() -> Iterator[None]:
    """Nothing waits for the disk, as no test pulls the plug; a process that is killed loses nothing by it."""

    def set_up(connection: Any, record: object) -> None:
        SQLITE_AS_SHIPPED(connection, record)
        connection.execute("PRAGMA synchronous = OFF")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_set_up_sqlite", set_up)
        patch.setattr(os, "fsync", lambda _file: None)
        yield


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Which database a test runs on: SQLite always, PostgreSQL where its driver is installed."""
    return str(request.param)


@pytest.fixture(scope="session")
def migrated_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MigratedStores]:
    """Copies of a store that is migrated once per engine."""
    with closing(MigratedStores(tmp_path_factory.mktemp("migrated"))) as stores:
        yield stores


@pytest.fixture(scope="session", autouse=True)
def opened_once() -> Iterator[OpenEncoder]:
    """Opens encoders; the one that ships is opened once for all services of these tests, as nothing changes it."""
    opened: list[Encoder] = []

    def open_once(settings: Settings) -> Encoder:
        if settings.encoder:
            return open_encoder(settings)
        if not opened:
            opened.append(open_encoder(settings))
        return opened[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bootstrap, "open_encoder", open_once)
        yield open_once


@pytest.fixture
def own_data(tmp_path: Path, migrated_stores: MigratedStores) -> Path:
    """A data folder of a test's own; its store has its tables and nothing in them."""
    migrated_stores.copy_to(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the demo and no index yet; copy it."""
    folder = tmp_path_factory.mktemp("demo") / "original"
    with closing(open_service(Settings(data_dir=folder))) as service:
        service.run_demo(at=WEDNESDAY)
    return folder


@pytest.fixture(scope="session")
def demo(demo_data: Path) -> Iterator[Service]:
    """A service over the demo's data; read it, do not write to it."""
    folder = Path(shutil.copytree(demo_data, demo_data.with_name("read")))
    with closing(open_service(Settings(data_dir=folder))) as service:
        yield service


@pytest.fixture(scope="session")
def counsellor(demo: Service) -> Viewer:
    """The invented PES counsellor of the demo units."""
    return demo.viewer("demo")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads or writes the data folder of whoever runs it."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"MATCHING_{name.upper()}", raising=False)
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path / "data"))
