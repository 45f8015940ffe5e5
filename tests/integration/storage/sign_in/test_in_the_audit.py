"""Every way in and out stands in the audit under the name of whoever took it, on both engines; no secret does."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr
from tests.integration.storage.sign_in.front_door import PASSWORD, WRONG, NewAccount, with_password
from tests.integration.storage.sign_in.lying_provider import LyingProvider

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import MatchingError
from matching.identity.desk import Desk
from matching.storage import audit_entries
from matching.storage.scope import EVERYTHING

ADMINISTRATOR = Viewer(account="adele", role=Role.ADMINISTRATOR)
AUDITOR = Viewer(account="anna", role=Role.AUDITOR)
OTHER = SecretStr("encore une autre phrase")
REDIRECT = "https://matching.example/v1/session/oidc/callback"


def entries(house: Service) -> list[dict[str, Any]]:
    with house.workplace.database.read(EVERYTHING) as connection:
        return [entry.told for entry in audit_entries.entries(connection)]


class Left:
    """What one act leaves in the audit, beyond what was there."""

    def __init__(self, house: Service) -> None:
        self.house, self.before = house, len(entries(house))

    def __call__(self) -> list[tuple[str, str, str | None]]:
        """Who did what about whom since the last question."""
        found = entries(self.house)
        new, self.before = found[self.before :], len(found)
        assert all((each["purpose"], each["people"], each["written"]) == (None, [], []) for each in new)
        return [(each["actor"], each["act"], each["about"]) for each in new]


def test_in_with_a_password_and_out(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    left = Left(house)
    session = house.sign_in(account, PASSWORD, at=at)
    assert left() == [(account, "sign_in", None)]
    last = entries(house)[-1]
    assert (last["at"], last["role"]) == (at.isoformat(), "counsellor")
    house.sign_in(account, PASSWORD, at=at, replaces=session.token)
    house.who_is(house.sign_in(account, PASSWORD, at=at).token, at=at + timedelta(minutes=2))
    assert left() == [(account, "sign_in", None)] * 2
    again = house.sign_in(account, PASSWORD, at=at)
    left()
    house.sign_out(again.token, at=at)
    assert left() == [(account, "sign_out", None)]
    for token in (again.token, session.token, "", "x"):  # over, replaced, and none
        house.sign_out(token, at=at)
    assert left() == []


def test_in_at_the_identity_provider(house: Service, new_account: NewAccount, at: datetime) -> None:
    provider = LyingProvider(at)
    front = Service(house.workplace, desk=Desk(provider=provider.opened()))
    account = new_account(at)
    provider.claims["sub"] = f"sub-{account}"
    left = Left(house)

    def arrive() -> None:
        begun = front.begin_oidc(redirect_uri=REDIRECT, at=at)
        front.finish_oidc(begun.token, provider.authorize(begun.url), redirect_uri=REDIRECT, at=at)

    with suppress(MatchingError):
        arrive()
    assert left() == []
    front.link_account(account, f"sub-{account}", viewer=ADMINISTRATOR, at=at)
    arrive()
    assert left() == [("adele", "administer", account), (account, "sign_in", None)]
    assert front.unlink_account(account, viewer=ADMINISTRATOR, at=at) == 1
    assert left() == [("adele", "administer", account)]


def test_passwords(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = new_account(at)
    left = Left(house)
    house.set_password(account, PASSWORD, viewer=ADMINISTRATOR, at=at)
    assert left() == [("adele", "set_password", account)]
    house.change_password(account, current=PASSWORD, new=OTHER, at=at)
    assert left() == [(account, "set_password", None)]


def test_sessions_and_tokens_ended_by_oneself_and_by_who_manages_accounts(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    own = house.viewer(account)
    for _ in range(2):
        house.sign_in(account, PASSWORD, at=at)
    (first, _) = house.sessions(account, viewer=own, at=at)
    left = Left(house)
    house.revoke_session(account, first.id, viewer=own, at=at)
    house.revoke_sessions(account, viewer=ADMINISTRATOR, at=at)
    assert left() == [(account, "end_sessions", account), ("adele", "end_sessions", account)]
    made = [
        house.create_api_token(
            account, name=name, scope={Permission.READ_CHANGES}, expires_at=at + timedelta(1), viewer=own, at=at
        )
        for name in ("a", "b")
    ]
    assert left() == [(account, "create_token", account)] * 2
    house.revoke_api_token(account, made[0].token.id, viewer=own, at=at)
    house.revoke_api_token(account, made[1].token.id, viewer=ADMINISTRATOR, at=at)
    assert left() == [(account, "revoke_token", account), ("adele", "revoke_token", account)]


def test_what_is_refused_leaves_nothing(house: Service, new_account: NewAccount, at: datetime) -> None:
    account, stranger = with_password(house, new_account, at), house.viewer(new_account(at))
    own, end = house.viewer(account), at + timedelta(1)
    scope = {Permission.READ_CHANGES}
    left = Left(house)
    attempts: list[Callable[[], object]] = [
        lambda: house.sign_in(account, WRONG, at=at),
        lambda: house.sign_in("nobody", PASSWORD, at=at),
        lambda: house.change_password(account, current=WRONG, new=OTHER, at=at),
        lambda: house.change_password(account, current=PASSWORD, new=SecretStr("court"), at=at),
        lambda: house.set_password(account, OTHER, viewer=stranger, at=at),
        lambda: house.unlink_account(account, viewer=stranger, at=at),
        lambda: house.revoke_session(account, "x", viewer=own, at=at),
        lambda: house.revoke_sessions(account, viewer=stranger, at=at),
        lambda: house.revoke_api_token(account, "x", viewer=own, at=at),
        lambda: house.create_api_token(account, name="t", scope=scope, expires_at=end, viewer=stranger, at=at),
        lambda: house.read_audit(viewer=own, at=at),
        lambda: house.verify_audit(viewer=own, at=at),
        lambda: house.read_audit(viewer=own, profile="p-none", at=at),
    ]
    for attempt in attempts:
        with pytest.raises(MatchingError):
            attempt()
        assert left() == []


def test_whoever_reads_or_verifies_the_audit_stands_in_it(house: Service, at: datetime) -> None:
    left = Left(house)
    page = house.read_audit(viewer=AUDITOR, at=at, after=10**8)
    assert page.entries == []
    assert left() == [("anna", "read_audit", None)]
    assert house.verify_audit(viewer=AUDITOR, at=at).findings == []
    assert left() == [("anna", "verify_audit", None)]
    assert house.verify_audit(viewer=AUDITOR, at=at).findings == []


@pytest.mark.parametrize("limit", [1, 2, 100])
def test_reading_page_by_page_comes_to_an_end(house: Service, at: datetime, limit: int) -> None:
    """Each page is read under an entry of its own, which it does not chase."""
    house.read_audit(viewer=AUDITOR, at=at)
    before = [told["seq"] for told in entries(house)]
    read: list[int] = []
    upto, more = None, True
    while more and len(read) <= len(before):
        page = house.read_audit(viewer=AUDITOR, at=at, after=read[-1] if read else 0, upto=upto, limit=limit)
        read += [told.seq for told in page.entries]
        upto, more = page.upto, len(page.entries) == limit
    assert read == before


def test_no_secret_stands_in_an_entry(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    own = house.viewer(account)
    session = house.sign_in(account, PASSWORD, at=at)
    (listed,) = house.sessions(account, viewer=own, at=at)
    token = house.create_api_token(
        account, name="un nom", scope={Permission.READ_CHANGES}, expires_at=at + timedelta(1), viewer=own, at=at
    )
    house.change_password(account, current=PASSWORD, new=OTHER, at=at)
    with suppress(MatchingError):
        house.revoke_session(account, listed.id, viewer=own, at=at)
    house.revoke_api_token(account, token.token.id, viewer=own, at=at)
    with house.workplace.database.read(EVERYTHING) as connection:
        text = "".join(entry.content for entry in audit_entries.entries(connection))
    secrets = [
        PASSWORD.get_secret_value(),
        OTHER.get_secret_value(),
        session.token,
        str(session.who.csrf),
        token.secret,
    ]
    assert account in text
    assert [secret for secret in (*secrets, listed.id, token.token.id, "un nom") if secret in text] == []
