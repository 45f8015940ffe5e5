"""A counsellor answers employers: from what is overdue to the people, the dossiers and what came back."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.inbox.conftest import (
    Everybody,
    agree_to_dossier,
    nothing_is_chosen,
    take_back_dossier_consent,
    viewer_of,
)

BAKERY = "job_room:lau-vente-boulangerie"
WORDS = {
    "fr": ("Annonces à suivre", "sans échéance connue", "Donnée."),
    "de": ("Gemeldete Stellen", "ohne bekannte Frist", "Gegeben."),
}
UNITS = ("vd-orp-lausanne", "vd-orp-renens", "vd-uc-lausanne")


def step(page: Page, address: str) -> None:
    """Open the step whose form goes to an address, and send it."""
    fold = page.locator("#answer details", has=page.locator(f"form[action$='{address}']"))
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    fold.locator("button").first.click()


@pytest.mark.parametrize(
    ("lang", "script", "posting"),
    [("fr", False, "job_room:lau-aide-cuisine"), ("de", True, "job_room:ecu-cariste")],
)
def test_from_what_is_due_to_none_available(
    visit: Visit, inbox: Site, lang: str, posting: str, *, script: bool
) -> None:
    title, undated, given = WORDS[lang]
    page = visit("demo", "/postings", lang=lang, script=script)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.locator("summary", has_text=undated).click()
    page.locator(f"a[href='/postings/{quote(posting)}']").click()
    assert nothing_is_chosen(page)
    step(page, "/none-available")  # before anybody has searched
    expect(page.get_by_role("alert")).to_contain_text("ORP de Renens")
    step(page, "/request")
    for unit in UNITS:
        page.locator("#answer summary", has_text=re.compile("a cherché|hat gesucht")).click()
        page.locator(f"button[name=unit][value={unit}]").click()
    step(page, "/none-available")
    expect(page.locator("#answer")).to_contain_text(given)
    expect(page.locator("#answer li").last).to_contain_text(re.compile("cherché|gesucht|disponible|verfügbar"))
    assert page.locator("form[action$='/none-available']").count() == 0
    page.goto("/postings")
    assert page.locator(f"a[href='/postings/{quote(posting)}']").count() == 0
    visit.forgive()


def test_overdue_ones_stand_first(visit: Visit, inbox: Site) -> None:
    for posting, days in (("job_room:prilly-caisse", 20), ("job_room:lau-service-clients", 1)):
        received = (inbox.at - timedelta(days=days)).date()
        inbox.service.record_notice(posting, viewer=viewer_of(inbox, "demo"), at=inbox.at, received_on=received)
    page = visit("demo", "/postings")
    rows = page.locator("section").first.locator("table").first.locator("tbody tr")
    late = [row.locator(".late").count() for row in rows.all()]
    assert late == sorted(late, reverse=True)
    assert {0, 1} <= set(late)
    expect(page.locator("h2").first).to_contain_text(f"en retard : {sum(late)}")


def test_a_notice_is_noted_as_it_was_received(visit: Visit, inbox: Site) -> None:
    page = visit("demo", "/postings/job_room:yv-service", script=False)
    form = page.locator("form[action$='/notice']")
    page.locator("#answer summary").first.click()
    form.locator("input[name=received]").fill("2031-01-01")
    form.locator("input[value=workload]").check()
    form.locator("button").click()
    expect(page.get_by_role("alert")).to_contain_text("à venir")
    expect(form.locator("input[name=received]")).to_have_value("2031-01-01")
    expect(form.locator("input[value=workload]")).to_be_checked()
    visit.forgive()
    form.locator("input[name=received]").fill(str(inbox.at.date()))
    form.locator("button").click()
    expect(page.locator("#answer")).to_contain_text("Le délai ne court pas")
    page.locator("#answer summary").first.click()
    form.locator("button").click()  # nothing missing any more, received today
    expect(page.locator("#answer")).to_contain_text("À donner jusqu'au")


@pytest.mark.parametrize(("lang", "script"), [("fr", True), ("de", False)])
def test_a_dossier_is_prepared_read_handed_over_and_answered(
    visit: Visit, inbox: Site, lang: str, everybody: Everybody, *, script: bool
) -> None:
    posting = BAKERY if lang == "fr" else "job_room:lau-reception-hotel"
    page = visit("uc", f"/postings/{posting}", lang=lang, script=script)
    page.locator("article.candidate", has_text="p01-amelie").locator("button").click()
    page.wait_for_url("**/dossiers/*")
    read = page.locator("main").inner_text()
    for words in ("2025", "80 %"):
        assert words in read
    for kept in ("RI", "Kind", "enfant", "Sozialhilfe"):  # nothing of what no consent covers
        assert kept not in read
    assert nothing_is_chosen(page)
    everybody(page) if script else None
    page.locator("details summary").first.click()
    page.locator("button[value=hand_over]").click()
    expect(page.locator(".meta")).to_contain_text("uc")
    address = page.url
    page.goto("/postings")
    page.locator(f"a[href='{address.removeprefix(inbox.url)}']").click()
    page.locator("button[value=suitable_invited]").click()
    expect(page.locator(".meta strong")).to_be_visible()
    page.locator(".crumbs a").click()
    expect(page.locator("#answer")).to_contain_text({"fr": "Donnée", "de": "Gegeben"}[lang])
    expect(page.locator("section[aria-labelledby=dossiers]")).to_contain_text("p01-amelie")


def test_without_consent_no_dossier_and_a_sentence_beside_the_person(visit: Visit, inbox: Site) -> None:
    page = visit("demo", "/postings/job_room:lau-rayon", script=False)
    card = page.locator("article.candidate", has_text="p04-daniel")
    card.locator("button").click()
    expect(card.get_by_role("alert")).to_contain_text("pas consenti")
    assert page.get_by_role("alert").count() == 1
    visit.forgive()


def test_what_the_person_takes_back_is_no_longer_shown(visit: Visit, inbox: Site) -> None:
    demo = viewer_of(inbox, "demo")
    agree_to_dossier(inbox, "p04-daniel")
    told = inbox.service.prepare_dossier("job_room:ren-manoeuvre-lourd", "p04-daniel", viewer=demo, at=inbox.at)
    known = (told.word.content.occupations or ())[0].title
    page = visit("demo", f"/dossiers/{told.id}", script=False)
    expect(page.locator("main")).to_contain_text(known)
    take_back_dossier_consent(inbox, "p04-daniel")
    page.reload()
    expect(page.locator(".warning")).to_contain_text("consentement")
    assert known not in page.locator("main").inner_text()
    page.locator("details summary").first.click()
    page.locator("button[value=hand_over]").click()
    expect(page.get_by_role("alert")).to_contain_text("consenti")
    page.locator("details summary").last.click()
    page.locator("button[value=withdraw]").click()
    expect(page.locator(".meta")).to_contain_text("retiré")
    visit.forgive()


def test_sent_twice_one_dossier_is_prepared(visit: Visit, inbox: Site) -> None:
    page = visit("demo", "/postings/job_room:lau-rayon", script=False)
    card = page.locator("article.candidate", has_text="p10-jerome")
    fields = dict(card.locator("form").evaluate("form => [...new FormData(form)]"))
    address = str(card.locator("form").get_attribute("action"))
    sent = [page.request.post(address, form=fields, headers={"Origin": inbox.url}, max_redirects=0) for _ in range(2)]
    assert [answer.status for answer in sent] == [303, 303]
    assert len({answer.headers["location"] for answer in sent}) == 1


def test_a_posting_in_its_head_start_is_as_unknown_as_none(visit: Visit, inbox: Site) -> None:
    told = []
    for posting in (BAKERY, "job_room:nowhere"):
        page = visit("demo-csr", f"/postings/{posting}")
        told.append(page.locator("main").inner_text().replace(posting, "ID"))
    assert told[0] == told[1]
    page.goto("/postings")
    assert page.locator("table").count() == 0
    assert page.locator("nav a[href='/postings']").count() == 0
    visit.forgive()


@pytest.mark.parametrize("path", ["/postings", f"/postings/{BAKERY}", "/places", "/dossiers/dossiers-x"])
@pytest.mark.parametrize("account", ["payer", "provider", "programme_manager", "auditor"])
def test_other_roles_see_nobody(visit: Visit, inbox: Site, account: str, path: str) -> None:
    page = visit(account, path)
    expect(page.get_by_role("alert")).to_contain_text("n'a pas le droit")
    visit.forgive()


def test_a_dossier_of_another_unit_is_as_unknown_as_none(visit: Visit, inbox: Site) -> None:
    demo = viewer_of(inbox, "demo")
    made = inbox.service.prepare_dossier("job_room:lau-service-clients", "p10-jerome", viewer=demo, at=inbox.at)
    told = []
    for dossier in (made.id, "dossiers-nowhere"):
        page = visit("uc", f"/dossiers/{dossier}")
        told.append(page.locator("main").inner_text().replace(dossier, "ID"))
    assert told[0] == told[1]
    visit.forgive()
