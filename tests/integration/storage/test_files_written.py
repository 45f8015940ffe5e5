"""Files written over HTTP's use cases, on both engines: one of several writers wins, and a copy is found by its id."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Barrier

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import MatchingError, NotFoundError, PreconditionFailedError
from matching.settings import Settings

HERE = Viewer(account="here", role=Role.COUNSELLOR, units=("u",))
ELSEWHERE = Viewer(account="elsewhere", role=Role.COUNSELLOR, units=("v",))
NEW = Profile(id="p-1", project="Vente")


@pytest.fixture
def service(url: str, tmp_path: Path) -> Iterator[Service]:
    with closing(open_service(Settings(database_url=url, data_dir=tmp_path / "data"))) as opened:
        yield opened


def outcome(work: object) -> object:
    try:
        return work()  # type: ignore[operator]
    except MatchingError as refusal:
        return type(refusal)


def test_a_file_is_made_once_and_written_as_it_was_read(service: Service, at: datetime) -> None:
    assert service.create_profile(NEW, viewer=HERE, at=at) == 1
    read = service.show_profile("p-1", viewer=HERE, at=at)
    assert (read.profile, read.revision) == (NEW.model_copy(update={"unit": "u", "withheld": read.profile.withheld}), 1)
    with pytest.raises(PreconditionFailedError):
        service.create_profile(NEW, viewer=HERE, at=at)
    changed = NEW.model_copy(update={"project": "Accueil"})
    with pytest.raises(NotFoundError):
        service.replace_profile(changed, revision=1, viewer=ELSEWHERE, at=at)
    assert service.create_profile(changed, viewer=ELSEWHERE, at=at) == 1  # somebody else of that id
    assert service.show_profile("p-1", viewer=HERE, at=at).revision == 1
    assert service.replace_profile(changed, revision=1, viewer=HERE, at=at) == 2
    with pytest.raises(PreconditionFailedError):
        service.replace_profile(changed, revision=1, viewer=HERE, at=at)


def test_one_of_four_writers_wins(service: Service, at: datetime) -> None:
    service.create_profile(NEW, viewer=HERE, at=at)
    for round_ in range(1, 6):
        ready = Barrier(4)

        def write(number: int, revision: int = round_, ready: Barrier = ready) -> object:
            sent = NEW.model_copy(update={"months_without_work": revision * 10 + number})
            ready.wait()
            return outcome(lambda: service.replace_profile(sent, revision=revision, viewer=HERE, at=at))

        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(write, range(4)))
        assert found.count(round_ + 1) == 1, found
        assert found.count(PreconditionFailedError) == 3, found


def test_a_copy_is_found_by_its_id_by_its_unit_alone(service: Service, at: datetime) -> None:
    service.create_profile(NEW, viewer=HERE, at=at)
    slate = service.recommend("p-1", viewer=HERE, at=at)
    assert service.shown_again(slate.id, viewer=HERE, at=at) == slate
    said = set()
    for id_, viewer in ((slate.id, ELSEWHERE), ("r-0", HERE)):
        with pytest.raises(NotFoundError) as refusal:
            service.shown_again(id_, viewer=viewer, at=at)
        said.add(str(refusal.value).replace(id_, "ID"))
    assert len(said) == 1
