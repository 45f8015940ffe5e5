"""A provider answers requests and notes what it sees; person and counsellor have their word before it counts."""

from typing import Any

import pytest
from playwright.sync_api import expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.inbox.conftest import Agreed, Everybody, nothing_is_chosen, viewer_of

from matching.domain.vocabulary.catalogue import OpportunityKind


@pytest.fixture
def asked(inbox: Site, agreed: Agreed) -> str:
    """p05-esma is put to the sewing workshop; the id of the proposal."""
    entry = agreed("demo-ssr", "p05-esma", "own:ne-isp-couture", OpportunityKind.PLACEMENT)
    told: dict[str, Any] = {"viewer": viewer_of(inbox, "demo-ssr"), "at": inbox.at, "expected_version": entry.version}
    return inbox.service.provider_moves(entry.id, "requested", text="Dès lundi", **told).id


@pytest.mark.parametrize(("lang", "script"), [("fr", False), ("de", True)])
def test_invited_then_refused_with_a_reason_and_words_for_the_person(
    visit: Visit, inbox: Site, asked: str, lang: str, *, script: bool
) -> None:
    page = visit("couture", "/participants", lang=lang, script=script)
    page.locator(f"a[href='/participants/{asked}']").click()
    expect(page.locator("main")).to_contain_text("Dès lundi")
    expect(page.locator("main")).to_contain_text("SSR de La Chaux-de-Fonds")  # the unit of the person's file
    expect(page.locator("main")).to_contain_text({"fr": "et non par ce service", "de": "nicht dieser Dienst"}[lang])
    assert nothing_is_chosen(page)
    steps = page.locator(".steps details")
    invite = steps.filter(has=page.locator("input[value=invited]"))
    invite.locator("summary").click()
    invite.locator("input[name=on]").fill("2026-11-25")
    invite.locator("button").click()
    expect(page.locator(".history")).to_contain_text("25.11.2026")
    refuse = steps.filter(has=page.locator("input[value=provider_refused]"))
    refuse.locator("summary").click()
    refuse.locator("button[value=other]").click()  # "other" takes words
    expect(page.get_by_role("alert")).to_contain_text({"fr": "se dit en mots", "de": "wird in Worten gesagt"}[lang])
    refuse.locator("textarea").fill("Nous n'avons plus de place avant mars.")
    refuse.locator("button[value=no_position]").click()
    expect(page.locator("blockquote")).to_have_text("Nous n'avons plus de place avant mars.")
    word = inbox.service.proposal(asked, viewer=viewer_of(inbox, "demo-ssr"), at=inbox.at).word
    assert word.status.value == "provider_refused"
    visit.forgive()


def test_an_invitation_without_a_day_says_that_none_is_set(visit: Visit, asked: str) -> None:
    page = visit("couture", f"/participants/{asked}", script=False)
    invite = page.locator(".steps details", has=page.locator("input[value=invited]"))
    invite.locator("summary").click()
    invite.locator("button").click()
    expect(page.locator(".history")).to_contain_text("invitation à un entretien, jour pas encore fixé")


def test_what_was_typed_stays_when_a_step_is_refused(visit: Visit, inbox: Site, asked: str) -> None:
    page = visit("couture", f"/participants/{asked}", script=False)
    admit = page.locator(".steps details", has=page.locator("input[value=admitted]"))
    admit.locator("summary").click()
    admit.locator("input[name=text]").fill("Commence mardi")
    told: dict[str, Any] = {"viewer": viewer_of(inbox, "couture"), "at": inbox.at}
    now = inbox.service.proposal(asked, **told)
    inbox.service.provider_moves(asked, "waiting_list", expected_version=now.version, **told)
    admit.locator("button").click()
    expect(page.get_by_role("alert")).to_contain_text("version")
    expect(admit.locator("input[name=text]")).to_have_value("Commence mardi")
    admit.locator("button").click()  # the page now stands on the version that is
    expect(page.locator(".history")).to_contain_text("Commence mardi")
    visit.forgive()


@pytest.mark.parametrize(("lang", "script"), [("fr", False), ("de", True)])
def test_from_an_observation_to_the_file(
    visit: Visit, inbox: Site, gardener: str, everybody: Everybody, lang: str, *, script: bool
) -> None:
    skill = f"Tailler une haie ({lang})"
    page = visit("jardins", f"/participants/{gardener}", lang=lang, script=script)
    assert nothing_is_chosen(page)
    form = page.locator("form[action$='/observations']")
    form.locator("[name=seen_from]").fill("2026-11-11")
    form.locator("[name=seen_to]").fill("2026-11-17")
    form.locator("[name=skills]").fill(f"{skill}\n\n  ")
    form.locator("[name=text]").fill("Travaille avec soin.")
    form.locator("button").click()
    expect(page.get_by_role("alert")).to_contain_text({"fr": "Sans l'accord", "de": "Einverständnis"}[lang])
    expect(form.locator("[name=skills]")).to_have_value(f"{skill}\n\n  ")
    form.locator("[name=with_consent]").check()
    form.locator("button").click()
    expect(page.get_by_role("status")).to_be_visible()

    page = visit("demo-fr", "/files/p08-hugo", lang=lang, script=script)
    page.locator("nav.about a[href='/files/p08-hugo/observations']").click()
    seen = page.locator("article.card", has_text=skill)
    assert nothing_is_chosen(page)
    assert seen.locator("button[value=confirm]").count() == 0  # the person sees it first
    seen.locator("summary").click()
    seen.locator("textarea").fill("Oui")
    seen.locator("details button").click()
    seen.locator("button[value=confirm]").click()
    correction = page.locator("article.card", has=page.locator("h3", has_text=skill))
    correction.locator("button[value=confirm]").click()
    known = inbox.service.show_profile("p08-hugo", viewer=viewer_of(inbox, "demo-fr"), at=inbox.at).profile
    assert skill in [each.label for each in known.skills.items]
    if script:
        everybody(page)
        everybody(visit("jardins", f"/participants/{gardener}", lang=lang))
    visit.forgive()


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("pace", "vite", "nombre entier"),
        ("pace", "180", "Rythme vaut de 0 à 100, pas 180"),
        ("attendance", "-3", "Présence vaut de 0 à 100, pas -3"),
        ("skills", "x" * 301, "au plus 300 signes"),
        ("seen_from", "hier", "n'est pas un jour"),
        ("seen_from", "", "Il manque un jour, « Premier jour vu »"),
        ("seen_to", "", "Il manque un jour, « Dernier jour vu »"),
        ("level", "b1", "sans sa langue"),
        ("language", "klingon", "Observation refusée"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    visit: Visit, inbox: Site, gardener: str, field: str, typed: str, says: str
) -> None:
    page = visit("jardins", f"/participants/{gardener}", script=False)
    fields: dict[str, Any] = {
        "seen_from": "2026-11-11",
        "seen_to": "2026-11-17",
        "with_consent": "yes",
        "text": "Bien",
        "once": "k",
    }
    address = f"/participants/{gardener}/observations"
    answer = page.request.post(address, form=fields | {field: typed}, headers={"Origin": inbox.url})
    assert answer.status == 422
    page.set_content(answer.text())
    expect(page.get_by_role("alert")).to_contain_text(says)
    visit.forgive()


def test_a_participant_of_another_is_as_unknown_as_none(visit: Visit, inbox: Site, gardener: str) -> None:
    told = []
    for decision in (gardener, "proposals-nowhere"):
        page = visit("couture", f"/participants/{decision}")
        told.append(page.locator("main").inner_text().replace(decision, "ID"))
    assert told[0] == told[1]
    visit.forgive()


@pytest.mark.parametrize("account", ["demo", "payer", "programme_manager"])
def test_other_roles_have_no_participants(visit: Visit, inbox: Site, account: str) -> None:
    page = visit(account, "/participants")
    expect(page.get_by_role("alert")).to_contain_text("n'a pas le droit")
    visit.forgive()


def test_files_of_other_units_have_no_observations_here(visit: Visit, inbox: Site, gardener: str) -> None:
    del gardener
    told = []
    for person in ("p08-hugo", "p99-nobody"):
        page = visit("demo-ssr", f"/files/{person}/observations")
        told.append(page.locator("main").inner_text().replace(person, "ID"))
    assert told[0] == told[1]
    visit.forgive()
