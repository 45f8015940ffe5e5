"""A writable demo of its own for each file of tests, and the accounts that ask."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.settings import Settings


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Iterator[Service]:
    """A service over the demo's data, to write to: each test takes a person of its own."""
    with closing(open_service(Settings(data_dir=tmp_path_factory.mktemp("voice")))) as opened:
        opened.run_demo(at=at)
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
