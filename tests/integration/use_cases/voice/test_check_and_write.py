"""What is checked on a file still holds when it is written: nobody else writes in between."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution, OpportunityKind
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError
from matching.storage import profiles
from matching.storage.database import open_database
from matching.storage.scope import EVERYTHING
from matching.storage.vault import Vault

VAULT = Vault(bytes(32))

PERSON = "p10-jerome"


def office(viewer: Viewer) -> Institution:
    assert viewer.institution is not None
    return viewer.institution


def withdraw(service: Service, viewer: Viewer, at: datetime, _option: str) -> None:
    service.withdraw_consent(PERSON, to_institution=office(viewer), viewer=viewer, at=at)


def give(service: Service, viewer: Viewer, at: datetime, _option: str) -> None:
    service.give_consent(PERSON, to_institution=office(viewer), categories=(DataCategory.DEBT,), viewer=viewer, at=at)


def contest_fact(service: Service, viewer: Viewer, at: datetime, _option: str) -> None:
    service.contest_fact(PERSON, "languages", words="Faux", viewer=viewer, at=at)


def contest_reason(service: Service, viewer: Viewer, at: datetime, _option: str) -> None:
    slate = service.recommend(PERSON, viewer=viewer, at=at)
    about = {"recommendation": slate.id, "opportunity": slate.cards[0].opportunity}
    service.contest_reason(PERSON, **about, reason=slate.cards[0].verdicts[0].rule, words="Faux", viewer=viewer, at=at)


def choose(service: Service, viewer: Viewer, at: datetime, _option: str) -> None:
    service.choose_ranking(PERSON, ranked=True, viewer=viewer, at=at)


def refuse(service: Service, viewer: Viewer, at: datetime, option: str) -> None:
    service.refuse_option(PERSON, option, reason=RejectReason.COST, viewer=viewer, at=at)


def prepare(service: Service, viewer: Viewer, at: datetime, option: str) -> None:
    service.prepare_dossier(option, PERSON, viewer=viewer, at=at)


@pytest.mark.parametrize("write", [give, withdraw, contest_fact, contest_reason, choose, refuse, prepare])
def test_nobody_writes_between_the_check_and_the_word(
    service: Service,
    mandated: Viewer,
    at: datetime,
    write: Callable[[Service, Viewer, datetime, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at += timedelta(hours=1)
    service.give_consent(
        PERSON,
        to_institution=office(mandated),
        categories=(),
        purpose=ConsentPurpose.DOSSIER_TO_PROVIDER,
        viewer=mandated,
        at=at,
    )
    option = service.recommend(PERSON, viewer=mandated, at=at, kinds=[OpportunityKind.VACANCY]).cards[0].opportunity
    url = service.workplace.database.engine.url.render_as_string(hide_password=False)
    other = open_database(url, VAULT, wait_s=0.05)
    hold, tried = profiles.hold, []

    def while_held(connection: Connection, *about: Any) -> Profile:
        held = hold(connection, *about)
        try:
            with other.begin(EVERYTHING):
                tried.append("written")
        except ConflictError:
            tried.append("refused")
        return held

    monkeypatch.setattr(profiles, "hold", while_held)
    write(service, mandated, at, option)
    other.close()
    assert tried == ["refused"]
