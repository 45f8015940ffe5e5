"""The invented office of the proposals, on each engine, from which something is taken out."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from tests.integration.proposals.conftest import Office, _office, office, shared
from tests.integration.storage.conftest import ENGINES, database, empty, schema_of_its_own, url

from matching.retrieval.encoder import Encoder
from matching.settings import Settings

__all__ = ["database", "empty", "office", "shared", "url"]

Offices = Callable[[], Office]


@pytest.fixture(params=ENGINES)
def offices(
    request: pytest.FixtureRequest, tmp_path: Path, shared: tuple[Path, Encoder], at: datetime
) -> Iterator[Offices]:
    """Makes offices that are alike, each in a store of its own."""
    data_dir, encoder = shared

    @contextmanager
    def one() -> Iterator[Office]:
        store = f"sqlite:///{tmp_path / uuid4().hex}.sqlite"
        urls = [store] if request.param == "sqlite" else schema_of_its_own()
        for address in urls:
            yield from _office(Settings(data_dir=data_dir, database_url=address, min_gain=-100), encoder, at)

    with ExitStack() as open_ones:
        yield lambda: open_ones.enter_context(one())
