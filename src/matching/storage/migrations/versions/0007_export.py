"""What the ranking read of each slate as it was served, and how far readers of the outbox have come."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create an append-only table of the shape of 0002, and the places of readers."""
    key = sa.String(160).with_variant(sa.String(160, collation="C"), "postgresql")
    op.create_table(
        "served_slates",
        sa.Column("id", key, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("subject", key, nullable=False),
        sa.Column("unit", key),
        sa.Column("author", key, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_served_slates"),
    )
    op.create_index("ix_served_slates_subject", "served_slates", ["subject"])
    op.create_index("ix_served_slates_unit", "served_slates", ["unit"])
    op.create_table(
        "feed_cursors",
        sa.Column("cursor", sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql"), nullable=False),
        sa.Column("account", key, nullable=False),
        sa.Column("receiver", sa.String(60).with_variant(sa.String(60, collation="C"), "postgresql"), nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("cursor", name="pk_feed_cursors"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("feed_cursors")
    op.drop_table("served_slates")
