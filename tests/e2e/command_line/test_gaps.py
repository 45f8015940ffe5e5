"""`matching gaps` on the demo: twelve people, so that hardly any count may be told, and it says so."""

from pathlib import Path

from tests.e2e.command_line.saying import Run, assert_refused


def test_the_demo_is_too_small_and_says_so(run: Run, on_demo: Path) -> None:
    said = run("gaps").out
    assert "12 dossiers regardés" in said
    assert "trop peu de personnes" in said or "lignes sans nombre" in said
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
