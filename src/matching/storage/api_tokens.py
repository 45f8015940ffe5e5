"""The tokens of programs that ask under an account, known by their digest; each has a name, a scope and an end."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from matching.domain.permission import Permission
from matching.errors import ConflictError
from matching.storage.tables import api_tokens

NAME_LENGTH = 80


@dataclass(frozen=True)
class ApiToken:
    """One token; `id` names it to whoever may revoke it, and opens nothing. Of its use only the day is kept."""

    id: str
    account: str
    name: str
    scope: frozenset[Permission]
    created_at: datetime
    expires_at: datetime
    last_used_on: date | None = None


def add(
    connection: Connection,
    account: str,
    digest: str,
    *,
    name: str,
    scope: frozenset[Permission],
    at: datetime,
    expires_at: datetime,
) -> ApiToken:
    """Store a new token; ConflictError when the account already has one of that name."""
    token = ApiToken(uuid4().hex, account, name, scope, at, expires_at)
    values = {"id": token.id, "digest": digest, "account": account, "name": name}
    times = {"created_at": at, "expires_at": expires_at}
    codes = " ".join(sorted(permission.value for permission in scope))
    try:
        connection.execute(insert(api_tokens).values(values | times | {"scope": codes}))
    except IntegrityError as error:
        raise ConflictError(f"Le compte {account} a déjà un jeton « {name} » ; prendre un autre nom.") from error
    return token


def by_digest(connection: Connection, digest: str) -> ApiToken | None:
    """The token of a digest, if there is one; whether it has expired is not asked here."""
    row = connection.execute(select(api_tokens).where(api_tokens.c.digest == digest)).first()
    return None if row is None else _read(row)


def of_account(connection: Connection, account: str) -> list[ApiToken]:
    """The tokens of an account, expired ones included, by name."""
    query = select(api_tokens).where(api_tokens.c.account == account).order_by(api_tokens.c.name)
    return [_read(row) for row in connection.execute(query)]


def used(connection: Connection, id_: str, *, on: date) -> None:
    """Note the day on which a token was used."""
    earlier = or_(api_tokens.c.last_used_on.is_(None), api_tokens.c.last_used_on < on)
    connection.execute(update(api_tokens).where(api_tokens.c.id == id_, earlier).values(last_used_on=on))


def remove(connection: Connection, account: str, id_: str) -> bool:
    """Revoke one token of an account; whether there was one."""
    gone = connection.execute(delete(api_tokens).where(api_tokens.c.id == id_, api_tokens.c.account == account))
    return gone.rowcount == 1


def remove_all(connection: Connection, account: str) -> int:
    """Revoke every token of an account; how many there were."""
    return connection.execute(delete(api_tokens).where(api_tokens.c.account == account)).rowcount


def _read(row: Row[Any]) -> ApiToken:
    by_code = {permission.value: permission for permission in Permission}
    scope = frozenset(by_code[code] for code in row.scope.split() if code in by_code)  # one that is gone opens nothing
    return ApiToken(row.id, row.account, row.name, scope, row.created_at, row.expires_at, row.last_used_on)
