"""Lets the tests of this folder import the invented canton that stands beside them, and gives them a store."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.settings import Settings

ROOT = str(Path(__file__).parents[4])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Service]:
    """A service over an empty store."""
    with closing(open_service(Settings(data_dir=tmp_path / "data"))) as service:
        yield service
