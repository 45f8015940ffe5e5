"""What Alembic runs: the migrations, on the connection and in the transaction that it was handed."""

from alembic import context

from matching.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by building it anew
    compare_type=True,
    compare_server_default=True,
)
context.run_migrations()
