"""Nobody is lulled into a yes: what speaks against an option stands before its buttons, open, in plain sight.

One top card in ten is made a bad one: its measure is full for most of a year. Its warning must be seen without opening
anything, and a page that folds it away must be found out.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.web.conftest import Site, Visit

from matching.domain.opportunity import Capacity
from matching.domain.vocabulary.catalogue import CapacityStatus
from matching.storage import opportunities
from matching.storage.scope import NOBODY

PEOPLE = (
    *("p01-amelie", "p02-besnik", "p03-chloe", "p04-daniel", "p05-esma"),
    *("p06-francois", "p07-gabriela", "p08-hugo", "p09-ines", "p10-jerome"),
)
SEEDED = "p05-esma"


@pytest.fixture(scope="module")
def bad_top(site: Site) -> Iterator[str]:
    """The option that stands first for one of ten people, full for forty weeks; afterwards as it was."""
    viewer = site.service.viewer("demo")
    top = site.service.recommend(SEEDED, viewer=viewer, at=site.at).cards[0].opportunity
    with site.service.workplace.database.read(NOBODY) as connection:
        good = opportunities.get_current(connection, top)
    assert good is not None
    full = Capacity(status=CapacityStatus.WAITING_LIST, free_places=0, waiting_weeks=40)
    put(site, good.model_copy(update={"capacity": full}))
    yield top
    put(site, good)


def put(site: Site, option: object) -> None:
    with site.service.workplace.database.begin(NOBODY) as connection:
        opportunities.upsert(connection, [option], source="own", at=site.at)  # type: ignore[list-item]


def hidden_warnings(page: Page) -> list[str]:
    """What a card warns of, or asks, that is not seen before its buttons."""
    hidden = []
    for card in page.locator("article.card").all():
        buttons = card.locator(".doing").bounding_box()
        assert buttons is not None
        for told in card.locator(".warning, .facts .against dd, .facts .to_check dd").all():
            box = told.bounding_box() if told.is_visible() else None
            if box is None or box["y"] + box["height"] > buttons["y"] or not told.inner_text().strip():
                hidden.append(told.inner_text())
    return hidden


@pytest.mark.parametrize("person", PEOPLE)
def test_what_speaks_against_an_option_is_seen_before_its_buttons(visit: Visit, bad_top: str, person: str) -> None:
    page = visit("demo", f"/files/{person}", script=False)
    assert page.locator("article.card").count() > 0
    assert hidden_warnings(page) == []
    if person == SEEDED:
        card = page.locator("article.card", has=page.locator(f"input[name=opportunity][value='{bad_top}']"))
        expect(card).to_contain_text("40 semaines")
        assert "40 semaines" in card.inner_text().split("Retenir")[0]


def test_a_page_that_folds_a_warning_away_is_found_out(visit: Visit, bad_top: str) -> None:
    del bad_top
    page = visit("demo", "/files/p04-daniel")
    page.evaluate(
        "document.querySelectorAll('article.card').forEach(card => {"
        " const told = card.querySelector('.warning, .facts .against');"
        " const fold = document.createElement('details');"
        " if (told) { told.before(fold); fold.append(told); } })"
    )
    assert hidden_warnings(page)
