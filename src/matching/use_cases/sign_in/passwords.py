"""Local accounts: a password is set, and opens a session."""

from datetime import datetime
from math import ceil

from pydantic import SecretStr
from sqlalchemy import Connection

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import is_identifier
from matching.errors import NotSignedInError, TooManyAttemptsError
from matching.identity.delays import FORGOTTEN_AFTER, delay_after
from matching.identity.desk import Desk
from matching.identity.passwords import refuse_weak
from matching.identity.tokens import digest_of
from matching.storage import accounts, credentials, sessions, sign_in_failures
from matching.storage.scope import NOBODY
from matching.storage.sign_in_failures import Failures
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.sign_in.sessions import NewSession, begin_session
from matching.use_cases.sign_in.signed_in import hold_account
from matching.use_cases.workplace import Workplace

_WRONG = (
    "Ce compte et ce mot de passe ne vont pas ensemble ; les saisir à nouveau, ou s'adresser à qui gère les comptes."
)


def set_password(
    workplace: Workplace, desk: Desk, account: str, password: SecretStr, *, viewer: Viewer, at: datetime
) -> None:
    """Give an account a password in place of an earlier one; whoever was signed in under it no longer is.

    ForbiddenError unless the viewer manages accounts, InvalidInputError for a weak password, NotFoundError without such
    an account.
    """
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    refuse_weak(password, account)
    hashed = desk.passwords.hash(password)
    with workplace.acting(viewer, Act.SET_PASSWORD, at=at, about=account) as connection:
        accounts.hold(connection, account)
        _put_password(connection, account, hashed, at=at)


def change_password(
    workplace: Workplace, desk: Desk, account: str, *, current: SecretStr, new: SecretStr, at: datetime
) -> NewSession:
    """Somebody changes their own password, proven by the current one: all sessions end, and a new one begins.

    Errors as in `sign_in`, and InvalidInputError for a weak new password.
    """
    refuse_weak(new, account)
    proven = _proven(workplace, desk, account, current, at)
    hashed = desk.passwords.hash(new)
    with workplace.arriving(Act.SET_PASSWORD, at=at) as door:
        door.viewer = _still_proven(door.connection, account, proven)
        _put_password(door.connection, account, hashed, at=at)
        return begin_session(door.connection, door.viewer, desk.lifetimes, at=at)


def sign_in(
    workplace: Workplace, desk: Desk, account: str, password: SecretStr, *, at: datetime, replaces: str | None = None
) -> NewSession:
    """Open a session for an account and its password; it takes the place of the session whose token is `replaces`.

    NotSignedInError, in the same words and after the same work, for a wrong password, an account without one, a closed
    and an unknown one. TooManyAttemptsError, whatever the password, while the name must wait after failures.
    """
    proven = _proven(workplace, desk, account, password, at)
    renewed = desk.passwords.hash(password) if desk.passwords.is_outdated(proven) else None
    with workplace.arriving(Act.SIGN_IN, at=at) as door:
        door.viewer = _still_proven(door.connection, account, proven)
        if renewed is not None:
            credentials.put(door.connection, account, renewed, at=at)
        return begin_session(door.connection, door.viewer, desk.lifetimes, at=at, replaces=replaces)


def is_set_up(workplace: Workplace, desk: Desk) -> bool:
    """Whether anybody can sign in: by a password that some account has, or at an identity provider."""
    with workplace.database.read(NOBODY) as connection:
        return desk.provider is not None or credentials.any_at_all(connection)


def _proven(workplace: Workplace, desk: Desk, account: str, password: SecretStr, at: datetime) -> str:
    """The hash that a password was proven against; hashing takes its time, so no transaction is open meanwhile.

    The attempt is kept before it is looked at. So signing in takes two transactions, and the second, which opens the
    session, reads again what the first read: see `_still_proven`.
    """
    with workplace.database.begin(NOBODY) as connection:
        _count_attempt(connection, digest_of(account), at)
        hashed = credentials.password_hash(connection, account) if is_identifier(account) else None
    if not desk.passwords.matches(password, hashed) or hashed is None:
        raise NotSignedInError(_WRONG)
    return hashed


def _count_attempt(connection: Connection, name_digest: str, at: datetime) -> None:
    """Count an attempt as failed before it is looked at, so that a hundred at once are not all looked at."""
    sign_in_failures.forget_before(connection, at - FORGOTTEN_AFTER)
    failures = sign_in_failures.hold(connection, name_digest, at=at)
    wait = failures.last_at + delay_after(failures.count) - at
    seconds = ceil(wait.total_seconds())
    if seconds > 0:
        raise TooManyAttemptsError(
            "Trop d'essais sans succès pour ce compte ; réessayer dans {seconds} s.",
            seconds=seconds,
            retry_after_s=seconds,
        )
    sign_in_failures.put(connection, name_digest, Failures(failures.count + 1, at))


def _still_proven(connection: Connection, account: str, proven: str) -> Viewer:
    """The viewer, if account and password are still those of a moment ago; its failures are forgotten."""
    viewer = hold_account(connection, account)
    if viewer is None or credentials.password_hash(connection, account) != proven:
        raise NotSignedInError(_WRONG)
    sign_in_failures.forget(connection, digest_of(account))
    return viewer


def _put_password(connection: Connection, account: str, hashed: str, *, at: datetime) -> None:
    credentials.put(connection, account, hashed, at=at)
    sign_in_failures.forget(connection, digest_of(account))
    sessions.end_all(connection, account)
