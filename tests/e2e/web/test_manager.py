"""A programme manager's morning: from a gap to the groups that have it, to a remedy; places, results, the report."""

import csv
import io
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from pydantic import SecretStr
from starlette.testclient import TestClient
from tests.e2e.web.canton import OUTSIDE_TITLE, fill
from tests.e2e.web.conftest import PASSWORD, Site, Visit, served
from tests.e2e.web.test_everyone_can import violations

from matching.bootstrap import open_service
from matching.disclosure.protect import LEAST
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings
from matching.use_cases.steering.sheet import HIDDEN
from matching.web.manager.part import PARTS

PEOPLE = 150
MANAGER = "programme_manager"
PATHS = tuple(f"/manager/{part}" for part in (*PARTS, "report"))


@pytest.fixture(scope="module")
def site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Iterator[Site]:
    """A canton in which enough people have the same needs for counts to be told; a night has counted them."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("canton") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        for account in (MANAGER, "payer"):
            service.add_account(account, role=account, viewer=LOCAL_VIEWER, at=at)
        for account in (MANAGER, "payer", "demo"):
            service.set_password(account, SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=at)
        manager = service.viewer(MANAGER)
        fill(service, PEOPLE, manager=manager, at=at)
        service.count_the_week(viewer=manager, at=at)
    with served(folder, at) as opened:
        yield opened


def table(page: Page, id_: str) -> list[list[str]]:
    """The cells of the table that a heading names."""
    rows = page.locator(f"[aria-labelledby='{id_}'] table tr").all()
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows]


WORDS = {
    "fr": ("Ce qui manque au catalogue", "numérique", "Par lieu", "Par langue", "Lausanne (VD)"),
    "de": ("Was dem Katalog fehlt", "Digitales", "Nach Ort", "Nach Sprache", "Lausanne (VD)"),
}


@pytest.mark.parametrize(("lang", "script"), [("fr", True), ("fr", False), ("de", True)])
def test_from_a_need_to_the_groups_that_have_it(visit: Visit, lang: str, *, script: bool) -> None:
    title, need, by_place, by_language, place = WORDS[lang]
    page = visit(MANAGER, "/manager/gaps", lang=lang, script=script)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("link", name=need, exact=True).click()
    expect(page.get_by_role("heading", name=by_place)).to_be_visible()
    page.get_by_role("link", name=place, exact=True).click()
    expect(page.get_by_role("heading", name=by_place)).to_have_count(0)
    expect(page.get_by_role("heading", name=by_language)).to_be_visible()
    assert page.url.endswith("/manager/gaps?need=digital&district=VD%2FLausanne")
    page.locator(".crumbs a", has_text="×").first.click()
    assert page.url.endswith("/manager/gaps?district=VD%2FLausanne")


def test_whoever_signs_in_begins_there(visit: Visit, site: Site) -> None:
    page = visit(None, "/signin")
    page.fill("input[name=account]", MANAGER)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    expect(page).to_have_url(f"{site.url}/manager/gaps")
    expect(page.locator(".top nav a[aria-current=page]")).to_have_text("Pilotage")


@pytest.mark.parametrize("path", [*PATHS, "/manager/gaps?need=digital", "/manager/gaps?by=district"])
def test_no_person_stands_on_a_page_and_no_count_of_few(visit: Visit, path: str) -> None:
    page = visit(MANAGER, path)
    assert not re.search(r"\bc-0\d{3}|p0\d-", page.content())
    hidden = page.locator(".masked").all_inner_texts()
    assert {"masqué"} >= {each for each in hidden if not each.startswith(("au moins", "–"))}
    cells = page.locator("[aria-labelledby^='gaps-by'] td.number").all_inner_texts()
    numbers = [int(each) for each in cells if each.strip().isdigit()]
    assert all(number == 0 or number >= LEAST for number in numbers)
    assert numbers or "gaps" not in path


def test_what_a_row_hides_its_bar_shows_as_hidden(visit: Visit) -> None:
    """The total is told, some of its parts are not: the bar is as long as the total, and the rest of it is dashed."""
    page = visit(MANAGER, "/manager/gaps")
    rows = page.locator("[aria-labelledby='gaps-by_need'] tbody tr:not(.total)")
    dashed = rows.filter(has=page.locator(".fill.untold")).filter(has=page.locator("td .masked"))
    assert dashed.count() == rows.filter(has=page.locator(".fill.untold")).count()


@pytest.mark.parametrize(("lang", "need"), [("fr", "numérique"), ("de", "Digitales")])
def test_what_was_proposed_outside_the_catalogue_is_counted_by_need(visit: Visit, lang: str, need: str) -> None:
    page = visit(MANAGER, "/manager/gaps", lang=lang, script=False)
    total, digital = table(page, "gaps-outside")[1:]
    assert (digital[0], digital[1], digital[3]) == (need, "30", "30")
    assert total[1].endswith("30")  # at least: the three of another need are not told
    assert total[1] != "30"
    assert OUTSIDE_TITLE not in page.content()
    page.get_by_role("link", name=need, exact=True).click()
    assert [row[1] for row in table(page, "gaps-outside")[1:]] == ["30"]
    answer = page.request.get("/manager/gaps?format=csv&table=outside")
    rows = list(csv.DictReader(io.StringIO(answer.text().lstrip("\ufeff"))))
    assert [(row["need"], row["all"], row["measure"]) for row in rows] == [
        ("", HIDDEN, HIDDEN),
        ("digital", "30", "30"),
    ]


def test_a_new_offer_becomes_a_remedy(visit: Visit, site: Site) -> None:
    page = visit(MANAGER, "/manager/gaps", script=False)
    offered = page.locator("[aria-labelledby='gaps-offers'] tbody tr").first
    people = offered.locator("td.number").nth(1).inner_text()
    offered.get_by_role("link").click()
    expect(page.locator("select[name=need] option:checked")).to_have_text(offered_need(site))
    expect(page.locator("input[name=people_expected]")).to_have_value(people)
    page.fill("input[name=what]", "Cours d'informatique, exemple")
    page.fill("input[name=promised_by]", "Service de l'emploi (exemple)")
    page.fill("input[name=by]", "2020-01-01")
    page.locator(".stated button").click()
    expect(page.get_by_role("alert")).to_contain_text("est passé")
    expect(page.locator("input[name=what]")).to_have_value("Cours d'informatique, exemple")
    visit.forgive()
    page.fill("input[name=by]", "2027-06-30")
    page.locator(".stated button").click()
    expect(page.get_by_role("status")).to_have_text("C'est noté.")
    row = page.locator("[aria-labelledby='remedies-rows'] tbody tr", has_text="Cours d'informatique")
    expect(row).to_contain_text("trop tôt")
    expect(row).to_contain_text("30.06.2027")


def offered_need(site: Site) -> str:
    viewer = site.service.viewer(MANAGER)
    return site.service.gaps(viewer=viewer, at=site.at).offers[0].need.label("fr")


def test_a_remedy_sent_twice_is_entered_once(visit: Visit, site: Site) -> None:
    page = visit(MANAGER, "/manager/remedies")
    sent: dict[str, str | float | bool] = {
        "need": "mobility",
        "territory": "CH-VD",
        "what": "Bus à la demande",
        "people_expected": "9",
    }
    sent |= {"by": "2027-03-31", "promised_by": "Canton (exemple)", "once": "k1"}
    for _ in range(2):
        answer = page.request.post("/manager/remedies", form=sent, headers={"Origin": site.url}, max_redirects=0)
        assert answer.status == 303
    rows = site.service.compare_remedies(viewer=site.service.viewer(MANAGER), at=site.at).rows
    assert [row.what for row in rows].count("Bus à la demande") == 1


def test_a_remedy_where_nothing_is_counted_says_so_and_the_same_again_is_refused(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/remedies", script=False)
    assert page.locator("select[name=language] option").first.inner_text() == "toutes"
    assert page.locator("select[name=payer] option").first.inner_text() == "tous"
    typed = {"territory": "CH-ZZ", "district": "Nulle-Part", "what": "Cours lointain", "people_expected": "9"}
    for name, text in (typed | {"by": "2027-03-31", "promised_by": "Canton (exemple)"}).items():
        page.fill(f"input[name={name}]", text)
    page.select_option("select[name=need]", value="digital")
    page.locator(".stated button").click()
    expect(page.get_by_role("alert")).to_contain_text("ni canton ni département « CH-ZZ »")
    visit.forgive()
    page.fill("input[name=territory]", "CH-VD")
    page.locator(".stated button").click()
    expect(page.get_by_role("status")).to_have_text("C'est noté.")
    row = page.locator("[aria-labelledby='remedies-rows'] tbody tr", has_text="Cours lointain")
    expect(row).to_contain_text("Pas dans le dernier compte")
    expect(page.get_by_text("« Avant » compte les personnes")).to_be_visible()
    for name, text in (typed | {"by": "2027-03-31", "promised_by": "Canton (exemple)", "territory": "CH-VD"}).items():
        page.fill(f"input[name={name}]", text)
    page.select_option("select[name=need]", value="digital")
    page.locator(".stated button").click()
    expect(page.get_by_role("alert")).to_contain_text("déjà noté")
    visit.forgive()


def test_places_are_read_as_neuchatel_stated_them_and_the_next_number_is_stated(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/places", script=False)
    past = "échéance passée, pas compté ce jour-là"
    assert table(page, "series-1")[1:] == [
        ["occupation", "142", "91", "0", "-91", "-45,5", "-50,9", past],
        ["socioprofessionnelles", "14", "22", "58", "36", "+18,0", "+8,0", past],
        ["professionnelles", "48", "86", "136", "50", "+25,0", "+37,9", past],
        ["total", "204", "199", "194", "-5", "-2,5", "-5,0", past],
    ]
    assert page.locator("figure .plot circle.observed").count() == 8
    assert page.locator("figure .plot circle.target").count() == 4
    expect(page.locator("figure .plot desc").first).to_have_text(re.compile("compté 31.12.2011 : 142, .*visé"))
    page.get_by_role("link", name="noter un autre nombre").click()
    assert page.locator("input:checked").count() == 0
    expect(page.locator("input[name=programme]")).to_have_value("programmes spécifiques d'emploi temporaire")
    page.check("input[value=observed]")
    page.fill("input[name=on]", "2013-12-31")
    page.fill("input[name=professional]", "101")
    page.fill("input[name=reference]", "Compte inventé")
    page.fill("input[name=territory]", "Neuchâtel")
    page.locator(".stated button").click()
    expect(page.get_by_role("alert")).to_contain_text("Canton ou département : « Neuchâtel » n'a pas la forme attendue")
    expect(page.locator("[aria-invalid]")).to_have_attribute("name", "territory")
    expect(page.locator("input[name=professional]")).to_have_value("101")
    visit.forgive()
    page.fill("input[name=territory]", "CH-NE")
    page.locator(".stated button").click()
    expect(page.get_by_role("status")).to_have_text("C'est noté.")
    stated = table(page, "series-1")[3]
    assert stated[:5] == ["professionnelles", "48", "86", "101", "136"]


def test_results_stand_side_by_side_and_few_have_no_order(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/results")
    expect(page.locator(".crumbs [aria-current]")).to_have_text("À 12 mois")
    providers = page.locator("table.results", has_text="Par prestataire")
    compared, few = (providers.locator("tbody").nth(at) for at in (0, 1))
    shares = [float(row.split(" %")[0]) for row in compared.locator("td:nth-child(7)").all_inner_texts()]
    assert len(shares) == 3
    assert shares == sorted(shares, reverse=True)
    assert compared.locator("svg.interval").count() == 6
    expect(few.locator(".apart")).to_have_text("Pas comparés, par nom et sans ordre")
    (row,) = few.locator("tr:not(.apart)").all()
    assert row.locator("td:nth-child(7)").inner_text() == "–"
    assert row.locator("td").last.inner_text() == "moins de 20 résultats connus"
    expect(page.get_by_text("les personnes venues au début d")).to_contain_text("résultat à 12 mois")
    assert row.locator("svg.interval").count() == 1
    page.get_by_role("link", name="À 24 mois").click()
    expect(page.get_by_text("Personne n'a relevé ce résultat.").first).to_be_visible()


def test_what_is_scarce_has_its_price_and_says_who_decides(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/capacity")
    expect(page.get_by_text("personne n'est attribué à une place")).to_be_visible()
    rows = page.locator("[aria-labelledby='capacity-options'] tbody tr")
    assert rows.count() > 0
    expect(page.locator("#capacity-groups")).to_be_visible()
    groups = page.locator("[aria-labelledby='capacity-groups'] tbody tr")
    assert groups.first.inner_text().startswith("toutes")
    assert groups.count() > 3
    how = page.get_by_role("heading", name="Comment lire ces nombres").locator("xpath=following-sibling::ul")
    expect(how.get_by_role("listitem")).to_have_count(4)
    expect(how).to_contain_text("15 par place")
    expect(how).to_contain_text("Quart 1 : les chances les plus basses")


def test_reasons_by_quarter_and_the_options_of_one(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/rejections", script=False)
    head, whole, *reasons = table(page, "rejections-quarters")
    assert (head[0], head[-1], len(head)) == ("Raison", "En tout", 13)
    assert (head[1], head[2]) == ("À qui elle tient", "Cours, chaque ligne à son échelle")
    assert [each for each in head if "jusqu" in each] == [head[-2]]
    assert re.fullmatch(r"T4 2026\s+jusqu.au 18\.11\.2026", head[-2])
    said = {each for row in (whole, *reasons) for each in row[3:]}
    told = page.locator("main p.quiet").all_inner_texts()
    assert any(each.startswith("« – »") for each in told) == ("–" in said)
    assert (whole[0], whole[-1]) == ("toutes raisons", str(PEOPLE))
    assert sum(int(row[-1]) for row in reasons) == PEOPLE
    page.select_option("select[name=quarter]", label="T4 2026")
    page.get_by_role("button", name="Filtrer").click()
    assert page.url.endswith("quarter=2026-Q4")
    assert int(table(page, "rejections-options")[1][3]) < PEOPLE


def test_portfolios_of_one_unit_are_those_told_of_it(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/portfolios", script=False)
    all_of_them = page.locator("tr.total td.number").first.inner_text()
    head, *classes, whole = [
        [cell.strip() for cell in row.locator("th, td").all_inner_texts()]
        for row in page.locator("main section").first.locator("table tr").all()
    ]
    assert head[1:3] == ["Personnes", "Part"]
    for _, people, share, _ in classes:
        assert share == (f"{round(100 * int(people) / int(whole[1]))} %" if people.isdigit() else "–")
    wide = page.locator("main section").first.locator("svg.bar rect").first
    assert float((wide.get_attribute("width") or "").rstrip("%")) == pytest.approx(
        100 * int(next(row[1] for row in classes if row[1].isdigit())) / int(whole[1]), abs=0.01
    )
    units = page.locator("select[name=unit] option").all()
    assert len(units) > 1
    page.select_option("select[name=unit]", index=1)
    page.get_by_role("button", name="Filtrer").click()
    assert "unit=" in page.url
    own = page.locator("tr.total td.number").first.inner_text()
    assert not own.isdigit() or int(own) < int(all_of_them)


@pytest.mark.parametrize("path", [*PATHS[:-1], "/manager/gaps?need=digital"])
def test_every_table_is_a_file_that_says_the_same(visit: Visit, path: str) -> None:
    page = visit(MANAGER, path)
    links = [str(each.get_attribute("href")) for each in page.locator("a.csv").all()]
    assert links or path == "/manager/remedies"
    for link in links:
        answer = page.request.get(link)
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        assert "attachment" in answer.headers["content-disposition"]
        rows = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"))))
        assert len(rows) > 1
        assert not re.search(r"\bc-0\d{3}|p0\d-", answer.text())
    if path == "/manager/gaps":
        counts = list(csv.DictReader(io.StringIO(page.request.get(links[0]).body().decode("utf-8-sig"))))
        shown = [row[1] for row in table(page, "gaps-by_need")[1:]]
        said = [row["all"] if row["all"] != HIDDEN else f"au moins {row['at_least']}" for row in counts]
        assert said == shown


def test_the_report_has_all_of_it_and_prints_without_what_is_for_the_screen(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/report")
    titles = [page.get_by_role("heading", level=2).nth(at).inner_text() for at in range(len(PARTS))]
    assert titles[0] == "Ce qui manque au catalogue"
    assert len(set(titles)) == len(PARTS)
    assert page.locator("form:not([action='/signout'])").count() == 0
    expect(page.get_by_role("button", name="Imprimer")).to_be_visible()
    without = page.locator("svg[role=img]").evaluate_all("all => all.filter(e => !e.querySelector('title')).length")
    assert without == 0
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".top", ".tabs", ".foot", "a.csv", "[data-print]"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('.fill')).fill") != "rgb(121, 198, 214)"


def test_without_javascript_there_is_no_button_that_does_nothing(visit: Visit) -> None:
    page = visit(MANAGER, "/manager/report", script=False)
    expect(page.locator("[data-print]")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/manager/gaps?need=flying", "« flying » n'est pas de la dimension need"),
        ("/manager/results?months=5", "Rien n'est relevé à 5 mois"),
        ("/manager/rejections?quarter=2031-Q1", "« 2031-Q1 » n'est pas compté"),
        ("/manager/portfolios?unit=nowhere", "aucun nombre ne peut être dit"),
        ("/manager/gaps?by=age", "n'est pas complet"),
        ("/manager/gaps?format=csv&table=people", "pas de tableau « people »"),
        ("/manager/gaps?format=pdf", "n'est pas complet"),
    ],
)
def test_a_wrong_question_is_answered_in_one_sentence(visit: Visit, path: str, sentence: str) -> None:
    page = visit(MANAGER, path)
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    visit.forgive()


@pytest.mark.parametrize("account", ["payer", "demo"])
def test_who_steers_nothing_reads_none_of_it(visit: Visit, account: str) -> None:
    page = visit(account, "/manager/report")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("link", name="Pilotage")).to_have_count(0)
    for path in (*PATHS, "/manager", "/manager/gaps?format=csv"):
        assert page.request.get(path).status == 403, path
    for path in ("/manager/places", "/manager/remedies"):
        origin = {"Sec-Fetch-Site": "same-origin"}
        assert page.request.post(path, form={"territory": "CH-VD"}, headers=origin).status == 403, path
    visit.forgive()


def test_a_form_of_another_site_states_nothing(site: Site) -> None:
    client = TestClient(site.app, base_url=site.url, client=("127.0.0.1", 50_000), follow_redirects=False)
    own = {"Sec-Fetch-Site": "same-origin"}
    client.post("/signin", data={"account": MANAGER, "password": PASSWORD}, headers=own)
    other = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/manager/places", data={"territory": "CH-VD"}, headers=other).status_code == 403
    assert client.post("/manager/places", data={"territory": "CH-VD"}, headers=own).status_code == 422


@pytest.mark.parametrize("path", [*PATHS, "/manager/gaps?need=digital"])
def test_everybody_can_where_there_is_much_to_show(visit: Visit, path: str) -> None:
    """In German, whose words are longest: nothing that axe knows, by day and by night, and nothing lies aside."""
    page = visit(MANAGER, path, lang="de")
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
