"""A real server over the demo and a real browser before it; every role has an account and a password."""

import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import quote, urlsplit

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pydantic import SecretStr

from matching.app import create_app
from matching.bootstrap import Service, open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings

PASSWORD = "cheval correct agrafe pile"  # noqa: S105 - of invented accounts
ROLES = ("payer", "provider", "programme_manager", "data_scientist", "administrator", "auditor")
UNCOUNTED = "100000/minute"
"""All tests come from one address, and faster than people."""
NAMED = os.environ.get("MATCHING_TEST_CHROMIUM")
CHROMIUM = NAMED or "/usr/bin/chromium"
PERSON = "p01-amelie"


@dataclass(frozen=True)
class Site:
    """Where the server answers, and the service behind it."""

    url: str
    service: Service
    app: FastAPI
    at: datetime


@pytest.fixture(scope="session")
def site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Iterator[Site]:
    """The server over the demo."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("site") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        for role in ROLES:
            service.add_account(role, role=role, viewer=LOCAL_VIEWER, at=at)
        for account in ("demo", "demo-csr", "demo-ssr", "demo-fr", *ROLES):
            service.set_password(account, SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=at)
        service.refresh(at=at)
    with served(folder, at) as opened:
        yield opened


@contextmanager
def served(folder: Path, at: datetime) -> Iterator[Site]:
    """A server over a data folder, in a thread; its clock stands still."""
    settings = Settings(
        data_dir=folder,
        sign_ins_per_address=UNCOUNTED,
        requests_per_account=UNCOUNTED,
        requests_per_address=UNCOUNTED,
    )
    app = create_app(settings, clock=lambda: at)
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False))
        running = Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
        running.start()
        while not server.started:
            time.sleep(0.02)
        yield Site(f"http://127.0.0.1:{found.getsockname()[1]}", app.state.service, app, at)
        server.should_exit = True
        running.join(timeout=10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's browser; without one the tests are skipped, unless MATCHING_TEST_CHROMIUM names it."""
    if not Path(CHROMIUM).exists():
        if NAMED:
            pytest.fail(f"no browser at {CHROMIUM}")
        pytest.skip(f"no browser at {CHROMIUM}: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """Pages as accounts see them: `visit("demo", "/files")`; `None` is nobody.

    Who has signed in on this site before, in another test, comes back with the same session, unless they come `anew`.
    `script` false switches JavaScript off, `width` is that of the window in pixels. At the end no request may have left
    for another host and no error stand in the browser's console, but those that a test has forgiven.
    """

    _signed_in: ClassVar[dict[tuple[str, str], list[Any]]] = {}

    def __init__(self, site: Site, chromium: Browser, *, anew: bool = False) -> None:
        self._site, self._chromium, self._anew = site, chromium, anew
        self._contexts: list[BrowserContext] = []
        self._problems: list[str] = []

    def __call__(
        self, account: str | None, path: str, *, lang: str = "fr", script: bool = True, width: int = 1280
    ) -> Page:
        context = self._chromium.new_context(
            base_url=self._site.url,
            locale=f"{lang}-CH",
            java_script_enabled=script,
            viewport={"width": width, "height": 900},
            reduced_motion="reduce",
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self._note(request.url, fine=request.url.startswith(self._site.url)))
        page.on("console", lambda said: self._note(said.text, fine=said.type != "error"))
        if account is None:
            page.goto(path)
            return page
        if not self._anew and (cookies := self._signed_in.get((self._site.url, account))) is not None:
            context.add_cookies(cookies)
            page.goto(path)
            if urlsplit(page.url).path != "/signin":
                return page
        page.goto(f"/signin?next={quote(path)}")
        page.fill("input[name=account]", account)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"{self._site.url}{path}*")
        self._signed_in[self._site.url, account] = [dict(each) for each in context.cookies()]
        return page

    def forgive(self) -> None:
        """Forget what was noted: the browser notes every status of refusal as an error."""
        self._problems.clear()

    def close(self) -> None:
        """Close all windows; AssertionError where something is left."""
        for context in self._contexts:
            context.close()
        assert self._problems == []

    def _note(self, problem: str, *, fine: bool) -> None:
        if not fine:
            self._problems.append(problem)


@pytest.fixture
def visit(site: Site, chromium: Browser) -> Iterator[Visit]:
    visit = Visit(site, chromium)
    yield visit
    visit.close()
