"""The audit: a chain of entries and its head. The first entry tells of what was there before."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LEDGERS = (
    *("consents", "ranking_choices", "refusals", "contests", "shown_slates", "plans", "case_leads", "guarantees"),
    *("dossiers", "rule_answers", "fitness_answers", "shortlist_requests", "employer_feedback", "vacancy_notices"),
    *("mandates", "units", "employer_flags", "detection_criteria"),
)


def upgrade() -> None:
    """Create both tables, and begin the chain with every row there is."""
    op.create_table(
        "audit_entries",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("under_mandate", sa.Boolean, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_entries"),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    written = [row for name in LEDGERS for row in _rows(name, "id", "version")] + _rows(
        "profiles", "person", "revision"
    )
    seq, hash_ = 0, "0" * 64
    if written:
        content = _content(written)
        seq, hash_ = 1, hashlib.sha256(f"{hash_}\n{content}".encode()).hexdigest()
        first = {"seq": 1, "under_mandate": True, "content": content, "previous": "0" * 64, "hash": hash_}
        _insert("audit_entries", first)
    _insert("audit_head", {"id": 1, "seq": seq, "hash": hash_})


def downgrade() -> None:
    """Drop them."""
    op.drop_table("audit_head")
    op.drop_table("audit_entries")


def _content(written: list[dict[str, Any]]) -> str:
    told = {
        "seq": 1,
        "at": datetime.now(UTC).isoformat(),
        "actor": "local",
        "role": "local",
        "institution": None,
        "under_mandate": True,
        "act": "administer",
        "purpose": None,
        "about": "migration 0006",
        "people": [],
        "written": written,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _rows(name: str, id_: str, version: str) -> list[dict[str, Any]]:
    table = sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
    return [
        {"table": name, "id": row[id_], "version": row[version], "digest": _digest(row)}
        for row in op.get_bind().execute(sa.select(table)).mappings()
    ]


def _digest(row: sa.RowMapping) -> str:
    plain = {name: _utc(value) if isinstance(value, datetime) else value for name, value in row.items()}
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _utc(moment: datetime) -> str:
    return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)).isoformat()


def _insert(name: str, values: dict[str, Any]) -> None:
    op.get_bind().execute(sa.table(name, *(sa.column(each) for each in values)).insert().values(values))
