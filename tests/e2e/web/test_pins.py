"""Pinning and blocking from a page: in two languages, without JavaScript, with wrong input, by who may."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.test_everyone_can import violations

WORDS = {
    "fr": ("Épingler", "Désépingler", "Bloquer…", "Bloquer pour cette personne", "Reprendre", "au repos"),
    "de": ("Anheften", "Loslösen", "Sperren…", "Für diese Person sperren", "Wieder aufnehmen", "ruhen"),
}


def title_of(page: Page, card: int) -> str:
    return str(page.locator("article.card h4").nth(card).inner_text()).split(" ", 1)[1]


@pytest.mark.parametrize(("lang", "script", "person"), [("fr", True, "p03-chloe"), ("de", False, "p06-francois")])
def test_pinned_it_stays_at_hand_and_is_taken_off_again(visit: Visit, lang: str, person: str, *, script: bool) -> None:
    pin, unpin, *_ = WORDS[lang]
    page = visit("demo", f"/files/{person}", lang=lang, script=script)
    before, title = page.locator("article.card h4").all_inner_texts(), title_of(page, 2)
    page.locator("article.card").nth(2).get_by_role("button", name=pin).click()
    expect(page.locator("#pins")).to_contain_text(title)
    expect(page.locator("article.card:target")).to_contain_text(title)  # one goes on where one was
    page.goto(f"/files/{person}")
    assert page.locator("article.card h4").all_inner_texts() == before
    expect(page.locator("article.card").nth(2).locator(".pinned")).to_be_visible()
    page.locator("#pins details summary").first.click()
    page.locator("#pins input[name=words]").fill("Quand le cours est fini")
    page.locator("#pins details button").click()
    expect(page.locator("#pins")).to_contain_text("Quand le cours est fini")
    if script:  # axe is a script
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert violations(page) == []
    page.locator("#pins").get_by_role("button", name=unpin).click()
    page.wait_for_url(re.compile("#pins$"))
    expect(page.locator("#pins")).to_have_count(0)


@pytest.mark.parametrize(("lang", "script", "person"), [("fr", True, "p01-amelie"), ("de", False, "p06-francois")])
def test_blocked_it_rests_and_is_brought_back(visit: Visit, lang: str, person: str, *, script: bool) -> None:
    _, _, block, do, back, _ = WORDS[lang]
    page = visit("demo", f"/files/{person}", lang=lang, script=script)
    title = title_of(page, 0)
    card = page.locator("article.card").first
    card.get_by_text(block, exact=True).click()
    assert card.locator("details.block select").input_value() == ""
    card.locator("details.block select").select_option("needs_more_support_first")
    card.locator("details.block input[name=until]").fill("2027-01-31")
    card.get_by_role("button", name=do).click()
    page.wait_for_url(re.compile("#resting$"))
    assert title not in " ".join(page.locator("article.card h4").all_inner_texts())
    row = page.locator("#resting li", has_text=title)
    expect(row).to_contain_text("31.01.2027")
    if not row.is_visible():
        page.locator("details.resting > summary").click()
    row.get_by_role("button", name=back).click()
    expect(page.locator("article.card h4", has_text=title)).to_have_count(1)


def test_what_was_typed_stays_when_a_block_is_refused(visit: Visit) -> None:
    page = visit("demo", "/files/p03-chloe", script=False)
    card = page.locator("article.card").first
    card.get_by_text("Bloquer…", exact=True).click()
    card.locator("details.block select").select_option("other")
    card.locator("details.block input[name=until]").fill("2031-01-31")
    card.locator("details.block input[name=words]").fill("Après le bilan")
    card.get_by_role("button", name="Bloquer pour cette personne").click()
    expect(page.get_by_role("alert")).to_contain_text("Un blocage finit entre")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_be_in_viewport()
    again = page.locator("details.block[open]")
    expect(again.locator("input[name=words]")).to_have_value("Après le bilan")
    expect(again.locator("select")).to_have_value("other")
    visit.forgive()


def test_a_block_without_reason_or_day_is_refused_in_one_sentence(visit: Visit, site: Site) -> None:
    page = visit("demo", "/files/p03-chloe")
    slate = page.locator("input[name=slate]").first.input_value()
    option = page.locator(".keep input[name=opportunity]").first.input_value()
    sent = {"opportunity": option, "slate": slate, "until": "2027-01-31"}
    for wrong in ({}, {"reason": "no_such"}, {"reason": "too_far", "until": "demain"}):
        headers = {"Origin": site.url}
        answer = page.request.post("/files/p03-chloe/blocks", form={**sent, **wrong}, headers=headers)
        assert answer.status == 422, wrong
    visit.forgive()


def test_who_accompanies_nobody_pins_nothing(visit: Visit, site: Site) -> None:
    for account in ("programme_manager", "payer"):
        page = visit(account, "/about")
        for path in ("pins", "pins/off", "blocks", "blocks/off"):
            form: dict[str, str | float | bool] = {"opportunity": "own:ac-ait", "slate": "r-1"}
            answer = page.request.post(f"/files/p03-chloe/{path}", form=form, headers={"Origin": site.url})
            assert answer.status == 403
    visit.forgive()


def test_a_measure_without_a_last_day_is_not_said_to_be_over(visit: Visit) -> None:
    """The joint unit still follows her: the file knows no last day of it."""
    page = visit("demo", "/files/p01-amelie", script=False)
    page.locator("details.resting > summary").click()
    row = page.locator("#resting li")
    expect(row).to_contain_text("déjà suivie ou en cours, dernier jour non connu")
    expect(row.get_by_role("button")).to_have_text("Reprendre")
