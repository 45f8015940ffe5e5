"""The letter to the person: chosen, looked at, printed; nothing chosen beforehand, and always free to say no."""

import re
import sys

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.web.conftest import PERSON, Site, Visit
from tests.e2e.web.test_everyone_can import violations

from matching.messages.typeset import typeset

WORDS = {
    "fr": ("Lettre", "Voir la lettre", "Vous pouvez dire oui, dire non ou prendre du temps.", "Pourquoi cette"),
    "de": ("Brief", "Brief ansehen", "Sie können Ja sagen, Nein sagen oder sich Zeit nehmen.", "Warum dieses Angebot?"),
}


def slate_of(site: Site, person: str = PERSON) -> tuple[str, list[str]]:
    shown = site.service.recommend(person, viewer=site.service.viewer("demo"), at=site.at)
    return shown.id, [card.opportunity for card in shown.cards]


def letter_of(site: Site, count: int = 2, **more: str) -> str:
    slate, options = slate_of(site)
    chosen = "".join(f"&o={option}" for option in options[:count])
    return f"/files/{PERSON}/letter?slate={slate}{chosen}" + "".join(f"&{name}={text}" for name, text in more.items())


@pytest.mark.parametrize("lang", ["fr", "de"])
@pytest.mark.parametrize("script", [True, False])
def test_from_the_options_to_a_letter_in_plain_words(visit: Visit, lang: str, *, script: bool) -> None:
    name, see, free, why = WORDS[lang]
    page = visit("demo", f"/files/{PERSON}", lang=lang, script=script)
    titles = page.locator("article.card h4").all_inner_texts()
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.locator("input[name=o]:checked")).to_have_count(0)
    expect(page.locator("article.letter")).to_have_count(0)
    page.locator("input[name=o]").nth(0).check()
    page.locator("input[name=o]").nth(2).check()
    page.fill("input[name=contact]", "Carla Exemple, 021 000 00 00")
    page.get_by_role("button", name=see).click()
    letter = page.locator("article.letter")
    expect(letter).to_contain_text(free)
    expect(letter).to_contain_text(why)
    expect(letter).to_contain_text("Carla Exemple, 021 000 00 00")
    expect(letter.locator(".offer")).to_have_count(2)
    for place in (0, 2):
        expect(letter).to_contain_text(typeset(re.sub(r"^\d+ ", "", titles[place]), lang))
    expect(page.locator("input[name=o]:checked")).to_have_count(2)


def test_a_discreet_letter_does_not_name_what_tells_of_health(visit: Visit, site: Site) -> None:
    slate, options = slate_of(site, "p07-gabriela")
    chosen = next(option for option in options if option.startswith("own:di-"))
    page = visit("demo", f"/files/p07-gabriela/letter?slate={slate}&o={chosen}")
    expect(page.locator(".offer h4")).to_contain_text("AI")
    page.get_by_label("D'autres ouvrent peut-être ce courrier").check()
    page.get_by_role("button", name="Voir la lettre").click()
    expect(page.locator(".offer h4")).to_have_text("Une possibilité à voir ensemble")
    expect(page.get_by_label("D'autres ouvrent peut-être ce courrier")).to_be_checked()


def test_the_letter_is_in_the_language_of_whoever_reads_it(visit: Visit) -> None:
    page = visit("demo", f"/files/{PERSON}/letter")
    page.locator("input[name=o]").first.check()
    page.get_by_label("italien").check()
    page.get_by_role("button", name="Voir la lettre").click()
    letter = page.locator("article.letter")
    expect(letter).to_contain_text("Nulla è deciso.")
    assert letter.get_attribute("lang") == "it"
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lettre à la personne")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(visit: Visit, site: Site, scheme: str) -> None:
    page = visit("demo", letter_of(site, on="2026-12-01"), width=320)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    expect(page.locator("article.letter")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_stands_the_letter_alone(visit: Visit, site: Site) -> None:
    page = visit("demo", letter_of(site))
    page.emulate_media(media="print")
    for kept_off in (".choosing", "nav.about", "h1", ".top", ".foot"):
        expect(page.locator(kept_off).first).to_be_hidden()
    expect(page.locator("article.letter")).to_be_visible()


def pdf(page: Page, address: str) -> tuple[int, str, bytes]:
    answer = page.request.get(address.replace("/letter?", "/letter.pdf?"))
    return answer.status, answer.headers["content-type"], answer.body()


def test_as_pdf(visit: Visit, site: Site) -> None:
    page = visit("demo", f"/files/{PERSON}")
    status, kind, body = pdf(page, f"{letter_of(site)}&in=de")
    assert (status, kind, body[:5]) == (200, "application/pdf", b"%PDF-")


def test_without_pango_the_pdf_is_one_sentence(visit: Visit, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    page = visit("demo", f"/files/{PERSON}")
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    status, kind, body = pdf(page, letter_of(site))
    assert (status, kind) == (503, "text/html; charset=utf-8")
    assert "Pango" in body.decode()


def test_too_many_options_come_back_as_they_were_chosen(visit: Visit, site: Site) -> None:
    page = visit("demo", letter_of(site, count=6, contact="Carla"))
    expect(page.get_by_role("alert")).to_contain_text("5 au plus")
    expect(page.locator("input[name=o]:checked")).to_have_count(6)
    expect(page.locator("input[name=contact]")).to_have_value("Carla")
    page.goto(letter_of(site, on="2026-01-01"))
    expect(page.get_by_role("alert")).to_contain_text("est passé")
    visit.forgive()


def test_a_list_of_another_person_writes_no_letter(visit: Visit, site: Site) -> None:
    slate, options = slate_of(site, "p03-chloe")
    page = visit("demo", f"/files/{PERSON}/letter?slate={slate}&o={options[0]}")
    expect(page.get_by_role("alert")).to_contain_text("Rien n'est enregistré ici")
    assert pdf(page, f"/files/{PERSON}/letter?slate={slate}&o={options[0]}")[0] == 404
    visit.forgive()


@pytest.mark.parametrize("account", ["payer", "provider", "programme_manager", "demo-csr"])
@pytest.mark.parametrize("path", ["letter", "history", "plan", "why-not", "pathways"])
def test_whoever_may_not_opens_no_page_of_a_person(visit: Visit, account: str, path: str) -> None:
    """A social worker of another unit is told what is told of a file that there is not."""
    page = visit(account, f"/files/{PERSON}/{path}")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Lausanne")
    visit.forgive()
