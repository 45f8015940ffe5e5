"""The plan of three; why an option is missing and what would open it; the person's own no, taken back when they ask."""

from typing import Any

import pytest
from playwright.sync_api import expect
from tests.e2e.web.conftest import PERSON, Site, Visit


def test_three_sides_agree_each_in_its_own_words(visit: Visit) -> None:
    """The counsellor, the person with a dissent, the social worker in German; then the plan is agreed."""
    page = visit("demo", "/files/p04-daniel/plan", script=False)
    own = page.locator("form", has=page.locator("input[value=own]"))
    own.locator("textarea[name=text]").fill("Appeler trois entreprises")
    own.locator("select[name=objective]").select_option("job")
    own.locator("textarea[name=steps]").fill("Permis\nStage")
    own.locator("input[name=review]").fill("2027-02-01")
    own.get_by_role("button").click()
    expect(page.locator(".warning").first).to_have_text(
        "Pas encore convenu ; parts qui manquent : assistant social, la personne.", use_inner_text=True
    )
    page.get_by_text("Noter la part de la personne").click()
    persons = page.locator("form", has=page.locator("input[value=person]"))
    persons.locator("textarea[name=text]").fill("Deux lettres par semaine")
    persons.locator("textarea[name=dissent]").fill("Plutôt une formation")
    persons.get_by_role("button").click()
    expect(page.locator(".side").nth(2)).to_contain_text("Pas d'accord : Plutôt une formation")
    expect(page.locator(".warning").first).to_contain_text("parts qui manquent : assistant social.")
    expect(page.locator("form.agree")).to_have_count(0)
    other = visit("demo-csr", "/files/p04-daniel/plan", lang="de")
    expect(other.locator(".side").nth(0).locator("form")).to_have_count(0)
    other.locator("form", has=other.locator("input[value=own]")).locator("textarea[name=text]").fill("Budget klären")
    other.locator("form", has=other.locator("input[value=own]")).get_by_role("button").click()
    other.get_by_role("button", name="Festhalten, dass alle drei einverstanden sind").click()
    expect(other.locator(".done")).to_contain_text("Von allen dreien vereinbart")
    page.reload()
    expect(page.locator("main")).to_contain_text("Permis")
    expect(page.locator(".done")).to_contain_text("Convenu par les trois")


def test_a_plan_that_is_refused_keeps_what_was_typed(visit: Visit, site: Site) -> None:
    viewer = site.service.viewer("demo")
    site.service.write_part("p05-esma", "Couture", viewer=viewer, at=site.at, objective="stabilisation")
    page = visit("demo", "/files/p05-esma/plan", script=False)
    page.get_by_text("Écrire ma part").click()
    page.get_by_text("Changer l'objectif").click()
    own = page.locator("form", has=page.locator("input[value=own]"))
    own.locator("textarea[name=text]").fill("Couture et français")
    own.locator("input[name=review]").fill("2026-01-01")
    own.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("est passé")
    expect(own.locator("textarea[name=text]")).to_have_value("Couture et français")
    visit.forgive()


def test_what_was_not_touched_is_not_written_over(visit: Visit, site: Site) -> None:
    """Somebody else changes the steps while a part is being written: both stay."""
    viewer = site.service.viewer("demo")
    told: dict[str, Any] = {"viewer": viewer, "at": site.at}
    site.service.write_part("p06-francois", "Archives", objective="lasting_adapted_work", steps=["Visite"], **told)
    page = visit("demo", "/files/p06-francois/plan", script=False)
    site.service.write_part("p06-francois", "Oui", of_person=True, steps=["Visite", "Essai"], **told)
    page.get_by_text("Écrire ma part").click()
    own = page.locator("form", has=page.locator("input[value=own]"))
    own.locator("textarea[name=text]").fill("Archives, deux jours")
    own.get_by_role("button").click()
    expect(page.locator("ol > li")).to_have_text(["Visite", "Essai"])
    expect(page.locator(".side").nth(0)).to_contain_text("Archives, deux jours")


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_an_option_is_found_by_words_and_says_why_not(visit: Visit, lang: str) -> None:
    page = visit("demo", f"/files/{PERSON}/why-not", lang=lang, script=False)
    page.get_by_role("searchbox").fill("agent de maintenance")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Agent de maintenance").first.click()
    article = page.locator("article.card")
    expect(article.get_by_role("heading", level=2)).to_contain_text("Agent de maintenance")
    expect(article.locator(".state").first).to_have_text(
        {"fr": "conditions non remplies", "de": "Bedingungen nicht erfüllt"}[lang]
    )
    assert article.locator(".verdicts li.not_met").count() > 0
    expect(page.get_by_role("searchbox")).to_have_value("agent de maintenance")


def test_measures_that_open_an_option_are_named(visit: Visit, site: Site) -> None:
    """As the rules say them: the page shows what the answer holds, each measure a link to its own page."""
    viewer = site.service.viewer("demo")
    for person in ("p01-amelie", "p05-esma", "p11-marion"):
        for option in site.service.list_options(viewer=viewer, at=site.at, limit=200):
            if option.kind != "vacancy":
                continue
            answer = site.service.why_not(person, option.id, viewer=viewer, at=site.at)
            if answer.measures_that_open:
                page = visit("demo", f"/files/{person}/why-not?o={option.id}")
                first = answer.measures_that_open[0].steps[0]
                page.locator(".ways").get_by_role("link", name=first.title).first.click()
                expect(page.get_by_role("heading", level=2)).to_have_text(first.title)
                return
    pytest.fail("no option of the demo is opened by a measure")


def test_pathways_say_what_would_open(visit: Visit, site: Site) -> None:
    found = site.service.pathways(PERSON, viewer=site.service.viewer("demo"), at=site.at, lang="de")
    page = visit("demo", f"/files/{PERSON}/pathways", lang="de")
    expect(page.locator("article.card")).to_have_count(len(found.pathways))
    for way in found.pathways:
        expect(page.locator("main")).to_contain_text(way.in_words)


def test_nothing_found_is_one_sentence_and_an_option_there_is_not_too(visit: Visit) -> None:
    page = visit("demo", f"/files/{PERSON}/why-not?q=xyzzyx")
    expect(page.locator(".note")).to_contain_text("Rien ne correspond à « xyzzyx »")
    page.goto(f"/files/{PERSON}/why-not?o=own:never")
    expect(page.get_by_role("alert")).to_contain_text("Aucune option own:never")
    visit.forgive()


@pytest.mark.parametrize("script", [True, False])
def test_the_persons_no_rests_an_option_until_they_ask_for_it(visit: Visit, *, script: bool) -> None:
    person = "p02-besnik" if script else "p09-ines"
    page = visit("demo", f"/files/{person}", script=script)
    title = page.locator("article.card h4").last.inner_text().partition(" ")[2]
    page.locator("details.refusing > summary").click()
    form = page.locator("details.refusing form")
    expect(form.locator("select[name=opportunity]")).to_have_value("")
    form.locator("select[name=opportunity]").select_option(label=title)
    form.get_by_role("button", name="pas maintenant, trop tôt").click()
    expect(page.get_by_role("alert")).to_contain_text("demande une date")
    visit.forgive()
    page.locator("input[name=words]").fill("Après les fêtes")
    page.locator("input[name=until]").fill("2027-01-15")
    page.get_by_role("button", name="pas maintenant, trop tôt").click()
    page.locator("details.resting > summary").click()
    rests = page.locator("details.resting li", has_text=title)
    expect(rests).to_contain_text("jusqu'au 15.01.2027")
    rests.get_by_role("button", name=f"Reprendre : {title}").click()
    expect(page.locator("details.resting li", has_text=title)).to_have_count(0)
    page.goto(f"/files/{person}/history")
    expect(page.locator("section", has_text="Refus notés").first).to_contain_text("Après les fêtes")


def test_whoever_only_pays_notes_no_refusal(visit: Visit, site: Site) -> None:
    page = visit("payer", "/about")
    for path, fields in (
        (f"/files/{PERSON}/refusals", {"reason": "too_far"}),
        (f"/files/{PERSON}/refusals/end", {}),
        (f"/files/{PERSON}/plan/parts", {"whose": "own", "text": "x"}),
        (f"/files/{PERSON}/plan/agreement", {}),
    ):
        sent: dict[str, Any] = {"once": "x", "opportunity": "own:vd-acit"} | fields
        answer = page.request.post(path, form=sent, headers={"Origin": site.url}, max_redirects=0)
        assert answer.status == 403, path
    visit.forgive()
