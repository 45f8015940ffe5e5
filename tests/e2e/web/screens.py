"""Pictures of six pages over the invented demo, for the documents: python -m tests.e2e.web.screens docs/screens."""

import shutil
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright
from pydantic import SecretStr
from tests.conftest import WEDNESDAY
from tests.e2e.rankers import exported
from tests.e2e.web.canton import fill
from tests.e2e.web.conftest import CHROMIUM, PASSWORD, PERSON, Site, served
from tests.e2e.web.figures import FIGURES

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings

PEOPLE = 150
ACCOUNTS = ("demo", "programme_manager", "data_scientist")


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        office, canton = _made(Path(place), WEDNESDAY)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with served(office, WEDNESDAY) as site:
            _office(browser, site, folder)
        with served(canton, WEDNESDAY) as site:
            _taken(_opened(browser, site, "programme_manager", "/manager/gaps"), folder / "gaps.png")
        browser.close()


def _office(browser: Browser, site: Site, folder: Path) -> None:
    _taken(_opened(browser, site, "demo", "/files"), folder / "caseload.png")
    _taken(_opened(browser, site, "demo", f"/files/{PERSON}"), folder / "person.png")
    page = _opened(browser, site, "demo", f"/files/{PERSON}?kind=vacancy")
    card = page.locator("article.card").first
    card.locator("details.reject > summary").click()
    page.add_style_tag(content=".situation { position: static }")
    card.screenshot(path=folder / "card.png")
    posting = "/postings/job_room:lau-vente-boulangerie"
    _taken(_opened(browser, site, "demo", posting), folder / "posting.png")
    _taken(_opened(browser, site, "data_scientist", "/models/local-1"), folder / "model.png")


def _made(place: Path, at: datetime) -> tuple[Path, Path]:
    """The data folders of an office, and of a canton with people enough for counts to be told."""
    office, canton = place / "office", place / "canton"
    with closing(open_service(Settings(data_dir=office))) as service:
        service.run_demo(at=at)
        for role in ACCOUNTS[1:]:
            service.add_account(role, role=role, viewer=LOCAL_VIEWER, at=at)
        for account in ACCOUNTS:
            service.set_password(account, SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=at)
    shutil.copytree(office, canton)
    with closing(open_service(Settings(data_dir=office))) as service:
        exported(service, "local-1", figures=FIGURES)
    with closing(open_service(Settings(data_dir=canton))) as service:
        manager = service.viewer("programme_manager")
        fill(service, PEOPLE, manager=manager, at=at)
        service.count_the_week(viewer=manager, at=at)
    return office, canton


def _opened(browser: Browser, site: Site, account: str, path: str) -> Page:
    page = browser.new_page(
        base_url=site.url,
        locale="fr-CH",
        viewport={"width": 1280, "height": 900},
        color_scheme="light",
        bypass_csp=True,
    )
    page.goto("/signin")
    page.fill("input[name=account]", account)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/signin" not in url)
    page.goto(path)
    return page


def _taken(page: Page, path: Path) -> None:
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
