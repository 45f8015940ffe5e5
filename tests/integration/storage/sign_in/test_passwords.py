"""Local accounts on both engines: the password opens, nothing tells which accounts there are, failures wait."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from argon2 import PasswordHasher
from pydantic import SecretStr
from tests.integration.storage.sign_in.front_door import (
    PASSWORD,
    WRONG,
    CountingPasswords,
    NewAccount,
    with_password,
)

from matching.bootstrap import Service
from matching.domain.role_permissions import permissions_of
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import (
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    NotSignedInError,
    TooManyAttemptsError,
)
from matching.identity.delays import FORGOTTEN_AFTER, FREE_ATTEMPTS, LONGEST
from matching.identity.desk import Desk
from matching.identity.passwords import Passwords
from matching.storage import credentials
from matching.storage.scope import EVERYTHING

SECOND = timedelta(seconds=1)


def test_the_password_opens_a_session_with_role_and_units(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    session = house.sign_in(account, PASSWORD, at=at)
    who = house.who_is(session.token, at=at)
    assert who == session.who
    assert (who.viewer.account, who.viewer.units) == (account, ("vd-orp-renens",))
    assert who.permissions == permissions_of(Role.COUNSELLOR)


def test_who_cannot_sign_in_is_told_the_same_after_the_same_work(
    house: Service, new_account: NewAccount, passwords: CountingPasswords, at: datetime
) -> None:
    known, without, closed = (
        with_password(house, new_account, at),
        new_account(at),
        with_password(house, new_account, at),
    )
    house.deactivate_account(closed, viewer=LOCAL_VIEWER, at=at)
    told = set()
    for account, password in [
        *((known, WRONG), (without, PASSWORD), (closed, PASSWORD), ("nobody", PASSWORD), ("", PASSWORD)),
        *(("no\x00body", PASSWORD), ("\ud800", PASSWORD), ("x" * 5_000, PASSWORD), (known, SecretStr("\ud800\x00"))),
    ]:
        before = passwords.verified
        with pytest.raises(NotSignedInError) as refused:
            house.sign_in(account, password, at=at)
        assert passwords.verified == before + 1
        told.add(str(refused.value))
    assert len(told) == 1


@pytest.mark.parametrize("exists", [True, False])
def test_failures_in_a_row_wait_whether_the_account_exists_or_not(
    house: Service, new_account: NewAccount, passwords: CountingPasswords, at: datetime, *, exists: bool
) -> None:
    account = with_password(house, new_account, at) if exists else f"nobody-{new_account(at)}"
    for _ in range(FREE_ATTEMPTS):
        with pytest.raises(NotSignedInError):
            house.sign_in(account, WRONG, at=at)
    before = passwords.verified
    with pytest.raises(TooManyAttemptsError) as waiting:
        house.sign_in(account, PASSWORD, at=at + SECOND)
    assert (waiting.value.retry_after_s, waiting.value.status) == (4, 429)
    assert passwords.verified == before
    with pytest.raises(NotSignedInError):
        house.sign_in(account, WRONG, at=at + 5 * SECOND)
    with pytest.raises(TooManyAttemptsError) as longer:
        house.sign_in(account, WRONG, at=at + 5 * SECOND)
    assert longer.value.retry_after_s == 10


def test_nobody_is_locked_out_for_good_and_success_forgets(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    moment = at
    for _ in range(20):
        with suppress(NotSignedInError):
            house.sign_in(account, WRONG, at=moment)
        moment += LONGEST
    house.sign_in(account, PASSWORD, at=moment)
    for _ in range(FREE_ATTEMPTS):
        with pytest.raises(NotSignedInError):
            house.sign_in(account, WRONG, at=moment)


def test_failures_of_yesterday_are_forgotten(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    for _ in range(FREE_ATTEMPTS):
        with pytest.raises(NotSignedInError):
            house.sign_in(account, WRONG, at=at)
    later = at + FORGOTTEN_AFTER + SECOND
    for _ in range(FREE_ATTEMPTS):
        with pytest.raises(NotSignedInError):
            house.sign_in(account, WRONG, at=later)


def test_of_many_attempts_at_once_only_the_free_ones_are_looked_at(
    house: Service, new_account: NewAccount, passwords: CountingPasswords, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    before = passwords.verified

    def attempt(_: int) -> type[Exception] | None:
        try:
            house.sign_in(account, WRONG, at=at)
        except (NotSignedInError, TooManyAttemptsError, ConflictError) as refused:
            return type(refused)
        return None

    with ThreadPoolExecutor(8) as pool:
        ends = list(pool.map(attempt, range(24)))
    assert None not in ends
    assert passwords.verified - before == ends.count(NotSignedInError) == FREE_ATTEMPTS


def test_a_new_password_ends_the_sessions_and_the_old_one(
    house: Service, new_account: NewAccount, at: datetime
) -> None:
    account = with_password(house, new_account, at)
    session = house.sign_in(account, PASSWORD, at=at)
    house.set_password(account, WRONG, viewer=LOCAL_VIEWER, at=at)
    with pytest.raises(NotSignedInError):
        house.who_is(session.token, at=at)
    with pytest.raises(NotSignedInError):
        house.sign_in(account, PASSWORD, at=at)
    house.sign_in(account, WRONG, at=at)


def test_somebody_changes_their_own_with_the_current_one(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    elsewhere = house.sign_in(account, PASSWORD, at=at)
    with pytest.raises(NotSignedInError):
        house.change_password(account, current=WRONG, new=SecretStr("encore une autre phrase"), at=at)
    with pytest.raises(InvalidInputError):
        house.change_password(account, current=PASSWORD, new=SecretStr("court"), at=at)
    session = house.change_password(account, current=PASSWORD, new=WRONG, at=at)
    assert house.who_is(session.token, at=at).viewer.account == account
    with pytest.raises(NotSignedInError):
        house.who_is(elsewhere.token, at=at)
    house.sign_in(account, WRONG, at=at)


def test_who_may_set_one(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = new_account(at)
    administrator = Viewer(account="admin", role=Role.ADMINISTRATOR)
    house.set_password(account, PASSWORD, viewer=administrator, at=at)
    counsellor = Viewer(account=account, role=Role.COUNSELLOR)
    with pytest.raises(ForbiddenError, match="gérer les comptes et les unités » \\(manage_accounts\\) ; l'ont : admin"):
        house.set_password(account, PASSWORD, viewer=counsellor, at=at)
    with pytest.raises(NotFoundError):
        house.set_password("nobody", PASSWORD, viewer=administrator, at=at)
    with pytest.raises(InvalidInputError):
        house.set_password(account, SecretStr("court"), viewer=administrator, at=at)


def test_a_hash_of_old_parameters_is_renewed_at_sign_in(house: Service, new_account: NewAccount, at: datetime) -> None:
    account = with_password(house, new_account, at)
    dearer = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    tomorrow = Service(house.workplace, desk=Desk(passwords=Passwords(dearer)))
    tomorrow.sign_in(account, PASSWORD, at=at)
    with house.workplace.database.read(EVERYTHING) as connection:
        renewed = credentials.password_hash(connection, account)
    assert renewed is not None
    assert "m=16,t=2" in renewed
    tomorrow.sign_in(account, PASSWORD, at=at)
