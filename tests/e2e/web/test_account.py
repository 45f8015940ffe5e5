"""One's own access and the accounts of the house: by the keyboard, without JavaScript, and by nobody else."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pydantic import SecretStr
from tests.e2e.web.conftest import PASSWORD, Site, Visit, served
from tests.e2e.web.test_everyone_can import violations

from matching.bootstrap import open_service
from matching.domain.viewer import LOCAL_VIEWER
from matching.settings import Settings

ACCOUNTS = {"scientist": "data_scientist", "admin": "administrator", "worker": "social_worker", "leaver": "counsellor"}
WORDS = {
    "fr": ("Mon compte", "Terminer toutes les autres", "Créer un jeton…", "Créer le jeton", "Révoquer"),
    "de": ("Mein Konto", "Alle anderen beenden", "Ein Token erstellen…", "Token erstellen", "Widerrufen"),
}
OTHER = "cinq autres mots tirés au sort"


@pytest.fixture(scope="module")
def site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Iterator[Site]:
    """A server of its own: sessions, passwords and accounts end here."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("accounts") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        for account, role in ACCOUNTS.items():
            service.add_account(account, role=role, viewer=LOCAL_VIEWER, at=at)
        for account in ("demo", *ACCOUNTS):
            service.set_password(account, SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=at)
    with served(folder, at) as opened:
        yield opened


@pytest.fixture
def visit(site: Site, chromium: Browser) -> Iterator[Visit]:
    """Everybody signs in anew: sessions are counted and ended here."""
    visit = Visit(site, chromium, anew=True)
    yield visit
    visit.close()


def sessions_of(site: Site, account: str) -> int:
    return len(site.service.sessions(account, viewer=LOCAL_VIEWER, at=site.at))


def by_keyboard(page: Page, name: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.locator("a:focus, button:focus, summary:focus")
        if focused.count() and name in focused.inner_text():
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach « {name} »")


@pytest.mark.parametrize(("lang", "script"), [("fr", True), ("de", False)])
def test_one_sees_who_one_is_and_ends_the_other_sessions(visit: Visit, site: Site, lang: str, *, script: bool) -> None:
    title, others, *_ = WORDS[lang]
    site.service.revoke_sessions("demo", viewer=LOCAL_VIEWER, at=site.at)
    elsewhere = visit("demo", "/about")
    page = visit("demo", "/requests", lang=lang, script=script)
    by_keyboard(page, "demo")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    for told in ("Unité commune de Lausanne", "01.01.2025"):
        expect(page.locator("main")).to_contain_text(told)
    assert sessions_of(site, "demo") == 2
    by_keyboard(page, others)
    expect(page.get_by_role("status")).to_be_visible()
    assert sessions_of(site, "demo") == 1
    elsewhere.goto("/account")
    assert "/signin" in elsewhere.url
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize(("lang", "script"), [("fr", True), ("de", False)])
def test_a_token_is_shown_once_works_and_is_revoked(visit: Visit, site: Site, lang: str, *, script: bool) -> None:
    _, _, new, make, revoke = WORDS[lang]
    page = visit("worker", "/account", lang=lang, script=script)
    page.get_by_text(new, exact=True).click()
    assert page.locator("input[name=scope]:checked").count() == 0
    page.fill("input[name=name]", f"Nuit {lang}")
    page.fill("input[name=until]", "2027-01-31")
    page.get_by_role("button", name=make).click()
    expect(page.get_by_role("alert")).to_contain_text({"fr": "au moins un droit", "de": "mindestens ein Recht"}[lang])
    expect(page.locator("input[name=name]")).to_have_value(f"Nuit {lang}")
    expect(page.locator("input[name=until]")).to_have_value("2027-01-31")
    visit.forgive()
    page.locator("input[name=scope][value=read_opportunities]").check()
    page.get_by_role("button", name=make).click()
    secret = page.locator("input[readonly]").input_value()
    headers = {"Authorization": f"Bearer {secret}"}
    fresh = visit(None, "/signin")
    assert fresh.request.get("/v1/opportunities?limit=1", headers=headers).status == 200
    page.goto("/account")
    assert secret not in page.content()
    page.get_by_role("button", name=revoke).click()
    expect(page.get_by_role("status")).to_be_visible()
    assert fresh.request.get("/v1/opportunities?limit=1", headers=headers).status == 401
    visit.forgive()


def test_whoever_has_nothing_for_a_token_is_told(visit: Visit) -> None:
    page = visit("admin", "/account")
    expect(page.locator("input[name=scope][value=manage_accounts]")).to_have_count(0)


def test_the_password_changes_once_proven(visit: Visit, site: Site) -> None:
    page = visit("scientist", "/account", script=False)

    def typed(current: str, new: str, again: str) -> None:
        for name, text in (("current", current), ("new", new), ("again", again)):
            page.fill(f"input[name={name}]", text)
        page.press("input[name=again]", "Enter")

    typed(PASSWORD, OTHER, f"{OTHER}.")
    expect(page.get_by_role("alert")).to_contain_text("pas deux fois le même")
    typed("faux et archifaux", OTHER, OTHER)
    expect(page.get_by_role("alert")).to_contain_text("ne vont pas ensemble")
    assert OTHER not in page.content()
    typed(PASSWORD, OTHER, OTHER)
    expect(page.get_by_role("status")).to_contain_text("changé")
    assert sessions_of(site, "scientist") == 1
    site.service.sign_in("scientist", SecretStr(OTHER), at=site.at)
    site.service.set_password("scientist", SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=site.at)
    visit.forgive()


@pytest.mark.parametrize(("lang", "close"), [("fr", "Fermer ce compte…"), ("de", "Dieses Konto schliessen…")])
def test_an_account_is_looked_at_signed_out_and_closed_in_two_steps(
    visit: Visit, site: Site, lang: str, close: str
) -> None:
    site.service.add_account("leaver", role="counsellor", viewer=LOCAL_VIEWER, at=site.at)
    site.service.set_password("leaver", SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=site.at)
    visit("leaver", "/about")
    page = visit("admin", "/accounts", lang=lang, script=False)
    by_keyboard(page, "leaver")
    page.locator("form[action$='/sessions/end'] button").press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    assert sessions_of(site, "leaver") == 0
    by_keyboard(page, close)
    assert "leaver" in {each.account for each in site.service.accounts(viewer=LOCAL_VIEWER)}
    by_keyboard(page, "leaver")
    expect(page.get_by_role("status")).to_contain_text("leaver")
    assert "leaver" not in {each.account for each in site.service.accounts(viewer=LOCAL_VIEWER)}
    again = page.request.post("/accounts/leaver/close", headers={"Origin": site.url})
    assert (again.status, again.url) == (200, f"{site.url}/accounts")


def test_mandates_end_in_two_steps(visit: Visit, site: Site) -> None:
    until = site.at + timedelta(days=30)
    site.service.add_account(
        "mandated", role="counsellor", institution="uc", pes_mandate_until=until, viewer=LOCAL_VIEWER, at=site.at
    )

    def running() -> int:
        one = next(each for each in site.service.accounts(viewer=LOCAL_VIEWER) if each.account == "mandated")
        return sum(each.holds_at(site.at + timedelta(hours=1)) for each in one.mandates)

    page = visit("admin", "/accounts/mandated", script=False)
    by_keyboard(page, "Mettre fin à ses mandats…")
    expect(page.locator("main")).to_contain_text("Cela ne se reprend pas")
    assert running() == 1
    by_keyboard(page, "Mettre fin aux mandats de mandated")
    expect(page.get_by_role("status")).to_contain_text("pris fin")
    assert running() == 0
    page.goto("/accounts/mandated/mandates/end")
    expect(page.locator("main button")).to_have_count(0)


def test_a_new_password_unlocks_and_one_that_is_weak_is_refused(visit: Visit, site: Site) -> None:
    page = visit("admin", "/accounts/worker")
    for new, said in (("aaaaaaaaaaaa worker", "nom"), ("quatre mots de plus ici", None)):
        page.fill("input[name=new]", new)
        page.fill("input[name=again]", new)
        page.press("input[name=again]", "Enter")
        expect(page.get_by_role("alert" if said else "status")).to_contain_text(said or "mot de passe")
    site.service.set_password("worker", SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=site.at)
    visit.forgive()


def test_nobody_closes_their_own_account(visit: Visit, site: Site) -> None:
    page = visit("admin", "/accounts/admin/close")
    expect(page.get_by_role("alert")).to_be_visible()
    answer = page.request.post("/accounts/admin/close", headers={"Origin": site.url})
    assert answer.status == 409
    visit.forgive()


@pytest.mark.parametrize("account", ["demo", "scientist", "worker"])
def test_others_learn_nothing_of_accounts_and_change_none(visit: Visit, site: Site, account: str) -> None:
    page = visit(account, "/about")
    told = [page.request.get(f"/accounts/{name}") for name in ("demo-csr", "nobody-1")]
    assert [answer.status for answer in told] == [403, 403]
    assert told[0].text().replace("demo-csr", "nobody-1") == told[1].text()
    sent: dict[str, str | float | bool] = {"new": OTHER, "again": OTHER}
    for step in ("sessions/end", "mandates/end", "password", "close"):
        answer = page.request.post(f"/accounts/admin/{step}", form=sent, headers={"Origin": site.url})
        assert answer.status == 403
    assert page.request.get("/accounts").status == 403
    theirs = site.service.sessions("admin", viewer=LOCAL_VIEWER, at=site.at)
    site.service.sign_in("admin", SecretStr(PASSWORD), at=site.at)
    foreign = site.service.sessions("admin", viewer=LOCAL_VIEWER, at=site.at)[-1].id
    page.request.post(f"/account/sessions/{foreign}/end", headers={"Origin": site.url})
    assert len(site.service.sessions("admin", viewer=LOCAL_VIEWER, at=site.at)) == len(theirs) + 1
    visit.forgive()


@pytest.mark.parametrize("path", ["/account", "/accounts", "/accounts/demo", "/accounts/demo/close"])
def test_axe_finds_nothing_and_nothing_lies_aside(visit: Visit, path: str) -> None:
    page = visit("admin", path)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
