"""`matching serve`: it listens, answers and ends; nowhere else than here while nobody can sign in."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from pydantic import SecretStr
from tests.e2e.command_line.saying import Run

from matching.bootstrap import open_service
from matching.cli.serve import sign_in_is_set_up
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])  # noqa: S104 - refused is the point
def test_another_address_takes_sign_in(run: Run, host: str) -> None:
    said = run("serve", "--host", host)
    assert said.code == 2
    assert said.err.startswith("Erreur : Sans connexion des comptes")
    assert len(said.err.splitlines()) == 1


def test_sign_in_is_set_up_once_an_account_has_a_password_or_there_is_a_provider(on_copy: Path, at: datetime) -> None:
    del on_copy
    assert not sign_in_is_set_up(Settings())
    assert sign_in_is_set_up(Settings(oidc_issuer="https://login.example", oidc_client_id="matching"))
    with closing(open_service(Settings())) as service:
        service.set_password("demo", SecretStr("quatre mots au hasard"), viewer=LOCAL_VIEWER, at=at)
    assert sign_in_is_set_up(Settings())
    with closing(open_service(Settings())) as service:
        service.deactivate_account("demo", viewer=LOCAL_VIEWER, at=at)
    assert not sign_in_is_set_up(Settings())


def answered(address: str, deadline: float) -> Any:
    """The answer, once somebody listens: several processes do when they have opened the service."""
    while True:
        try:
            return urlopen(address, timeout=10)  # noqa: S310 - the address of our own server
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_listens_answers_and_ends(on_copy: Path, workers: str) -> None:
    begin = "from matching.cli.main import run; run()"
    command = [sys.executable, "-c", begin, "serve", "--port", "0", "--workers", workers]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ))  # noqa: S603
    try:
        assert server.stderr is not None
        lines: list[str] = []
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not any("running on" in line for line in lines):
            lines.append(server.stderr.readline())
        events = [json.loads(line) for line in lines]
        address = next(word for word in events[-1]["event"].split() if word.startswith("http://"))
        with answered(f"{address}/healthz", deadline) as answer:
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
