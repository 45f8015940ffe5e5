"""The log of proposals: append-only tables, keys under which something was answered, and the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None

LEDGERS = ("proposals", "outcomes", "reason_feedback", "observations", "corrections")


def upgrade() -> None:
    """Create them; the ledgers are of the shape of 0002."""

    def key(length: int) -> sa.String:
        return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")

    for table in LEDGERS:
        op.create_table(
            table,
            sa.Column("id", key(160), nullable=False),
            sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
            sa.Column("subject", key(160), nullable=False),
            sa.Column("unit", key(160)),
            sa.Column("author", key(160), nullable=False),
            sa.Column("at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("payload", sa.Text, nullable=False),
            sa.PrimaryKeyConstraint("id", "version", name=f"pk_{table}"),
        )
        op.create_index(f"ix_{table}_subject", table, ["subject"])
        op.create_index(f"ix_{table}_unit", table, ["unit"])
    op.create_table(
        "idempotency_keys",
        sa.Column("account", key(160), nullable=False),
        sa.Column("key", key(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "key", name="pk_idempotency_keys"),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", key(60), nullable=False),
        sa.Column("subject", key(160), nullable=False),
        sa.Column("unit", key(160)),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_outbox"),
    )
    op.create_index("ix_outbox_subject", "outbox", ["subject"])
    op.create_index("ix_outbox_unit", "outbox", ["unit"])


def downgrade() -> None:
    """Drop them."""
    for table in ("outbox", "idempotency_keys", *reversed(LEDGERS)):
        op.drop_table(table)
