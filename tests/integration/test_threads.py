"""Sixteen threads at one service: each part is opened once, a snapshot is built once, and every answer is the same."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any, TypeVar

import pytest

from matching import bootstrap
from matching.bootstrap import Service, open_service
from matching.settings import Settings
from matching.storage import opportunities
from matching.storage.database import open_database
from matching.storage.scope import EVERYTHING
from matching.use_cases.build_snapshot import build_snapshot

T = TypeVar("T")
THREADS = 16


@pytest.fixture
def service(demo_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A demo whose writers wait for each other as long as a slow disk needs."""
    monkeypatch.setattr(bootstrap, "open_database", partial(open_database, wait_s=60))
    with closing(open_service(Settings(data_dir=Path(shutil.copytree(demo_data, tmp_path / "data"))))) as opened:
        yield opened


def at_once(work: Callable[[int], T]) -> list[T]:
    """What all threads come back with, begun at the same moment."""
    ready = Barrier(THREADS)

    def begin(number: int) -> T:
        ready.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


@pytest.fixture
def opened(service: Service, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each part was opened, and a snapshot built."""
    count: Counter[str] = Counter()

    def counting(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            count[name] += 1
            return function(*arguments, **named)

        return call

    workplace = service.workplace
    for name in ("encoder", "taxonomy", "gazetteer", "model"):
        attribute = f"_open_{name}"
        monkeypatch.setattr(workplace, attribute, counting(name, getattr(workplace, attribute)))
    monkeypatch.setattr("matching.use_cases.workplace.build_snapshot", counting("snapshot", build_snapshot))
    return count


def test_everything_is_opened_once_and_all_are_told_the_same(
    service: Service, opened: Counter[str], at: datetime
) -> None:
    viewer = service.viewer("demo")

    def ask(_number: int) -> tuple[object, ...]:
        slate = service.recommend("p01-amelie", viewer=viewer, at=at)
        why = service.why_not("p01-amelie", "own:di-early", viewer=viewer, at=at)
        return slate.cards, slate.versions, why

    answers = at_once(ask)
    assert all(answer == answers[0] for answer in answers)
    assert opened == dict.fromkeys(("encoder", "taxonomy", "gazetteer", "model", "snapshot"), 1)
    assert len(service.shown("p01-amelie", viewer=viewer, at=at)) == THREADS


def test_a_catalogue_that_moves_is_swapped_while_others_answer(
    service: Service, opened: Counter[str], at: datetime
) -> None:
    viewer = service.viewer("demo")
    workplace = service.workplace
    workplace.live(at)
    with workplace.database.read(EVERYTHING) as connection:
        known = opportunities.get_current(connection, "own:di-early")
    assert known is not None

    def work(number: int) -> int:
        if number % 4 == 0:
            newcomer = known.model_copy(update={"id": f"own:newcomer-{number}"})
            with workplace.database.begin(EVERYTHING) as connection:
                opportunities.upsert(connection, [newcomer], source="measures", at=at)
            assert service.show_option(newcomer.id, viewer=viewer, at=at) == newcomer
        told = 0
        for _ in range(4):
            page = service.list_options(viewer=viewer, at=at, limit=1000)
            assert len({option.id for option in page}) == len(page)
            slate = service.recommend("p01-amelie", viewer=viewer, at=at, limit=3)
            assert [card.rank for card in slate.cards] == [1, 2, 3]
            told = max(told, len(page))
        return told

    before = len(service.list_options(viewer=viewer, at=at, limit=1000))
    assert max(at_once(work)) == before + 4
    assert opened["snapshot"] <= 5


def test_one_of_all_writers_wins(service: Service, at: datetime) -> None:
    from matching.errors import PreconditionFailedError

    viewer = service.viewer("demo")
    read = service.show_profile("p01-amelie", viewer=viewer, at=at)

    def write(number: int) -> bool:
        sent = read.profile.model_copy(update={"months_without_work": number})
        try:
            service.replace_profile(sent, revision=read.revision, viewer=viewer, at=at)
        except PreconditionFailedError:
            return False
        return True

    assert sum(at_once(write)) == 1
    assert service.show_profile("p01-amelie", viewer=viewer, at=at).revision == read.revision + 1
