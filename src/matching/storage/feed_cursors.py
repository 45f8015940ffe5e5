"""How far each reader of the outbox has come: a name without meaning for a place in the order, which nobody is told.

The numbers of the order would have gaps where rows of other units or of other receivers stand, and so tell of them.
"""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from matching.storage.tables import feed_cursors


def place_of(connection: Connection, cursor: str, *, account: str, receiver: str) -> int | None:
    """The place behind a cursor; None when this reader was never given it."""
    mine = (feed_cursors.c.account == account, feed_cursors.c.receiver == receiver)
    seq: int | None = connection.scalar(select(feed_cursors.c.seq).where(feed_cursors.c.cursor == cursor, *mine))
    return seq


def give_cursor(connection: Connection, seq: int, *, account: str, receiver: str, at: datetime) -> str:
    """A new cursor for a place."""
    cursor = uuid4().hex
    row = {"cursor": cursor, "account": account, "receiver": receiver, "seq": seq, "at": at}
    connection.execute(insert(feed_cursors).values(row))
    return cursor


def move_cursor(connection: Connection, cursor: str, seq: int) -> None:
    """Let a cursor stand behind rows that its reader may not know of: its name stays, so that it tells nothing."""
    mine = feed_cursors.c.cursor == cursor
    connection.execute(update(feed_cursors).where(mine, feed_cursors.c.seq < seq).values(seq=seq))
