"""`matching steering` and `matching portfolio` on the demo: read, written to files, refused in one sentence."""

import csv
import json
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, assert_refused

TABLES = ("overlaps", "places", "remedies", "skills", "rejections", "results")
GOLDEN = EXAMPLES / "golden"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_read_in_both_languages_and_names_nobody(run: Run, on_demo: Path, table: str) -> None:
    for arguments in ((), ("--lang", "de"), ("--json",)):
        said = run("steering", table, *arguments)
        assert (said.code, said.err) == (0, "")
        assert "p01-amelie" not in said.out


def test_overlaps_say_what_differs_and_hide_a_market_of_few(run: Run, on_demo: Path) -> None:
    found = run("steering", "overlaps", "--json").json()
    pairs = {(row["first"], row["second"]): row for row in found["rows"]}
    office = pairs["own:di-14a-luzern", "own:lu-berufliche-integration"]
    assert (office["first_payer"], office["second_payer"]) == ("di", "as_commune")
    assert "payer" in office["differs"]
    assert found["people"] == 12
    assert all(
        row[name] is None or row[name] in {0, *range(5, 13)} for row in pairs.values() for name in ("both", "either")
    )


def test_ones_own_portfolio_and_counts_for_all(run: Run, on_demo: Path) -> None:
    own = run("portfolio", "--as", "demo", "--json").json()
    assert own["people"] == 12
    assert "p01-amelie" in own["waiting"]
    assert "p01-amelie" in run("portfolio", "--as", "demo").out
    counted = run("portfolio", "--counts", "--json")
    assert "p01-amelie" not in counted.out
    assert {row["unit"] for row in counted.json()["rows"]} == {None}  # every unit of the demo has fewer than five
    assert_refused(run("portfolio", "--weeks", "0", "--as", "demo"))


def test_what_is_stated_is_read_again_and_written_to_files(run: Run, on_copy: Path, tmp_path: Path) -> None:
    assert run("steering", "state-places", GOLDEN / "place_statement.json").code == 0
    assert run("steering", "remedy", GOLDEN / "gap_remedy.json").code == 0
    assert "136" in run("steering", "places").out
    assert "12" in run("steering", "remedies").out
    file = tmp_path / "places.csv"
    assert run("steering", "places", "--to", file).code == 0
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["places"] for row in rows] == ["0", "58", "136", "194"]
    assert_refused(run("steering", "places", "--to", file))
    assert run("steering", "places", "--to", tmp_path / "places.xlsx", "--format", "xlsx").code == 0


def test_a_wrong_file_is_refused_and_nothing_is_kept(run: Run, on_copy: Path, tmp_path: Path) -> None:
    wrong = json.loads((GOLDEN / "place_statement.json").read_text(encoding="utf-8")) | {"professional": -1}
    (tmp_path / "wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
    assert_refused(run("steering", "state-places", tmp_path / "wrong.json"))
    assert run("steering", "places", "--json").json()["rows"] == []
    assert_refused(run("steering", "results", "--months", "5"))
    assert_refused(run("steering", "rejections", "--quarter", "2026-01"))
