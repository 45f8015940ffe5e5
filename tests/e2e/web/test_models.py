"""The data scientist's pages: look at a challenger, put it into service, take the step back; nobody else does."""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pydantic import SecretStr
from tests.e2e.rankers import exported
from tests.e2e.web.conftest import PASSWORD, Site, Visit, served
from tests.e2e.web.figures import FIGURES
from tests.e2e.web.test_everyone_can import violations

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.domain.vocabulary.acts import Act
from matching.ranking.drift_report import DriftReport, ShareTold, ShiftTold, write_drift
from matching.settings import Settings

CARD = """# Card: ranker local-1

<script>alert(1)</script> ![x](https://elsewhere.example/x.png) [there](https://elsewhere.example)

| what | figure |
|---|---|
| decisions | 400 |
"""
WORDS = {
    "fr": ("Mettre en service…", "Mettre local-1 en service", "Revenir en arrière…", "Revenir à baseline-2"),
    "de": ("In Betrieb nehmen…", "local-1 in Betrieb nehmen", "Einen Schritt zurück…", "Zurück zu baseline-2"),
}
DRIFT = DriftReport(
    made_at=datetime(2026, 11, 10, tzinfo=UTC),
    version="local-1",
    reference=(date(2026, 1, 5), date(2026, 10, 30)),
    current=(date(2026, 10, 31), date(2026, 11, 9)),
    level="strong",
    shifts=(
        ShiftTold(
            part="feature",
            name="distance (vacancy)",
            level="strong",
            reference=400,
            current=60,
            psi=0.31,
            by_chance=0.09,
        ),
    ),
    shares=(ShareTold(part="decision", name="accept (vacancy)", reference=0.5, current=0.417, low=-0.2, high=0.03),),
    left_out=2,
)


@pytest.fixture(scope="module")
def site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Iterator[Site]:
    """A server of its own: what ranks changes here."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("models") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        for role in ("data_scientist", "administrator", "programme_manager"):
            service.add_account(role, role=role, viewer=LOCAL_VIEWER, at=at)
        for account in ("demo", "data_scientist", "administrator", "programme_manager"):
            service.set_password(account, SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=at)
        exported(service, "local-1", figures=FIGURES, run="0a1b2c", card=CARD)
        exported(service, "old-1")
        exported(service, "gated", refused=("L'équité est inconnue.",))
        exported(service, "altered", figures=FIGURES)
        (service.workplace.rankers.root / "altered" / "figures.json").write_text("{}", "utf-8")
    write_drift(folder, DRIFT)
    with served(folder, at) as opened:
        yield opened


@pytest.fixture
def from_the_start(site: Site) -> Iterator[Site]:
    """Whatever a test put into service is taken out again."""
    yield site
    for _ in range(9):
        found = site.service.models()
        if found.rankers[0].shipped:
            return
        site.service.rollback(viewer=LOCAL_VIEWER, at=site.at)


def current(site: Site) -> str:
    return site.service.models().rankers[0].version


def promotions(site: Site) -> int:
    """How many steps the audit tells of."""
    told = site.service.read_audit(viewer=LOCAL_VIEWER, at=site.at, limit=100_000).entries
    return sum(entry.act == Act.PROMOTE for entry in told)


def press(page: Page, name: str) -> None:
    """Reach a link or button of that name by the keyboard alone, and press it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.locator("a:focus, button:focus")
        if focused.count() and name in " ".join(focused.inner_text().split()):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach « {name} »")


@pytest.mark.parametrize(("lang", "script"), [("fr", True), ("de", False)])
def test_a_challenger_is_looked_at_put_into_service_and_taken_out_again(
    visit: Visit, from_the_start: Site, lang: str, *, script: bool
) -> None:
    """By the keyboard alone, once without JavaScript."""
    site, (look, do, back, do_back) = from_the_start, WORDS[lang]
    page = visit("data_scientist", "/models", lang=lang, script=script)
    press(page, "local-1")
    expect(page.get_by_role("heading", level=1)).to_have_text("local-1")
    worth = page.get_by_role("region").first
    figures = ("+0,42", "+0,11", "+0,73") if lang == "fr" else ("+0.42", "+0.11", "+0.73")
    for figure in figures:
        expect(worth).to_contain_text(figure)
    expect(worth.locator("svg title").first).to_have_text("{} ({} – {})".format(*figures))
    press(page, look)
    expect(page.get_by_role("heading", level=1)).to_contain_text("local-1")
    assert current(site) == "baseline-2"
    press(page, do)
    expect(page.get_by_role("status")).to_contain_text("local-1")
    assert current(site) == "local-1"
    press(page, back)
    assert current(site) == "local-1"
    press(page, do_back)
    expect(page.get_by_role("status")).to_contain_text("baseline-2")
    assert current(site) == "baseline-2"


def test_sent_twice_it_is_done_once(visit: Visit, from_the_start: Site) -> None:
    page = visit("data_scientist", "/models")
    site = from_the_start
    headers = {"Origin": site.url}
    promoted: dict[str, str | float | bool] = {"seen": "baseline-2"}
    for _ in range(2):
        answer = page.request.post("/models/local-1/promote", form=promoted, headers=headers)
        assert (answer.status, answer.url) == (200, f"{site.url}/models?done=yes")
    site.service.promote("old-1", viewer=LOCAL_VIEWER, at=site.at)
    step_back: dict[str, str | float | bool] = {"seen": "old-1", "to": "local-1"}
    for _ in range(2):
        assert page.request.post("/rollback", form=step_back, headers=headers).status == 200
        assert current(site) == "local-1"


@pytest.mark.parametrize(
    ("lang", "unmet", "unfair", "level", "consequence"),
    [
        ("fr", "non remplie", "-11,0 points de %", "changement fort", "Dès la prochaine réponse"),
        ("de", "nicht erfüllt", "-11.0 Prozentpunkte", "stark verändert", "Ab der nächsten Antwort"),
    ],
)
def test_before_the_button_stand_the_gate_what_is_unfair_and_the_drift(
    visit: Visit, from_the_start: Site, lang: str, unmet: str, unfair: str, level: str, consequence: str
) -> None:
    del from_the_start
    said = visit("data_scientist", "/models/local-1/promote", lang=lang, script=False).locator("main")
    for told in (unmet, "permis d'asile", unfair, level, consequence):
        expect(said).to_contain_text(told)


def test_what_does_not_happen_is_not_announced(visit: Visit, from_the_start: Site) -> None:
    del from_the_start
    for held in ("gated", "baseline-2"):  # its gate does not let it, it ranks already
        said = visit("data_scientist", f"/models/{held}/promote").locator("main")
        expect(said.get_by_role("button")).to_have_count(0)
        expect(said).not_to_contain_text("Dès la prochaine réponse")


@pytest.mark.parametrize(
    ("lang", "level", "moved", "told"),
    [
        ("fr", "20,0 %", "-11,0 points de %", ("Cas avant", "Cas maintenant", "Part avant", "toutes comparaisons")),
        ("de", "20.0 %", "-11.0 Prozentpunkte", ("Fälle vorher", "Fälle jetzt", "Anteil vorher", "alle Vergleiche")),
    ],
)
def test_shares_are_percent_their_differences_points_of_percent_and_cases_are_called_so(
    visit: Visit, lang: str, level: str, moved: str, told: tuple[str, ...]
) -> None:
    page = visit("data_scientist", "/models/local-1", lang=lang)
    unfair = page.locator("tr", has_text="permis d'asile")
    expect(unfair.locator("td.number").nth(1)).to_have_text(level)
    expect(unfair.locator("td.number").nth(3)).to_have_text(moved)
    for each in told:
        expect(page.locator("main")).to_contain_text(each)


def test_a_drift_report_that_cannot_be_read_is_told_in_the_language_of_the_page(visit: Visit, site: Site) -> None:
    report = site.service.workplace.data_dir / "learning" / "drift.json"
    whole = report.read_text("utf-8")
    report.write_text("{", "utf-8")
    try:
        for path in ("/models", "/models/local-1", "/models/local-1/promote"):
            warned = visit("data_scientist", path, lang="en").locator(".warning")
            expect(warned).to_contain_text("cannot be read")
            expect(warned).not_to_have_attribute("lang", "fr")
    finally:
        report.write_text(whole, "utf-8")


def test_what_changed_meanwhile_or_is_held_back_is_refused_with_its_reason(visit: Visit, from_the_start: Site) -> None:
    page = visit("data_scientist", "/models/gated/promote", script=False)
    expect(page.get_by_role("alert")).to_contain_text("L'équité est inconnue.")
    expect(page.get_by_role("button", name="gated")).to_have_count(0)
    headers = {"Origin": from_the_start.url}
    for version, seen, why in (
        ("gated", "baseline-2", "L'équité est inconnue."),
        ("local-1", "other", "Entre-temps, baseline-2 est en service"),
    ):
        answer = page.request.post(f"/models/{version}/promote", form={"seen": seen}, headers=headers)
        assert (answer.status, why.replace("'", "&#39;") in answer.text()) == (409, True)
    answer = page.request.post("/rollback", form={"seen": "baseline-2", "to": "old-1"}, headers=headers)
    assert answer.status == 409
    assert current(from_the_start) == "baseline-2"
    visit.forgive()


def test_looking_changes_nothing(visit: Visit, from_the_start: Site) -> None:
    page = visit("data_scientist", "/models/local-1/promote")
    page.goto("/models/local-1")
    page.goto("/models")
    assert current(from_the_start) == "baseline-2"


def test_a_version_tells_its_figures_its_drift_and_its_card_and_lets_nothing_of_the_card_run(visit: Visit) -> None:
    page = visit("data_scientist", "/models/local-1")
    said = page.locator("main")
    for told in ("50 ans et plus", "vd-uc-lausanne, 2026-09", "masqué", "0a1b2c", "distance (vacancy)", "10.11.2026"):
        expect(said).to_contain_text(told)
    expect(said).to_contain_text("<script>alert(1)</script>")
    assert page.locator("main img, main script, main a[href*=elsewhere]").count() == 0
    expect(said.locator("figure svg circle")).to_have_count(3)


def test_each_table_is_a_file_as_well(visit: Visit, site: Site) -> None:
    page = visit("data_scientist", "/models/local-1")
    links = [link.get_attribute("href") or "" for link in page.locator("a.csv").all()]
    assert len(links) == 9
    sent = {re.sub(".*table=", "", link): page.request.get(f"{site.url}{link}").text() for link in links}
    assert '"accepted",0.42,0.11,0.73,240' in sent["worth"]
    assert '"vd-uc-lausanne","2026-09",60,25,15,10,"masqué","masqué",1.0' in sent["use"]


def test_versions_without_figures_say_so_and_damaged_ones_why(visit: Visit) -> None:
    page = visit("data_scientist", "/models/old-1")
    expect(page.locator(".note")).to_contain_text("sans fichier de chiffres")
    expect(page.locator("#drift + p")).to_contain_text("local-1")
    page.goto("/models/baseline-2")
    expect(page.locator(".note")).to_contain_text("posés à la main")
    page.goto("/models")
    expect(page.get_by_text("figures.json n'est pas le fichier qui a été écrit")).to_be_visible()
    page.goto("/models/altered")
    expect(page.get_by_role("alert")).to_contain_text("ne peut pas être lue")
    visit.forgive()


def test_a_run_leads_to_mlflow_where_its_pages_are_known(visit: Visit, site: Site) -> None:
    page = visit("data_scientist", "/models/local-1")
    assert page.locator("a[href*=runs]").count() == 0
    site.app.state.tracking_url = "https://mlflow.example/here/"
    try:
        page.reload()
        expect(page.get_by_role("link", name="0a1b2c")).to_have_attribute(
            "href", "https://mlflow.example/here/#/runs/0a1b2c"
        )
    finally:
        site.app.state.tracking_url = None


@pytest.mark.parametrize("account", ["demo", "programme_manager", "administrator"])
def test_who_may_not_promote_changes_nothing_and_leaves_no_trace(visit: Visit, site: Site, account: str) -> None:
    page = visit(account, "/about")
    before = promotions(site)
    for path in ("/models/local-1/promote", "/rollback"):
        sent: dict[str, str | float | bool] = {"seen": "baseline-2", "to": "baseline-2"}
        assert page.request.get(path).status == 403
        assert page.request.post(path, form=sent, headers={"Origin": site.url}).status == 403
    assert (current(site), promotions(site)) == ("baseline-2", before)
    if account != "administrator":
        told = [page.request.get(f"/models/{version}") for version in ("local-1", "no-such")]
        assert [answer.status for answer in told] == [403, 403]
        assert told[0].text().replace("local-1", "no-such") == told[1].text()
    visit.forgive()


def test_an_administrator_reads_and_is_offered_no_step(visit: Visit) -> None:
    page = visit("administrator", "/models")
    expect(page.get_by_role("link", name="local-1").first).to_be_visible()
    assert page.locator("a[href$=promote], a[href='/rollback']").count() == 0


@pytest.mark.parametrize("path", ["/models", "/models/local-1", "/models/gated", "/models/local-1/promote"])
def test_axe_finds_nothing_and_nothing_lies_aside(visit: Visit, path: str) -> None:
    page = visit("data_scientist", path)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
