"""Free places, and the people for one: with reasons, or explicitly nobody."""

import pytest
from playwright.sync_api import expect
from tests.e2e.web.conftest import Site, Visit

WORDS = {"fr": ("Places libres", "Aucun dossier disponible"), "de": ("Freie Plätze", "Kein Dossier verfügbar")}


@pytest.mark.parametrize(("lang", "script"), [("fr", False), ("de", True)])
def test_from_a_free_place_to_its_people(visit: Visit, inbox: Site, lang: str, *, script: bool) -> None:
    page = visit("demo-ssr", "/places", lang=lang, script=script)
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS[lang][0])
    expect(page.locator("tbody tr").first).to_contain_text("NE")  # one's own canton first
    page.locator("select[name=kind]").select_option("placement")
    page.locator("select[name=territory]").select_option("CH-NE")
    page.locator("form.filters button").click()
    regions = page.locator("tbody tr td:nth-child(4)").all_inner_texts()
    assert regions
    assert all(region.endswith("NE") for region in regions)
    page.locator("a[href$='ne-isp-couture']").click()
    card = page.locator("article.candidate", has_text="p05-esma")
    expect(card.locator(".for")).to_be_visible()
    expect(card.locator("table").first).to_be_visible()
    assert page.locator("#answer").count() == 0
    card.locator("h3 a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("p05-esma")


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_nobody_is_said_with_what_rules_people_out(visit: Visit, inbox: Site, lang: str) -> None:
    page = visit("demo", "/places/own:vd-mip-atelier-velo", lang=lang)
    expect(page.locator(".note")).to_contain_text(WORDS[lang][1])
    expect(page.locator("tbody tr").first).to_contain_text("12")
    assert page.locator("article.candidate").count() == 0


def test_a_wrong_filter_is_a_refusal(visit: Visit, inbox: Site) -> None:
    for query in ("territory=Vaud", "kind=holiday", "skip=-1"):
        page = visit("demo-ssr", f"/places?{query}")
        expect(page.get_by_role("alert")).to_contain_text("n'est pas complet")
    visit.forgive()
