"""What a log rests on is what it says of itself; it is read once."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("pyarrow", reason="needs the extra [train]: make training")

from tests.unit.training.release.builder import empty_log

from matching.bootstrap import Service, open_service
from matching.domain.permission import Permission
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Evidence, Role
from matching.errors import ForbiddenError, InvalidInputError
from matching.settings import Settings
from matching.storage import marks
from matching.storage.scope import NOBODY
from matching_training.log import files
from matching_training.log.files import save_log
from matching_training.release import given as reading
from matching_training.release.given import read_given


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=tmp_path / "store"))) as opened:
        yield opened


def marked(service: Service, kind: str | None, at: datetime) -> None:
    if kind is not None:
        with service.workplace.database.begin(NOBODY) as connection:
            {"demo": marks.set_demo, "site": marks.set_site}[kind](connection, at=at)


@pytest.mark.parametrize(
    ("about", "evidence"),
    [
        ({"evidence": "local"}, Evidence.LOCAL),
        ({"evidence": "simulated"}, Evidence.SIMULATED),
        ({"evidence": "none"}, Evidence.SIMULATED),
        ({"evidence": "unheard of"}, Evidence.SIMULATED),
        ({}, Evidence.SIMULATED),
    ],
)
def test_it_is_read_once_and_is_local_where_it_says_so_alone(
    service: Service,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: datetime,
    about: dict[str, str],
    evidence: Evidence,
) -> None:
    marked(service, "site", at)
    digest = save_log(empty_log(), tmp_path / "log", about=about)
    hashed: list[str] = []

    def heard(file: Path) -> Any:
        hashed.append(file.name)
        return sha256(file)

    sha256 = files._sha256
    monkeypatch.setattr(files, "_sha256", heard)
    given = read_given(service, tmp_path / "log", None, viewer=LOCAL_VIEWER)
    assert (given.evidence, given.digest) == (evidence, digest)
    assert sorted(hashed) == ["feedback.parquet", "outcomes.parquet", "shown.parquet"]


@pytest.mark.parametrize("kind", ["demo", None])
def test_nothing_is_local_but_on_the_store_of_a_site(
    service: Service, tmp_path: Path, at: datetime, kind: str | None
) -> None:
    marked(service, kind, at)
    save_log(empty_log(), tmp_path / "log", about={"evidence": "local"})
    given = read_given(service, tmp_path / "log", None, viewer=LOCAL_VIEWER)
    assert given.evidence is Evidence.SIMULATED


def test_log_and_protected_copy_take_a_right_each_before_they_are_read(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    auditor = Viewer(account="anna", role=Role.AUDITOR)
    with pytest.raises(ForbiddenError, match="read_learning_log"):
        read_given(service, tmp_path / "nowhere", None, viewer=auditor)
    asked: list[Permission] = []
    monkeypatch.setattr(reading, "refuse_role_without", lambda _, permission: asked.append(permission))
    save_log(empty_log(), tmp_path / "log", about={})
    read_given(service, tmp_path / "log", None, viewer=auditor)
    assert asked == [Permission.READ_LEARNING_LOG]
    with pytest.raises(InvalidInputError, match="n'est pas une copie protégée"):
        read_given(service, tmp_path / "log", tmp_path / "log", viewer=auditor)
    assert asked[1:] == [Permission.READ_LEARNING_LOG, Permission.READ_PROTECTED_COPY]
