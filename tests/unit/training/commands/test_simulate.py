"""`matching-train simulate`: writes what it says, and refuses in one sentence."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pandas", reason="needs the extra [train]")
pytest.importorskip("yaml", reason="needs the extra [train]")

from matching_training import main
from matching_training.commands import simulate
from matching_training.log.files import load_log


@pytest.fixture
def scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario in a file of one's own."""
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path / "data"))
    file = tmp_path / "mine.yaml"
    file.write_text(
        "name: mine\ndecisions: 6\npeople: {count: 8}\noptions: {vacancies: 10, measures: 12, placements: 2}\n",
        encoding="utf-8",
    )
    return file


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["matching-train", "simulate", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    return int(ended.value.code or 0)


def test_it_writes_what_it_says(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert _run(monkeypatch, "--scenario", str(scenario), "--out", str(out), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    log = load_log(Path(told["log"]))
    assert (told["scenario"], told["simulated"]) == ("mine", True)
    assert told["decisions"] == log.decisions >= 6
    assert _run(monkeypatch, "--scenario", str(scenario), "--out", str(out)) == 2
    assert "contient déjà un journal" in capsys.readouterr().err


def test_it_says_in_french_that_all_is_simulated(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(monkeypatch, "--scenario", str(scenario), "--out", str(tmp_path / "out"), "--decisions", "2") == 0
    assert "Tout est simulé" in capsys.readouterr().out


def test_an_unknown_scenario_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path / "data"))
    assert _run(monkeypatch, "--scenario", "none", "--out", str(tmp_path / "out")) == 2
    assert "donner un fichier, ou un de" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_settings_and_folders_that_are_not_valid_are_refused_in_a_sentence(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    asked = ("--scenario", str(scenario), "--decisions", "2", "--out")
    assert _run(monkeypatch, *asked, str(tmp_path / "file")) == 2
    assert "file ne peut pas être écrit (File exists) ; en indiquer un autre avec --out" in capsys.readouterr().err
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path / "file"))
    assert _run(monkeypatch, *asked, str(tmp_path / "out")) == 2
    assert "indiquer un autre dossier avec MATCHING_DATA_DIR" in capsys.readouterr().err
    monkeypatch.setenv("MATCHING_EXPLORATION", "foo")
    assert _run(monkeypatch, *asked, str(tmp_path / "out")) == 2
    assert "MATCHING_EXPLORATION n'est pas valable" in capsys.readouterr().err


@pytest.mark.parametrize("more", [[], ["--through-service"]])
def test_a_folder_that_is_not_empty_is_refused_before_any_work(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    (tmp_path / "out" / "protected").mkdir(parents=True)
    assert _run(monkeypatch, "--scenario", str(scenario), "--out", str(tmp_path / "out"), *more) == 2
    assert "n'est pas vide" in capsys.readouterr().err
    (tmp_path / "afile").touch()
    assert _run(monkeypatch, "--scenario", str(scenario), "--out", str(tmp_path / "afile"), *more) == 2
    assert "afile ne peut pas être écrit" in capsys.readouterr().err
    assert not (tmp_path / "data" / "matching.sqlite").exists()


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (ZeroDivisionError("secret"), "Faute du programme (ZeroDivisionError, "),
        (
            PermissionError(13, "Permission denied", "/x"),
            "Le système refuse de lire ou d'écrire (Permission denied : /x)",
        ),
    ],
)
def test_what_nobody_foresaw_is_one_sentence_too(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: Exception,
    says: str,
) -> None:
    def fail(_: object) -> None:
        raise fault

    monkeypatch.setattr(simulate, "run", fail)
    assert _run(monkeypatch, "--out", str(tmp_path / "out")) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"Erreur : {says}")
    assert (said.count("\n"), "secret" in said) == (1, False)


def test_a_missing_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "find_spec", lambda name: None if name == "yaml" else name)
    assert _run(monkeypatch, "--out", str(tmp_path / "out")) == 2
    assert "Il manque yaml ; installer matching[train]" in capsys.readouterr().err
