"""Who works in the inbox besides the demo's accounts, and a helper to take the steps that come before a page."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page
from pydantic import SecretStr
from tests.e2e.web.conftest import PASSWORD, Site
from tests.e2e.web.test_everyone_can import violations

from matching.domain.proposal import Proposal
from matching.domain.proposal_states import UNDER_WAY
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.domain.vocabulary.process import Verb
from matching.storage.ledger import Entry

Agreed = Callable[..., Entry[Proposal]]
Everybody = Callable[[Page], None]


@pytest.fixture(scope="session")
def inbox(site: Site) -> Site:
    """The site with a payer of Neuchâtel and one elsewhere, a workshop, a garden, and a counsellor of one unit."""
    service, at = site.service, site.at
    told: dict[str, dict[str, Any]] = {
        "payeur-ne": {"role": "payer", "institution": "ssr", "units": ("ne-ssr-neuchatel",)},
        "payeur-lu": {"role": "payer", "institution": "ssr", "units": ("lu-sozialdienst",)},
        "payeur-fr": {"role": "payer", "institution": "dept", "units": ("fr54-dept",)},
        "couture": {"role": "provider", "institution": "organiser", "units": ("navettelle",)},
        "jardins": {"role": "provider", "institution": "organiser", "units": ("vert-lorelia",)},
        "luzern": {"role": "social_worker", "institution": "social_commune", "units": ("lu-sozialdienst",)},
        "uc": {
            "role": "counsellor",
            "institution": "uc",
            "units": ("vd-uc-lausanne",),
            "pes_mandate_until": at + timedelta(days=60),
        },
    }
    for account, facts in told.items():
        service.add_account(account, viewer=LOCAL_VIEWER, at=at - timedelta(days=30), **facts)
    for account in told:
        service.set_password(account, SecretStr(PASSWORD), viewer=LOCAL_VIEWER, at=at)
    for person in ("p01-amelie", "p10-jerome"):
        agree_to_dossier(site, person)
    return site


def agree_to_dossier(site: Site, person: str) -> None:
    """The person lets the unit hand their dossier over, without any sensitive category."""
    viewer, at = site.service.viewer("demo"), site.at - timedelta(days=1)
    purpose = ConsentPurpose.DOSSIER_TO_PROVIDER
    uc = Institution.UC
    site.service.give_consent(person, to_institution=uc, purpose=purpose, categories=(), viewer=viewer, at=at)


def take_back_dossier_consent(site: Site, person: str) -> None:
    """The person no longer lets the unit hand their dossier over."""
    viewer = site.service.viewer("demo")
    purpose = ConsentPurpose.DOSSIER_TO_PROVIDER
    site.service.withdraw_consent(person, to_institution=Institution.UC, purpose=purpose, viewer=viewer, at=site.at)


@pytest.fixture(scope="session")
def agreed(inbox: Site) -> Agreed:
    """Takes an option of a person as far as the person's yes, anew where another test had it under way."""

    def agree(
        account: str, person: str, option: str, kind: OpportunityKind, at: datetime | None = None
    ) -> Entry[Proposal]:
        service, viewer, when = inbox.service, inbox.service.viewer(account), at or inbox.at
        for each in service.proposals_of(person, viewer=viewer, at=when):
            if each.word.opportunity == option and each.word.status in UNDER_WAY:
                service.withdraw(each.id, viewer=viewer, at=when, expected_version=each.version)
        slate = service.recommend(person, viewer=viewer, at=when, kinds=(kind,), limit=30)
        made = service.decide(slate.id, option, Verb.ACCEPT, reasons=["client_wish"], viewer=viewer, at=when)
        return service.answer(made.id, "accepted", viewer=viewer, at=when, expected_version=made.version)

    return agree


@pytest.fixture(scope="session")
def gardener(inbox: Site, agreed: Agreed) -> str:
    """The proposal by which p08-hugo began at the garden a week ago; its id."""
    service, past = inbox.service, inbox.at - timedelta(days=14)
    office, payer, garden = (service.viewer(name) for name in ("demo-fr", "payeur-fr", "jardins"))
    entry = agreed("demo-fr", "p08-hugo", "own:fr54-aci-jardins", OpportunityKind.PLACEMENT, past)
    told: dict[str, Any] = {"viewer": office, "at": past, "expected_version": entry.version}
    entry = service.ask_payer(entry.id, Institution.DEPT, **told)
    entry = service.payer_decides(entry.id, granted=True, viewer=payer, at=past, expected_version=entry.version)
    entry = service.provider_moves(entry.id, "requested", viewer=office, at=past, expected_version=entry.version)
    entry = service.provider_moves(entry.id, "admitted", viewer=garden, at=past, expected_version=entry.version)
    first = (past + timedelta(days=7)).date()
    return service.start(entry.id, on=first, viewer=garden, at=inbox.at, expected_version=entry.version).id


def viewer_of(site: Site, account: str) -> Viewer:
    """The account as a viewer."""
    return site.service.viewer(account)


@pytest.fixture
def everybody() -> Everybody:
    """Whether a page that is open is for everybody: light and dark, wide, narrow and enlarged, all unfolded."""

    def check(page: Page) -> None:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == []
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width

    return check


def nothing_is_chosen(page: Page) -> bool:
    """Whether every list and box of the forms that write is as it came: nothing is ticked or chosen beforehand."""
    return page.locator("form[method=post] input:checked, form[method=post] option[selected]").count() == 0
