"""`matching-train drift` says in French, or in JSON, what two logs have in common."""

import json
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

pytest.importorskip("pandas", reason="matching[train] is not installed")
pytest.importorskip("scipy", reason="matching[train] is not installed")

import pandas as pd
from tests.e2e.rankers import exported

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching_training import main
from matching_training.log.tables import FEEDBACK, OUTCOMES, SHOWN, Log

UNTIL = pd.Timestamp("2026-12-01", tz="UTC")


def log_of(mean: float, people: int = 300) -> Log:
    chance = np.random.default_rng(people)
    shown = pd.DataFrame({name: pd.Series([None] * people, dtype=object) for name in SHOWN})
    shown = shown.assign(slate=np.arange(people), person=np.arange(people), kind="vacancy", score=0.0, came=np.nan)
    moments = pd.Series([pd.NaT] * people, dtype="datetime64[us, UTC]")
    shown = shown.assign(at=UNTIL, decided_at=moments, began_on=pd.NaT, reasons="")
    shown["feature.paid"] = chance.normal(mean, 1, people)
    outcomes = pd.DataFrame({name: [] for name in OUTCOMES}).assign(stated_at=moments.iloc[:0])
    feedback = pd.DataFrame({name: [] for name in FEEDBACK}).assign(at=moments.iloc[:0])
    return Log(shown, outcomes, feedback, UNTIL)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Folders that stand for logs: the same world twice, another one, and an empty window."""
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path / "data"))
    logs = {"before": log_of(0), "alike": log_of(0, 301), "other": log_of(2, 302), "empty": log_of(0, 0)}
    paths = {name: tmp_path / name for name in logs}
    for path in paths.values():
        path.mkdir()
    files: Any = ModuleType("matching_training.log.files")
    files.load_log = lambda folder: logs[folder.name]
    monkeypatch.setitem(sys.modules, "matching_training.log.files", files)
    return paths


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["matching-train", "drift", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main.run()
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("current", "code", "said"),
    [("alike", 0, "aucune n'a changé"), ("other", 1, "paid (vacancy) a changé fortement"), ("empty", 0, "est vide")],
)
def test_drift_is_said_and_is_the_exit_code(
    folders: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    current: str,
    code: int,
    said: str,
) -> None:
    assert run(monkeypatch, "--reference", folders["before"], "--current", folders[current]) == code
    assert said in capsys.readouterr().out
    assert run(monkeypatch, "--reference", folders["before"], "--current", folders[current], "--json") == code
    told = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert any(said in sentence for sentence in told["sentences"])


def test_the_chances_are_those_of_the_version_named_or_of_the_one_that_was_promoted(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], at: datetime
) -> None:
    both = ("--reference", folders["before"], "--current", folders["alike"])
    assert run(monkeypatch, *both, "--model", "none") == 2
    assert "Aucun modèle none" in capsys.readouterr().err
    assert run(monkeypatch, *both) == 0
    assert not Settings().data_dir.exists()
    for version in ("baseline-2", "local-1"):
        with closing(open_service(Settings())) as service:
            if version == "local-1":
                exported(service, version)
                service.promote(version, viewer=LOCAL_VIEWER, at=at)
        assert run(monkeypatch, *both, *(["--model", version] if version == "baseline-2" else [])) == 2
        assert f"Le modèle {version} lit " in capsys.readouterr().err


def test_a_version_of_another_encoder_tells_no_drift_here(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_service(Settings())) as service:
        exported(service, "other", encoder="e-0")
    both = ("--reference", folders["before"], "--current", folders["alike"])
    assert run(monkeypatch, *both, "--model", "other") == 2
    assert "a été appris avec l'encodeur e-0" in capsys.readouterr().err


def test_what_is_no_folder_is_refused_in_a_sentence(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(monkeypatch, "--reference", folders["before"], "--current", tmp_path / "nowhere") == 2
    assert "n'est pas un dossier" in capsys.readouterr().err
