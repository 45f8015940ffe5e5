"""`matching allocate`: the night from the command line, its plan again, budgets and priorities from files."""

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, assert_refused, measure, write

GOLDEN = EXAMPLES / "golden"


def test_the_night_is_run_and_read_again(run: Run, on_copy: Path) -> None:
    del on_copy
    assert run("users", "add", "prog", "--role", "programme_manager").code == 0
    said = run("allocate", "--as", "prog", "--json").json()
    assert said["plan"]["people"] == 12
    assert run("allocate", "plan", "--as", "prog", "--json").json() == said
    assert "personne n'est attribué" in run("allocate", "plan", "--as", "prog").out
    german = run("allocate", "plan", "--as", "prog", "--lang", "de").out
    assert "Niemand wird einem Platz zugeteilt" in german
    assert "p01-amelie" not in json.dumps(said) + german


def test_what_is_scarce_is_said_with_its_price(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHING_PROPOSALS_PER_PLACE", "1")
    monkeypatch.setenv("MATCHING_MIN_GAIN", "-100")
    place = {"status": "open", "free_places": 2}
    options = write(tmp_path / "measures.jsonl", [measure(0, id="own:scarce", capacity=place)])
    people = write(tmp_path / "people.jsonl", [{"id": f"personne-{number}"} for number in range(6)])
    assert run("units", "add", "ne", "--name", "NE", "--institution", "ssr", "--territory", "CH-NE").code == 0
    assert run("import", "measures", options).code == 0
    assert run("import", "profiles", people, "--unit", "ne").code == 0
    found = run("allocate", "--json").json()
    (option,) = found["plan"]["options"]
    assert (option["opportunity"], option["places"], option["wanted"]) == ("own:scarce", 2, 6)
    shown = run("allocate", "plan").out
    assert "Prix (points)" in shown
    assert "own:scarce" in shown
    assert "personne-" not in shown
    _is_written(run, tmp_path)


def _is_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    assert run("allocate", "plan", "--to", file).out == f"1 lignes écrites : {file}\n"
    with file.open(encoding="utf-8-sig", newline="") as opened:
        (row,) = csv.DictReader(opened)
    assert (row["opportunity"], row["places"], row["wanted"], row["planned"]) == ("own:scarce", "2", "6", "masqué")
    groups = tmp_path / "groups.jsonl"
    assert run("allocate", "plan", "--to", groups, "--format", "jsonl", "--table", "groups").code == 0
    everybody = json.loads(groups.read_text("utf-8").splitlines()[0])
    assert (everybody["by"], everybody["people"], everybody["lost_to_prices"]) == ("all", 6, 0)
    assert "personne-" not in file.read_text("utf-8-sig") + groups.read_text("utf-8")


def test_a_file_that_is_taken_is_refused_before_the_night_is_run(run: Run, on_copy: Path, tmp_path: Path) -> None:
    del on_copy
    taken = tmp_path / "plan.csv"
    taken.write_text("mine")
    assert_refused(run("allocate", "--to", taken), "existe déjà", "--force")
    assert_refused(run("allocate", "--to", tmp_path / "nowhere" / "plan.csv"), "ne peut pas être écrit")
    assert_refused(run("allocate", "--to", tmp_path, "--force"), "ne peut pas être écrit")
    assert_refused(run("allocate", "--to", tmp_path / "x.csv", "plan"), "--to se met après « plan »")
    assert_refused(run("allocate", "--table", "groups"), "ajouter --to FICHIER")
    assert_refused(run("allocate", "plan"), "Aucun prix")
    assert taken.read_text() == "mine"
    assert_refused(run("allocate", "plan", "--to", tmp_path / "x.csv", "--table", "prices"), "au choix : options")
    assert run("allocate", "--to", taken, "--force", "--table", "payers").code == 0
    assert taken.read_text("utf-8-sig").startswith('"payer","year","left"')
    assert "people" in run("allocate", "plan", "--json").json()["plan"]


def test_the_sessions_of_an_option_are_told_one_by_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHING_PROPOSALS_PER_PLACE", "1")
    monkeypatch.setenv("MATCHING_MIN_GAIN", "-100")
    monkeypatch.setenv("MATCHING_SESSION_WEEKS", "104")
    starts = [datetime.now(UTC).date() + timedelta(days=days) for days in (30, 60)]
    sessions = [
        {"starts_on": day.isoformat(), "free_places": places} for day, places in zip(starts, (1, 2), strict=True)
    ]
    timing = {"starts_on": [day.isoformat() for day in starts]}
    told = {"id": "own:by-start", "timing": timing, "capacity": {"status": "full", "sessions": sessions}}
    people = write(tmp_path / "people.jsonl", [{"id": f"personne-{number}"} for number in range(6)])
    assert run("units", "add", "ne", "--name", "NE", "--institution", "ssr", "--territory", "CH-NE").code == 0
    assert run("import", "measures", write(tmp_path / "measures.jsonl", [measure(0, **told)])).code == 0
    assert run("import", "profiles", people, "--unit", "ne").code == 0
    (option,) = run("allocate", "--json").json()["plan"]["options"]
    assert (option["places"], [each["places"] for each in option["sessions"]]) == (3, [1, 2])
    shown = run("allocate", "plan").out
    assert all(f"{day:%d.%m.%Y}" in shown for day in starts)


def test_budgets_and_priorities_are_set_from_files(run: Run, on_copy: Path) -> None:
    del on_copy
    assert run("users", "add", "prog", "--role", "programme_manager").code == 0
    said = run("allocate", "budget", GOLDEN / "payer_budget.json", "--as", "prog")
    assert (said.code, said.err) == (0, "")
    assert "200 entrées restantes" in said.out
    assert "Service de l'emploi (exemple)" in said.out
    said = run("allocate", "priority", GOLDEN / "priority.json", "--as", "prog", "--lang", "de")
    assert "Gewicht 1.5 vom 01.01.2027 bis 31.12.2027" in said.out


def test_who_may_not_is_refused_in_one_line(run: Run, on_copy: Path) -> None:
    del on_copy
    for asked in (("allocate",), ("allocate", "plan"), ("allocate", "budget", GOLDEN / "payer_budget.json")):
        assert_refused(run(*asked, "--as", "demo"), "responsable de programmes")


def test_before_the_first_night_and_with_a_bad_file_one_line_says_what_to_do(
    run: Run, on_copy: Path, tmp_path: Path
) -> None:
    del on_copy
    assert_refused(run("allocate", "plan"), "Aucun prix", "matching allocate")
    document = json.loads((GOLDEN / "priority.json").read_text("utf-8")) | {"weight": 1}
    (tmp_path / "priority.json").write_text(json.dumps(document), "utf-8")
    assert_refused(run("allocate", "priority", tmp_path / "priority.json"), "weight")
