"""`matching contracts`."""

import json
from pathlib import Path

from tests.e2e.command_line.saying import CONTRACTS, EXAMPLES, Run, assert_refused


def test_the_examples_hold(run: Run) -> None:
    for golden in sorted((EXAMPLES / "golden").glob("*.json")):
        said = run("contracts", "check", golden, "--json")
        assert (said.code, said.err, json.loads(said.out)["rejected"]) == (0, "", []), golden


def test_one_wrong_record_is_code_1(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "measures.jsonl"
    right = (EXAMPLES / "measures.jsonl").read_text("utf-8").splitlines()[0]
    file.write_text(f'{right}\n{{"kind": "measure", "id": "own:x", "title": "[/red] :smile:", "form": "[b]"}}\n')
    said = run("contracts", "check", file, "--word", "opportunity", "--json")
    assert (said.code, json.loads(said.out)["accepted"]) == (1, 1)
    assert {found["line"] for found in json.loads(said.out)["rejected"]} == {2}
    table = run("contracts", "check", file, "--word", "opportunity")
    assert (table.code, table.err) == (1, "")
    assert "form" in table.out


def test_what_cannot_be_checked(run: Run, tmp_path: Path) -> None:
    unclear = tmp_path / "unclear.json"
    unclear.write_text('{"a": 1}')
    assert_refused(run("contracts", "check", unclear), "unclear.json")
    assert_refused(run("contracts", "check", unclear, "--word", "nothing"), "nothing", "profile")
    assert_refused(run("contracts", "check", tmp_path / "none.json"), "none.json")
    assert_refused(run("contracts", "check", tmp_path), tmp_path.name)
    assert_refused(run("contracts", "check"))


def test_write(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "contracts"
    first = run("contracts", "write", folder)
    again = run("contracts", "write", folder)
    assert (first.code, again.code) == (0, 0)
    assert first.out != again.out
    for schema in folder.glob("*.json"):
        assert schema.read_bytes() == (CONTRACTS / schema.name).read_bytes()
    (tmp_path / "file").write_text("x")
    assert_refused(run("contracts", "write", tmp_path / "file"), "file")
