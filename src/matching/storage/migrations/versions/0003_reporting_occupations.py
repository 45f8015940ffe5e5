"""The yearly list of occupations whose vacancies must be announced."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "reporting_occupations",
        sa.Column("year", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("territory", _key(2), nullable=False),
        sa.Column("code", _key(5), nullable=False),
        sa.PrimaryKeyConstraint("year", "territory", "code", name="pk_reporting_occupations"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("reporting_occupations")


def _key(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")
