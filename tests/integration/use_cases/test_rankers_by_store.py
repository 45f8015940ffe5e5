"""What learned from a simulated world serves in the demo alone: when it is promoted, and when it is loaded."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from tests.e2e.rankers import exported
from tests.stores import MigratedStores

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Evidence, Role
from matching.errors import ConflictError, DamagedError, ForbiddenError
from matching.ranking.current import BASELINE, Named, flip, stack_of
from matching.ranking.registry import Release, read_version
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


def noted(service: Service, release: Release, at: datetime) -> None:
    with service.noting_training(release, viewer=LOCAL_VIEWER, at=at):
        pass


def acts(service: Service, act: str = "promote") -> list[object]:
    with service.workplace.database.read(NOBODY) as connection:
        return [entry.told["about"] for entry in entries(connection) if entry.told["act"] == act]


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


def test_what_was_learned_here_is_promoted_as_its_training_wrote_it_or_not_at_all(
    service: Service, at: datetime
) -> None:
    for version in ("learned", "brought"):
        release = exported(service, version, Evidence.NONE, refused=("Pas assez bon.",))
        if version == "learned":
            noted(service, release, at)
        with pytest.raises(ConflictError, match="Pas assez bon"):
            service.promote(version, viewer=LOCAL_VIEWER, at=at)
        manifest = service.workplace.rankers.root / version / "manifest.json"
        told = json.loads(manifest.read_text("utf-8"))
        manifest.write_text(json.dumps(told | {"refused": []}), "utf-8")
    with pytest.raises(DamagedError, match=r"learned est endommagé : manifest.json n'est plus celui que son appr"):
        service.promote("learned", viewer=LOCAL_VIEWER, at=at)
    listed = service.models()
    assert [one.version for one in listed.unusable] == ["learned"]
    assert {one.version: one.promotable for one in listed.rankers}["brought"]
    assert acts(service) == []
    release = read_version(service.workplace.rankers.root, "learned")
    noted(service, release, at)  # as when it was learned anew under its name
    service.promote("learned", viewer=LOCAL_VIEWER, at=at)
    assert acts(service) == ["learned"]


def test_who_may_not_learn_puts_no_training_on_record(service: Service, at: datetime) -> None:
    release = read_version(service.workplace.rankers.root, "of-local")
    anna = Viewer(account="anna", role=Role.AUDITOR)
    with (
        pytest.raises(ForbiddenError, match="read_learning_log"),
        service.noting_training(release, viewer=anna, at=at),
    ):
        pytest.fail("it may write")


def test_a_training_that_could_not_be_written_is_not_on_record(service: Service, at: datetime) -> None:
    release = read_version(service.workplace.rankers.root, "of-local")
    with pytest.raises(OSError, match="full"), service.noting_training(release, viewer=LOCAL_VIEWER, at=at):
        raise OSError("full")
    assert acts(service, "train") == []
    noted(service, release, at)
    assert acts(service, "train") == [f"of-local {release.digest}"]
    listed = {each.version: each.learned_here for each in service.models().rankers}
    assert listed == {"baseline-2": False, "of-local": True, "of-none": False, "of-simulated": False}
