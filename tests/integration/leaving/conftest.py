"""The invented office of the proposals, on each engine, from which something is taken out."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from tests.integration.proposals.conftest import Office, _office, office
from tests.integration.storage.conftest import ENGINES, database, empty, schema_of_its_own, url

from matching.settings import Settings

__all__ = ["database", "empty", "office", "url"]

Offices = Callable[[], Office]


@pytest.fixture(params=ENGINES)
def offices(request: pytest.FixtureRequest, tmp_path: Path, at: datetime) -> Iterator[Offices]:
    """Makes offices that are alike, each in a store of its own."""

    @contextmanager
    def one() -> Iterator[Office]:
        folder = tmp_path / uuid4().hex
        if request.param == "sqlite":
            yield from _office(Settings(data_dir=folder, min_gain=-100), at)
        else:
            for url in schema_of_its_own():
                yield from _office(Settings(data_dir=folder, database_url=url, min_gain=-100), at)

    with ExitStack() as open_ones:
        yield lambda: open_ones.enter_context(one())
