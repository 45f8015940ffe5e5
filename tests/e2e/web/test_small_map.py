"""The small map stands in a card whose place is known, in its sentence too, and loads nothing from anywhere."""

import pytest
from playwright.sync_api import expect
from tests.e2e.web.conftest import PERSON, Site, Visit
from tests.e2e.web.test_everyone_can import violations

SENTENCE = {"fr": "à vol d'oiseau", "de": "Luftlinie"}


@pytest.mark.parametrize(("lang", "script"), [("fr", True), ("de", False)])
def test_a_card_with_a_known_place_has_a_map(visit: Visit, site: Site, lang: str, *, script: bool) -> None:
    page = visit("demo", f"/files/{PERSON}", lang=lang, script=script)
    viewer = site.service.viewer("demo")
    shown = site.service.shown_again(page.locator("input[name=slate]").first.input_value(), viewer=viewer, at=site.at)
    assert {card.distance_km is None for card in shown.cards} == {True, False}
    for number, card in enumerate(shown.cards):
        drawn = page.locator("article.card").nth(number).locator("figure.map svg")
        assert drawn.count() == (card.distance_km is not None), card.title
    first = page.locator("article.card", has=page.locator("figure.map")).first
    first.locator("details.more > summary").click()
    expect(first.locator("figcaption")).to_contain_text(SENTENCE[lang])
    expect(first.locator("svg")).to_be_visible()
    assert first.locator("svg [style], svg image, svg use, svg a").count() == 0
    title = first.locator("svg > title").text_content()
    assert title
    assert title in str(first.locator("figcaption").text_content())
    if script:  # axe is a script
        assert violations(page) == []


def test_the_map_fits_a_narrow_window(visit: Visit) -> None:
    page = visit("demo", f"/files/{PERSON}", width=320)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    box = page.locator("figure.map svg").first.bounding_box()
    assert box is not None
    assert 100 < box["width"] <= 240
