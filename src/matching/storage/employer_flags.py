"""The flags on employers: they stand in every snapshot, so that each change moves the state of the catalogue."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.employer_flag import EmployerFlag
from matching.storage.catalogue_state import CatalogueLog
from matching.storage.ledger import Entry, Ledger
from matching.storage.tables import employer_flags

_LEDGER = Ledger(employer_flags, EmployerFlag)


def all_flags(connection: Connection) -> list[EmployerFlag]:
    """Every flag as it stands, past ones included."""
    return [entry.word for entry in _LEDGER.current(connection)]


def flags_on(connection: Connection, provider_id: str) -> list[Entry[EmployerFlag]]:
    """The flags on one employer, past ones included."""
    return _LEDGER.current(connection, subjects=[provider_id])


def add(connection: Connection, flag: EmployerFlag, *, author: str, at: datetime) -> None:
    """Write a new flag down."""
    _note(connection, _LEDGER.add(connection, flag, subject=flag.provider_id, unit=None, author=author, at=at))


def revise(
    connection: Connection, entry: Entry[EmployerFlag], flag: EmployerFlag, *, author: str, at: datetime
) -> None:
    """Write the next version of a flag down; ConflictError when somebody else did so before."""
    _note(connection, _LEDGER.revise(connection, entry, flag, author=author, at=at))


def _note(connection: Connection, entry: Entry[EmployerFlag]) -> None:
    log = CatalogueLog(connection)
    log.add(f"!{entry.id}\n{entry.version}\n")
    log.write()
