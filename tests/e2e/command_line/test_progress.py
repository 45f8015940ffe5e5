"""Progress: what has ended is counted, rows as they are read, and nothing where nobody watches."""

import io
import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import measure, write

from matching.bootstrap import open_service
from matching.cli.progress import reading, working
from matching.settings import Settings

CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Put a terminal in the place of stderr; to be called in the test, as pytest sets its own before it."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")

    def terminal() -> Terminal:
        shown = Terminal()
        monkeypatch.setattr(sys, "stderr", shown)
        return shown

    return terminal


def frames(terminal: Terminal) -> str:
    return CODES.sub("", terminal.getvalue())


def test_a_step_is_counted_when_the_next_one_begins_and_the_last_at_the_end(watched: Callable[[], Terminal]) -> None:
    terminal = watched()
    with working("Index") as step:
        for name in ("columns", "vectors", "files"):
            step(name)
    shown = [line for line in re.split(r"[\r\n]+", frames(terminal)) if "Index :" in line]
    for count, said in enumerate(("Critères mis en colonnes", "Textes encodés", "Fichiers écrits")):
        assert f"{count}/3" in next(line for line in shown if said in line)
    assert "3/3" in shown[-1]


def test_rows_are_counted_while_a_file_is_read(watched: Callable[[], Terminal], tmp_path: Path, at: datetime) -> None:
    terminal = watched()
    service = open_service(Settings(data_dir=tmp_path / "data"))
    file = write(tmp_path / "m.jsonl", [measure(number) for number in range(7)])
    with reading("Import") as tick:
        service.import_file("measures", file, viewer=service.viewer(), at=at, tick=tick)
    service.close()
    assert "7 lignes lues" in frames(terminal)


def test_nobody_watching_sees_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with working("Index") as step, reading("Import") as tick:
        step("columns")
        tick(1)
    assert capsys.readouterr() == ("", "")
