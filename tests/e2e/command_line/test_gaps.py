"""`matching gaps` on the demo: twelve people, so that hardly any count may be told, and it says so."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.e2e.command_line.saying import Run, assert_refused


def test_the_demo_is_too_small_and_says_so(run: Run, on_demo: Path) -> None:
    said = run("gaps").out
    assert "12 dossiers regardés" in said
    assert "trop peu de personnes" in said or "Lignes sans nombre" in said
    assert "Aucune nouvelle offre ne donnerait une option à 5 personnes" in said
    assert "De 1 à 4, rien n'est dit" in said
    assert "p01-amelie" not in said


def test_in_german_and_for_machines(run: Run, on_demo: Path) -> None:
    assert "12 Dossiers angesehen" in run("gaps", "--lang", "de", "--by", "need").out
    found = run("gaps", "--by", "need", "--json").json()
    assert found["files"] == 12
    assert found["by"] == ["need"]
    figures = [
        count for line in [found["total"], *(each["counts"] for each in found["lines"])] for count in line.values()
    ]
    assert all(count is None or count == 0 or count >= 5 for count in figures)


def test_what_was_not_looked_for_is_not_denied(run: Run, on_demo: Path) -> None:
    said = run("gaps", "--offers", "0", "--criteria", "0").out
    assert "nouvelle offre" not in said
    assert "exclut" not in said


def test_wrong_input_is_one_sentence(run: Run, on_demo: Path) -> None:
    assert_refused(run("gaps", "--by", "age"), "« age »", "need, district, language, payer, kind")
    assert_refused(run("gaps", "--offers", "11"), "offers vaut de 0 à 5")
    assert_refused(run("gaps", "--as", "demo"), "read_gaps")


@pytest.mark.parametrize("how", ["csv", "xlsx", "jsonl"])
def test_the_lines_are_written_flat_with_what_is_hidden(run: Run, on_demo: Path, tmp_path: Path, how: str) -> None:
    quick = ("--offers", "0", "--criteria", "0")
    found = run("gaps", "--by", "need", *quick, "--json").json()
    file = tmp_path / f"gaps.{how}"
    said = run("gaps", "--by", "need", *quick, "--to", file, "--format", how)
    assert said.out.startswith(f"{1 + len(found['lines'])} lignes écrites : {file}\n")
    assert f"Lignes sans nombre à dire : {found['hidden_lines']}" in said.out  # no row is no zero
    total, *_ = rows = _rows(file, how)
    assert list(total)[:3] == ["need", "all", "at_least"]
    counts = [found["total"], *(line["counts"] for line in found["lines"])]
    wanted = [{name: "masqué" if count is None else str(count) for name, count in line.items()} for line in counts]
    told = [{name: str(cell) for name, cell in row.items() if name != "need"} for row in rows]
    assert told == wanted
    assert "masqué" in total.values() or "masqué" in rows[-1].values()
    assert not total["need"]
    assert [row["need"] for row in rows[1:]] == [line["need"] for line in found["lines"]]


def test_another_table_is_chosen_and_one_that_there_is_not_is_refused(run: Run, on_demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "questions.csv"
    asked = ("gaps", "--offers", "0", "--criteria", "0", "--to", file)
    assert run(*asked, "--table", "questions").code == 0
    assert file.read_text("utf-8-sig").splitlines()[0] == '"rule","people","sentence"'
    assert_refused(run(*asked), "existe déjà", "--force")
    assert run(*asked, "--force").code == 0
    assert_refused(run(*asked, "--force", "--table", "people"), "--table", "au choix : lines", "questions")
    assert_refused(run(*asked, "--force", "--table", "offers"), "--offers 0 ne cherche rien")
    assert_refused(run("gaps", "--table", "lines"), "ajouter --to FICHIER")
    assert_refused(run("gaps", "--to", tmp_path / "nowhere" / "gaps.csv"), "ne peut pas être écrit")
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["questions.csv"]


def _rows(file: Path, how: str) -> list[dict[str, object]]:
    if how == "jsonl":
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    if how == "csv":
        with file.open(encoding="utf-8-sig", newline="") as opened:
            return [dict(row) for row in csv.DictReader(opened)]
    columns, *rows = load_workbook(file).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, columns), row, strict=True)) for row in rows]
