"""What programmes are steered by: budgets, priorities, prices, targets, remedies, and tables as published."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = ("payer_budgets", "priorities", "price_lists", "place_targets", "gap_remedies", "published_tables")


def upgrade() -> None:
    """Create them, of the shape of every ledger of the house."""
    key = sa.String(160).with_variant(sa.String(160, collation="C"), "postgresql")
    for table in TABLES:
        op.create_table(
            table,
            sa.Column("id", key, nullable=False),
            sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
            sa.Column("subject", key, nullable=False),
            sa.Column("unit", key),
            sa.Column("author", key, nullable=False),
            sa.Column("at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("payload", sa.Text, nullable=False),
            sa.PrimaryKeyConstraint("id", "version", name=f"pk_{table}"),
        )
        op.create_index(f"ix_{table}_subject", table, ["subject"])
        op.create_index(f"ix_{table}_unit", table, ["unit"])


def downgrade() -> None:
    """Drop them."""
    for table in reversed(TABLES):
        op.drop_table(table)
