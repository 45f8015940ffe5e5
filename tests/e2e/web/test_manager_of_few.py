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


def test_an_empty_plan_has_no_file(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/capacity?format=csv")
    expect(page.get_by_role("alert")).to_contain_text("pas de tableau")
    visit.forgive()
