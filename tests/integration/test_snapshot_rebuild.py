"""A snapshot damaged on disk is never served: it is built again from the store, and the answer is the same."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.recommendation import Recommendation
from matching.errors import DamagedError
from matching.retrieval.encoder import Encoder
from matching.settings import Settings
from matching.snapshot.store import current_version, load_snapshot


@pytest.fixture(scope="module")
def original(demo: Service, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Path:
    """A small data folder: one source and its people, with a snapshot in use."""
    folder = tmp_path_factory.mktemp("rebuild") / "data"
    with closing(opened(folder, demo.workplace.encoder)) as service:
        service.run_demo(at=at)
        service.workplace.live(at)
    return folder


@pytest.fixture
def data(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "copy"))


@pytest.fixture
def encoder(demo: Service) -> Encoder:
    return demo.workplace.encoder


def opened(folder: Path, encoder: Encoder) -> Service:
    service = open_service(Settings(data_dir=folder))
    service.workplace.encoder = encoder
    return service


def answer(folder: Path, encoder: Encoder, at: datetime) -> Recommendation:
    with closing(opened(folder, encoder)) as service:
        return service.recommend("p01-amelie", viewer=service.viewer("demo"), at=at)


def told(recommendation: Recommendation) -> dict[str, object]:
    """The answer without what is new in every answer: its id and the snapshot's version."""
    return recommendation.model_dump(mode="json", exclude={"id": True, "versions": {"snapshot"}})


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle] ^= 0x01
    path.write_bytes(content)


def files(data: Path) -> Iterator[Path]:
    """Every file of a snapshot that is read."""
    snapshots = data / "snapshots"
    return (path for path in sorted(snapshots.rglob("*")) if path.is_file() and path.name != ".lock")


def test_an_undamaged_snapshot_is_used_as_it_is(data: Path, encoder: Encoder, at: datetime) -> None:
    version = current_version(data / "snapshots")
    first = answer(data, encoder, at)
    assert told(answer(data, encoder, at)) == told(first)
    assert current_version(data / "snapshots") == version


def test_a_flipped_byte_in_any_file_is_refused(data: Path) -> None:
    whole = load_snapshot(data / "snapshots")
    assert whole is not None
    checked = 0
    for path in files(data):
        content = path.read_bytes()
        if not content:
            continue
        flip(path)
        with pytest.raises(DamagedError):
            load_snapshot(data / "snapshots")
        path.write_bytes(content)
        checked += 1
    assert checked > 30
    assert load_snapshot(data / "snapshots") is not None


@pytest.mark.parametrize(
    "name", ["current", "manifest.json", "options.jsonl", "offsets.npy", "ids.json", "index", "criteria", "lexical"]
)
@pytest.mark.parametrize("damage", ["flipped", "shortened", "gone"])
def test_it_is_built_again_and_the_answer_is_the_same(
    original: Path, data: Path, encoder: Encoder, at: datetime, name: str, damage: str
) -> None:
    before = told(answer(original, encoder, at))
    path = next(path for path in files(data) if name in {path.name, path.parent.name})
    if damage == "flipped":
        flip(path)
    elif damage == "shortened":
        path.write_bytes(path.read_bytes()[:-1])
    else:
        path.unlink()
    assert told(answer(data, encoder, at)) == before
    rebuilt = load_snapshot(data / "snapshots")
    assert rebuilt is not None
    version = rebuilt.version
    assert told(answer(data, encoder, at)) == before
    assert current_version(data / "snapshots") == version


def test_every_file_damaged_at_once(data: Path, original: Path, encoder: Encoder, at: datetime) -> None:
    for path in files(data):
        path.write_bytes(b"\x00" * 10)
    assert told(answer(data, encoder, at)) == told(answer(original, encoder, at))


def test_the_folder_gone_or_a_file_in_its_place(data: Path, original: Path, encoder: Encoder, at: datetime) -> None:
    before = told(answer(original, encoder, at))
    shutil.rmtree(data / "snapshots")
    assert told(answer(data, encoder, at)) == before
    shutil.rmtree(data / "snapshots")
    (data / "snapshots").write_text("x")
    with pytest.raises(DamagedError):
        answer(data, encoder, at)


def test_damage_under_a_service_that_is_running_does_not_reach_its_answers(
    data: Path, encoder: Encoder, at: datetime
) -> None:
    with closing(opened(data, encoder)) as service:
        viewer = service.viewer("demo")
        before = told(service.recommend("p01-amelie", viewer=viewer, at=at))
        for path in files(data):
            if path.name != "current":
                path.unlink()
        assert told(service.recommend("p01-amelie", viewer=viewer, at=at)) == before


def test_leftovers_of_a_crash_are_removed(data: Path, encoder: Encoder, at: datetime) -> None:
    leftover = data / "snapshots" / "building-crashed"
    leftover.mkdir()
    (leftover / "options.jsonl").write_text("half")
    (data / "snapshots" / "current").unlink()
    answer(data, encoder, at)
    assert not leftover.exists()
