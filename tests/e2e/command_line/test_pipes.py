"""Real processes: a reader that leaves, streams that are closed, a disk that is full."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from tests.e2e.command_line.saying import MATCHING

"""Real processes: a reader that leaves, streams that are closed, a disk that is full."""


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MATCHING_DATA_DIR": str(folder)}
    return subprocess.run(  # noqa: S603 - our own command
        ["/bin/bash", "-c", line.replace("MATCHING", shlex.join(MATCHING))],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=60,
    )


@pytest.mark.parametrize(
    "line",
    [
        "MATCHING recommend --profile p01-amelie | head -1; echo ${PIPESTATUS[0]}",
        "MATCHING recommend --profile p01-amelie --json | head -1; echo ${PIPESTATUS[0]}",
        "MATCHING sources | true; echo ${PIPESTATUS[0]}",
        "MATCHING --help | true; echo ${PIPESTATUS[0]}",
        "yes caisse | MATCHING embed | head -1; echo ${PIPESTATUS[1]}",
    ],
)
def test_a_reader_that_leaves_is_no_error(demo_folder: Path, line: str) -> None:
    done = shell(line, demo_folder)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_closed_streams(demo_folder: Path) -> None:
    done = shell("MATCHING users list --json >&-; echo $?; MATCHING embed <&-; echo $?", demo_folder)
    assert (done.stdout, done.stderr) == ("0\n0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line(demo_folder: Path) -> None:
    done = shell("MATCHING users list > /dev/full; echo $?", demo_folder)
    assert done.stdout == "2\n"
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("Erreur : ")
