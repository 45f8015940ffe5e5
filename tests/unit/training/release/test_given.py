"""What a log rests on is what it says of itself; it is read once."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("pyarrow", reason="needs the extra [train]: make training")

from tests.unit.training.release.builder import empty_log

from matching.bootstrap import Service, open_service
from matching.domain.vocabulary.process import Evidence
from matching.settings import Settings
from matching_training.log import files
from matching_training.log.files import save_log
from matching_training.release.given import read_given


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=tmp_path / "store"))) as opened:
        yield opened


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
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, about: dict[str, str], evidence: Evidence
) -> None:
    digest = save_log(empty_log(), tmp_path / "log", about=about)
    hashed: list[str] = []

    def heard(file: Path) -> Any:
        hashed.append(file.name)
        return sha256(file)

    sha256 = files._sha256
    monkeypatch.setattr(files, "_sha256", heard)
    given = read_given(service, tmp_path / "log", None)
    assert (given.evidence, given.digest) == (evidence, digest)
    assert sorted(hashed) == ["feedback.parquet", "outcomes.parquet", "shown.parquet"]
