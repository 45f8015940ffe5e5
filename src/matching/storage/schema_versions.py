"""Which migrations this code knows, and which one a store stands at. Imports no Alembic: that costs 0.4 s."""

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from matching.errors import ConflictError
from matching.storage.tables import metadata


def known_versions() -> list[str]:
    """The revisions in order, from the names of the migrations' files: 0001_initial.py is 0001."""
    names = (entry.name for entry in (files("matching.storage") / "migrations" / "versions").iterdir())
    return sorted({name.partition("_")[0] for name in names if name[0].isdigit()})


def needs_migration(connection: Connection) -> bool:
    """Whether the store stands below the newest version known here.

    ConflictError when a newer version of the service wrote it, or when the tables in it are somebody else's.
    """
    versions = known_versions()
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        foreign = sorted(tables & set(metadata.tables))
        if foreign:
            raise ConflictError(
                f"La base contient une table {foreign[0]} d'un autre programme ; prendre une base vide."
            )
        return True
    stored = list(connection.scalars(text("SELECT version_num FROM alembic_version")))
    unknown = sorted(set(stored) - set(versions))
    if unknown:
        raise ConflictError(
            f"La base a le schéma {unknown[0]} et cette version du service connaît au plus {versions[-1]} ; "
            "installer la version qui l'a écrite, ou une plus récente."
        )
    return stored != [versions[-1]]
