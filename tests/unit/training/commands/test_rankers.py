"""`matching-train models`, `promote` and `rollback`: one command each, and refusals in one line."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e.rankers import exported

from matching.bootstrap import open_service
from matching.domain.vocabulary.process import Evidence
from matching.errors import InvalidInputError
from matching.settings import Settings
from matching_training import main
from matching_training.commands import rankers

Run = tuple[int, str, str]


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> Run:
    monkeypatch.setattr("sys.argv", ["matching-train", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_there_and_back(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path))
    with closing(open_service(Settings(data_dir=tmp_path))) as service:
        exported(service, "local-1")
        exported(service, "dreamt", Evidence.SIMULATED)
    code, out, _ = run(monkeypatch, capsys, "models")
    assert (code, out.splitlines()[0].startswith("* baseline-2 : ")) == (0, True)
    assert "  local-1 : données locales, 40 options, du 05.01.2026 au 30.10.2026, apporté d'ailleurs" in out
    code, out, _ = run(monkeypatch, capsys, "promote", "local-1", "--json")
    assert (code, json.loads(out)["rankers"][0]["version"]) == (0, "local-1")
    code, out, _ = run(monkeypatch, capsys, "models")
    assert out.endswith("`matching-train rollback` revient à baseline-2.\n")
    for arguments, sentence in (
        (("promote", "dreamt"), "données simulées"),
        (("promote", "../x"), "Aucun modèle"),
        (("promote", "local-1", "--as", "nobody"), "nobody"),
        (("promote",), "version"),
    ):
        code, out, err = run(monkeypatch, capsys, *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert sentence in err
    assert run(monkeypatch, capsys, "rollback")[0] == 0
    assert run(monkeypatch, capsys, "rollback")[0] == 2


def test_the_gate_of_the_shipped_ranker_is_open_and_one_that_there_is_not_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert rankers.gate("baseline-2", None) == 0
    assert "peut être mis en service" in capsys.readouterr().out
    with pytest.raises(InvalidInputError, match="Aucun modèle r-9"):
        rankers.gate("r-9", None)


def test_the_gate_of_a_damaged_version_says_that_it_is_damaged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path))
    with closing(open_service(Settings(data_dir=tmp_path))) as service:
        exported(service, "local-1")
        (service.workplace.rankers.root / "local-1" / "model.json").write_text("{}", "utf-8")
    code, out, _ = run(monkeypatch, capsys, "gate", "local-1")
    assert (code, out.count("\n")) == (1, 1)
    assert "Le modèle local-1 est endommagé : model.json" in out


def test_speaking_of_versions_takes_none_of_the_extra() -> None:
    asked = "import sys; import matching_training.commands.rankers; print({'pandas', 'mlflow'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    assert said.strip() == "set()"
