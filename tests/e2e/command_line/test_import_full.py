"""--full withdraws what is missing, and never what was merely rejected."""

import json
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, assert_refused, contents, measure, write


def ids(folder: Path) -> set[str]:
    return {id_.removeprefix("own:") for id_ in contents(folder)["options"]}


def test_without_it_nothing_is_withdrawn(run: Run, three: Path, data: Path) -> None:
    assert run("import", "measures", write(three, [measure(0)]), "--json").json()["withdrawn"] == 0
    assert ids(data) == {"m0", "m1", "m2"}


def test_what_is_missing_is_withdrawn_and_comes_back(run: Run, three: Path, data: Path) -> None:
    told = run("import", "measures", write(three, [measure(0)]), "--full", "--json").json()
    assert (told["withdrawn"], told["unchanged"], told["withdrew"]) == (2, 1, True)
    assert ids(data) == {"m0"}
    told = run("import", "measures", write(three, [measure(n) for n in range(3)]), "--full", "--json").json()
    assert (told["added"], told["withdrawn"]) == (2, 0)
    assert ids(data) == {"m0", "m1", "m2"}


def test_other_sources_are_left_alone(run: Run, three: Path, data: Path) -> None:
    before = ids(data)
    run("import", "placements", EXAMPLES / "placements.jsonl", "--full")
    assert before <= ids(data)


@pytest.mark.parametrize(
    "rejected", [{"form": "no"}, {"id": " m1 ", "title": ""}, {"id": "own:m1", "extra": 1}, {"title": None}]
)
def test_a_rejected_row_is_not_missing(run: Run, three: Path, data: Path, rejected: dict[str, object]) -> None:
    said = run("import", "measures", write(three, [measure(0), measure(1, **rejected)]), "--full", "--json")
    assert (said.code, said.json()["withdrawn"]) == (1, 1)
    assert ids(data) == {"m0", "m1"}


@pytest.mark.parametrize("id_", ["", "  ", None, True, 1.5, [], {"a": 1}, "m 1", "m1\n?"])
def test_a_rejected_row_whose_id_cannot_be_told_stops_the_withdrawal(
    run: Run, three: Path, data: Path, id_: object
) -> None:
    said = run("import", "measures", write(three, [measure(0), measure(1, id=id_)]), "--full", "--json")
    told = said.json()
    assert (said.code, told["withdrawn"], told["withdrew"]) == (1, 0, False)
    assert ids(data) == {"m0", "m1", "m2"}


def test_a_line_that_is_no_record_stops_it_too(run: Run, three: Path, data: Path) -> None:
    three.write_text(json.dumps(measure(0)) + "\n{broken\n", encoding="utf-8")
    said = run("import", "measures", three, "--full")
    assert said.code == 1
    assert ids(data) == {"m0", "m1", "m2"}


@pytest.mark.parametrize(
    ("source", "file"),
    [
        ("france_travail", "france_travail.json"),
        ("job_room", "job_room.json"),
        ("data_inclusion", "services.json"),
    ],
)
def test_a_rejected_row_of_others_is_not_missing(run: Run, data: Path, tmp_path: Path, source: str, file: str) -> None:
    document = json.loads((EXAMPLES / file).read_text("utf-8"))
    records = document if isinstance(document, list) else next(v for v in document.values() if isinstance(v, list))
    assert run("import", source, EXAMPLES / file).code == 0
    before = set(contents(data)["options"])
    for title in ("intitule", "nom", "jobContent"):
        records[0].pop(title, None)
        records[0].get("jobAdvertisement", {}).pop(title, None)
    shorter = tmp_path / file
    shorter.write_text(json.dumps([records[0], *records[2:]]), encoding="utf-8")
    said = run("import", source, shorter, "--full", "--json")
    told = said.json()
    assert (said.code, told["rejected"], told["withdrawn"]) == (1, 1, 1), told
    assert len(before - set(contents(data)["options"])) == 1


def test_nothing_accepted_withdraws_nothing(run: Run, three: Path, data: Path) -> None:
    assert_refused(run("import", "measures", write(three, [measure(9, form="no")]), "--full"))
    three.write_text("[]")
    assert_refused(run("import", "measures", three.rename(three.with_suffix(".json")), "--full"))
    assert ids(data) == {"m0", "m1", "m2"}


def test_people_are_never_withdrawn(run: Run, data: Path) -> None:
    file = EXAMPLES / "profiles" / "fr07-ft.jsonl"
    assert_refused(run("import", "profiles", file, "--unit", "fr07-ft", "--full"), "--full")
    assert contents(data)["people"] == {}
