"""Texts of others are printed as they are: nothing in them is obeyed, by the layout or by a terminal."""

import json
import os
import subprocess
from pathlib import Path

from tests.e2e.command_line.saying import EXAMPLES, MATCHING, Run

"""Titles come from postings of others: nothing in them is obeyed, by the layout or by a terminal."""

TITLE = "Vendeuse [red]rouge[/red] [/] :smile: [link=x]"


def test_titles_are_printed_as_they_are(run: Run, tmp_path: Path) -> None:
    measure = json.loads((EXAMPLES / "measures.jsonl").read_text("utf-8").splitlines()[0])
    measure |= {"title": f"{TITLE}\u001b]0;owned\u0007", "id": "own:x"}
    file = tmp_path / "m.json"
    file.write_text(json.dumps([measure]), encoding="utf-8")
    assert run("import", "measures", file).code == 0
    person = tmp_path / "person.json"
    person.write_text(json.dumps({"id": "p1", "residence": {"country": "ch", "region": "VD"}}), encoding="utf-8")
    for said in (
        run("recommend", "--profile", person),
        run("why-not", "--profile", person, "--opportunity", "own:x"),
    ):
        assert said.code == 0
        assert "\x1b" not in said.out
        assert "\x07" not in said.out
    assert TITLE in run("why-not", "--profile", person, "--opportunity", "own:x").out


def test_a_file_name_is_printed_as_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "[red] [_] :smile:.jsonl"
    lines = (EXAMPLES / "placements.jsonl").read_text("utf-8").splitlines()[:2]
    file.write_text("\n".join([*lines, '{"id": "[/nothing]"}']), encoding="utf-8")
    said = run("import", "placements", file)
    assert (said.code, said.err) == (1, "")


def test_letters_that_a_terminal_does_not_know() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for arguments in (("sources",), ("sources", "--json")):
        done = subprocess.run(  # noqa: S603 - our own command
            [*MATCHING, *arguments], capture_output=True, check=False, env=environment, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, b"")
    assert "saisies" in str(json.loads(done.stdout))
