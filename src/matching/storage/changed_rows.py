"""Which files and options have changed since a moment, by the moment at which the store wrote them."""

from datetime import datetime

from sqlalchemy import Connection, Table, select

from matching.storage.scope import scope_of


def changed_at(connection: Connection, table: Table) -> dict[str, datetime]:
    """When each row of `profiles` (in the scope) or `opportunities` was last written with a change, by its id."""
    query = select(table.c.id, table.c.changed_at)
    if "unit" in table.c:
        query = query.where(scope_of(connection).of_units(table.c.unit))
    return {row.id: row.changed_at for row in connection.execute(query)}
