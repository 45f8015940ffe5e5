"""Checking a file of records against a contract, named or told by the file."""

import json
from pathlib import Path

import pytest

from matching.catalogue.contract_file import check_file
from matching.contracts.words import WORDS
from matching.errors import InvalidInputError


def written(tmp_path: Path, name: str, document: object) -> Path:
    path = tmp_path / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", WORDS)
def test_golden_examples_are_told_by_their_file_name(name: str, pytestconfig: pytest.Config) -> None:
    golden = pytestconfig.rootpath / "data_contracts" / "v1" / "examples" / "golden" / f"{name}.json"
    checked = check_file(golden)
    assert checked.accepted
    assert checked.rejected == []


def test_the_word_is_told_by_the_fields(tmp_path: Path) -> None:
    option = {"kind": "vacancy", "id": "own:1", "title": "Vendeuse"}
    assert len(check_file(written(tmp_path, "a.json", [option, {"kind": "vacancy"}])).rejected) == 2
    choice = {"profile": "p-1", "ranked": False, "at": "2026-11-23T09:00:00Z"}
    assert len(check_file(written(tmp_path, "b.json", choice)).accepted) == 1


def test_lines_are_kept_and_broken_ones_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "p-1"}\n[1]\n{"id": "é"}\n', encoding="utf-8")
    checked = check_file(path, "profile")
    assert [found.line for found in checked.accepted] == [1]
    assert [found.line for found in checked.rejected] == [2, 3]


def test_errors_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="ne dit pas à quel contrat"):
        check_file(written(tmp_path, "a.json", {"x": 1}))
    with pytest.raises(InvalidInputError, match="Contrat inconnu"):
        check_file(written(tmp_path, "a.json", {"x": 1}), "profil")
    with pytest.raises(InvalidInputError, match="n'est pas un fichier JSON"):
        check_file(tmp_path / "a.csv", "profile")
