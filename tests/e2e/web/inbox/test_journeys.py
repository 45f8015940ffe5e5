"""A day of each role, from where it begins to what it came for: with the keyboard alone, or without JavaScript."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.inbox.conftest import Agreed, viewer_of

from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.process import ProposalStatus

SOCIAL_WORKER = {
    "fr": ("own:vd-forjad", "Réponse de la personne…", "Elle accepte", "Demander au payeur…"),
    "de": ("own:vd-mis-t", "Antwort der Person…", "Sie nimmt an", "Kostenträger anfragen…"),
}
COUNSELLOR = {
    "it": ("I miei incarti", "Lettera", "Vedere la lettera", "Può dire di sì, dire di no o prendere tempo."),
    "en": ("My files", "Letter", "See the letter", "You can say yes, say no or take your time."),
}
AUDIT = {
    "fr": ("Vérifier la chaîne entière", "Tout est tel qu'il a été écrit.", "vérifier le journal"),
    "de": ("Die ganze Kette prüfen", "Alles ist so, wie es geschrieben wurde.", "Protokoll prüfen"),
}


def press(page: Page, target: Locator) -> None:
    """Reach something by the tabulator key alone, from wherever the focus is, and press Enter on it."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if target.evaluate("each => each === document.activeElement"):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach {target}")


def act(page: Page, target: Locator, *, keys: bool) -> None:
    """Press something, by keyboard or mouse."""
    if keys:
        press(page, target)
    else:
        target.click()


@pytest.mark.parametrize(("lang", "keys"), [("it", True), ("en", False)])
def test_a_counsellor_opens_a_file_decides_with_a_reason_and_writes(visit: Visit, lang: str, *, keys: bool) -> None:
    files, letter, see, free = COUNSELLOR[lang]
    page = visit("demo", "/files", lang=lang, script=keys)
    expect(page.get_by_role("heading", level=1)).to_have_text(files)
    act(page, page.get_by_role("link", name="p12-thierry"), keys=keys)
    card = page.locator("article.card.vacancy:not(:has(.done))").first
    id_ = card.get_attribute("id")
    act(page, card.locator("details.accept summary"), keys=keys)
    act(page, card.locator("details.accept button.reason").first, keys=keys)
    expect(page.locator(f"#{id_} .done")).to_contain_text(ProposalStatus.ACCEPTED.label(lang))
    act(page, page.get_by_role("link", name=letter, exact=True), keys=keys)
    first = page.locator("input[name=o]").first
    if keys:
        first.focus()
        page.keyboard.press("Space")
    else:
        first.check()
    act(page, page.get_by_role("button", name=see), keys=keys)
    expect(page.locator("article.letter")).to_contain_text(free)
    assert page.locator("article.letter").get_attribute("lang") == lang


@pytest.mark.parametrize(("lang", "keys"), [("fr", False), ("de", True)])
def test_a_social_worker_keeps_an_option_notes_the_answer_and_asks_for_the_money(
    visit: Visit, inbox: Site, lang: str, *, keys: bool
) -> None:
    option, answer, accepts, ask = SOCIAL_WORKER[lang]
    person, viewer = "p03-chloe", viewer_of(inbox, "demo-csr")
    page = visit("demo-csr", "/files", lang=lang, script=keys)
    act(page, page.get_by_role("link", name=person), keys=keys)
    card = page.locator(f"#o-{option.replace(':', '-')}")
    act(page, card.locator("details.accept summary"), keys=keys)
    act(page, card.locator("details.accept button.reason").first, keys=keys)
    expect(card.locator(".done")).to_contain_text(ProposalStatus.ACCEPTED.label(lang))
    decided = inbox.service.proposals_of(person, viewer=viewer, at=inbox.at)
    made = next(each for each in reversed(decided) if each.word.opportunity == option)
    page.goto(f"/files/{person}/history")
    kept = page.locator(f"article#{made.id}")
    act(page, kept.locator("summary", has_text=answer), keys=keys)
    act(page, kept.get_by_role("button", name=accepts), keys=keys)
    expect(kept.locator(".status")).to_have_text(ProposalStatus.CLIENT_ACCEPTED.label(lang))
    act(page, kept.locator("summary", has_text=ask), keys=keys)
    act(page, kept.locator("button[name=institution]").first, keys=keys)
    expect(kept.locator(".status")).to_have_text(ProposalStatus.PAYER_REQUESTED.label(lang))
    page.goto("/requests")
    expect(page.locator(f"#r-{made.id}").get_by_role("link", name=person)).to_be_visible()


def test_a_payer_grants_by_keyboard_and_the_office_reads_it_in_the_history(
    visit: Visit, inbox: Site, agreed: Agreed
) -> None:
    entry = agreed("demo-ssr", "p06-francois", "own:ne-desendettement", OpportunityKind.MEASURE)
    told: dict[str, Any] = {"viewer": viewer_of(inbox, "demo-ssr"), "at": inbox.at, "expected_version": entry.version}
    inbox.service.ask_payer(entry.id, Institution.SSR, **told)
    page = visit("payeur-ne", "/requests", lang="de")
    asked = page.locator(f"#r-{entry.id}")
    press(page, asked.locator("summary", has_text="Bewilligen…"))
    page.keyboard.press("Tab")
    page.keyboard.type("Drei Monate")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(asked).to_contain_text("Drei Monate")
    expect(asked).to_contain_text(ProposalStatus.PAYER_GRANTED.de)
    office = visit("demo-ssr", f"/files/p06-francois/history#{entry.id}", script=False)
    expect(office.locator(f"article#{entry.id} .course")).to_contain_text("Drei Monate")


def test_a_provider_admits_by_keyboard(visit: Visit, inbox: Site, agreed: Agreed) -> None:
    entry = agreed("demo-ssr", "p05-esma", "own:ne-isp-couture", OpportunityKind.PLACEMENT)
    told: dict[str, Any] = {"viewer": viewer_of(inbox, "demo-ssr"), "at": inbox.at, "expected_version": entry.version}
    inbox.service.provider_moves(entry.id, "requested", **told)
    page = visit("couture", "/participants", lang="de")
    press(page, page.locator(f"a[href='/participants/{entry.id}']"))
    admit = page.locator(".steps details", has=page.locator("input[value=admitted]"))
    press(page, admit.locator("summary"))
    press(page, admit.locator("button"))
    expect(page.locator(".history")).to_contain_text(ProposalStatus.ADMITTED.de)


@pytest.mark.parametrize(("lang", "keys"), [("fr", False), ("de", True)])
def test_an_auditor_verifies_the_chain_and_finds_their_own_reading_in_it(
    visit: Visit, inbox: Site, lang: str, *, keys: bool
) -> None:
    verify, whole, verified = AUDIT[lang]
    page = visit("auditor", "/audit", lang=lang, script=keys)
    act(page, page.get_by_role("button", name=verify), keys=keys)
    expect(page.get_by_role("status")).to_contain_text(whole)
    page.fill("input[name=actor]", "auditor")
    page.select_option("select[name=act]", "verify_audit")
    act(page, page.locator("form.filters button"), keys=keys)
    rows = page.locator("tbody tr")
    expect(rows.first).to_contain_text(verified)
    assert set(rows.locator("th").all_inner_texts()) == {"auditor"}
    assert "p01-amelie" not in page.locator("main").inner_text()  # files are numbers here
    page.fill("input[name=first]", "2030-01-01")
    act(page, page.locator("form.filters button"), keys=keys)
    expect(rows).to_have_count(0)


def test_an_auditor_pages_through_and_is_told_what_cannot_be_read(visit: Visit, inbox: Site) -> None:
    viewer = viewer_of(inbox, "demo")
    for _ in range(55):
        inbox.service.proposals_of("p01-amelie", viewer=viewer, at=inbox.at)
    page = visit("auditor", "/audit", script=False)
    numbers = page.locator("tbody td.number")
    first = numbers.all_inner_texts()
    assert len(first) == 50
    assert first == sorted(first, key=int, reverse=True)  # the latest first
    heading = page.get_by_role("heading", name="Entrées").inner_text()
    assert heading.endswith(first[0])
    page.get_by_role("link", name="Entrées précédentes").click()
    assert int(numbers.first.inner_text()) == int(first[-1]) - 1
    expect(page.get_by_role("heading", name="Entrées")).to_have_text(heading)
    page.get_by_role("link", name="Dernières entrées").click()
    assert int(numbers.first.inner_text()) == int(first[0]) + 2  # each page that is read leaves an entry
    page.goto("/audit?act=steal&actor=demo")
    expect(page.get_by_role("alert")).to_contain_text("« steal » n'est pas un acte")
    expect(page.locator("input[name=actor]")).to_have_value("demo")
    visit.forgive()


def test_other_roles_have_no_audit(visit: Visit) -> None:
    page = visit("administrator", "/audit", lang="de")
    expect(page.get_by_role("alert")).to_contain_text("hat das Recht «das Prüfprotokoll lesen»")
    expect(page.locator("tbody")).to_have_count(0)
    visit.forgive()


def test_what_is_refused_is_said_in_the_language_of_the_page(visit: Visit) -> None:
    page = visit("demo", "/files/p10-jerome?limit=50", lang="it", script=False)
    card = page.locator("article.card:has(.decide):not(:has(.done))").first
    card.locator("details.defer > summary").click()
    card.locator("details.defer fieldset button.reason").first.click()  # a reason to wait needs a day
    expect(page.get_by_role("alert")).to_have_text(
        "Si mette in attesa senza motivo, o con un motivo e un giorno; indicare entrambi."
    )
    visit.forgive()


def test_a_fact_stated_twice_is_said_to_be_there_already(visit: Visit, inbox: Site, gardener: str) -> None:
    page = visit("demo-fr", "/files/p08-hugo/history", lang="de", script=False)
    card = page.locator(f"article#{gardener}")
    for _ in range(2):
        page.goto("/files/p08-hugo/history")
        card.locator("summary", has_text="Was folgte").click()
        card.locator("select[name=kind]").select_option("certificate")
        card.locator("select[name=source]").select_option("person")
        card.get_by_role("button", name="Es trifft zu").click()
    expect(card.get_by_role("alert")).to_contain_text("ist für diesen Vorschlag schon festgehalten")
    visit.forgive()
