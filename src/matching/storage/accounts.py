"""The accounts: who may ask, with role and units; their mandates stand in a ledger of their own."""

from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select, update

from matching.domain.viewer import Viewer
from matching.errors import DamagedError, NotFoundError
from matching.storage.tables import accounts


def get(connection: Connection, name: str) -> Viewer:
    """The viewer behind an account; NotFoundError when there is none, or it is closed."""
    found = named(connection, name)
    if not found:
        raise NotFoundError(f"Aucun compte {name} ; voir les comptes avec `matching users list`.")
    return found[0]


def hold(connection: Connection, name: str) -> Viewer:
    """As `get`, for a writer: where the database can (PostgreSQL), whoever opens or closes its doors queues here."""
    connection.execute(select(accounts.c.name).where(accounts.c.name == name).with_for_update())
    return get(connection, name)


def named(connection: Connection, name: str) -> list[Viewer]:
    """The viewer behind an account, if there is one and it is open."""
    query = select(accounts.c.payload).where(accounts.c.name == name, accounts.c.closed_at.is_(None))
    return [_read(payload) for payload in connection.scalars(query)]


def put(connection: Connection, viewer: Viewer, *, at: datetime) -> None:
    """Store the viewer under their account at the aware moment `at`, in place of an earlier one; a closed one opens."""
    # Every field is written: units that are None (all of them) must not come back as the default (none of them).
    payload = viewer.model_dump_json()
    values = {"payload": payload, "changed_at": at, "closed_at": None}
    written = connection.execute(update(accounts).where(accounts.c.name == viewer.account).values(values))
    if written.rowcount == 0:
        connection.execute(insert(accounts).values(values | {"name": viewer.account, "added_at": at}))


def close(connection: Connection, name: str, *, at: datetime) -> None:
    """Close an open account: nobody asks under its name any more, and what it wrote keeps its author."""
    query = update(accounts).where(accounts.c.name == name, accounts.c.closed_at.is_(None))
    connection.execute(query.values(closed_at=at, changed_at=at))


def all_viewers(connection: Connection) -> list[Viewer]:
    """Every open account, by name."""
    query = select(accounts.c.payload).where(accounts.c.closed_at.is_(None)).order_by(accounts.c.name)
    return [_read(payload) for payload in connection.scalars(query)]


def _read(payload: str) -> Viewer:
    try:
        return Viewer.model_validate_json(payload)
    except ValidationError as error:
        raise DamagedError("Un compte de la base ne peut pas être lu ; le créer à nouveau.") from error
