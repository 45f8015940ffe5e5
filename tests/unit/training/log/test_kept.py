"""A snapshot that tells nothing new is found by what it tells, and only where that can be read."""

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]")
pytest.importorskip("pyarrow", reason="needs the extra [train]")

import pandas as pd
from tests.unit.training.release.builder import empty_log

from matching_training.log.files import save_log
from matching_training.log.kept import older_like


def test_an_older_one_that_is_whole_and_tells_the_same_is_found(tmp_path: Path) -> None:
    log, about = empty_log(), {"encoder": "e", "people": []}
    later = replace(log, until=log.until + pd.Timedelta(days=1))
    save_log(log, tmp_path / "1", about=about | {"encoder": "another"})
    save_log(log, tmp_path / "2", about=about)
    save_log(log, tmp_path / "3", about=about)
    save_log(later, tmp_path / "4", about=about)
    (tmp_path / "0").mkdir()
    (tmp_path / "2" / "shown.parquet").write_bytes(b"damaged")
    assert older_like(tmp_path / "4") == tmp_path / "3"
    assert older_like(tmp_path / "1") is None
