"""All of a file or nothing of it, whatever happens midway."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.command_line.saying import Run, assert_refused, contents, measure, write

from matching.storage import imports, opportunities


@pytest.mark.parametrize("broken", ["upsert", "withdraw_missing", "record"])
def test_a_failure_midway_leaves_everything_as_it_was(
    run: Run, three: Path, data: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    before = contents(data)
    module = imports if broken == "record" else opportunities
    works = getattr(module, broken)

    def fails(*arguments: Any, **named: Any) -> None:
        works(*arguments, **named)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(module, broken, fails)
    assert_refused(run("import", "measures", write(three, [measure(0, title="Autre"), measure(7)]), "--full"))
    assert contents(data) == before


def test_a_killed_process_leaves_everything_as_it_was(three: Path, data: Path) -> None:
    before = contents(data)
    write(three, [measure(0, title="Autre"), *(measure(n) for n in range(10, 1_500))])
    script = (
        "import sys, time\n"
        "from matching.storage import imports\n"
        "imports.record = lambda *a, **k: (print('written', flush=True), time.sleep(60))\n"
        "from matching.cli.main import run\n"
        "run()\n"
    )
    environment = {**os.environ, "MATCHING_DATA_DIR": str(data)}
    arguments = [sys.executable, "-c", script, "import", "measures", str(three), "--full"]
    with subprocess.Popen(  # noqa: S603 - our own command
        arguments, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
    assert contents(data) == before


def test_another_unit_may_use_the_same_id_for_somebody_else(run: Run, tmp_path: Path) -> None:
    """Nothing in the answer tells that another unit has a file of that id."""
    file = write(tmp_path / "p.jsonl", [{"id": "p1"}])
    first = run("import", "profiles", file, "--unit", "u1")
    second = run("import", "profiles", file, "--unit", "u2")
    assert (first.code, first.out) == (second.code, second.out)
    again = run("import", "profiles", file, "--unit", "u1")
    assert "1 sans changement" in again.out
