"""How often signing in under a name has failed in a row, known by a digest of the name, whether it exists or not."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from matching.storage.tables import sign_in_failures


@dataclass(frozen=True)
class Failures:
    """A row of failures and the moment of the last one."""

    count: int
    last_at: datetime


def hold(connection: Connection, name_digest: str, *, at: datetime) -> Failures:
    """The failures under a name, none at first; those who try at once queue here, so that each sees the one before."""
    query = select(sign_in_failures.c.count, sign_in_failures.c.last_at).where(
        sign_in_failures.c.name_digest == name_digest
    )
    if connection.execute(query).first() is None:
        try:
            with connection.begin_nested():
                values = {"name_digest": name_digest, "count": 0, "last_at": at}
                connection.execute(insert(sign_in_failures).values(values))
        except IntegrityError:  # somebody else tries for the first time, too: wait for them below
            pass
    row = connection.execute(query.with_for_update()).first()
    return Failures(0, at) if row is None else Failures(*row)  # whoever was first has just signed in


def put(connection: Connection, name_digest: str, failures: Failures) -> None:
    """Write down the failures under a name that is held."""
    query = update(sign_in_failures).where(sign_in_failures.c.name_digest == name_digest)
    connection.execute(query.values(count=failures.count, last_at=failures.last_at))


def forget(connection: Connection, name_digest: str) -> None:
    """Somebody has signed in under the name: nothing is held against it."""
    connection.execute(delete(sign_in_failures).where(sign_in_failures.c.name_digest == name_digest))


def forget_before(connection: Connection, moment: datetime) -> None:
    """Drop what is too old to count, under whatever name."""
    connection.execute(delete(sign_in_failures).where(sign_in_failures.c.last_at < moment))
