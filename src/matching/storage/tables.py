"""The tables of the store, in portable types only: SQLite and PostgreSQL take the same ones."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Integer, MetaData, String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from matching.errors import InvalidInputError


class UtcMoment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC to the microsecond; a naive one is an InvalidInputError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """The moment in UTC; SQLite keeps no time zone, so its text is UTC by this agreement."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise InvalidInputError(f"{value.isoformat()} n'a pas de fuseau horaire ; indiquer le fuseau.")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The aware moment in UTC."""
        if value is None:
            return None
        moment: datetime = value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)
        return moment


def key_text(length: int) -> String:
    """Text that is compared and ordered byte by byte, on PostgreSQL as on SQLite."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

opportunities = Table(
    "opportunities",
    metadata,
    Column("id", key_text(160), primary_key=True),
    Column("source", String(60), nullable=False, index=True),
    Column("payload", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("added_at", UtcMoment, nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
    Column("withdrawn_at", UtcMoment),
)

# One row from the first migration on: the digest of everything that ever happened to the catalogue.
catalogue_state = Table(
    "catalogue_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
)

reporting_occupations = Table(
    "reporting_occupations",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("territory", key_text(2), primary_key=True),
    Column("code", key_text(5), primary_key=True),
)

profiles = Table(
    "profiles",
    metadata,
    Column("id", key_text(160), primary_key=True),
    Column("unit", key_text(160), index=True),
    Column("payload", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("added_at", UtcMoment, nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("name", key_text(160), primary_key=True),
    Column("payload", Text, nullable=False),
    Column("added_at", UtcMoment, nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
)

import_runs = Table(
    "import_runs",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("source", String(60), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_digest", String(64), nullable=False),
    Column("at", UtcMoment, nullable=False, index=True),
    Column("accepted", Integer, nullable=False),
    Column("warned", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("withdrawn", Integer, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("value", String(20), nullable=False),
    Column("at", UtcMoment, nullable=False),
)


def _ledger(name: str) -> Table:
    """An append-only table: one row per version of an entry; what it is about, whose it is, who wrote it and when."""
    return Table(
        name,
        metadata,
        Column("id", key_text(160), primary_key=True),
        Column("version", Integer, primary_key=True, autoincrement=False),
        Column("subject", key_text(160), nullable=False, index=True),
        Column("unit", key_text(160), index=True),
        Column("author", key_text(160), nullable=False),
        Column("at", UtcMoment, nullable=False),
        Column("payload", Text, nullable=False),
    )


# About a person; the subject is the profile, the unit the one that owns the file.
consents = _ledger("consents")
ranking_choices = _ledger("ranking_choices")
refusals = _ledger("refusals")
contests = _ledger("contests")
shown_slates = _ledger("shown_slates")
served_slates = _ledger("served_slates")
plans = _ledger("plans")
case_leads = _ledger("case_leads")
guarantees = _ledger("guarantees")
dossiers = _ledger("dossiers")
proposals = _ledger("proposals")
outcomes = _ledger("outcomes")
reason_feedback = _ledger("reason_feedback")
observations = _ledger("observations")
corrections = _ledger("corrections")
rule_answers = _ledger("rule_answers")
fitness_answers = _ledger("fitness_answers")

# About an option; the subject is the opportunity, the unit the one that must answer or has answered.
shortlist_requests = _ledger("shortlist_requests")
employer_feedback = _ledger("employer_feedback")
vacancy_notices = _ledger("vacancy_notices")

# About the house: an account, a unit, a provider, a canton.
mandates = _ledger("mandates")
units = _ledger("units")
employer_flags = _ledger("employer_flags")
detection_criteria = _ledger("detection_criteria")

# What was answered under a key of whoever asked, so that asking again does nothing twice. The answer is a pointer.
idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("account", key_text(160), primary_key=True),
    Column("key", key_text(200), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("answer", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
)

# What happened, one row per step, in the order in which it became true; a row points and tells nothing of its own.
outbox = Table(
    "outbox",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", UtcMoment, nullable=False),
    Column("kind", key_text(60), nullable=False),
    Column("subject", key_text(160), nullable=False, index=True),
    Column("unit", key_text(160), index=True),
    Column("payload", Text, nullable=False),
)

# How far each reader of the outbox has come, under a name that tells nothing of the order.
feed_cursors = Table(
    "feed_cursors",
    metadata,
    Column("cursor", key_text(64), primary_key=True),
    Column("account", key_text(160), nullable=False),
    Column("receiver", key_text(60), nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", UtcMoment, nullable=False),
)
