"""The state of the catalogue: a digest of all that ever happened to what snapshots are built from."""

import hashlib

from sqlalchemy import Connection, select, update

from matching.storage.tables import catalogue_state


def state(connection: Connection) -> str:
    """A digest of everything that happened to the catalogue: equal states make equal snapshots. Costs one row."""
    digest: str = connection.scalars(select(catalogue_state.c.digest)).one()
    return digest


class CatalogueLog:
    """The chain of changes behind `state`: each change is hashed onto all that came before."""

    def __init__(self, connection: Connection) -> None:
        # Locks the row where the database can (PostgreSQL): writers of the catalogue queue here.
        self._connection = connection
        self._before = connection.scalars(select(catalogue_state.c.digest).with_for_update()).one()
        self._hash = hashlib.sha256(self._before.encode())
        self._empty = True

    def add(self, entry: str) -> None:
        """Note one change; what differs must be written differently."""
        self._hash.update(entry.encode())
        self._empty = False

    def write(self) -> None:
        """Keep the new state, if anything was noted."""
        if not self._empty:
            self._connection.execute(update(catalogue_state).values(digest=self._hash.hexdigest()))
