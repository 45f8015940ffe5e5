"""Signing in at the identity provider of the institution; it says who somebody is, the accounts here say what they may.

Whom the provider knows and no account is linked to is refused: nobody gets an account, a role or a unit by signing in.
"""

from dataclasses import dataclass, field
from datetime import datetime

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import InvalidInputError, NotFoundError, NotSignedInError
from matching.identity.desk import Desk
from matching.identity.lifetimes import ATTEMPT
from matching.identity.oidc import OidcProvider, is_subject
from matching.identity.tokens import digest_of, new_token
from matching.storage import accounts, oidc_attempts, oidc_links
from matching.storage.scope import NOBODY
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.sign_in.sessions import NewSession, begin_session
from matching.use_cases.sign_in.signed_in import hold_account
from matching.use_cases.workplace import Workplace

_OVER = "Cette connexion est déjà terminée, ou a duré trop longtemps ; recommencer depuis la page de connexion."
_NO_ACCOUNT = (
    "Le service d'identité vous connaît, mais aucun compte d'ici ne vous est lié ; s'adresser à qui gère les comptes."
)


@dataclass(frozen=True)
class Begun:
    """Where to send the browser, and the token that it alone keeps until it comes back."""

    url: str
    token: str = field(repr=False)


def begin_oidc(workplace: Workplace, desk: Desk, *, redirect_uri: str, at: datetime) -> Begun:
    """Begin to sign in at the provider; it will send the browser back to `redirect_uri`.

    NotFoundError when none is set up, DamagedError when it does not answer as it should.
    """
    provider = _provider(desk)
    token = new_token()
    url = provider.authorization_url(token, redirect_uri=redirect_uri, at=at)
    with workplace.database.begin(NOBODY) as connection:
        oidc_attempts.forget_before(connection, at - ATTEMPT)
        oidc_attempts.add(connection, digest_of(token), at=at)
    return Begun(url, token)


def finish_oidc(
    workplace: Workplace,
    desk: Desk,
    token: str,
    callback: str,
    *,
    redirect_uri: str,
    at: datetime,
    replaces: str | None = None,
) -> NewSession:
    """Open a session for whoever came back to the address `callback`, in the browser that holds `token`.

    NotSignedInError for a sign-in that was finished before, took too long or is not proven, and, in a sentence of its
    own, for somebody without an account here. Other errors as in `begin_oidc`.
    """
    provider = _provider(desk)
    with workplace.database.begin(NOBODY) as connection:
        in_time = oidc_attempts.take(connection, digest_of(token), begun_after=at - ATTEMPT)
    if not in_time:
        raise NotSignedInError(_OVER)
    who = provider.subject(token, callback, redirect_uri=redirect_uri, at=at)
    with workplace.arriving(Act.SIGN_IN, at=at) as door:
        account = oidc_links.account_of(door.connection, who.issuer, who.subject)
        door.viewer = None if account is None else hold_account(door.connection, account)
        if door.viewer is None:
            raise NotSignedInError(_NO_ACCOUNT)
        return begin_session(door.connection, door.viewer, desk.lifetimes, at=at, replaces=replaces)


def link_account(workplace: Workplace, desk: Desk, account: str, subject: str, *, viewer: Viewer, at: datetime) -> None:
    """Link an account to a subject of the provider: whoever that is opens the account from now on.

    ForbiddenError unless the viewer manages accounts; ConflictError when the subject is linked already; NotFoundError
    without such an account or provider.
    """
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    issuer = _provider(desk).issuer
    if not is_subject(subject):
        raise InvalidInputError("Le sujet (sub) doit être celui du service d'identité : 255 caractères ASCII au plus.")
    with workplace.acting(viewer, Act.ADMINISTER, at=at, about=account) as connection:
        accounts.hold(connection, account)
        oidc_links.add(connection, issuer, subject, account, at=at)


def unlink_account(workplace: Workplace, account: str, *, viewer: Viewer, at: datetime) -> int:
    """Undo every link of an account to a provider; how many there were. ForbiddenError as in `link_account`."""
    refuse_role_without(viewer, Permission.MANAGE_ACCOUNTS)
    with workplace.acting(viewer, Act.ADMINISTER, at=at, about=account) as connection:
        accounts.hold(connection, account)
        return oidc_links.remove_all(connection, account)


def _provider(desk: Desk) -> OidcProvider:
    if desk.provider is None:
        raise NotFoundError("Aucun service d'identité n'est réglé ici ; indiquer MATCHING_OIDC_ISSUER.")
    return desk.provider
