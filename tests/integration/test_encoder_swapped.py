"""Vectors of two encoders never meet: after a change of encoder or text every path builds the snapshot again first."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from matching.bootstrap import Service, open_service
from matching.retrieval.encoder import Encoder
from matching.retrieval.encoders.embedding import Role, Vectors, unit
from matching.retrieval.flat_index import FlatIndex
from matching.settings import Settings
from matching.snapshot.store import load_snapshot
from matching.use_cases import build_snapshot

Ask = Callable[[Service, datetime], object]


def other_encoder(version: str, dimension: int) -> Encoder:
    """Vectors that have nothing to do with the shipped ones."""

    def embed(texts: list[str], _role: Role) -> Vectors:
        rows = [np.resize(np.frombuffer(text.encode()[:dimension], np.uint8), dimension) for text in texts]
        return unit(np.array(rows, dtype=np.float32))

    return Encoder(version, dimension, embed)


def recommend(service: Service, at: datetime) -> object:
    return service.recommend("p01-amelie", viewer=service.viewer("demo"), at=at)


def why_not(service: Service, at: datetime) -> object:
    return service.why_not("p01-amelie", "own:ac-ait", viewer=service.viewer("demo"), at=at)


def shortlist(service: Service, at: datetime) -> object:
    return service.shortlist("job_room:lau-vente-boulangerie", viewer=service.viewer("demo"), at=at)


ASK = pytest.mark.parametrize("ask", [recommend, why_not, shortlist])


@pytest.fixture(scope="module")
def original(demo: Service, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Path:
    folder = tmp_path_factory.mktemp("swapped") / "data"
    with closing(open_service(Settings(data_dir=folder))) as service:
        service.workplace.encoder = demo.workplace.encoder
        service.run_demo(at=at)
        service.workplace.live(at)
    return folder


@pytest.fixture
def service(original: Path, demo: Service, tmp_path: Path) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=Path(shutil.copytree(original, tmp_path / "copy"))))) as opened:
        opened.workplace.encoder = demo.workplace.encoder
        yield opened


def built_with(service: Service) -> tuple[str, str, int]:
    """Encoder and text of the snapshot on disk, and the length of its vectors."""
    snapshot = load_snapshot(service.workplace.snapshots)
    assert snapshot is not None
    bodies = FlatIndex.from_array(snapshot.group("index")["bodies"])
    return snapshot.meta["encoder"], snapshot.meta["text"], bodies.vectors.shape[1]


@ASK
@pytest.mark.parametrize("dimension", [256, 48])
def test_another_encoder_between_two_calls(service: Service, at: datetime, ask: Ask, dimension: int) -> None:
    ask(service, at)
    before = service.workplace.encoder
    service.workplace.encoder = other_encoder("other-0", dimension)
    ask(service, at)
    assert built_with(service)[0::2] == ("other-0", dimension)
    service.workplace.encoder = before
    ask(service, at)
    assert built_with(service)[0::2] == (before.version, before.dimension)


@ASK
def test_the_same_dimension_and_another_version_is_another_encoder(service: Service, at: datetime, ask: Ask) -> None:
    shipped = service.workplace.encoder
    service.workplace.encoder = Encoder("newly-trained", shipped.dimension, shipped.embed)
    ask(service, at)
    assert built_with(service)[0] == "newly-trained"


@ASK
def test_another_text_between_two_calls(
    service: Service, at: datetime, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(service, at)
    monkeypatch.setattr(build_snapshot, "TEXT_VERSION", "next")
    ask(service, at)
    assert built_with(service)[1] == "next"


def test_nothing_is_built_while_nothing_changes(service: Service, at: datetime) -> None:
    version = service.workplace.live(at).snapshot.version
    for ask in (recommend, why_not, shortlist):
        ask(service, at)
    assert service.workplace.live(at).snapshot.version == version
