"""A counsellor's morning: the caseload, one person, an option refused and one kept, with and without a mouse."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.web.conftest import PERSON, Site, Visit

from matching.domain.proposal_states import UNDER_WAY
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import ProposalStatus, Verb
from matching.web.routes.person import anchor

WORDS = {"fr": ("Mes dossiers", "Refuser…", "refusée"), "de": ("Meine Dossiers", "Ablehnen…", "abgelehnt")}

DECIDED_FOR = {
    OpportunityKind.VACANCY: ("demo", "p02-besnik", "p06-francois"),
    OpportunityKind.MEASURE: ("demo-fr", "p11-marion", "p12-thierry"),
    OpportunityKind.PLACEMENT: ("demo-fr", "p08-hugo", "p09-ines"),
}
"""Who decides on an option of each kind, for whom one is kept, and for whom one is refused."""


@pytest.fixture(autouse=True)
def undone(site: Site) -> None:
    """What other tests decided of these people is taken back: each finds something to decide on."""
    service = site.service
    for account, *people in (*DECIDED_FOR.values(), ("demo", PERSON)):
        told: dict[str, Any] = {"viewer": service.viewer(account), "at": site.at}
        for person in people:
            for each in service.proposals_of(person, **told):
                if each.word.status in {*UNDER_WAY, ProposalStatus.REJECTED} - {ProposalStatus.STARTED}:
                    service.withdraw(each.id, expected_version=each.version, **told)


def undecided(page: Page, kind: str = "") -> str:
    """The id of the first card, of a kind, that nothing is decided of and that is this office's to decide on."""
    marked = f".{kind}" if kind else ""
    id_ = page.locator(f"article.card{marked}:has(.decide):not(:has(.done))").first.get_attribute("id")
    assert id_ is not None
    return id_


@pytest.mark.parametrize("lang", ["fr", "de"])
@pytest.mark.parametrize("script", [True, False])
def test_from_the_caseload_to_a_reasoned_no(visit: Visit, lang: str, *, script: bool) -> None:
    files, refuse, refused = WORDS[lang]
    page = visit("demo", "/files", lang=lang, script=script)
    expect(page.get_by_role("heading", level=1)).to_have_text(files)
    page.get_by_role("link", name=PERSON).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PERSON)
    card = page.locator(f"#{undecided(page)}")
    card.get_by_text(refuse, exact=True).click()
    card.locator("details.reject button[value=too_far]").click()
    expect(page.locator(f"#{card.get_attribute('id')} .done")).to_contain_text(refused)
    assert "slate=r-" in page.url


def test_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("demo", f"/files/{PERSON}")
    wanted = undecided(page)
    for _ in range(
        1 + page.locator("article.card").evaluate_all("(all, id) => all.findIndex(c => c.id === id)", wanted)
    ):
        page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator(f"#{wanted} .done")).to_contain_text("retenue")
    page.locator(f"#{wanted} .done a").first.press("Enter")
    expect(page.locator("article.card:target")).to_contain_text("retenue")  # the next steps stand in the history


@pytest.mark.parametrize("kind", list(OpportunityKind))
def test_no_costs_no_more_actions_than_yes(visit: Visit, kind: OpportunityKind) -> None:
    """Of each kind: open the list, choose the reason, and there is an answer; nothing is chosen beforehand."""
    actions = {}
    account, *people = DECIDED_FOR[kind]
    for verb, person in zip((Verb.ACCEPT, Verb.REJECT), people, strict=True):
        page = visit(account, f"/files/{person}?kind={kind.value}", script=False)
        assert page.locator("input:checked:not([name=kind]), option[selected]").count() == 0
        answers = page.locator("article.card .done, article.card [role=alert]")
        before, done = answers.count(), 0
        card = page.locator(f"#{undecided(page, kind.value)}")
        for act in (f"details.{verb.value} > summary", f"details.{verb.value} button.reason >> nth=0"):
            card.locator(act).click()
            done += 1
        expect(answers).to_have_count(before + 1)
        actions[verb] = done
    assert actions[Verb.REJECT] <= actions[Verb.ACCEPT]
    visit.forgive()


def test_where_others_prescribe_the_card_says_who_instead_of_asking(visit: Visit, site: Site) -> None:
    page = visit("demo", "/files/p03-chloe?limit=50", script=False)
    viewer = site.service.viewer("demo")
    shown = site.service.shown_again(page.locator("input[name=slate]").first.input_value(), viewer=viewer, at=site.at)
    for card in shown.cards:
        said = page.locator(f"#{anchor(card.opportunity)}")
        theirs = next((line.text for line in card.lines if line.code == "prescribers"), None)
        if card.kind is OpportunityKind.VACANCY or (theirs and "unité commune" in theirs):
            expect(said.locator(".decide summary")).to_have_count(3)
        else:
            expect(said.locator(".decide")).to_have_count(0)
            expect(said.locator(".elsewhere")).to_contain_text("ne prescrit pas" if theirs else "prescrivent")
    assert page.locator(".elsewhere").count() > 0 < page.locator(".decide").count()


def test_a_blocking_need_that_no_option_answers_is_named(visit: Visit) -> None:
    page = visit("demo-ssr", "/files/p05-esma", script=False)
    first = page.locator(".needs li").first
    expect(first).to_contain_text("bloquant")
    expect(first.locator(".unaddressed")).to_contain_text("Aucune option de cette liste")
    first.get_by_role("link", name="Parcours").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Parcours")


def test_what_was_typed_stays_when_a_decision_is_refused(visit: Visit) -> None:
    page = visit("demo", f"/files/{PERSON}", script=False)
    card = page.locator(f"#{undecided(page)}")
    card.locator("details.defer > summary").click()
    card.locator("details.defer input[name=text]").fill("Rappeler lundi")
    card.locator("details.defer fieldset button.reason").first.click()  # a reason to wait needs a day
    expect(page.get_by_role("alert")).to_contain_text("un motif et un jour")
    expect(page.locator("details.defer[open] input[name=text]")).to_have_value("Rappeler lundi")
    visit.forgive()


def test_sent_twice_it_is_recorded_once(visit: Visit, site: Site) -> None:
    page = visit("demo", f"/files/{PERSON}", script=False)
    card = page.locator(f"#{undecided(page)}")
    form = card.locator("details.accept form")
    fields = dict(form.evaluate("form => [...new FormData(form)]"))
    address = str(form.get_attribute("action"))
    chosen = {"reason": str(card.locator("details.accept button.reason").first.get_attribute("value"))}
    headers = {"Origin": site.url}
    answers = [page.request.post(address, form=fields | chosen, headers=headers, max_redirects=0) for _ in range(2)]
    assert [answer.status for answer in answers] == [303, 303]
    slate = re.search(r"slates/(r-[0-9a-f]+)/", address)
    assert slate is not None
    viewer = site.service.viewer("demo")
    made = site.service.proposals_of(PERSON, viewer=viewer, at=site.at)
    assert [each.version for each in made if each.word.recommendation == slate[1]] == [1]


def test_what_is_under_way_is_marked_on_every_later_list_and_decided_on_where_it_began(
    visit: Visit, site: Site
) -> None:
    page = visit("demo", f"/files/{PERSON}", script=False)
    wanted = undecided(page, "vacancy")
    page.locator(f"#{wanted} details.defer > summary").click()
    page.locator(f"#{wanted} details.defer form > button.reason").click()
    expect(page.locator(f"#{wanted} .done")).to_contain_text("en attente")
    page.goto(f"/files/{PERSON}?limit=50")  # looked for anew
    card = page.locator(f"#{wanted}")
    expect(card.locator(".done")).to_contain_text("en attente")
    seen = page.locator("input[name=seen]").first.get_attribute("value")
    card.locator("details.accept > summary").click()
    card.locator("details.accept button.reason").first.click()
    expect(page.locator(f"#{wanted} .done")).to_contain_text("retenue")
    assert f"slate={seen}" in page.url
    viewer = site.service.viewer("demo")
    made = site.service.proposals_of(PERSON, viewer=viewer, at=site.at)
    going_on = [each.word for each in made if each.word.status in UNDER_WAY]
    assert [word.status for word in going_on if anchor(word.opportunity) == wanted] == [ProposalStatus.ACCEPTED]


@pytest.mark.parametrize("verb", list(Verb))
def test_a_decision_is_undone_on_its_card(visit: Visit, site: Site, verb: Verb) -> None:
    page = visit("demo", "/files/p02-besnik?kind=vacancy", script=False)
    wanted = undecided(page)
    page.locator(f"#{wanted} details.{verb.value} > summary").click()
    page.locator(f"#{wanted} details.{verb.value} button.reason >> nth=0").click()
    form = page.locator(f"#{wanted} form[action$=undo]")
    fields, address = dict(form.evaluate("form => [...new FormData(form)]")), str(form.get_attribute("action"))
    page.locator(f"#{wanted}").get_by_role("button", name="Annuler").click()
    expect(page).to_have_url(re.compile("kind=vacancy"))
    again = page.request.post(address, form=fields, headers={"Origin": site.url}, max_redirects=0)
    assert again.status == 303  # sent twice it is done once
    card = page.locator(f"#{wanted}")
    expect(card.get_by_role("status")).to_contain_text("Décision annulée")
    expect(card.locator(".decide summary")).to_have_count(3)


def test_options_of_one_person_never_stand_under_the_name_of_another(visit: Visit, site: Site) -> None:
    page = visit("demo", f"/files/{PERSON}", script=False)
    form = page.locator("article.card details.accept form").first
    shown = re.search(r"slates/(r-[0-9a-f]+)/", str(form.get_attribute("action")))
    assert shown is not None
    page.goto(f"/files/p02-besnik?slate={shown[1]}")
    expect(page.get_by_role("alert")).to_contain_text("Rien n'est enregistré ici")
    assert page.locator("article.card").count() == 0
    sent = {"slate": shown[1], "opportunity": "own:none"}  # what a block refuses comes back with the slate it names
    answer = page.request.post("/files/p02-besnik/blocks", form=sent, headers={"Origin": site.url})
    assert answer.status == 404
    assert shown[1] not in answer.text().replace(f"sous {shown[1]}", "")
    visit.forgive()


@pytest.mark.parametrize("script", [True, False])
def test_a_filter_stays_through_a_decision(visit: Visit, *, script: bool) -> None:
    page = visit("demo", "/files/p02-besnik", script=script)
    filters = page.locator("form.filters")
    filters.get_by_label("Emploi").check()
    filters.get_by_label("Au plus à").fill("40")
    filters.get_by_label("conditions remplies seulement").check()
    filters.get_by_role("button", name="Filtrer").click()
    expect(page).to_have_url(re.compile("kind=vacancy&within=40&certain=true"))
    cards = page.locator("article.card")
    assert cards.count() == page.locator("article.card.vacancy .state.eligible").count() > 0
    card = page.locator(f"#{undecided(page)}")
    card.get_by_text("Refuser…", exact=True).click()
    card.locator("details.reject button.reason").first.click()
    expect(page.locator(f"#{card.get_attribute('id')} .done")).to_be_visible()
    expect(filters.get_by_label("Au plus à")).to_have_value("40")
    expect(filters.get_by_label("Emploi")).to_be_checked()
    page.get_by_role("link", name="chercher à nouveau").click()
    expect(page).to_have_url(re.compile("kind=vacancy&within=40&certain=true"))


def test_a_distance_that_is_none_is_said_in_one_sentence(visit: Visit) -> None:
    page = visit("demo", f"/files/{PERSON}?within=loin")
    expect(page.get_by_role("alert")).to_contain_text("nombre entier")
    page.goto(f"/files/{PERSON}?within=900")
    expect(page.get_by_role("alert")).to_contain_text("500")
    visit.forgive()
