"""The first tables: catalogue, profiles, accounts, import runs and the store's mark."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table, and the one row that the state of the catalogue starts from."""
    key = sa.String(160).with_variant(sa.String(160, collation="C"), "postgresql")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "opportunities",
        sa.Column("id", key, nullable=False),
        sa.Column("source", sa.String(60), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("added_at", moment, nullable=False),
        sa.Column("changed_at", moment, nullable=False),
        sa.Column("withdrawn_at", moment),
        sa.PrimaryKeyConstraint("id", name="pk_opportunities"),
    )
    op.create_index("ix_opportunities_source", "opportunities", ["source"])
    state = op.create_table(
        "catalogue_state",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue_state"),
    )
    op.bulk_insert(state, [{"id": 1, "digest": "0" * 64}])
    op.create_table(
        "profiles",
        sa.Column("id", key, nullable=False),
        sa.Column("unit", key),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("added_at", moment, nullable=False),
        sa.Column("changed_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profiles"),
    )
    op.create_index("ix_profiles_unit", "profiles", ["unit"])
    op.create_table(
        "accounts",
        sa.Column("name", key, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("added_at", moment, nullable=False),
        sa.Column("changed_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_accounts"),
    )
    op.create_table(
        "import_runs",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("source", sa.String(60), nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("file_digest", sa.String(64), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("accepted", sa.Integer, nullable=False),
        sa.Column("warned", sa.Integer, nullable=False),
        sa.Column("rejected", sa.Integer, nullable=False),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("unchanged", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_runs"),
    )
    op.create_index("ix_import_runs_at", "import_runs", ["at"])
    op.create_table(
        "marks",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("value", sa.String(20), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )


def downgrade() -> None:
    """Drop every table."""
    for table in ("marks", "import_runs", "accounts", "profiles", "catalogue_state", "opportunities"):
        op.drop_table(table)
