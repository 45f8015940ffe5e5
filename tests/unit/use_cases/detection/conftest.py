"""A service over an empty store."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.settings import Settings


@pytest.fixture
def office(own_data: Path) -> Iterator[Service]:
    """A service over an empty store."""
    with closing(open_service(Settings(data_dir=own_data))) as service:
        yield service
