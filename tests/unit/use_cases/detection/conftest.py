"""A service over an empty store."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.settings import Settings


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Service]:
    """A service over an empty store."""
    with closing(open_service(Settings(data_dir=tmp_path / "data"))) as service:
        yield service
