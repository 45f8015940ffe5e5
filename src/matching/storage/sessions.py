"""The sessions of people who have signed in, known by the digest of a token that only their browser holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from matching.storage.tables import sessions


@dataclass(frozen=True)
class Session:
    """One session; `id` names it to whoever may end it, and opens nothing."""

    id: str
    account: str
    begun_at: datetime
    last_seen_at: datetime


def add(connection: Connection, account: str, digest: str, *, at: datetime) -> Session:
    """Begin a session at the aware moment `at`."""
    session = Session(uuid4().hex, account, at, at)
    values = {"id": session.id, "digest": digest, "account": account, "begun_at": at, "last_seen_at": at}
    connection.execute(insert(sessions).values(values))
    return session


def by_digest(connection: Connection, digest: str) -> Session | None:
    """The session of a token, if there is one; whether it is over is not asked here."""
    row = connection.execute(select(sessions).where(sessions.c.digest == digest)).first()
    return None if row is None else _read(row)


def of_account(connection: Connection, account: str) -> list[Session]:
    """The sessions of an account, oldest first."""
    query = select(sessions).where(sessions.c.account == account).order_by(sessions.c.begun_at, sessions.c.id)
    return [_read(row) for row in connection.execute(query)]


def touch(connection: Connection, id_: str, *, at: datetime) -> None:
    """Note that a session was used at a moment; one that was ended meanwhile stays ended."""
    query = update(sessions).where(sessions.c.id == id_, sessions.c.last_seen_at < at)
    connection.execute(query.values(last_seen_at=at))


def end(connection: Connection, digest: str) -> str | None:
    """End the session of a token; the account it was of, None when there was none."""
    ended = delete(sessions).where(sessions.c.digest == digest).returning(sessions.c.account)
    account: str | None = connection.scalar(ended)
    return account


def end_one(connection: Connection, account: str, id_: str) -> bool:
    """End one session of an account; whether there was one."""
    ended = connection.execute(delete(sessions).where(sessions.c.id == id_, sessions.c.account == account))
    return ended.rowcount == 1


def end_all(connection: Connection, account: str) -> int:
    """End every session of an account; how many there were."""
    return connection.execute(delete(sessions).where(sessions.c.account == account)).rowcount


def end_others(connection: Connection, account: str, digest: str) -> int:
    """End every session of an account but that of a token; how many there were."""
    others = delete(sessions).where(sessions.c.account == account, sessions.c.digest != digest)
    return connection.execute(others).rowcount


def last_seen(connection: Connection) -> dict[str, datetime]:
    """When each account that has sessions was last seen in one, those that are over included."""
    query = select(sessions.c.account, func.max(sessions.c.last_seen_at).label("last_seen_at")).group_by(
        sessions.c.account
    )
    return {row.account: row.last_seen_at for row in connection.execute(query)}


def forget_over(connection: Connection, *, begun_by: datetime, seen_by: datetime) -> None:
    """Drop the sessions begun, or last seen, at those moments or before."""
    over = or_(sessions.c.begun_at <= begun_by, sessions.c.last_seen_at <= seen_by)
    connection.execute(delete(sessions).where(over))


def _read(row: Row[Any]) -> Session:
    return Session(row.id, row.account, row.begun_at, row.last_seen_at)
