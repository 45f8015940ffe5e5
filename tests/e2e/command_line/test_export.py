"""`matching export`, `changes` and `replay`, from slate to file."""

import csv
import stat
from pathlib import Path

from tests.e2e.command_line.saying import Run, assert_refused

FOR_THE_UNIT = ("--receiver", "unit", "--purpose", "counselling", "--as", "demo")
PERSON = "p01-amelie"


def test_an_export_is_written_once_and_says_what(run: Run, on_copy: Path, tmp_path: Path) -> None:
    to = tmp_path / "dossiers.csv"
    said = run("export", "profiles", "--to", to, *FOR_THE_UNIT)
    assert (said.code, "12 lignes" in said.out) == (0, True)
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    with to.open(encoding="utf-8-sig", newline="") as file:
        assert PERSON in {row["id"] for row in csv.DictReader(file)}
    assert_refused(run("export", "profiles", "--to", to, *FOR_THE_UNIT), "--force")
    assert run("export", "profiles", "--to", to, "--force", *FOR_THE_UNIT, "--json").json()["rows"] == 12


def test_what_may_not_leave_is_said(run: Run, on_copy: Path, tmp_path: Path) -> None:
    to = ("--to", tmp_path / "x.csv", "--as", "demo")
    assert_refused(run("export", "recommendations", *to, "--receiver", "case_system", "--purpose", "case_keeping"))
    assert_refused(
        run("export", "profiles", *to, "--receiver", "case_system", "--purpose", "counselling"), "but permis"
    )
    statistics = ("--receiver", "statistics", "--purpose", "steering")
    assert_refused(run("export", "profiles", *to, *statistics), "ne peut rien sortir")
    assert not (tmp_path / "x.csv").exists()


def test_changes_are_followed_by_cursor(run: Run, on_copy: Path) -> None:
    assert run("changes", *FOR_THE_UNIT, "--json").json() == {"items": [], "cursor": None, "more": False}
    for text in ("Cibler des postes", "Préparer un dossier"):
        assert run("plan", "part", "--profile", PERSON, text, "--objective", "job", "--as", "demo").code == 0
    page = run("changes", *FOR_THE_UNIT, "--json").json()
    assert [(item["kind"], item["content"]["parts"][0]["text"]) for item in page["items"]] == [
        ("plan", "Cibler des postes"),
        ("plan", "Préparer un dossier"),
    ]
    again = run("changes", *FOR_THE_UNIT, "--since", page["cursor"], "--json").json()
    assert again == {"items": [], "cursor": page["cursor"], "more": False}
    assert_refused(run("changes", *FOR_THE_UNIT, "--since", "12"), "Aucun repère")


def test_a_slate_is_replayed(run: Run, on_copy: Path) -> None:
    slate = run("recommend", "--profile", PERSON, "--as", "demo", "--json").json()
    said = run("replay", "--recommendation", slate["id"], "--as", "demo")
    assert (said.code, said.out.startswith("Identique")) == (0, True)
    found = run("replay", "--recommendation", slate["id"], "--as", "demo", "--json").json()
    assert found["options"] == [card["opportunity"] for card in slate["cards"]]
    assert_refused(run("replay", "--recommendation", "r-0", "--as", "demo"))
