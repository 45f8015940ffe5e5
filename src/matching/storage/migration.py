"""Runs the migrations with Alembic on a connection, inside its transaction."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, version: str = "head") -> None:
    """Bring the store up to a version."""
    command.upgrade(_config(connection), version)


def downgrade(connection: Connection, version: str) -> None:
    """Take the store down to a version; `base` drops everything."""
    command.downgrade(_config(connection), version)


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "matching.storage:migrations")  # found in a wheel and in a checkout
    config.set_main_option("path_separator", "os")
    return config
