"""The append-only tables: what people and offices say and agree on, one row per version of an entry."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "consents",
    "ranking_choices",
    "refusals",
    "contests",
    "shown_slates",
    "plans",
    "case_leads",
    "guarantees",
    "dossiers",
    "shortlist_requests",
    "employer_feedback",
    "mandates",
    "units",
    "employer_flags",
    "detection_criteria",
)


def upgrade() -> None:
    """Create them, all of one shape."""
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
