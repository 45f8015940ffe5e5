"""Sessions: begun at sign-in with a new token, asked at every request, ended one by one or all at once."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import ConflictError, NotSignedInError
from matching.identity.desk import Desk
from matching.identity.lifetimes import SEEN_EVERY, Lifetimes
from matching.identity.tokens import csrf_of, digest_of, new_token
from matching.storage import accounts, sessions
from matching.storage.ledger import nothing_under
from matching.storage.scope import NOBODY
from matching.storage.sessions import Session
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.sign_in.signed_in import SignedIn, in_session, open_account
from matching.use_cases.workplace import Workplace

NOT_SIGNED_IN = "Aucune session en cours sous ce jeton ; se connecter."


@dataclass(frozen=True)
class NewSession:
    """A session just begun: its token goes to the browser and is kept nowhere else."""

    token: str = field(repr=False)
    who: SignedIn


def begin_session(
    connection: Connection, viewer: Viewer, lifetimes: Lifetimes, *, at: datetime, replaces: str | None = None
) -> NewSession:
    """Begin a session under a new token, inside the caller's transaction; the one the browser had before ends.

    Sessions that are over, of whatever account, are dropped on the way.
    """
    sessions.forget_over(connection, begun_by=at - lifetimes.absolute, seen_by=at - lifetimes.idle)
    if replaces is not None:
        sessions.end(connection, digest_of(replaces))
    token = new_token()
    sessions.add(connection, viewer.account, digest_of(token), at=at)
    return NewSession(token, in_session(viewer, csrf_of(token)))


def who_is(workplace: Workplace, desk: Desk, token: str, *, at: datetime) -> SignedIn:
    """Who is signed in under a session's token at an aware moment, with the role and units of that moment.

    NotSignedInError, in the same words, for a token that never was, a session that is over, and a closed account.
    """
    with workplace.database.read(NOBODY) as connection:
        session = sessions.by_digest(connection, digest_of(token))
        if session is None or desk.lifetimes.is_over(session.begun_at, session.last_seen_at, at):
            raise NotSignedInError(NOT_SIGNED_IN)
        viewer = open_account(connection, session.account)
    if viewer is None:
        raise NotSignedInError(NOT_SIGNED_IN)
    if at - session.last_seen_at >= SEEN_EVERY:
        with suppress(ConflictError):  # a busy store must not turn somebody away: the next request notes it
            _note_use(workplace, session, at)
    return in_session(viewer, csrf_of(token))


def sign_out(workplace: Workplace, token: str, *, at: datetime) -> None:
    """End the session of a token; without one, nothing happens."""
    with workplace.arriving(Act.SIGN_OUT, at=at) as door:
        account = sessions.end(door.connection, digest_of(token))
        door.viewer = None if account is None else open_account(door.connection, account)


def list_sessions(workplace: Workplace, desk: Desk, account: str, *, viewer: Viewer, at: datetime) -> list[Session]:
    """The sessions of an account that are not over, for itself and for whoever manages accounts."""
    refuse_others(viewer, account)
    with workplace.database.read(NOBODY) as connection:
        found = sessions.of_account(connection, account)
    return [one for one in found if not desk.lifetimes.is_over(one.begun_at, one.last_seen_at, at)]


def revoke_session(workplace: Workplace, account: str, id_: str, *, viewer: Viewer, at: datetime) -> None:
    """End one session of an account; NotFoundError when it has none of that id."""
    refuse_others(viewer, account)
    with workplace.acting(viewer, Act.END_SESSIONS, at=at, about=account) as connection:
        if not sessions.end_one(connection, account, id_):
            raise nothing_under(id_)


def revoke_sessions(workplace: Workplace, account: str, *, viewer: Viewer, at: datetime) -> int:
    """End every session of an account at once; how many there were. NotFoundError without such an account."""
    refuse_others(viewer, account)
    with workplace.acting(viewer, Act.END_SESSIONS, at=at, about=account) as connection:
        accounts.hold(connection, account)
        return sessions.end_all(connection, account)


def session_under(workplace: Workplace, token: str) -> str | None:
    """The id of the session of a token, by which it is told from the others of its account; None without one."""
    with workplace.database.read(NOBODY) as connection:
        found = sessions.by_digest(connection, digest_of(token))
    return None if found is None else found.id


def revoke_other_sessions(workplace: Workplace, token: str, *, viewer: Viewer, at: datetime) -> int:
    """End every session of the viewer's own account but that of a token; how many there were."""
    with workplace.acting(viewer, Act.END_SESSIONS, at=at, about=viewer.account) as connection:
        return sessions.end_others(connection, viewer.account, digest_of(token))


def last_seen(workplace: Workplace, *, viewer: Viewer) -> dict[str, datetime]:
    """When each account was last seen, as far as a session of it is still kept; the others are not in it.

    ForbiddenError unless the viewer manages accounts.
    """
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    with workplace.database.read(NOBODY) as connection:
        return sessions.last_seen(connection)


def refuse_others(viewer: Viewer, account: str) -> None:
    """ForbiddenError unless it is the viewer's own account, or they manage accounts."""
    if viewer.account != account:
        refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)


def _note_use(workplace: Workplace, session: Session, at: datetime) -> None:
    with workplace.database.begin(NOBODY) as connection:
        sessions.touch(connection, session.id, at=at)
