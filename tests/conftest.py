"""What tests share: a moment, and the demo imported once into a store of its own."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from matching.bootstrap import Service, open_service
from matching.domain.viewer import Viewer
from matching.settings import Settings
from matching.working_days.swiss_time import SWISS_TIME

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
"""CI draws the same examples every time; at the desk every run draws others."""

WEDNESDAY = datetime(2026, 11, 18, 9, tzinfo=SWISS_TIME)
"""A working day of the demo's anchor week: dates stand as written."""


@pytest.fixture(scope="session")
def at() -> datetime:
    return WEDNESDAY


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over the demo's data; read it, do not write to it."""
    service = open_service(Settings(data_dir=tmp_path_factory.mktemp("demo")))
    service.run_demo(at=WEDNESDAY)
    yield service
    service.close()


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
