"""What an account may do with what was learned hangs on its role, however the account is named."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("interpret", reason="needs the extra [train]: make training")
pytest.importorskip("mlflow", reason="needs the extra [train]: make training")

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.process import Role
from matching.settings import Settings
from matching_training import main


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: datetime) -> Path:
    """A folder that is no log, beside a store with an auditor: whoever may not read is told so first."""
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path / "store"))
    with closing(open_service(Settings())) as service:
        service.add_account("anna", role=Role.AUDITOR, viewer=LOCAL_VIEWER, at=at)
    (tmp_path / "log").mkdir()
    return tmp_path / "log"


@pytest.mark.parametrize("named", ["by --as", "by the settings"])
@pytest.mark.parametrize(
    ("verb", "right"),
    [
        ("fit --log {log}", "read_learning_log"),
        ("evaluate none --log {log}", "read_learning_log"),
        ("models", "read_models"),
        ("gate none", "read_models"),
    ],
)
def test_an_auditor_is_refused(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verb: str, right: str, named: str
) -> None:
    arguments = verb.format(log=log).split()
    if named == "by --as":
        arguments += ["--as", "anna"]
    else:
        monkeypatch.setenv("MATCHING_USER", "anna")
    monkeypatch.setattr("sys.argv", ["matching-train", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    said = capsys.readouterr()
    assert (ended.value.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert f"({right})" in said.err


def test_no_seed_is_taken_that_the_learners_would_not(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["matching-train", "fit", "--log", str(log), "--seed", str(2**32)])
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert (ended.value.code, "--seed" in capsys.readouterr().err) == (2, True)
