"""A writable demo of its own for each file of tests, and the accounts that ask."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.settings import Settings


@pytest.fixture(scope="module")
def service(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over the demo's data, to write to: each test takes a person of its own."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("voice") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as opened:
        yield opened


@pytest.fixture(scope="module")
def mandated(service: Service) -> Viewer:
    """The counsellor of the demo: all units, mandate for restricted postings."""
    return service.viewer("demo")


@pytest.fixture(scope="module")
def unmandated(mandated: Viewer) -> Viewer:
    """A counsellor of the same units and institution, without mandate."""
    return mandated.model_copy(update={"account": "colleague", "mandates": ()})


@pytest.fixture(scope="module")
def from_orp(mandated: Viewer) -> Viewer:
    """A counsellor of the ORP: what they may use of social assistance, health or debt rests on consent."""
    return mandated.model_copy(update={"account": "orp", "institution": Institution.ORP})


@pytest.fixture(scope="module")
def provider(mandated: Viewer) -> Viewer:
    """Somebody who may read the files but writes nothing down for a person."""
    return mandated.model_copy(update={"account": "organiser", "role": Role.PROVIDER})
