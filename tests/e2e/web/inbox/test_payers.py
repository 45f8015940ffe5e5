"""A payer answers what was put to it, with its reasons; another sees nothing, the office may answer for nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.inbox.conftest import Agreed, Everybody, nothing_is_chosen, viewer_of

from matching.domain.vocabulary.catalogue import Institution, OpportunityKind

GRANT = {"fr": "Accorder…", "de": "Bewilligen…"}
REFUSE = {"fr": "Refuser…", "de": "Ablehnen…"}


@pytest.fixture
def guarantee(inbox: Site) -> str:
    """A guarantee that the social service of Neuchâtel is asked for."""
    day = inbox.at.date()
    asked = inbox.service.request_guarantee(
        "p06-francois",
        payer="ssr",
        viewer=viewer_of(inbox, "demo-ssr"),
        at=inbox.at,
        opportunity="own:ne-desendettement",
        valid_from=day + timedelta(days=5),
        valid_to=day + timedelta(days=95),
        amount=4800,
        currency="CHF",
        reason="Pour trois mois",
    )
    return asked.id


def card(page: Page, id_: str) -> Locator:
    return page.locator(f"#r-{id_}")


@pytest.mark.parametrize("lang", ["fr", "de"])
@pytest.mark.parametrize("yes", [True, False])
def test_a_guarantee_is_granted_or_refused_in_as_many_steps(
    visit: Visit, inbox: Site, guarantee: str, lang: str, *, yes: bool
) -> None:
    page = visit("payeur-ne", "/requests", lang=lang, script=lang == "de")
    assert nothing_is_chosen(page)
    asked = card(page, guarantee)
    expect(asked).to_contain_text({"fr": "4\u202f800 CHF", "de": "4’800 CHF"}[lang])
    expect(asked).to_contain_text("Pour trois mois")
    expect(asked.locator("dt", has_text={"fr": "Démarche", "de": "Vorgehen"}[lang])).to_be_visible()
    expect(asked.locator(".sign")).to_have_count(1)  # it is to begin in five days
    said = asked.locator("details", has_text=(GRANT if yes else REFUSE)[lang])
    said.locator("summary").click()
    words = said.locator("label")
    expect(words).to_contain_text({"fr": "facultatif", "de": "fakultativ"}[lang]) if yes else expect(
        words
    ).not_to_contain_text({"fr": "facultatif", "de": "fakultativ"}[lang])
    said.locator("textarea").fill("Deux mois seulement")
    said.locator("button").click()
    expect(page.get_by_role("status")).to_contain_text("p06-francois")
    label = {("fr", True): "accordée", ("fr", False): "refusée", ("de", True): "erteilt", ("de", False): "verweigert"}
    expect(page.get_by_role("status")).to_contain_text(label[lang, yes])
    expect(card(page, guarantee)).to_contain_text("payeur-ne")
    expect(card(page, guarantee)).to_be_visible()  # closed too: then its fold is open
    entry = next(
        each
        for each in inbox.service.guarantees(viewer=viewer_of(inbox, "payeur-ne"), at=inbox.at)
        if each.id == guarantee
    )
    assert (entry.word.status.value, entry.word.reason) == ("granted" if yes else "refused", "Deux mois seulement")
    expect(card(page, guarantee)).to_contain_text("Deux mois seulement")
    if yes:
        assert card(page, guarantee).locator("details").count() == 1  # it may be revoked


def test_a_refusal_without_a_word_comes_back_and_says_why(visit: Visit, inbox: Site, guarantee: str) -> None:
    page = visit("payeur-ne", "/requests", lang="en", script=False)
    refusing = card(page, guarantee).locator("details", has_text="Refuse…")
    refusing.locator("summary").click()
    refusing.locator("textarea").evaluate("box => box.removeAttribute('required')")
    refusing.locator("button").click()
    expect(page.get_by_role("alert")).to_have_text(
        "A refusal or a revocation tells whoever asked why; write the reason."
    )
    expect(card(page, guarantee).locator("details[open]")).to_have_count(1)
    visit.forgive()


def test_a_proposal_is_decided_on_the_version_that_was_read(
    visit: Visit, inbox: Site, agreed: Agreed, everybody: Everybody
) -> None:
    service, office = inbox.service, viewer_of(inbox, "demo-ssr")
    entry = agreed("demo-ssr", "p06-francois", "own:ne-isp-archives", OpportunityKind.PLACEMENT)
    told: dict[str, Any] = {"viewer": office, "at": inbox.at, "expected_version": entry.version}
    entry = service.ask_payer(entry.id, Institution.SSR, text="Trois mois dès janvier", **told)
    page = visit("payeur-ne", "/requests", script=False)
    asked = card(page, entry.id)
    expect(asked).to_contain_text("Trois mois dès janvier")
    service.withdraw(entry.id, viewer=office, at=inbox.at, expected_version=entry.version)
    asked.locator("summary").first.click()
    asked.locator("details[open] textarea").fill("D'accord")
    asked.locator("details[open] button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Demandes de paiement")
    assert page.request.get("/requests").status == 200
    visit.forgive()
    everybody(visit("payeur-ne", "/requests"))


def test_whoever_accompanies_follows_there_what_was_put_to_a_payer_and_goes_on_to_the_person(
    visit: Visit, inbox: Site, agreed: Agreed
) -> None:
    office = viewer_of(inbox, "demo-csr")
    entry = agreed("demo-csr", "p03-chloe", "own:vd-mis-rythme", OpportunityKind.MEASURE)
    told: dict[str, Any] = {"viewer": office, "at": inbox.at, "expected_version": entry.version}
    entry = inbox.service.ask_payer(entry.id, Institution.CSR, text="Dès janvier", **told)
    page = visit("demo-csr", "/requests", lang="de", script=False)
    asked = card(page, entry.id)
    expect(asked).to_contain_text("Dès janvier")
    expect(asked.locator("summary")).to_have_count(2)  # its own institution is asked: it may answer
    asked.get_by_role("link", name="p03-chloe").click()
    expect(page).to_have_url(f"{inbox.url}/files/p03-chloe/history#{entry.id}")
    other = visit("demo", "/requests", script=False)  # of the same people, in another office: it answers for nobody
    expect(card(other, entry.id).locator("summary")).to_have_count(0)


def test_without_any_request_one_plain_sentence_says_so(visit: Visit, inbox: Site) -> None:
    page = visit("payeur-lu", "/requests")
    expect(page.locator("main p")).to_have_text("Aucune demande n'a été adressée à votre institution.")
    expect(page.locator("main h2")).to_have_count(0)
    page = visit("luzern", "/requests", lang="de")
    expect(page.locator("main p")).to_have_text("Für die Personen, die Sie begleiten, läuft keine Kostenanfrage.")


def test_sent_twice_it_is_answered_once(visit: Visit, inbox: Site, guarantee: str) -> None:
    page = visit("payeur-ne", "/requests", script=False)
    form = card(page, guarantee).locator("form").first
    fields = dict(form.evaluate("form => [...new FormData(form)]"))
    address = str(form.get_attribute("action"))
    sent = [page.request.post(address, form=fields, headers={"Origin": inbox.url}, max_redirects=0) for _ in range(2)]
    assert [answer.status for answer in sent] == [303, 303]


def test_another_payer_sees_none_of_it_and_the_office_answers_for_nobody_else(
    visit: Visit, inbox: Site, guarantee: str
) -> None:
    page = visit("payeur-lu", "/requests")
    assert page.locator("article").count() == 0
    page = visit("demo", "/requests")
    expect(card(page, guarantee)).to_be_visible()
    assert card(page, guarantee).locator("form").count() == 0


@pytest.mark.parametrize("account", ["provider", "programme_manager", "auditor"])
def test_other_roles_open_no_request(visit: Visit, inbox: Site, account: str) -> None:
    page = visit(account, "/requests")
    expect(page.get_by_role("alert")).to_contain_text("n'a pas le droit")
    visit.forgive()
