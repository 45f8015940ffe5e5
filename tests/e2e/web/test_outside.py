"""Proposing outside the catalogue from a page: in two languages, without JavaScript, with wrong input, by who may."""

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.test_everyone_can import violations

WORDS = {
    "fr": ("Proposer hors catalogue…", "Noter la proposition", "Retirer", "Besoins confirmés", "retiré le", "Mesure"),
    "de": (
        "Ausserhalb des Katalogs vorschlagen…",
        "Vorschlag festhalten",
        "Zurückziehen",
        "Bestätigter Bedarf",
        "zurückgezogen am",
        "Massnahme",
    ),
}
TITLE = "Atelier de réparation"


def fill(page: Page, *, opening: str | None = None) -> None:
    if opening is not None:
        page.locator("#outside").get_by_text(opening, exact=True).click()
    page.locator("#outside select[name=kind]").select_option("measure")
    page.locator("#outside select[name=need]").select_option("mobility")
    page.locator("#outside input[name=title]").fill(TITLE)
    page.locator("#outside input[name=offered_by]").fill("Le quartier")
    page.locator("#outside textarea").fill("Une place dès janvier")


@pytest.mark.parametrize(("lang", "script", "person"), [("fr", True, "p01-amelie"), ("de", False, "p06-francois")])
def test_proposed_it_stands_until_it_is_withdrawn_and_in_the_history_for_good(
    visit: Visit, lang: str, person: str, *, script: bool
) -> None:
    propose, do, withdraw, confirmed, withdrawn, kind = WORDS[lang]
    page = visit("demo", f"/files/{person}", lang=lang, script=script)
    before = page.locator("article.card h4").all_inner_texts()
    for name in ("kind", "need", "payer"):
        assert page.locator(f"#outside select[name={name}]").input_value() == ""
    expect(page.locator("#outside optgroup").first).to_have_attribute("label", confirmed)
    fill(page, opening=propose)
    page.locator("#outside").get_by_role("button", name=do).click()
    row = page.locator("#outside li")
    for told in (TITLE, kind, "Le quartier", "Une place dès janvier"):
        expect(row).to_contain_text(told)
    assert page.locator("article.card h4").all_inner_texts() == before
    if script:  # axe is a script
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert violations(page) == []
    page.locator("#outside").get_by_role("button", name=withdraw).click()
    expect(page.locator("#outside li")).to_have_count(0)
    page.goto(f"/files/{person}/history")
    told_then = page.locator("section", has=page.locator("#outside")).locator("li")
    expect(told_then).to_contain_text(TITLE)
    expect(told_then).to_contain_text(withdrawn)
    if script:
        assert violations(page) == []


@pytest.mark.parametrize(("lang", "missing"), [("fr", "Il manque : « Qui l'offre »"), ("de", "Es fehlt: « Wer es an")])
def test_what_was_typed_stays_when_something_is_missing(visit: Visit, lang: str, missing: str) -> None:
    page = visit("demo", "/files/p03-chloe", lang=lang, script=False)
    fill(page, opening=WORDS[lang][0])
    page.locator("#outside input[name=offered_by]").fill("   ")
    page.locator("#outside").get_by_role("button", name=WORDS[lang][1]).click()
    expect(page.locator("#outside").get_by_role("alert")).to_contain_text(missing)
    expect(page.locator("#outside input[name=title]")).to_have_value(TITLE)
    expect(page.locator("#outside select[name=need]")).to_have_value("mobility")
    expect(page.locator("#outside textarea")).to_have_value("Une place dès janvier")
    assert page.locator("#outside li").count() == 0
    visit.forgive()


def test_sent_twice_it_is_noted_once(visit: Visit, site: Site) -> None:
    page = visit("demo", "/files/p04-daniel")
    sent: dict[str, str | float | bool] = {
        "slate": page.locator("#outside input[name=slate]").first.input_value(),
        "once": page.locator("#outside input[name=once]").input_value(),
        "kind": "vacancy",
        "need": "skills",
        "title": TITLE,
        "offered_by": "Une entreprise",
    }
    for _ in range(2):
        answer = page.request.post("/files/p04-daniel/outside", form=sent, headers={"Origin": site.url})
        assert answer.status == 200
    page.goto("/files/p04-daniel")
    assert page.locator("#outside li").count() == 1


def test_who_accompanies_nobody_proposes_nothing(visit: Visit, site: Site) -> None:
    for account in ("programme_manager", "payer"):
        page = visit(account, "/about")
        for path in ("outside", "outside/outside_options-1/withdrawal"):
            form: dict[str, str | float | bool] = {"slate": "r-1", "once": "k"}
            answer = page.request.post(f"/files/p03-chloe/{path}", form=form, headers={"Origin": site.url})
            assert answer.status == 403
    visit.forgive()
