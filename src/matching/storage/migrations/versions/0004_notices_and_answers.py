"""More append-only tables: notices of vacancies as received, and what institutions answered about a person."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("vacancy_notices", "rule_answers", "fitness_answers")


def upgrade() -> None:
    """Create them, of the shape of 0002."""
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
