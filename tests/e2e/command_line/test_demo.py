"""`matching demo` and `matching sources`."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, assert_refused, contents, measure, write

from matching.cli import console
from matching.use_cases.import_file import import_file


def test_a_fresh_folder_gets_the_demo_and_a_second_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    first = run("demo")
    before = contents(tmp_path / "data")
    second = run("demo")
    after = contents(tmp_path / "data")
    assert (first.code, first.err) == (0, "")
    assert len(before["people"]) == 12
    assert len(before["options"]) > 100
    assert second.out == first.out
    assert {**after, "runs": before["runs"]} == before


def test_the_output_is_readable(run: Run, on_copy: Path) -> None:
    lines = run("demo").out.splitlines()
    assert "inventés" in lines[0]
    assert any("p01-amelie" in line for line in lines)
    assert any(line.startswith("1. ") for line in lines)
    assert all(len(line) <= console.WIDTH for line in lines)
    assert not any("None" in line or "\x1b" in line for line in lines)
    assert "décide" in lines[-3]
    for line in lines[-2:]:
        next_one = line.removeprefix("Ensuite :").split()
        assert next_one[0] == "matching"
        assert run(*next_one[1:]).code == 0


def test_json_is_the_recommendation_and_nothing_else(run: Run, on_copy: Path) -> None:
    told = run("demo", "--json").json()
    asked = run("recommend", "--profile", told["profile"], "--as", told["viewer"], "--json").json()
    assert told["profile"] == "p01-amelie"
    assert told["cards"] == asked["cards"] != []


def test_files_of_real_people_never_enter_a_demo_store(run: Run, on_copy: Path, tmp_path: Path) -> None:
    before = contents(on_copy)
    people = write(tmp_path / "p.jsonl", [{"id": "p50"}, {"id": "p51", "birth_date": "soon"}])
    rejects = tmp_path / "r.csv"
    said = run("import", "profiles", people, "--unit", "vd-uc-lausanne", "--rejects", rejects)
    assert_refused(said, "démonstration", "MATCHING_DATA_DIR")
    assert not rejects.exists()
    assert contents(on_copy) == before


def test_options_may_be_added_to_a_demo_store(run: Run, on_copy: Path, tmp_path: Path) -> None:
    before = contents(on_copy)
    assert run("import", "measures", write(tmp_path / "m.jsonl", [measure(1)])).code == 0
    assert contents(on_copy)["options"].keys() - before["options"].keys() == {"own:m1"}
    assert run("demo").code == 0


def test_a_store_with_real_data_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("import", "measures", EXAMPLES / "measures.jsonl").code == 0
    before = contents(tmp_path / "data")
    assert_refused(run("demo"))
    assert contents(tmp_path / "data") == before


def test_every_source_can_be_named(run: Run) -> None:
    found = json.loads(run("sources", "--json").out)
    assert {"data_inclusion", "france_travail", "job_room", "measures", "placements", "profiles"} <= {
        source["name"] for source in found
    }
    table = run("sources").out
    assert all(source["name"] in table for source in found)


def test_an_interrupted_demo_is_completed_by_the_next_one(
    run: Run, data: Path, on_demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATCHING_DATA_DIR", str(data))
    left = iter(range(3))

    def stops(*arguments: Any, **named: Any) -> Any:
        if next(left, None) is None:
            raise OSError(5, "Input/output error")
        return import_file(*arguments, **named)

    with monkeypatch.context() as broken:
        broken.setattr("matching.use_cases.run_demo.import_file", stops)
        assert_refused(run("demo"))
    assert len(contents(data)["options"]) > 0
    assert contents(data)["people"] == {}
    assert run("demo").code == 0
    whole, completed = contents(on_demo), contents(data)
    assert completed["options"] == whole["options"]
    assert completed["people"] == whole["people"]
