"""Which free places a provider counted, and on which day: a later import of the source does not overwrite them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the day; what was counted before counts as told by the source."""
    op.add_column("opportunities", sa.Column("counted_on", sa.Date))


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("opportunities") as opportunities:
        opportunities.drop_column("counted_on")
