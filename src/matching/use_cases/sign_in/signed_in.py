"""Who has signed in: the viewer, what they may do, and what a page must send back. Doors ask here, never the role."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from matching.domain.permission import NEVER_BY_TOKEN, Permission
from matching.domain.role_permissions import permissions_of, sees_persons
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, NotFoundError, NotSignedInError
from matching.identity.tokens import is_same
from matching.storage import accounts
from matching.use_cases.accounts import account_in
from matching.use_cases.roles import refuse_role_without


@dataclass(frozen=True)
class SignedIn:
    """A person in a session, or a program with a token of theirs, whose name then stands in `token_name`."""

    viewer: Viewer
    permissions: frozenset[Permission]
    csrf: str | None = field(default=None, repr=False)
    token_name: str | None = None


def in_session(viewer: Viewer, csrf: str) -> SignedIn:
    """Somebody in a session: all that their role may do."""
    return SignedIn(viewer, permissions_of(viewer.role), csrf)


def with_token(viewer: Viewer, scope: frozenset[Permission], name: str) -> SignedIn:
    """A program: of its scope what the role may do today, never what takes a person."""
    return SignedIn(viewer, (scope & permissions_of(viewer.role)) - NEVER_BY_TOKEN, token_name=name)


def open_account(connection: Connection, account: str) -> Viewer | None:
    """The viewer behind an account, if it is open and somebody's.

    A role that sees no person has no units, whatever an older version stored.
    """
    try:
        viewer = account_in(connection, account)
    except NotFoundError:
        return None
    if viewer.role is Role.LOCAL:
        return None
    return viewer if sees_persons(viewer.role) else viewer.model_copy(update={"units": ()})


def hold_account(connection: Connection, account: str) -> Viewer | None:
    """As `open_account`, for a writer who opens a door to it: it queues with whoever closes the account."""
    try:
        accounts.hold(connection, account)
    except NotFoundError:
        return None
    return open_account(connection, account)


def refuse_without(who: SignedIn, permission: Permission) -> None:
    """ForbiddenError, in one sentence that names what is missing, unless they have the permission."""
    if permission in who.permissions:
        return
    refuse_role_without(who.viewer, permission)
    if permission in NEVER_BY_TOKEN:
        raise ForbiddenError(
            "Aucun jeton ne donne le droit « {permission} » ({code}) ; se connecter.",
            permission=permission,
            code=permission.value,
        )
    raise ForbiddenError(
        "Le jeton « {token} » ne couvre pas le droit « {permission} » ({code}) ; en créer un autre qui le couvre.",
        token=who.token_name,
        permission=permission,
        code=permission.value,
    )


def refuse_other_pages(who: SignedIn, given: str | None) -> None:
    """NotSignedInError for a change in a session that was not asked for by one of its own pages (CSRF).

    A token is sent by a program on purpose, never by a browser by itself: nothing is asked of it.
    """
    if who.csrf is not None and not is_same(given or "", who.csrf):
        raise NotSignedInError("Cette page date d'une autre session ; la recharger et recommencer.")
