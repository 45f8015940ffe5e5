"""What a database says when it fails, as one sentence of the error tree."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Error as SqliteError

from sqlalchemy.exc import DataError, IntegrityError, OperationalError, StatementError

from matching.errors import ConflictError, DamagedError, InvalidInputError, MatchingError

# Names of https://www.sqlite.org/rescode.html, without the extended part (SQLITE_IOERR_READ is SQLITE_IOERR).
_SQLITE_BUSY = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_SQLITE_DAMAGED = {"SQLITE_NOTADB", "SQLITE_CORRUPT"}
_SQLITE_OUT_OF_REACH = {"SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_PERM"}
# Lock not available, serialization failure, deadlock: PostgreSQL's documentation, appendix A.
_POSTGRESQL_BUSY = {"55P03", "40001", "40P01"}
_POSTGRESQL_UNIQUE = "23505"


@contextmanager
def told_plainly(store: str) -> Iterator[None]:
    """Turns what the driver raises into a ConflictError or a DamagedError that names the store; the rest goes on.

    InvalidInputError for a text that the database refuses to read, as one with a null sign.
    """
    try:
        yield
    except (StatementError, SqliteError) as error:
        told = _told(store, error)
        if told is None:
            raise
        raise told from error


def _told(store: str, error: StatementError | SqliteError) -> MatchingError | None:
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, MatchingError):  # raised by a column type, such as a naive moment
        return cause
    busy = ConflictError("Quelqu'un d'autre écrit dans la base {store} ; réessayer dans un moment.", store=store)
    if isinstance(cause, SqliteError):
        name = "_".join((getattr(cause, "sqlite_errorname", None) or "").split("_")[:2])
        if name in _SQLITE_BUSY:
            return busy
        if name in _SQLITE_DAMAGED:
            return DamagedError(
                f"La base {store} est endommagée ou n'est pas un fichier SQLite ; reprendre une sauvegarde."
            )
        if name in _SQLITE_OUT_OF_REACH:
            return DamagedError(
                f"La base {store} ne peut être lue ou écrite ({cause}) ; vérifier le disque et les droits."
            )
        return None
    state = getattr(cause, "sqlstate", None)
    if state in _POSTGRESQL_BUSY or (state == _POSTGRESQL_UNIQUE and isinstance(error, IntegrityError)):
        return busy
    if isinstance(error, DataError) and state is None:  # refused by the driver, before anything was sent
        return InvalidInputError("Un texte contient un signe qui ne peut pas être enregistré ; le retirer.")
    if isinstance(error, OperationalError):
        return DamagedError(f"La base {store} ne répond pas ; vérifier que son serveur fonctionne.")
    return None
