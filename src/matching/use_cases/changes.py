"""Changes: what is new for a receiver since a cursor, in order, so that another system can follow.

Order: a row of the outbox gets its number under a lock that its transaction holds to its end (`storage/outbox.py`), so
numbers become visible in their order, on PostgreSQL as well: whoever has read up to one will find none below it later.

Nothing tells of what one may not know: rows of other units, of files that were moved away, of words and versions that
do not exist for the receiver are passed over, and the cursor is a name without meaning. Where all that was new is
passed over, the cursor stays the same and stands behind it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from matching.contracts.wall import allowed_fields
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.receivers import LeavingPurpose, Receiver
from matching.errors import ForbiddenError, InvalidInputError, NotFoundError
from matching.storage import outbox
from matching.storage.feed_cursors import give_cursor, move_cursor, place_of
from matching.use_cases.export.gate import KINDS, Gate, told_of
from matching.use_cases.export.taking import Taking, refuse_receiver
from matching.use_cases.workplace import Workplace

MOST = 500
_AT_ONCE = 200


@dataclass(frozen=True)
class Change:
    """One change: of what kind, of which entry, when it was written down, and all that may leave of it now."""

    kind: str
    entry: str
    changed_at: datetime
    content: dict[str, Any]


@dataclass(frozen=True)
class Changes:
    """A page of changes, the cursor to go on from (None: from the beginning), and whether there may be more now."""

    items: tuple[Change, ...]
    cursor: str | None
    more: bool


def changes(
    workplace: Workplace,
    since: str | None,
    *,
    receiver: Receiver,
    purpose: LeavingPurpose,
    viewer: Viewer,
    at: datetime,
    limit: int = 100,
) -> Changes:
    """What is new for a receiver after a cursor, oldest first, at most `limit`; the same cursor gives the same again.

    A change is the whole of an entry as it was then: a later one replaces an earlier one of the same entry, and whoever
    gets one twice loses nothing. NotFoundError for a cursor that this account was not given for this receiver.
    """
    if not 1 <= limit <= MOST:
        raise InvalidInputError(f"Le nombre de changements à lire est de 1 à {MOST}.")
    refuse_receiver(viewer, receiver, purpose)
    kinds = _kinds_for(receiver)
    taking = Taking(viewer, receiver, at)
    with workplace.acting(viewer, Act.READ_CHANGES, at=at, purpose=purpose, about=receiver) as connection:
        begun = 0 if since is None else place_of(connection, since, account=viewer.account, receiver=receiver)
        if begun is None:
            raise NotFoundError(
                f"Aucun repère {since} pour ce compte et ce destinataire ; reprendre depuis le début, sans repère."
            )
        items, place, more = _read(connection, taking, kinds, begun, limit)
        cursor = since
        if items:
            cursor = give_cursor(connection, place, account=viewer.account, receiver=receiver, at=at)
        elif since is not None:
            move_cursor(connection, since, place)
    return Changes(tuple(items), cursor, more)


def _kinds_for(receiver: Receiver) -> list[str]:
    """The kinds of entries that leave to a receiver; ForbiddenError when there are none."""
    kinds = [name for name, kind in KINDS.items() if allowed_fields(kind.word, receiver)]
    if not kinds:
        raise ForbiddenError(f"Ce qui change concerne des personnes, et rien n'en sort pour {receiver.fr}.")
    return kinds


def _read(
    connection: Connection, taking: Taking, kinds: list[str], begun: int, limit: int
) -> tuple[list[Change], int, bool]:
    """The changes after a place, the place of the last row looked at, and whether rows are left."""
    gate = Gate(connection, taking)
    items: list[Change] = []
    place = begun
    while rows := outbox.read_after(connection, place, limit=_AT_ONCE, kinds=kinds):
        for row in rows:
            if len(items) == limit:
                return items, place, True
            place = row.seq
            if (change := _change(gate, row)) is not None:
                items.append(change)
    return items, place, False


def _change(gate: Gate, row: outbox.Row) -> Change | None:
    """A row as a change; None when for this receiver there is no such version."""
    versions = told_of(gate, KINDS[row.kind], str(row.payload["id"]))
    told = next((each for each in versions if each.version == row.payload["version"]), None)
    return None if told is None else Change(row.kind, told.id, told.at, told.kept)
