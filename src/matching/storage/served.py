"""What the ranking read of each slate, kept beside the slate and found by its recommendation."""

from sqlalchemy import Connection, insert, select

from matching.domain.served import ServedSlate
from matching.storage.ledger import Entry, Ledger
from matching.storage.tables import served_index, served_slates

SERVED_SLATES = Ledger(served_slates, ServedSlate)


def keep_served(connection: Connection, served: ServedSlate, *, unit: str | None, author: str) -> None:
    """Write down what was served, inside the transaction that keeps the slate itself."""
    entry = SERVED_SLATES.add(connection, served, subject=served.profile, unit=unit, author=author, at=served.at)
    connection.execute(insert(served_index).values(recommendation=served.recommendation, entry=entry.id))


def find_served(connection: Connection, recommendation: str) -> Entry[ServedSlate] | None:
    """What was served with a recommendation; None when there is no such recommendation or it was not ranked.

    Whether whoever asks may know of it is for the caller to say, by the person's file.
    """
    id_ = connection.scalar(select(served_index.c.entry).where(served_index.c.recommendation == recommendation))
    return None if id_ is None else SERVED_SLATES.get(connection, id_, units=None)
