"""The history of a person: who decided what and why, the next steps as small forms, and a decision taken back."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.test_everyone_can import violations

from matching.domain.proposal_states import UNDER_WAY
from matching.domain.vocabulary.process import Verb

DAY = date(2026, 11, 18)


def decided(site: Site, person: str, verb: Verb = Verb.ACCEPT, kind: str = "vacancy", account: str = "demo") -> str:
    """The id of a proposal about the first option of a kind that nothing is decided of, on a new list."""
    viewer = site.service.viewer(account)
    shown = site.service.recommend(person, viewer=viewer, at=site.at, limit=50)
    known = site.service.proposals_of(person, viewer=viewer, at=site.at)
    under_way = {each.word.opportunity for each in known if each.word.status in UNDER_WAY}
    options = (card.opportunity for card in shown.cards if card.kind.value == kind)
    option = next(option for option in options if option not in under_way)
    reasons = {Verb.ACCEPT: ["matches_project"], Verb.REJECT: ["too_far"]}[verb]
    told: dict[str, Any] = {"viewer": viewer, "at": site.at}
    return site.service.decide(shown.id, option, verb, reasons=reasons, text="Vu ensemble", **told).id


def opened(page: Page, id_: str, form: str) -> Locator:
    """A proposal's small form, opened by its name."""
    card = page.locator(f"article#{id_}")
    card.locator("summary", has_text=form).click()
    return card


@pytest.mark.parametrize("script", [True, False])
def test_from_the_decision_to_the_last_day(visit: Visit, site: Site, *, script: bool) -> None:
    person = "p02-besnik" if script else "p10-jerome"
    id_ = decided(site, person)
    page = visit("demo", f"/files/{person}/history", script=script)
    card = page.locator(f"article#{id_}")
    expect(card.locator(".course li")).to_contain_text(["demo retenue · correspond au projet"])
    expect(card.locator(".course")).to_contain_text("Vu ensemble")
    expect(card.locator("summary")).to_have_text(["Réponse de la personne…", "Retirer…"])
    opened(page, id_, "Réponse").get_by_role("button", name="Elle accepte").click()
    expect(card.locator(".status")).to_have_text("acceptée par la personne")
    opened(page, id_, "Début").locator("details[open] input[name=on]").fill(str(DAY))
    card.get_by_role("button", name="La personne est venue").click()
    expect(card.locator(".status")).to_have_text("début")
    expect(card.locator("summary")).to_have_text(["Fin…", "Ce qui a suivi…"])
    opened(page, id_, "Fin").locator("details[open] input[name=on]").fill(str(DAY))
    card.get_by_role("button", name="emploi trouvé").click()
    expect(card.locator(".status")).to_have_text("abandon")
    opened(page, id_, "Ce qui a suivi").locator("select[name=kind]").select_option("certificate")
    card.locator("select[name=source]").select_option("person")
    card.get_by_role("button", name="C'est vrai").click()
    expect(card.locator(".later")).to_contain_text("certificat obtenu · oui")
    card.get_by_role("button", name="Corriger : non").click()
    expect(card.locator(".later")).to_contain_text("certificat obtenu · non")


def test_on_german_pages_the_person_says_no_with_a_reason(visit: Visit, site: Site) -> None:
    id_ = decided(site, "p07-gabriela")
    page = visit("demo", "/files/p07-gabriela/history", lang="de")
    opened(page, id_, "Antwort der Person").locator("details[open] input[name=text]").fill("Zu früh am Morgen")
    page.locator(f"article#{id_}").get_by_role("button", name="Arbeitszeiten unmöglich").click()
    card = page.locator(f"article#{id_}")
    expect(card.locator(".status")).to_have_text("von der Person abgelehnt")
    expect(card.locator(".course")).to_contain_text("Zu früh am Morgen")
    expect(page.get_by_role("heading", name=re.compile("Festgehaltene Absagen"))).to_be_visible()


def test_a_decision_is_taken_back_until_the_person_has_answered(visit: Visit, site: Site) -> None:
    id_ = decided(site, "p12-thierry", Verb.REJECT)
    page = visit("demo", "/files/p12-thierry/history", script=False)
    card = page.locator(f"article#{id_}")
    expect(card.locator(".decide")).to_have_count(0)
    card.get_by_role("link", name="revenir sur la décision").click()
    assert "slate=r-" in page.url
    option = page.url.partition("#")[2]
    page.locator(f"article#{option} details.accept > summary").click()
    page.locator(f"article#{option} details.accept button.reason").first.click()
    page.goto("/files/p12-thierry/history")
    expect(page.locator(f"article#{id_} .status")).to_have_text("retenue")
    expect(page.locator(f"article#{id_} .course > li")).to_have_count(2)


def test_only_whoever_could_pay_is_to_be_asked(visit: Visit, site: Site) -> None:
    id_ = decided(site, "p01-amelie", kind="measure")
    viewer = site.service.viewer("demo")
    site.service.answer(id_, "accepted", viewer=viewer, at=site.at, expected_version=1)
    page = visit("demo", "/files/p01-amelie/history")
    card = opened(page, id_, "Demander au payeur")
    names = card.locator("details[open] button.reason").all_inner_texts()
    assert 0 < len(names) < 6
    card.locator("details[open] button.reason").first.click()
    expect(card.locator(".status")).to_have_text("soumise au payeur")
    expect(card.locator(".course")).to_contain_text(names[0])


def test_what_was_typed_stays_when_a_step_is_refused(visit: Visit, site: Site) -> None:
    id_ = decided(site, "p08-hugo", account="demo-fr")
    viewer = site.service.viewer("demo-fr")
    site.service.answer(id_, "accepted", viewer=viewer, at=site.at, expected_version=1)
    page = visit("demo-fr", "/files/p08-hugo/history", script=False)
    card = opened(page, id_, "Début")
    card.locator("details[open] input[name=text]").fill("Vue au téléphone")
    card.locator("details[open] input[name=on]").fill(str(DAY + timedelta(days=9)))
    card.get_by_role("button", name="La personne est venue").click()
    expect(page.get_by_role("alert")).to_contain_text("le jour venu")
    expect(card.locator("details[open] input[name=text]")).to_have_value("Vue au téléphone")
    expect(card.locator("details[open] input[name=on]")).to_have_value(str(DAY + timedelta(days=9)))
    visit.forgive()


def test_sent_twice_a_step_is_taken_once_and_on_an_old_page_not_at_all(visit: Visit, site: Site) -> None:
    id_ = decided(site, "p11-marion", account="demo-fr")
    page = visit("demo-fr", "/files/p11-marion/history", script=False)
    form = page.locator(f"article#{id_} form[action$=answer]")
    address = str(form.get_attribute("action"))
    fields: dict[str, Any] = dict(form.evaluate("form => [...new FormData(form)]"))
    headers = {"Origin": site.url}
    sent = [
        page.request.post(address, form=fields | {"said": said} | more, headers=headers, max_redirects=0)
        for said, more in (("accepted", {}), ("accepted", {}), ("declined", {"once": "another"}))
    ]
    assert [answer.status for answer in sent] == [303, 303, 412]
    assert "la relire avant de la changer" in sent[2].text()
    assert site.service.proposal(id_, viewer=site.service.viewer("demo-fr"), at=site.at).version == 2


def test_what_was_shown_opens_again_as_it_was(visit: Visit, site: Site) -> None:
    viewer = site.service.viewer("demo")
    shown = site.service.recommend("p06-francois", viewer=viewer, at=site.at, limit=4)
    page = visit("demo", "/files/p06-francois/history")
    row = page.locator("tbody tr", has=page.locator(f"a[href*='{shown.id}']"))
    expect(row).to_contain_text(f"demo{len(shown.cards)}")
    row.get_by_role("link").first.click()
    expect(page.locator("article.card h4")).to_have_count(len(shown.cards))


@pytest.mark.parametrize("step", ["answer", "payer", "provider", "start", "end", "closing", "outcome"])
def test_other_roles_take_no_step(visit: Visit, site: Site, step: str) -> None:
    id_ = decided(site, "p09-ines", account="demo-fr") if step == "answer" else "proposals-1"
    page = visit("programme_manager", "/about")
    fields: dict[str, Any] = {"once": "x", "version": "1", "said": "accepted", "institution": "csr", "came": "yes"}
    fields |= {"state": "withdrawn", "kind": "certificate", "source": "person"}
    headers = {"Origin": site.url}
    answer = page.request.post(f"/files/p09-ines/proposals/{id_}/{step}", form=fields, headers=headers, max_redirects=0)
    assert answer.status == 403
    visit.forgive()


@pytest.mark.parametrize("width", [320, 1280])
def test_everybody_can_use_every_form(visit: Visit, site: Site, width: int) -> None:
    """One to ask the payer for, one under way and one refused: all forms open, as axe and a phone see them."""
    viewer = site.service.viewer("demo")
    told: dict[str, Any] = {"viewer": viewer, "at": site.at}
    decided(site, "p01-amelie", Verb.REJECT)
    for kind in ("measure", "vacancy"):
        id_ = decided(site, "p01-amelie", kind=kind)
        site.service.answer(id_, "accepted", expected_version=1, **told)
    site.service.start(id_, on=DAY, expected_version=2, **told)
    page = visit("demo", "/files/p01-amelie/history", width=width)
    page.evaluate(
        "document.querySelectorAll('details').forEach(each => { each.removeAttribute('name'); each.open = 1 })"
    )
    assert page.locator("article.card form").count() >= 6
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
