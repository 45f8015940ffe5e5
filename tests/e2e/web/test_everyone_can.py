"""Every page for everybody: no violation that axe knows, nothing beside the window when it is narrow or enlarged."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.e2e.web.conftest import PERSON, Visit

from matching.web.manager.part import PARTS

PAGES: tuple[tuple[str | None, str], ...] = (
    (None, "/signin"),
    (None, "/about"),
    (None, "/glossary"),
    (None, "/keys"),
    (None, "/styleguide"),
    ("demo", "/files"),
    ("demo", f"/files/{PERSON}?limit=4"),
    ("demo", f"/files/{PERSON}/observations"),
    ("demo", "/postings"),
    ("demo", "/postings/job_room:lau-vente-boulangerie"),
    ("demo", "/places"),
    ("demo", "/places/own:ne-isp-couture"),
    ("demo", "/requests"),
    ("payer", "/requests"),
    ("provider", "/participants"),
    ("auditor", "/audit"),
    *(("programme_manager", f"/manager/{part}") for part in (*PARTS, "report")),
    ("demo", f"/files/{PERSON}/history"),
    ("demo", f"/files/{PERSON}/plan"),
    ("demo", f"/files/{PERSON}/why-not?q=permis&o=own:vd-permis"),
    ("demo", f"/files/{PERSON}/pathways"),
    ("demo", f"/files/{PERSON}/letter"),
    ("data_scientist", "/models"),
    ("data_scientist", "/models/baseline-2"),
    ("data_scientist", "/models/baseline-2/promote"),
    ("demo", "/account"),
    ("administrator", "/accounts"),
    ("administrator", "/accounts/demo"),
    ("administrator", "/accounts/demo/close"),
    ("administrator", "/accounts/demo/mandates/end"),
)
"""Every page with an account that may open it: whoever adds a page adds it here. A trained model: `test_models.py`."""


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


@pytest.mark.parametrize(("account", "path"), PAGES)
def test_axe_finds_nothing(visit: Visit, account: str | None, path: str) -> None:
    page = visit(account, path)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_axe_finds_what_is_wrong_on_a_page_that_is(visit: Visit) -> None:
    page = visit(None, "/about")
    page.set_content(
        "<html><body><img src='/x.png'><button></button><p style='color:#ddd'>Peu lisible</p></body></html>"
    )
    assert len(violations(page)) >= 3
    visit.forgive()


@pytest.mark.parametrize(("account", "path"), PAGES)
def test_nothing_lies_aside_on_a_narrow_window(visit: Visit, account: str | None, path: str) -> None:
    """640 pixels are a window of 1280 enlarged to 200 %."""
    page = visit(account, path, width=640)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
