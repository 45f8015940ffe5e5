"""`matching serve`: it listens, answers and ends; nowhere else than here while nobody can sign in."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from tests.e2e.command_line.saying import Run


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])  # noqa: S104 - refused is the point
def test_another_address_takes_sign_in(run: Run, host: str) -> None:
    said = run("serve", "--host", host)
    assert said.code == 2
    assert said.err.startswith("Erreur : Sans connexion des comptes")
    assert len(said.err.splitlines()) == 1


def test_it_listens_answers_and_ends(on_copy: Path) -> None:
    command = [sys.executable, "-c", "from matching.cli.main import run; run()", "serve", "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ))  # noqa: S603
    try:
        assert server.stderr is not None
        lines: list[str] = []
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not any("running on" in line for line in lines):
            lines.append(server.stderr.readline())
        events = [json.loads(line) for line in lines]
        address = next(word for word in events[-1]["event"].split() if word.startswith("http://"))
        with urlopen(f"{address}/healthz", timeout=10) as answer:  # noqa: S310 - the address of our own server
            assert json.load(answer) == {"alive": True}
            assert answer.headers["Server"] is None
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}/v1/opportunities", timeout=10)  # noqa: S310
        refused.value.close()
        assert refused.value.code == 401
    finally:
        server.send_signal(signal.SIGINT)
        _, rest = server.communicate(timeout=30)
    for line in rest.splitlines():
        json.loads(line)
    assert '"route": "/healthz"' in rest
