"""Which files and options have changed since a moment, by the moment at which the store wrote them."""

from datetime import datetime

from sqlalchemy import Connection, Table, select


def changed_at(connection: Connection, table: Table) -> dict[str, datetime]:
    """When each row of `profiles` or `opportunities` was last written with a change, by its id."""
    return {row.id: row.changed_at for row in connection.execute(select(table.c.id, table.c.changed_at))}
