"""Forms sent by hand: a key that has served elsewhere, and the options of somebody else on a person's page."""

import re
from collections.abc import Iterator

import httpx
import pytest
from tests.e2e.web.conftest import PASSWORD, Site


@pytest.fixture
def browser(site: Site) -> Iterator[httpx.Client]:
    """Somebody who accompanies people, with a session and the headers of a browser."""
    with httpx.Client(base_url=site.url, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60) as client:
        client.post("/signin", data={"account": "demo", "password": PASSWORD})
        yield client


def slate_of(browser: httpx.Client, person: str) -> tuple[str, list[str]]:
    page = browser.get(f"/files/{person}?kind=vacancy").text  # which nobody has to prescribe
    slate = re.search(r'name="slate" value="([^"]+)"', page)
    assert slate is not None
    return slate[1], re.findall(r'name="opportunity" value="([^"]+)"', page)


def test_a_key_that_decided_on_one_slate_decides_on_no_other(browser: httpx.Client) -> None:
    person = "p04-daniel"
    (first, of_first), (second, of_second) = slate_of(browser, person), slate_of(browser, person)
    assert first != second
    alike = next(option for option in of_first if option in of_second)
    sent = {"opportunity": alike, "verb": "defer", "once": "the-same-key"}
    for _ in range(2):
        assert browser.post(f"/slates/{first}/decisions", data=sent).status_code == 303
    assert browser.post(f"/slates/{second}/decisions", data=sent).status_code == 422


def test_options_of_somebody_else_stand_on_nobodys_page(browser: httpx.Client) -> None:
    slate, _ = slate_of(browser, "p05-esma")
    own, _ = slate_of(browser, "p04-daniel")
    sent = {"slate": slate, "once": "k", "kind": "", "title": "Atelier", "offered_by": "Le quartier"}
    answer = browser.post("/files/p04-daniel/outside", data=sent)
    assert answer.status_code == 404
    assert slate not in re.findall(r'value="([^"]+)"', answer.text)
    again = browser.post("/files/p04-daniel/outside", data=sent | {"slate": own})
    assert again.status_code == 422
    assert "Atelier" in again.text
