"""The tables of the store, in portable types only: SQLite and PostgreSQL take the same ones."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
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
    Column("counted_on", Date),  # by the provider; empty: the free places are as the source tells them
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

# The key of each person, under a number of the house's own; it says nothing of whose it is. Erasing deletes it.
person_keys = Table(
    "person_keys",
    metadata,
    Column("person", key_text(32), primary_key=True),
    Column("key", Text, nullable=False),
)

# The one place where a person's number meets the id that their unit knows them by.
profiles = Table(
    "profiles",
    metadata,
    Column("person", key_text(32), ForeignKey("person_keys.person"), primary_key=True),
    Column("id", key_text(160), nullable=False, index=True),
    Column("unit", key_text(160), index=True),
    Column("payload", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("added_at", UtcMoment, nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
    UniqueConstraint("unit", "id"),
)
Index(
    "uq_profiles_id_without_unit",
    profiles.c.id,
    unique=True,
    sqlite_where=profiles.c.unit.is_(None),
    postgresql_where=profiles.c.unit.is_(None),
)

accounts = Table(
    "accounts",
    metadata,
    Column("name", key_text(160), primary_key=True),
    Column("payload", Text, nullable=False),
    Column("added_at", UtcMoment, nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
    Column("closed_at", UtcMoment),
)

# How an account signs in. Of what opens a door only a digest is kept: argon2 of passwords, sha256 of random tokens.
credentials = Table(
    "credentials",
    metadata,
    Column("account", key_text(160), primary_key=True),
    Column("password_hash", String(300), nullable=False),
    Column("changed_at", UtcMoment, nullable=False),
)

# By the digest of the name that was typed, whether there is such an account or not: it may be a password, mistyped.
sign_in_failures = Table(
    "sign_in_failures",
    metadata,
    Column("name_digest", key_text(64), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", UtcMoment, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", key_text(32), primary_key=True),
    Column("digest", key_text(64), nullable=False),
    Column("account", key_text(160), nullable=False, index=True),
    Column("begun_at", UtcMoment, nullable=False),
    Column("last_seen_at", UtcMoment, nullable=False),
    UniqueConstraint("digest"),
)

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("id", key_text(32), primary_key=True),
    Column("digest", key_text(64), nullable=False),
    Column("account", key_text(160), nullable=False),
    Column("name", key_text(80), nullable=False),
    Column("scope", Text, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("expires_at", UtcMoment, nullable=False),
    Column("last_used_on", Date),
    UniqueConstraint("digest"),
    UniqueConstraint("account", "name"),
)

oidc_links = Table(
    "oidc_links",
    metadata,
    Column("issuer", key_text(300), primary_key=True),
    Column("subject", key_text(255), primary_key=True),
    Column("account", key_text(160), nullable=False, index=True),
    Column("linked_at", UtcMoment, nullable=False),
)

oidc_attempts = Table(
    "oidc_attempts",
    metadata,
    Column("digest", key_text(64), primary_key=True),
    Column("begun_at", UtcMoment, nullable=False),
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


def _person_ledger(name: str) -> Table:
    """An append-only table about people: by their number, sealed with their key, of the unit that owned the file then.

    `payer` and `provider` are who else may read an entry, because it was put to them.
    """
    return Table(
        name,
        metadata,
        Column("id", key_text(160), primary_key=True),
        Column("version", Integer, primary_key=True, autoincrement=False),
        Column("person", key_text(32), nullable=False, index=True),
        Column("unit", key_text(160)),
        Column("payer", key_text(160), index=True),
        Column("provider", key_text(160), index=True),
        Column("author", key_text(160), nullable=False),
        Column("at", UtcMoment, nullable=False),
        Column("payload", Text, nullable=False),
    )


consents = _person_ledger("consents")
ranking_choices = _person_ledger("ranking_choices")
refusals = _person_ledger("refusals")
contests = _person_ledger("contests")
shown_slates = _person_ledger("shown_slates")
served_slates = _person_ledger("served_slates")
plans = _person_ledger("plans")
case_leads = _person_ledger("case_leads")
guarantees = _person_ledger("guarantees")
dossiers = _person_ledger("dossiers")
rule_answers = _person_ledger("rule_answers")
fitness_answers = _person_ledger("fitness_answers")
proposals = _person_ledger("proposals")
outcomes = _person_ledger("outcomes")
reason_feedback = _person_ledger("reason_feedback")
observations = _person_ledger("observations")
corrections = _person_ledger("corrections")
pins = _person_ledger("pins")
outside_options = _person_ledger("outside_options")
searches = _person_ledger("searches")
search_finds = _person_ledger("search_finds")

# About an option; the subject is the opportunity, the unit the one that must answer or has answered.
shortlist_requests = _ledger("shortlist_requests")
employer_feedback = _ledger("employer_feedback")
vacancy_notices = _ledger("vacancy_notices")

# About the house: an account, a unit, a provider, a canton.
mandates = _ledger("mandates")
units = _ledger("units")
employer_flags = _ledger("employer_flags")
detection_criteria = _ledger("detection_criteria")

# About programmes: a payer, a group of people, the prices of a night, a category of places, a gap, a kind of table.
payer_budgets = _ledger("payer_budgets")
priorities = _ledger("priorities")
price_lists = _ledger("price_lists")
place_targets = _ledger("place_targets")
gap_remedies = _ledger("gap_remedies")
published_tables = _ledger("published_tables")
published_answers = _ledger("published_answers")

# One entry per transaction that touched people or wrote, each chained to the one before; the head is the last of them.
audit_entries = Table(
    "audit_entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("under_mandate", Boolean, nullable=False),
    Column("content", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
)

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
    Column("person", key_text(32), nullable=False, index=True),
    Column("payer", key_text(160), index=True),
    Column("provider", key_text(160), index=True),
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

PERSON_LEDGERS = tuple(table for table in metadata.sorted_tables if {"person", "version"} <= set(table.c.keys()))
"""Tables whose rows exist only within a transaction's scope."""

HOUSE_LEDGERS = tuple(
    table for table in metadata.sorted_tables if {"subject", "version", "author"} <= set(table.c.keys())
)
"""The other append-only tables."""
