"""What a programme manager reads where there are few people and no night was run: that nothing can be told."""

import pytest
from playwright.sync_api import expect
from tests.e2e.web.conftest import Visit

MANAGER = "programme_manager"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/manager/capacity", "Aucune nuit n'a encore calculé de prix ici."),
        ("/manager/places", "Personne n'a encore noté de places comptées ou visées."),
        ("/manager/remedies", "Aucun remède n'est noté."),
        ("/manager/report", "Aucune nuit n'a encore calculé de prix ici."),
    ],
)
def test_what_there_is_not_is_said(visit: Visit, path: str, sentence: str) -> None:
    page = visit(MANAGER, path)
    expect(page.get_by_text(sentence)).to_be_visible()


def test_nothing_is_explained_that_is_not_there(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/gaps")
    expect(page.get_by_text("En pointillé")).to_have_count(page.locator(".fill.untold").count() and 1)
    for heading in page.locator("main .head").all():
        if heading.locator("a.csv").count():
            expect(heading.locator("xpath=following-sibling::div[@class='scroll']")).to_have_count(1)
    page = visit(MANAGER, "/manager/rejections")
    expect(page.get_by_text("Aucune option n'est listée")).to_be_visible()
    expect(page.get_by_text("0 options")).to_have_count(0)
    expect(page.get_by_text("« – »")).to_have_count(0)


def test_offers_to_compare_say_from_which_likeness_on(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/overlaps")
    expect(page.get_by_role("heading", level=1)).to_have_text("Offres à comparer")
    expect(page.get_by_text("Ressemblance de 0 à 1, listées dès 0,45 (chiffre maison)")).to_be_visible()


def test_an_empty_plan_has_no_file(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/capacity?format=csv")
    expect(page.get_by_role("alert")).to_contain_text("pas de tableau")
    visit.forgive()
