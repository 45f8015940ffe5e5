"""Every source on the demo's own files, and the exit codes."""

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import EXAMPLES, TITLES, Run, assert_refused, contents, measure, write

from matching.bootstrap import open_service
from matching.settings import Settings

PLAN: list[dict[str, str]] = json.loads((EXAMPLES / "demo.json").read_text("utf-8"))["imports"]


@pytest.mark.parametrize("part", PLAN, ids=lambda part: f"{part['source']}-{Path(part['file']).stem}")
def test_the_demos_own_files(run: Run, data: Path, part: dict[str, str]) -> None:
    unit = ("--unit", part["unit"]) if "unit" in part else ()
    arguments = (part["source"], EXAMPLES / part["file"], *unit, "--json")
    first = run("import", *arguments).json()
    assert first["accepted"] == first["added"] == first["rows"] > 0
    assert first["rejected"] == first["changed"] == first["withdrawn"] == 0
    before = contents(data)
    again = run("import", *arguments).json()
    assert (again["unchanged"], again["added"], again["changed"]) == (first["rows"], 0, 0)
    assert contents(data) == {**before, "runs": 2}


def test_the_table_a_person_reads(run: Run) -> None:
    said = run("import", "placements", EXAMPLES / "placements.jsonl")
    assert (said.code, said.err) == (0, "")
    assert "placements" in said.out


def test_some_rejected_is_1_and_the_others_are_there(run: Run, data: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "m.jsonl", [measure(1), measure(2, form="nothing"), measure(3, title="")])
    said = run("import", "measures", file, "--json")
    told = said.json()
    assert (said.code, told["accepted"], told["rejected"]) == (1, 1, 2)
    assert {(found["line"], found["field"]) for found in told["findings"]} == {(2, "form"), (3, "title")}
    assert set(contents(data)["options"]) == {"own:m1"}
    shown = run("import", "measures", file)
    assert (shown.code, shown.err) == (1, "")
    assert "form" in shown.out


def test_all_rejected_is_2_and_nothing_is_there(run: Run, data: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "m.jsonl", [measure(n, form="nothing") for n in range(3)])
    assert_refused(run("import", "measures", file), "m.jsonl", "form")
    assert contents(data)["options"] == {}
    assert contents(data)["runs"] == 0


def test_a_store_that_was_refused_everything_may_still_become_the_demo(run: Run, tmp_path: Path) -> None:
    assert run("import", "measures", write(tmp_path / "m.jsonl", [measure(1, form="nothing")])).code == 2
    service = open_service(Settings(data_dir=tmp_path / "data"))
    with closing(service):
        service.run_demo(at=datetime.fromisoformat("2026-11-18T09:00:00+01:00"))


def test_the_same_id_twice(run: Run, data: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "m.jsonl", [measure(1), measure(1, title="Autre"), {**measure(1), "id": "own:m1"}])
    told = run("import", "measures", file, "--json").json()
    assert (told["accepted"], told["rejected"]) == (1, 2)
    assert json.loads(contents(data)["options"]["own:m1"])["title"] == TITLES[1]


def test_people_need_a_unit(run: Run, data: Path) -> None:
    file = EXAMPLES / "profiles" / "fr07-ft.jsonl"
    assert_refused(run("import", "profiles", file), "--unit")
    for unit in ("", "a b", "é", "x" * 200):
        assert_refused(run("import", "profiles", file, "--unit", unit))
    assert contents(data)["people"] == {}


def test_rows_of_another_unit_are_rejected(run: Run, data: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "p.jsonl", [{"id": "p1", "unit": "u1"}, {"id": "p2", "unit": "u2"}, {"id": "p3"}])
    said = run("import", "profiles", file, "--unit", "u1", "--json")
    assert said.code == 1
    assert [(found["line"], found["field"]) for found in said.json()["findings"]] == [(2, "unit")]
    assert set(contents(data)["people"]) == {"p1", "p3"}


def test_a_file_of_another_unit_is_refused(run: Run, data: Path) -> None:
    assert_refused(run("import", "profiles", EXAMPLES / "profiles" / "fr07-ft.jsonl", "--unit", "u1"), "unit")
    assert contents(data)["people"] == {}


def test_what_an_import_of_postings_prints_names_none_of_them(run: Run, tmp_path: Path) -> None:
    """It speaks of lines and fields of the file it was handed, in the console as in JSON."""
    postings = json.loads((EXAMPLES / "job_room.json").read_text(encoding="utf-8"))
    told = [each.get("jobAdvertisement", each) for each in postings]
    secrets = [posting["id"] for posting in told]
    secrets += [text["title"] for posting in told for text in posting["jobContent"]["jobDescriptions"]]
    secrets += [posting["jobContent"]["company"]["name"] for posting in told]
    broken = tmp_path / "broken.json"
    told[0]["jobContent"]["location"]["postalCode"] = "?"
    told[1]["jobContent"]["jobDescriptions"] = []
    broken.write_text(json.dumps(told), encoding="utf-8")
    for arguments in ((), ("--json",), ("--full",)):
        said = run("import", "job_room", broken, *arguments)
        assert said.code == 1
        assert not [secret for secret in secrets if secret in said.out + said.err]
