"""What the ranking read of each slate, kept beside the slate under the id of its recommendation."""

from sqlalchemy import Connection

from matching.domain.served import ServedSlate
from matching.storage.ledger import Entry
from matching.storage.person_ledger import PersonLedger
from matching.storage.tables import served_slates

SERVED_SLATES = PersonLedger(served_slates, ServedSlate)


def keep_served(connection: Connection, served: ServedSlate, *, author: str) -> None:
    """Write down what was served, inside the transaction that keeps the slate itself."""
    id_ = served.recommendation
    SERVED_SLATES.add(connection, served, subject=served.profile, author=author, at=served.at, id_=id_)


def find_served(connection: Connection, recommendation: str) -> Entry[ServedSlate] | None:
    """What was served with a recommendation; None when there is no such recommendation or it was not ranked.

    Whether whoever asks may know of it is for the caller to say, by the person's file.
    """
    return SERVED_SLATES.find(connection, recommendation)
