"""Searches that go on for a person: saved on their page, announced there and in the list of files, without script."""

import pytest
from playwright.sync_api import expect
from tests.e2e.web.conftest import Site, Visit
from tests.e2e.web.test_everyone_can import violations

from matching.domain.viewer import LOCAL_VIEWER
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING

WORDS = {
    "fr": ("Enregistrer ce filtre…", "Enregistrer", "Rien de nouveau depuis", "Nouvelles options depuis", "Vu"),
    "de": ("Diesen Filter speichern…", "Speichern", "Nichts Neues seit", "Neue Angebote seit", "Gesehen"),
}
REMOVE = {"fr": "Retirer", "de": "Entfernen"}


def came(site: Site, person: str, kind: str, id_: str) -> str:
    """A copy of the first option of a kind comes into the catalogue, and the night looks; its title."""
    service, at = site.service, site.at
    viewer = service.viewer("demo")
    (first, *_) = [
        card for card in service.recommend(person, viewer=viewer, at=at, limit=50).cards if card.kind.value == kind
    ]
    live = service.workplace.live(at)
    row = live.snapshot.row_of(first.opportunity)
    assert row is not None
    new = live.snapshot.option(row).model_copy(update={"id": id_, "title": f"Tout neuf {id_[4:]}"})
    with service.workplace.database.begin(EVERYTHING) as connection:
        opportunities.upsert(connection, [new], source="own", at=at)
    service.look_for_news(viewer=LOCAL_VIEWER, at=at)
    return new.title


def gone(site: Site, id_: str) -> None:
    with site.service.workplace.database.begin(EVERYTHING) as connection:
        left = {each.id for each in opportunities.all_current(connection)} - {id_}
        opportunities.withdraw_missing(connection, source="own", ids=left, at=site.at)


@pytest.mark.parametrize(("lang", "script", "person"), [("fr", True, "p03-chloe"), ("de", False, "p07-gabriela")])
def test_saved_announced_looked_at_and_removed(
    visit: Visit, site: Site, lang: str, person: str, *, script: bool
) -> None:
    save, do, nothing, new, looked = WORDS[lang]
    page = visit("demo", f"/files/{person}?kind=measure&within=80", lang=lang, script=script)
    page.get_by_text(save, exact=True).click()
    form = page.locator("details.saving form")
    expect(form).to_contain_text("80 km")
    form.locator("input[name=words]").fill("Pour janvier")
    form.get_by_role("button", name=do, exact=True).click()
    page.wait_for_url("**#searches")
    part = page.locator("#searches")
    expect(part).to_contain_text("Pour janvier")
    expect(part).to_contain_text(nothing)
    title = came(site, person, "measure", f"own:new-{lang}")
    page.goto("/files")
    alert = page.locator("tr", has_text=person).locator("a.sign")
    expect(alert).to_contain_text(new)
    if script:  # axe is a script
        assert violations(page) == []
    alert.click()
    expect(part.locator(".news")).to_contain_text(title)
    if script:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert violations(page) == []
    page.reload()  # looking at a page changes nothing
    expect(part.locator(".news")).to_contain_text(title)
    part.get_by_role("button", name=looked).click()
    expect(part.locator(".news")).to_have_count(0)
    page.goto("/files")
    expect(page.locator("tr", has_text=person).locator("a.sign")).to_have_count(0)
    page.goto(f"/files/{person}")
    part.get_by_role("button", name=REMOVE[lang]).click()
    expect(part).to_have_count(0)
    gone(site, f"own:new-{lang}")


def test_what_was_typed_stays_when_a_search_is_refused(visit: Visit, site: Site) -> None:
    person, service, at = "p06-francois", site.service, site.at
    viewer = service.viewer("demo")
    saved = [service.save_search(person, words=f"Une {n}", viewer=viewer, at=at) for n in range(10)]
    page = visit("demo", f"/files/{person}", script=False)
    page.get_by_text("Enregistrer ce filtre…").click()
    form = page.locator("details.saving form")
    form.locator("input[name=words]").fill("La onzième")
    form.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("en retirer une")
    again = page.locator("details.saving[open] form")
    expect(again.locator("input[name=words]")).to_have_value("La onzième")
    for each in saved:
        service.remove_search(person, each.id, viewer=viewer, at=at)
    visit.forgive()


def test_who_accompanies_nobody_saves_nothing(visit: Visit, site: Site) -> None:
    for account in ("programme_manager", "payer"):
        page = visit(account, "/about")
        for path in ("searches", "searches/looks", "searches/off"):
            form: dict[str, str | float | bool] = {"search": "searches-1", "slate": "r-1"}
            answer = page.request.post(f"/files/p03-chloe/{path}", form=form, headers={"Origin": site.url})
            assert answer.status == 403
    visit.forgive()
