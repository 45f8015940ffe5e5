"""A closed account on both engines: every door at once, also for whoever is on the threshold."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pydantic import SecretStr
from tests.integration.storage.sign_in.front_door import PASSWORD, WRONG, CountingPasswords, NewAccount, with_password

from matching.bootstrap import Service
from matching.domain.permission import Permission
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import MandateKind, Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, NotSignedInError
from matching.identity.desk import Desk
from matching.storage import accounts, sessions
from matching.storage.scope import EVERYTHING
from matching.use_cases.mandates import with_mandates

ADMINISTRATOR = Viewer(account="admin", role=Role.ADMINISTRATOR)
DAY = timedelta(days=1)


def test_password_sessions_tokens_and_mandates_end_with_it(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    house.add_account(account, role="counsellor", viewer=LOCAL_VIEWER, at=at, pes_mandate_until=at + 30 * DAY)
    session = house.sign_in(account, PASSWORD, at=at)
    scope = {Permission.READ_CHANGES}
    token = house.create_api_token(account, name="t", scope=scope, expires_at=at + DAY, viewer=LOCAL_VIEWER, at=at)
    house.deactivate_account(account, viewer=ADMINISTRATOR, at=at)
    for attempt in (
        lambda: house.who_is(session.token, at=at),
        lambda: house.who_is_by_token(token.secret, at=at),
        lambda: house.sign_in(account, PASSWORD, at=at),
    ):
        with pytest.raises(NotSignedInError):
            attempt()
    for gone in (
        lambda: house.viewer(account),
        lambda: house.set_password(account, PASSWORD, viewer=ADMINISTRATOR, at=at),
        lambda: house.deactivate_account(account, viewer=ADMINISTRATOR, at=at),
        lambda: house.revoke_sessions(account, viewer=ADMINISTRATOR, at=at),
    ):
        with pytest.raises(NotFoundError):
            gone()
    assert account not in [viewer.account for viewer in house.accounts(viewer=ADMINISTRATOR)]
    with house.workplace.database.read(EVERYTHING) as connection:
        (with_all,) = with_mandates(connection, [Viewer(account=account, role=Role.COUNSELLOR)])
    assert with_all.mandates
    assert not with_all.has_mandate(MandateKind.PES_STAFF, at)


def test_added_again_it_opens_with_none_of_them(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    house.add_account(account, role="counsellor", viewer=LOCAL_VIEWER, at=at, pes_mandate_until=at + 30 * DAY)
    session = house.sign_in(account, PASSWORD, at=at)
    house.deactivate_account(account, viewer=ADMINISTRATOR, at=at)
    house.add_account(account, role="counsellor", viewer=LOCAL_VIEWER, at=at)
    assert not house.viewer(account).has_mandate(MandateKind.PES_STAFF, at)
    with pytest.raises(NotSignedInError):
        house.who_is(session.token, at=at)
    with pytest.raises(NotSignedInError):
        house.sign_in(account, PASSWORD, at=at)
    house.set_password(account, PASSWORD, viewer=ADMINISTRATOR, at=at)
    house.sign_in(account, PASSWORD, at=at)


def test_who_may_close_what(house: Service, new_account: NewAccount, at: datetime) -> None:
    account, other = new_account(at), new_account(at)
    with pytest.raises(ForbiddenError):
        house.deactivate_account(other, viewer=house.viewer(account), at=at)
    house.add_account("admin", role="administrator", viewer=LOCAL_VIEWER, at=at)
    with pytest.raises(ConflictError, match="Personne ne ferme son propre compte"):
        house.deactivate_account("admin", viewer=ADMINISTRATOR, at=at)


class _SomethingHappensMeanwhile(CountingPasswords):
    """Passwords during whose check something happens."""

    def __init__(self, passwords: CountingPasswords, act: threading.Event, done: threading.Event) -> None:
        super().__init__(passwords._hasher)
        self.act, self.done = act, done

    def matches(self, password: SecretStr, hashed: str | None) -> bool:
        found = super().matches(password, hashed)
        self.act.set()
        assert self.done.wait(10)
        return found


MEANWHILE: dict[str, Callable[[Service, str, datetime], None]] = {
    "closed": lambda house, account, at: house.deactivate_account(account, viewer=ADMINISTRATOR, at=at),
    "another password": lambda house, account, at: house.set_password(account, WRONG, viewer=ADMINISTRATOR, at=at),
}


@pytest.mark.parametrize("what", MEANWHILE)
def test_what_changes_while_a_password_is_checked_counts(
    house: Service, new_account: NewAccount, passwords: CountingPasswords, at: datetime, what: str
) -> None:
    account = with_password(house, new_account, at)
    act, done = threading.Event(), threading.Event()
    slow = Service(house.workplace, desk=Desk(passwords=_SomethingHappensMeanwhile(passwords, act, done)))

    def change() -> None:
        assert act.wait(10)
        MEANWHILE[what](house, account, at)
        done.set()

    changing = threading.Thread(target=change)
    changing.start()
    with pytest.raises(NotSignedInError):
        slow.sign_in(account, PASSWORD, at=at)
    changing.join()
    with house.workplace.database.read(EVERYTHING) as connection:
        assert sessions.of_account(connection, account) == []


def test_whoever_signs_in_queues_behind_whoever_closes(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    refused: list[NotSignedInError] = []

    def sign_in() -> None:
        try:
            house.sign_in(account, PASSWORD, at=at)
        except NotSignedInError as error:
            refused.append(error)

    at_the_door = threading.Thread(target=sign_in)
    with house.workplace.database.begin(EVERYTHING) as connection:
        accounts.hold(connection, account)
        accounts.close(connection, account, at=at)
        at_the_door.start()
        at_the_door.join(0.5)
        assert at_the_door.is_alive()
    at_the_door.join()
    assert len(refused) == 1


def test_a_role_without_persons_gets_no_units_and_nobody_the_local_role(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    with pytest.raises(InvalidInputError, match="units : le rôle « science des données » ne voit aucune personne"):
        house.add_account("ds", role="data_scientist", viewer=LOCAL_VIEWER, at=at, units=["vd-orp-renens"])
    with pytest.raises(InvalidInputError, match="role : « utilisation locale"):
        house.add_account("moi", role="local", viewer=LOCAL_VIEWER, at=at)
