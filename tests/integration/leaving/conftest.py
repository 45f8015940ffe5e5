"""The invented office of the proposals, on each engine, from which something is taken out."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from tests.integration.proposals.conftest import Office, office, office_at, shared
from tests.integration.storage.conftest import database, url
from tests.stores import MigratedStores

from matching.retrieval.encoder import Encoder

__all__ = ["database", "office", "shared", "url"]

Offices = Callable[[], Office]


@pytest.fixture
def offices(
    engine: str, tmp_path: Path, migrated_stores: MigratedStores, shared: tuple[Path, Encoder], at: datetime
) -> Iterator[Offices]:
    """Makes offices that are alike, each in a store of its own."""
    with ExitStack() as open_ones:

        def one() -> Office:
            url = open_ones.enter_context(migrated_stores.copy(engine, tmp_path / uuid4().hex))
            return open_ones.enter_context(office_at(url, shared, at))

        yield one
