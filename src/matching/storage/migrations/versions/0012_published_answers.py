"""Answers about everybody as they were told for a week."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TABLE = "published_answers"


def upgrade() -> None:
    """Create the table, of the shape of every ledger of the house."""
    key = sa.String(160).with_variant(sa.String(160, collation="C"), "postgresql")
    op.create_table(
        TABLE,
        sa.Column("id", key, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("subject", key, nullable=False),
        sa.Column("unit", key),
        sa.Column("author", key, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name=f"pk_{TABLE}"),
    )
    op.create_index(f"ix_{TABLE}_subject", TABLE, ["subject"])
    op.create_index(f"ix_{TABLE}_unit", TABLE, ["unit"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table(TABLE)
