"""Tokens of programs: made for an account, shown once, scoped, ending on a day, revoked one by one."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime

from matching.domain.permission import NEVER_BY_TOKEN, Permission
from matching.domain.role_permissions import permissions_of
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotSignedInError
from matching.identity.lifetimes import LONGEST_TOKEN
from matching.identity.tokens import API_TOKEN_PREFIX, digest_of, new_token
from matching.storage import accounts, api_tokens
from matching.storage.api_tokens import NAME_LENGTH, ApiToken
from matching.storage.ledger import nothing_under
from matching.storage.scope import NOBODY
from matching.use_cases.sign_in.sessions import refuse_others
from matching.use_cases.sign_in.signed_in import SignedIn, open_account, with_token
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

_NOT_KNOWN = "Ce jeton n'est pas ou plus valable ; en créer un autre."


@dataclass(frozen=True)
class NewApiToken:
    """A token just made: `secret` is shown now and never again."""

    secret: str = field(repr=False)
    token: ApiToken


def create_api_token(
    workplace: Workplace,
    account: str,
    *,
    name: str,
    scope: Collection[Permission],
    expires_at: datetime,
    viewer: Viewer,
    at: datetime,
) -> NewApiToken:
    """Make a token that asks under an account, with some of the permissions of its role, until an aware moment.

    ForbiddenError for another's account (whoever manages accounts would otherwise read files by it) and for a
    permission that the account lacks or no token has; InvalidInputError for a name, scope or end that cannot be;
    ConflictError for a name already taken.
    """
    if viewer.account != account and viewer.role is not Role.LOCAL:
        raise ForbiddenError("Seul le compte {account} crée ses propres jetons ; le lui laisser.", account=account)
    name = _named(name)
    _refuse_end(expires_at, at)
    if not scope:
        raise InvalidInputError("Jeton refusé : indiquer au moins un droit qu'il donne.")
    secret = new_token(API_TOKEN_PREFIX)
    with workplace.acting(viewer, Act.CREATE_TOKEN, at=at, about=account) as connection:
        holder = accounts.hold(connection, account)
        _refuse_wide(frozenset(scope), holder.role)
        token = api_tokens.add(
            connection,
            account,
            digest_of(secret),
            name=name,
            scope=frozenset(scope),
            at=at,
            expires_at=expires_at,
        )
    return NewApiToken(secret, token)


def list_api_tokens(workplace: Workplace, account: str, *, viewer: Viewer) -> list[ApiToken]:
    """The tokens of an account, expired ones included, for itself and for whoever manages accounts."""
    refuse_others(viewer, account)
    with workplace.database.read(NOBODY) as connection:
        return api_tokens.of_account(connection, account)


def revoke_api_token(workplace: Workplace, account: str, id_: str, *, viewer: Viewer, at: datetime) -> None:
    """End a token of an account at once; NotFoundError when it has none of that id."""
    refuse_others(viewer, account)
    with workplace.acting(viewer, Act.REVOKE_TOKEN, at=at, about=account) as connection:
        if not api_tokens.remove(connection, account, id_):
            raise nothing_under(id_)


def who_is_by_token(workplace: Workplace, secret: str, *, at: datetime) -> SignedIn:
    """Who asks by a token at an aware moment: its account, with what the scope and the role of today both allow.

    NotSignedInError, in the same words, for a token that never was, is revoked or has expired, and a closed account.
    """
    with workplace.database.read(NOBODY) as connection:
        token = api_tokens.by_digest(connection, digest_of(secret))
        if token is None or at >= token.expires_at:
            raise NotSignedInError(_NOT_KNOWN)
        viewer = open_account(connection, token.account)
    if viewer is None:
        raise NotSignedInError(_NOT_KNOWN)
    today = swiss_day(at)
    if token.last_used_on is None or token.last_used_on < today:
        with suppress(ConflictError):  # a busy store must not turn a program away: the next request notes it
            _note_use(workplace, token, today)
    return with_token(viewer, token.scope, token.name)


def _named(name: str) -> str:
    name = name.strip()
    if not 0 < len(name) <= NAME_LENGTH or not name.isprintable():
        raise InvalidInputError("Jeton refusé : son nom doit avoir 1 à {most} caractères lisibles.", most=NAME_LENGTH)
    return name


def _refuse_end(expires_at: datetime, at: datetime) -> None:
    if expires_at.utcoffset() is None:
        raise InvalidInputError("Jeton refusé : sa fin n'a pas de fuseau horaire ; l'indiquer.")
    if not at < expires_at <= at + LONGEST_TOKEN:
        raise InvalidInputError(
            "Jeton refusé : sa fin doit être à venir, dans {days} jours au plus ; corriger la date.",
            days=LONGEST_TOKEN.days,
        )


def _refuse_wide(scope: frozenset[Permission], role: Role) -> None:
    beyond = scope - (permissions_of(role) - NEVER_BY_TOKEN)
    if beyond:
        names = ", ".join(permission.value for permission in Permission if permission in beyond)
        raise ForbiddenError(
            "Jeton refusé : le rôle « {role} » ne donne pas ces droits à un jeton : {names} ; les retirer.",
            role=role,
            names=names,
        )


def _note_use(workplace: Workplace, token: ApiToken, on: date) -> None:
    with workplace.database.begin(NOBODY) as connection:
        api_tokens.used(connection, token.id, on=on)
