"""What learned from a simulated world serves in the demo alone: when it is promoted, and when it is loaded."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from tests.e2e.rankers import exported
from tests.stores import MigratedStores

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.process import Evidence
from matching.errors import ConflictError
from matching.ranking.current import BASELINE, Named, flip, stack_of
from matching.settings import Settings
from matching.storage import marks
from matching.storage.audit_entries import entries
from matching.storage.scope import NOBODY

PERSON = Profile(id="p-by-hand")


@pytest.fixture
def service(engine: str, tmp_path: Path, migrated_stores: MigratedStores) -> Iterator[Service]:
    """An empty service on one engine, with a model of each evidence in its registry."""
    with (
        migrated_stores.copy(engine, tmp_path) as url,
        closing(open_service(Settings(data_dir=tmp_path / "data", database_url=url))) as opened,
    ):
        for evidence in Evidence:
            exported(opened, f"of-{evidence.value}", evidence)
        yield opened


def marked(service: Service, mark: Callable[..., None], at: datetime) -> None:
    with service.workplace.database.begin(NOBODY) as connection:
        mark(connection, at=at)


def acts(service: Service) -> list[object]:
    with service.workplace.database.read(NOBODY) as connection:
        return [entry.told["about"] for entry in entries(connection) if entry.told["act"] == "promote"]


def refused(service: Service, at: datetime) -> None:
    with pytest.raises(ConflictError, match="données simulées"):
        service.promote("of-simulated", viewer=LOCAL_VIEWER, at=at)
    assert stack_of(service.workplace.rankers.root) == (BASELINE,)
    assert acts(service) == []
    listed = {each.version: each for each in service.models().rankers}
    assert listed["of-simulated"].promotable is False
    assert "simulées" in (listed["of-simulated"].obstacle or "")


def test_a_store_serves_it_once_it_is_marked_as_demo(service: Service, at: datetime) -> None:
    refused(service, at)
    marked(service, marks.set_demo, at)
    service.promote("of-simulated", viewer=LOCAL_VIEWER, at=at)
    said = service.recommend(PERSON, viewer=LOCAL_VIEWER, at=at)
    assert (said.versions.model, said.versions.evidence) == ("of-simulated", Evidence.SIMULATED)
    assert said.degraded is False
    assert acts(service) == ["of-simulated"]


def test_a_site_neither_promotes_nor_loads_it(service: Service, at: datetime) -> None:
    """Whoever puts it in place by hand, or copies a demo's folder: the baseline answers and says that it stands in."""
    marked(service, marks.set_site, at)
    refused(service, at)
    for version in ("of-local", "of-none"):
        service.promote(version, viewer=LOCAL_VIEWER, at=at)
        assert service.workplace.model.version == version
    assert acts(service) == ["of-local", "of-none"]
    root = service.workplace.rankers.root
    digest = exported(service, "by-hand", Evidence.SIMULATED).digest
    with flip(root, (Named("by-hand", digest), BASELINE)):
        pass
    said = service.recommend(PERSON, viewer=LOCAL_VIEWER, at=at)
    assert (said.versions.model, said.versions.evidence, said.degraded) == ("baseline-2", Evidence.NONE, True)
    with pytest.raises(ConflictError, match="données simulées"):
        service.workplace.rankers.that_served("by-hand")
    service.rollback(viewer=LOCAL_VIEWER, at=at)
    assert service.recommend(PERSON, viewer=LOCAL_VIEWER, at=at).degraded is False
