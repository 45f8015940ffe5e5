"""A person in a JSON file, good and broken."""

import json
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import EXAMPLES, Run, assert_refused

PERSON = json.loads((EXAMPLES / "profiles" / "vd-uc-lausanne.jsonl").read_text("utf-8").splitlines()[0])


def written(folder: Path, content: object, name: str = "person.json") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_file_gives_the_answer_of_the_stored_person(run: Run, on_demo: Path, tmp_path: Path) -> None:
    stored = json.loads(run("recommend", "--profile", "p01-amelie", "--as", "demo", "--json").out)
    file = written(tmp_path, PERSON)
    told = json.loads(run("recommend", "--profile", file, "--as", "demo", "--json").out)
    assert told["cards"] == stored["cards"]


def test_the_file_is_not_kept(run: Run, on_demo: Path, tmp_path: Path) -> None:
    file = written(tmp_path, {**PERSON, "id": "p50-passing"})
    assert run("recommend", "--profile", file, "--limit", 1).code == 0
    assert_refused(run("recommend", "--profile", "p50-passing"), "p50-passing")


def test_an_id_stays_an_id_beside_a_file_of_that_name(
    run: Run, on_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "x", "p01-amelie")
    monkeypatch.chdir(tmp_path)
    assert run("recommend", "--profile", "p01-amelie", "--limit", 1).code == 0


def test_a_broken_field_is_named(run: Run, on_demo: Path, tmp_path: Path) -> None:
    file = written(tmp_path, {**PERSON, "birth_date": "yesterday"})
    assert_refused(run("recommend", "--profile", file), "person.json", "birth_date")


def test_two_profiles_are_one_too_many(run: Run, on_demo: Path, tmp_path: Path) -> None:
    file = written(tmp_path, [PERSON, {**PERSON, "id": "p51"}])
    assert_refused(run("recommend", "--profile", file), "person.json")


@pytest.mark.parametrize(
    "content", ["", "[]", "{", "null", '{"id": NaN}', "[" * 50_000, '{"id": "a\\u0000"}', "plain text", "\ufeff"]
)
def test_what_is_no_profile(run: Run, on_demo: Path, tmp_path: Path, content: str) -> None:
    assert_refused(run("recommend", "--profile", written(tmp_path, content)), "person.json")


def test_a_file_that_is_missing_or_a_folder(run: Run, on_demo: Path, tmp_path: Path) -> None:
    assert_refused(run("recommend", "--profile", tmp_path / "none.json"), "none.json")
    (tmp_path / "folder.json").mkdir()
    assert_refused(run("recommend", "--profile", tmp_path / "folder.json"), "folder.json")
    assert_refused(run("recommend", "--profile", tmp_path))
