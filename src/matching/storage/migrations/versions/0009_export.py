"""What the ranking read of each slate as it was served, and how far readers of the outbox have come."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

IN_SCOPE = "matching_put_to(payer, provider) OR person IN (SELECT profiles.person FROM profiles)"


def upgrade() -> None:
    """Create an append-only table of the shape of 0005, guarded alike, and the places of readers."""
    key = sa.String(160).with_variant(sa.String(160, collation="C"), "postgresql")
    op.create_table(
        "served_slates",
        sa.Column("id", key, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("person", sa.String(32).with_variant(sa.String(32, collation="C"), "postgresql"), nullable=False),
        sa.Column("unit", key),
        sa.Column("payer", key),
        sa.Column("provider", key),
        sa.Column("author", key, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_served_slates"),
    )
    for column in ("person", "payer", "provider"):
        op.create_index(f"ix_served_slates_{column}", "served_slates", [column])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE served_slates ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE served_slates FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY in_scope ON served_slates USING ({IN_SCOPE}) WITH CHECK ({IN_SCOPE})")
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
