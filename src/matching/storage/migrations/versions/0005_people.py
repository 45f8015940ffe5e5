"""People by a number of the house's own, sealed with a key each; on PostgreSQL rows exist only within a scope."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LEDGERS = (
    "consents",
    "ranking_choices",
    "refusals",
    "contests",
    "shown_slates",
    "plans",
    "case_leads",
    "guarantees",
    "dossiers",
    "rule_answers",
    "fitness_answers",
)
KEY = sa.String(160).with_variant(sa.String(160, collation="C"), "postgresql")
NUMBER = sa.String(32).with_variant(sa.String(32, collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)
FILE = ("digest", "revision", "added_at", "changed_at")
ENTRY = ("id", "version", "unit", "author", "at")

SCOPE = """
CREATE FUNCTION matching_everything() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('matching.everything', true) = 'on', false) $$;
CREATE FUNCTION matching_in_scope(unit text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT matching_everything()
   OR coalesce(nullif(current_setting('matching.units', true), '')::jsonb ? unit, false) $$;
CREATE FUNCTION matching_put_to(payer text, provider text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT matching_everything()
   OR coalesce(payer = nullif(current_setting('matching.payer', true), ''), false)
   OR coalesce(nullif(current_setting('matching.providers', true), '')::jsonb ? provider, false) $$
"""


def upgrade() -> None:
    """Give everybody a number and a key, and seal what is stored about them."""
    connection = op.get_bind()
    op.create_table(
        "person_keys",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_person_keys"),
    )
    people = People(connection)
    before = _set_aside("profiles", "unit")
    _create_profiles()
    for row in _rows(before):
        person = people.named(row["id"])
        kept = {name: row[name] for name in ("id", "unit", *FILE)}
        _insert("profiles", {"person": person, **kept, "payload": people.seal(person, row["payload"], "profiles")})
    op.drop_table(before.name)
    for name in LEDGERS:
        before = _set_aside(name, "subject", "unit")
        _create_ledger(name)
        payer_of = _payer if name == "guarantees" else _nobody
        for row in _rows(before):
            person = people.named(row["subject"])
            content = f"{row['subject']}\n{row['payload']}"
            sealed = people.seal(person, content, f"{name} {row['id']} {row['version']}", whole=True)
            entry = {key: row[key] for key in ENTRY}
            _insert(name, {**entry, "person": person, "payer": payer_of(row["payload"]), "payload": sealed})
        op.drop_table(before.name)
    if connection.dialect.name == "postgresql":
        _guard_rows()


def downgrade() -> None:
    """Open everything again; what was erased is gone. Of two units' files of one id the second cannot be kept."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        _unguard_rows()
    people = People(connection)
    before = _set_aside("profiles", "id", "unit")
    _create_plain_profiles()
    for row in _rows(before):
        kept = {name: row[name] for name in ("id", "unit", *FILE)}
        _insert("profiles", {**kept, "payload": people.open(row["person"], row["payload"], "profiles")})
    op.drop_table(before.name)
    for name in LEDGERS:
        before = _set_aside(name, "person", "payer", "provider")
        _create_plain_ledger(name)
        for row in _rows(before):
            about = f"{name} {row['id']} {row['version']}"
            content = people.open(row["person"], row["payload"], about, whole=True)
            if content is not None:
                subject, _, payload = content.partition("\n")
                _insert(name, {**{key: row[key] for key in ENTRY}, "subject": subject, "payload": payload})
        op.drop_table(before.name)
    op.drop_table("person_keys")


class People:
    """The numbers and keys given so far."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._vault: Any = connection.get_execution_options()["matching_vault"]
        self._numbers: dict[str, str] = {}
        self._keys: dict[str, Any] = {}

    def named(self, id_: str) -> str:
        """The number of whoever was known by an id."""
        if id_ not in self._numbers:
            person = self._numbers[id_] = uuid4().hex
            wrapped, self._keys[person] = self._vault.new_key(person)
            _insert("person_keys", {"person": person, "key": wrapped})
        return self._numbers[id_]

    def seal(self, person: str, words: str, about: str, *, whole: bool = False) -> str:
        """Words sealed with a person's key; `about` is the whole label, or the table's part of it."""
        return str(self._keys[person].seal(words, about if whole else f"{about} {person}"))

    def open(self, person: str, sealed: str, about: str, *, whole: bool = False) -> str | None:
        """The words; None when the key was destroyed."""
        if person not in self._keys:
            keys = sa.table("person_keys", sa.column("person"), sa.column("key"))
            wrapped = self._connection.scalar(sa.select(keys.c.key).where(keys.c.person == person))
            if wrapped is None:
                return None
            self._keys[person] = self._vault.key(person, wrapped)
        return str(self._keys[person].open(sealed, about if whole else f"{about} {person}"))


def _nobody(_payload: str) -> None:
    return None


def _payer(payload: str) -> str:
    import json

    return str(json.loads(payload)["payer"])


def _set_aside(name: str, *indexed: str) -> sa.Table:
    """Rename a table and free the names of its indexes and constraints; the table as it is."""
    for column in indexed:
        op.drop_index(f"ix_{name}_{column}", name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {name} RENAME CONSTRAINT pk_{name} TO pk_{name}_before")
    op.rename_table(name, f"{name}_before")
    return sa.Table(f"{name}_before", sa.MetaData(), autoload_with=op.get_bind())


def _rows(table: sa.Table) -> Iterator[sa.RowMapping]:
    yield from op.get_bind().execute(sa.select(table)).mappings()


def _insert(name: str, values: dict[str, Any]) -> None:
    op.get_bind().execute(sa.table(name, *(sa.column(each) for each in values)).insert().values(values))


def _create_profiles() -> None:
    op.create_table(
        "profiles",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit", KEY),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_profiles"),
        sa.ForeignKeyConstraint(["person"], ["person_keys.person"], name="fk_profiles_person_person_keys"),
        sa.UniqueConstraint("unit", "id", name="uq_profiles_unit_id"),
    )
    op.create_index("ix_profiles_id", "profiles", ["id"])
    op.create_index("ix_profiles_unit", "profiles", ["unit"])
    without = sa.text("unit IS NULL")
    op.create_index(
        "uq_profiles_id_without_unit",
        "profiles",
        ["id"],
        unique=True,
        sqlite_where=without,
        postgresql_where=without,
    )


def _create_ledger(name: str) -> None:
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("unit", KEY),
        sa.Column("payer", KEY),
        sa.Column("provider", KEY),
        sa.Column("author", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_person", name, ["person"])
    op.create_index(f"ix_{name}_payer", name, ["payer"])
    op.create_index(f"ix_{name}_provider", name, ["provider"])


def _create_plain_profiles() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit", KEY),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profiles"),
    )
    op.create_index("ix_profiles_unit", "profiles", ["unit"])


def _create_plain_ledger(name: str) -> None:
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("unit", KEY),
        sa.Column("author", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_subject", name, ["subject"])
    op.create_index(f"ix_{name}_unit", name, ["unit"])


def _guard_rows() -> None:
    """Row-level security, for the owner of the tables too: deny by default, the scope set per transaction."""
    op.execute(SCOPE)
    of_entries = "matching_put_to(payer, provider) OR person IN (SELECT profiles.person FROM profiles)"
    for name in ("profiles", *LEDGERS):
        condition = "matching_in_scope(unit)" if name == "profiles" else of_entries
        op.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY in_scope ON {name} USING ({condition}) WITH CHECK ({condition})")


def _unguard_rows() -> None:
    for name in (*LEDGERS, "profiles"):
        op.execute(f"DROP POLICY in_scope ON {name}")
        op.execute(f"ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY")
    for function in ("matching_in_scope(text)", "matching_put_to(text, text)", "matching_everything()"):
        op.execute(f"DROP FUNCTION {function}")
