"""The files of the ten personas, a demo that a test may write to, and the offices that act in it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.scope import EVERYTHING


@pytest.fixture(scope="session")
def files(demo: Service) -> dict[str, Profile]:
    with demo.workplace.database.read(EVERYTHING) as connection:
        return {id_: profiles.get(connection, id_) for id_ in profiles.list_ids(connection)}


@pytest.fixture(scope="session")
def own_folder(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Path:
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("procedures") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        here: dict[str, Any] = {"institution": "social_commune", "viewer": service.viewer(), "at": at}
        service.add_account("sozialdienst", role="social_worker", units=("lu-sozialdienst",), **here)
        service.add_unit("lu-gemeinde", name="Commune", territory="CH-LU", **here)
        service.add_account("gemeinde", role="payer", units=("lu-gemeinde",), **here)
        service.refresh(at=at)
    return folder


@pytest.fixture
def own(own_folder: Path, tmp_path: Path) -> Iterator[Service]:
    """The demo in a store of its own, to write to."""
    folder = Path(shutil.copytree(own_folder, tmp_path / "own"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        yield service


@pytest.fixture
def lucerne(own: Service) -> Viewer:
    """The social worker of the commune who has Gabriela's file."""
    return own.viewer("sozialdienst")


@pytest.fixture
def commune(own: Service) -> Viewer:
    """Whoever answers for the commune when it is asked to pay."""
    return own.viewer("gemeinde")
