"""The command line in this process, at the tests' moment, and data folders for it."""

import io
import shutil
import sys
from datetime import datetime
from inspect import ismodule
from pathlib import Path

import pytest
from tests.conftest import OpenEncoder
from tests.e2e.command_line.saying import Run, Said, measure, write
from tests.stores import MigratedStores

from matching.bootstrap import open_service
from matching.cli import main
from matching.retrieval import encoder
from matching.settings import Settings


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    at: datetime,
    data: Path,
    migrated_stores: MigratedStores,
    opened_once: OpenEncoder,
) -> Run:
    """`matching ARGUMENTS`, with bytes on stdin; the first one finds a store with its tables in a new data folder."""
    monkeypatch.setattr(encoder, "open_encoder", opened_once)
    for command in vars(main).values():
        if ismodule(command) and hasattr(command, "now"):
            monkeypatch.setattr(command, "now", lambda: at)

    def matching(*arguments: object, stdin: bytes = b"") -> Said:
        if not data.exists():
            migrated_stores.copy_to(data)
        monkeypatch.setattr(sys, "argv", ["matching", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main.run()
        said = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Said(end.value.code, said.out, said.err)

    return matching


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a test that names no other."""
    return tmp_path / "data"


@pytest.fixture
def three(run: Run, tmp_path: Path) -> Path:
    """A file of three measures that was imported."""
    file = write(tmp_path / "m.jsonl", [measure(number) for number in range(3)])
    assert run("import", "measures", file).code == 0
    return file


@pytest.fixture(scope="session")
def demo_folder(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Path:
    """A data folder that holds the demo and its snapshot."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("command-line") / "data"))
    service = open_service(Settings(data_dir=folder))
    service.refresh(at=at)
    service.close()
    return folder


@pytest.fixture
def on_demo(demo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command line reads the demo's folder; a test does not write to it."""
    monkeypatch.setenv("MATCHING_DATA_DIR", str(demo_folder))
    return demo_folder


@pytest.fixture
def on_copy(demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demo's folder, to write to."""
    folder = Path(shutil.copytree(demo_folder, tmp_path / "copy"))
    monkeypatch.setenv("MATCHING_DATA_DIR", str(folder))
    return folder
