"""What no page answers for is told on a page, in the reader's language, with the number it has in the log."""

import re

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient
from tests.e2e.web.conftest import PASSWORD, PERSON, Site, Visit
from tests.e2e.web.test_everyone_can import violations

from matching.errors import ConflictError, DamagedError

BROWSER = {"Accept": "text/html,application/xhtml+xml;q=0.9"}
SAID = {"fr": "Rien ne se trouve à cette adresse", "de": "Unter dieser Adresse ist nichts"}


@pytest.mark.parametrize("lang", list(SAID))
def test_an_address_with_nothing_behind_it(visit: Visit, lang: str) -> None:
    page = visit("demo", "/files", lang=lang)
    page.goto("/nothing/here")
    expect(page.get_by_role("alert")).to_contain_text(SAID[lang])
    assert violations(page) == []
    page.get_by_role("main").get_by_role("link").click()
    expect(page).to_have_url(re.compile("/files$"))
    visit.forgive()


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (RuntimeError("secret"), 500, "a commis une faute"),
        (DamagedError("/srv/secret est abîmé."), 503, "ne peut pas être lue"),
    ],
)
def test_a_fault_is_told_with_its_number_and_nothing_of_the_server(
    site: Site, monkeypatch: pytest.MonkeyPatch, fault: Exception, status: int, said: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise fault

    client = TestClient(site.app, base_url=site.url, client=("127.0.0.1", 50_000))
    sign_in(client)
    monkeypatch.setattr(site.service, "portfolio", fails)
    answer = client.get("/files", headers=BROWSER)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert said in answer.text
    assert "secret" not in answer.text
    assert re.search(r"numéro [0-9a-f]{32}", answer.text)
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]


def test_programs_get_problems(site: Site) -> None:
    client = TestClient(site.app, base_url=site.url, client=("127.0.0.1", 50_000))
    for path, headers in (("/v1/nothing", BROWSER), ("/nothing", {"Accept": "application/json"})):
        answer = client.get(path, headers=headers)
        assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(visit: Visit, site: Site) -> None:
    page = visit("demo", f"/files/{PERSON}?kind=measure", script=False)
    page.context.clear_cookies()
    card = page.locator("article.card").first
    card.locator("details.reject > summary").click()
    card.locator("details.reject button.reason").first.click()
    expect(page).to_have_url(re.compile(r"/signin\?next=/files/"))
    assert f"/files/{PERSON}%3Fkind%3Dmeasure" in page.url


def sign_in(client: TestClient) -> None:
    sent = {"account": "demo", "password": PASSWORD}
    client.post("/signin", data=sent, headers={"Sec-Fetch-Site": "same-origin"})


def test_no_page_says_where_the_server_keeps_its_data(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    store = str(site.service.workplace.database.name)

    def fails(*_: object, **__: object) -> None:
        raise ConflictError("Quelqu'un d'autre écrit dans {store} ; recommencer.", store=store)

    client = TestClient(site.app, base_url=site.url, client=("127.0.0.1", 50_000))
    sign_in(client)
    monkeypatch.setattr(site.service, "portfolio", fails)
    answer = client.get("/files", headers=BROWSER)
    assert answer.status_code == 409
    assert "écrit dans … ;" in answer.text
    assert store not in answer.text
