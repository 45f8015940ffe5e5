"""The import runs: which file came when, and what it did to the store."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, insert, select

from matching.errors import NotFoundError
from matching.storage.changes import Changes
from matching.storage.tables import import_runs


@dataclass(frozen=True)
class ImportRun:
    """One file imported: its name and sha256, the rows read and the changes they made."""

    id: str
    source: str
    file_name: str
    file_digest: str
    at: datetime
    accepted: int
    warned: int
    rejected: int
    added: int
    changed: int
    unchanged: int
    withdrawn: int


def record(
    connection: Connection,
    *,
    source: str,
    file_name: str,
    file_digest: str,
    at: datetime,
    accepted: int,
    warned: int,
    rejected: int,
    changes: Changes,
) -> ImportRun:
    """Write down a run under a new id, in the transaction of what it imported."""
    run = ImportRun(
        id=f"i-{uuid4().hex}",
        source=source,
        file_name=file_name,
        file_digest=file_digest,
        at=at,
        accepted=accepted,
        warned=warned,
        rejected=rejected,
        **asdict(changes),
    )
    connection.execute(insert(import_runs).values(asdict(run)))
    return run


def get(connection: Connection, id_: str) -> ImportRun:
    """The run; NotFoundError when there is none."""
    row = connection.execute(select(import_runs).where(import_runs.c.id == id_)).mappings().one_or_none()
    if row is None:
        raise NotFoundError(f"Aucun import {id_} ; vérifier son identifiant.")
    return ImportRun(**row)


def latest(connection: Connection, *, limit: int) -> list[ImportRun]:
    """The latest runs, newest first."""
    newest = select(import_runs).order_by(import_runs.c.at.desc(), import_runs.c.id).limit(limit)
    return [ImportRun(**row) for row in connection.execute(newest).mappings()]
