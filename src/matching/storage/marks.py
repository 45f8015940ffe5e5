"""The store's mark, set once: a demo's holds invented people only, a site's real ones; options may come to either."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Table, exists, insert, select

from matching.errors import ConflictError
from matching.storage.tables import import_runs, marks, opportunities, profiles

Kind = Literal["demo", "site"]


def kind(connection: Connection) -> Kind | None:
    """What the store is marked as; None before the first import."""
    value = connection.scalar(select(marks.c.value).where(marks.c.name == "kind"))
    if value == "demo":
        return "demo"
    return None if value is None else "site"


def set_demo(connection: Connection, *, at: datetime) -> None:
    """Mark the store as demo at the aware moment `at`; ConflictError when it holds data that are not of the demo."""
    marked = kind(connection)
    if marked == "site" or (
        marked is None and any(_holds(connection, t) for t in (opportunities, profiles, import_runs))
    ):
        raise ConflictError(
            "Cette base contient d'autres données que la démonstration ; prendre un dossier de données vide."
        )
    _set(connection, marked, "demo", at)


def set_site(connection: Connection, *, at: datetime) -> None:
    """Mark the store as a site's at the aware moment `at`; ConflictError when it is marked as demo."""
    check_real_people(connection)
    _set(connection, kind(connection), "site", at)


def check_real_people(connection: Connection) -> None:
    """ConflictError when the store is a demo's: the files of real people never enter one."""
    if kind(connection) == "demo":
        raise ConflictError(
            "Cette base contient la démonstration, où les dossiers de personnes réelles n'entrent pas ; indiquer un "
            "autre dossier de données avec MATCHING_DATA_DIR."
        )


def _holds(connection: Connection, table: Table) -> bool:
    return bool(connection.scalar(select(exists().select_from(table))))


def _set(connection: Connection, marked: Kind | None, value: Kind, at: datetime) -> None:
    if marked is None:
        connection.execute(insert(marks).values(name="kind", value=value, at=at))
