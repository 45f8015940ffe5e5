"""What the ranking read of each slate, kept beside the slate under the id of its recommendation."""

from sqlalchemy import Connection

from matching.domain.served import ServedSlate
from matching.storage.ledger import Entry, Ledger
from matching.storage.named_entries import begin_under, find
from matching.storage.tables import served_slates

SERVED_SLATES = Ledger(served_slates, ServedSlate)


def keep_served(connection: Connection, served: ServedSlate, *, unit: str | None, author: str) -> None:
    """Write down what was served, inside the transaction that keeps the slate itself."""
    begin_under(
        connection,
        SERVED_SLATES,
        served.recommendation,
        served,
        subject=served.profile,
        unit=unit,
        author=author,
        at=served.at,
    )


def find_served(connection: Connection, recommendation: str) -> Entry[ServedSlate] | None:
    """What was served with a recommendation; None when there is no such recommendation or it was not ranked.

    Whether whoever asks may know of it is for the caller to say, by the person's file.
    """
    return find(connection, SERVED_SLATES, recommendation)
