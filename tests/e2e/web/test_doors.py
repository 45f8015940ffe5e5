"""Who comes in by the pages: the right role, from our own forms, and back to the same place; nothing from elsewhere."""

import re

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient
from tests.e2e.web.conftest import PASSWORD, PERSON, Site, Visit

from matching.web.pages import own_path


def test_an_expired_session_comes_back_to_the_same_place(visit: Visit, site: Site) -> None:
    page = visit("demo", f"/files/{PERSON}?kind=measure")
    page.context.clear_cookies()
    page.reload()
    expect(page).to_have_url(re.compile("/signin"))
    page.fill("input[name=account]", "demo")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    expect(page).to_have_url(f"{site.url}/files/{PERSON}?kind=measure")


def test_a_wrong_password_is_one_sentence_and_the_account_stays(visit: Visit) -> None:
    page = visit(None, "/signin")
    page.fill("input[name=account]", "demo")
    page.fill("input[name=password]", "faux et archifaux")
    page.press("input[name=password]", "Enter")
    expect(page.get_by_role("alert")).to_contain_text("ne vont pas ensemble")
    expect(page.locator("input[name=account]")).to_have_value("demo")
    expect(page.locator("input[name=password]")).to_have_value("")
    visit.forgive()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
    ],
)
def test_a_form_of_another_site_is_refused(site: Site, headers: dict[str, str], status: int) -> None:
    client = TestClient(site.app, base_url=site.url, client=("127.0.0.1", 50_000), follow_redirects=False)
    assert client.post("/signin", data={"account": "demo", "password": PASSWORD}, headers=headers).status_code == status


@pytest.mark.parametrize("path", ["/files", f"/files/{PERSON}"])
@pytest.mark.parametrize("account", ["payer", "provider", "programme_manager", "data_scientist", "auditor"])
def test_other_roles_open_no_file(visit: Visit, account: str, path: str) -> None:
    page = visit(account, path)
    expect(page.get_by_role("alert")).to_be_visible()
    assert PERSON not in page.locator("main").inner_text()
    visit.forgive()


def test_nothing_of_a_page_is_kept_or_framed_and_no_script_but_ours_runs(site: Site) -> None:
    client = TestClient(site.app, base_url=site.url, client=("127.0.0.1", 50_000))
    headers = client.get("/signin").headers
    assert headers["Cache-Control"] == "no-store"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    kept = re.search(r'href="(/static/[^"]+/style.css)"', client.get("/signin").text)
    assert kept is not None
    assert "immutable" in client.get(kept[1]).headers["Cache-Control"]
    assert "immutable" not in client.get("/static/old/style.css").headers["Cache-Control"]
    assert client.get("/static/x/../../etc/passwd").status_code == 404


@pytest.mark.parametrize(("lang", "points"), [("fr", "+1,25"), ("de", "+1.25")])
def test_the_styleguide_writes_figures_as_the_language_does(site: Site, lang: str, points: str) -> None:
    client = TestClient(site.app, base_url=site.url, client=("127.0.0.1", 50_000))
    assert points in client.get("/styleguide", headers={"Accept-Language": lang}).text


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/files?kind=measure", "/files?kind=measure"),
        ("https://elsewhere.example/files", "/files"),
        ("//elsewhere.example/files", None),
        ("/\\elsewhere.example", None),
        ("https://elsewhere.example//evil.example", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_nobody_is_sent_to_another_site(address: str, path: str | None) -> None:
    assert own_path(address) == path


def test_the_language_is_kept_and_one_that_is_none_refused(visit: Visit) -> None:
    page = visit("demo", "/files")
    page.get_by_role("link", name="DE", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meine Dossiers")
    page.goto("/language?lang=xx")
    expect(page.get_by_role("alert")).to_contain_text("gibt es nicht auf «xx»")
    visit.forgive()
