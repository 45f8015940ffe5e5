"""The passwords of local accounts, as argon2 hashes only. An account without one signs in in another way, or not."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from matching.storage.tables import credentials


def password_hash(connection: Connection, account: str) -> str | None:
    """The hash of an account's password, if it has one."""
    found: str | None = connection.scalar(select(credentials.c.password_hash).where(credentials.c.account == account))
    return found


def any_at_all(connection: Connection) -> bool:
    """Whether some account has a password."""
    return connection.scalar(select(credentials.c.account).limit(1)) is not None


def put(connection: Connection, account: str, hashed: str, *, at: datetime) -> None:
    """Store the hash of an account's password in place of an earlier one."""
    values = {"password_hash": hashed, "changed_at": at}
    written = connection.execute(update(credentials).where(credentials.c.account == account).values(values))
    if written.rowcount == 0:
        connection.execute(insert(credentials).values(values | {"account": account}))


def remove(connection: Connection, account: str) -> None:
    """From now on no password opens the account."""
    connection.execute(delete(credentials).where(credentials.c.account == account))
