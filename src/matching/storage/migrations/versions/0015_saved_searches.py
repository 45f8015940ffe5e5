"""Searches that go on for a person, and what the night found for them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

IN_SCOPE = "matching_put_to(payer, provider) OR person IN (SELECT profiles.person FROM profiles)"
LEDGERS = ("searches", "search_finds")


def upgrade() -> None:
    """Create the ledgers, of the shape of 0005, and guarded alike."""

    def key(length: int) -> sa.String:
        return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")

    for table in LEDGERS:
        op.create_table(
            table,
            sa.Column("id", key(160), nullable=False),
            sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
            sa.Column("person", key(32), nullable=False),
            sa.Column("unit", key(160)),
            sa.Column("payer", key(160)),
            sa.Column("provider", key(160)),
            sa.Column("author", key(160), nullable=False),
            sa.Column("at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("payload", sa.Text, nullable=False),
            sa.PrimaryKeyConstraint("id", "version", name=f"pk_{table}"),
        )
        for column in ("person", "payer", "provider"):
            op.create_index(f"ix_{table}_{column}", table, [column])
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
            op.execute(f"CREATE POLICY in_scope ON {table} USING ({IN_SCOPE}) WITH CHECK ({IN_SCOPE})")


def downgrade() -> None:
    """Drop them."""
    for table in reversed(LEDGERS):
        op.drop_table(table)
