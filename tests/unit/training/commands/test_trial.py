"""`matching-train trial` prints what it found, for people or for machines, or says what is wrong."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pandas", reason="the extra [train] is not installed")

from tests.unit.training.evaluate.invented_trial import AVERAGE, write_trial
from tests.unit.training.evaluate.least_squares import least_squares

from matching_training import main
from matching_training.evaluate.trial import plain_learner as cross_fit


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["matching-train", "trial", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    return int(ended.value.code or 0)


@pytest.fixture(autouse=True)
def _quick_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cross_fit, "doubly_robust", least_squares)


def test_both_ways_of_printing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = str(write_trial(tmp_path / "jc.csv", people=1200))
    assert _run(monkeypatch, "--data", path, "--thinnings", "0", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["people"] == 1200
    assert [each["outcome"] for each in found["checks"]] == ["earny4", "pworky4", "works4"]
    assert found["checks"][0]["known"]["low"] < AVERAGE < found["checks"][0]["known"]["high"]
    refused = found["checks"][0]["offered"][0]["by_effect"]
    assert ("reason" in refused) == ("estimates" not in refused)


def test_a_table_for_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    path = str(write_trial(tmp_path / "jc.csv", people=1200))
    assert _run(monkeypatch, "--data", path, "--thinnings", "1") == 0
    said = capsys.readouterr().out
    for words in (
        "1200 personnes",
        "effet, DR, probabilités connues",
        "la même, DR",
        "50 % des places, gain sur le sort",
    ):
        assert words in said


def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    there = importlib.util.find_spec("json")

    def find(name: str) -> Any:
        return None if name == "pandas" else there

    monkeypatch.setattr(main, "find_spec", find)
    assert _run(monkeypatch, "--data", str(tmp_path / "jc.csv")) == 2
    assert capsys.readouterr().err == "Erreur : Il manque pandas ; installer matching[train].\n"
