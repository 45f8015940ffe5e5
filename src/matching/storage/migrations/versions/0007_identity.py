"""How accounts sign in: passwords, failures, sessions, tokens, links to an identity provider; accounts close."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables; no account that exists is closed."""
    op.add_column("accounts", sa.Column("closed_at", _MOMENT))
    op.create_table(
        "credentials",
        sa.Column("account", _key(160), nullable=False),
        sa.Column("password_hash", sa.String(300), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("account", name="pk_credentials"),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("name_digest", _key(64), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("last_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name_digest", name="pk_sign_in_failures"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", _key(32), nullable=False),
        sa.Column("digest", _key(64), nullable=False),
        sa.Column("account", _key(160), nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.Column("last_seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("digest", name="uq_sessions_digest"),
    )
    op.create_index("ix_sessions_account", "sessions", ["account"])
    op.create_table(
        "api_tokens",
        sa.Column("id", _key(32), nullable=False),
        sa.Column("digest", _key(64), nullable=False),
        sa.Column("account", _key(160), nullable=False),
        sa.Column("name", _key(80), nullable=False),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("last_used_on", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_api_tokens"),
        sa.UniqueConstraint("digest", name="uq_api_tokens_digest"),
        sa.UniqueConstraint("account", "name", name="uq_api_tokens_account_name"),
    )
    op.create_table(
        "oidc_links",
        sa.Column("issuer", _key(300), nullable=False),
        sa.Column("subject", _key(255), nullable=False),
        sa.Column("account", _key(160), nullable=False),
        sa.Column("linked_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("issuer", "subject", name="pk_oidc_links"),
    )
    op.create_index("ix_oidc_links_account", "oidc_links", ["account"])
    op.create_table(
        "oidc_attempts",
        sa.Column("digest", _key(64), nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_oidc_attempts"),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("oidc_attempts", "oidc_links", "api_tokens", "sessions", "sign_in_failures", "credentials"):
        op.drop_table(table)
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_column("closed_at")


def _key(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")
