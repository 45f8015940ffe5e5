"""The auditor's page: the entries as a file, and days the wrong way round refused."""

import pytest
from playwright.sync_api import expect
from tests.e2e.web.conftest import Site, Visit


def test_the_entries_asked_for_are_a_file_as_well(visit: Visit, site: Site) -> None:
    page = visit("auditor", "/audit?act=read_audit")
    page.reload()  # the first look is an entry by now
    link = page.locator("a.csv").get_attribute("href") or ""
    sent = page.request.get(f"{site.url}{link}")
    assert "audit-entries-" in sent.headers["content-disposition"]
    lines = sent.text().splitlines()
    assert lines[0].endswith('"seq","at","actor","act","purpose","about","people","others"')
    assert all(',"read_audit",' in line for line in lines[1:])
    numbers = [int(line.partition(",")[0]) for line in lines[1:]]
    assert numbers == sorted(numbers, reverse=True) != []


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("fr", "Le dernier jour, 01.11.2026, précède le premier, 18.11.2026"),
        ("en", "The last day, 01.11.2026, is before the first, 18.11.2026"),
    ],
)
def test_an_end_before_the_beginning_is_refused_in_one_sentence(visit: Visit, site: Site, lang: str, says: str) -> None:
    page = visit("auditor", "/audit?first=2026-11-18&last=2026-11-01", lang=lang)
    expect(page.get_by_role("alert")).to_contain_text(says)
    expect(page.locator("input[name=last]")).to_have_value("2026-11-01")
    assert page.request.get(f"{site.url}/audit?first=2026-11-18&last=2026-11-01&format=csv").status == 422
    visit.forgive()


@pytest.mark.parametrize("account", ["demo", "payer", "data_scientist", "administrator"])
def test_nobody_else_takes_the_file(visit: Visit, site: Site, account: str) -> None:
    page = visit(account, "/about")
    assert page.request.get(f"{site.url}/audit?format=csv").status == 403
    visit.forgive()
