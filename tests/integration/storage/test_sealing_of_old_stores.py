"""A store written before people had keys: everything is there after the migration, sealed; and back again."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select, text

from matching.audit.anchor import Anchor
from matching.audit.verify import verify
from matching.domain.guarantee import PaymentGuarantee
from matching.domain.profile import Profile
from matching.storage import migration, profiles, tables
from matching.storage.agreements import GUARANTEES
from matching.storage.database import Database
from matching.storage.scope import EVERYTHING, Scope

AT = datetime(2026, 11, 18, 8, tzinfo=UTC)
PEOPLE = [Profile(id=f"p-{n}", unit=unit, wishes="Un mot à sceller") for n, unit in enumerate(("lausanne", "renens"))]
GUARANTEE = PaymentGuarantee.model_validate(
    {"profile": "p-1", "code": "di_retraining", "payer": "oai", "requested_by": "demo", "status": "requested"}
    | {"valid_from": "2026-12-01", "valid_to": "2027-02-28", "reason": "Un mot à sceller"}
)


def fill_old(connection: Connection) -> None:
    """Rows as version 0004 wrote them."""
    for person in PEOPLE:
        values = {"id": person.id, "unit": person.unit, "payload": person.model_dump_json(exclude_none=True)}
        connection.execute(
            text(
                "INSERT INTO profiles (id, unit, payload, digest, revision, added_at, changed_at)"
                " VALUES (:id, :unit, :payload, 'd', 3, :at, :at)"
            ),
            values | {"at": "2026-11-18 08:00:00.000000"},
        )
    connection.execute(
        text(
            "INSERT INTO guarantees (id, version, subject, unit, author, at, payload)"
            " VALUES ('guarantees-1', 1, 'p-1', 'renens', 'demo', :at, :payload)"
        ),
        {"payload": GUARANTEE.model_dump_json(), "at": "2026-11-18 08:00:00.000000"},
    )


def test_up_and_down_lose_nothing(empty: Database) -> None:
    with empty.begin(EVERYTHING) as connection:
        migration.upgrade(connection, "0004")
        fill_old(connection)
    empty.migrate()
    with empty.read(Scope(("renens",))) as connection:
        assert list(profiles.all_visible(connection)) == [PEOPLE[1]]
        assert profiles.revision(connection, "p-1") == 3
        (entry,) = GUARANTEES.current(connection, subjects=["p-1"])
        assert (entry.id, entry.unit, entry.word) == ("guarantees-1", "renens", GUARANTEE)
    with empty.read(Scope((), "oai")) as connection:
        assert [entry.id for entry in GUARANTEES.current(connection)] == ["guarantees-1"]
    with empty.read(EVERYTHING) as connection:
        for table in (tables.profiles, tables.guarantees):
            assert "sceller" not in str(connection.execute(select(table)).all())
    with empty.begin(EVERYTHING) as connection:
        migration.downgrade(connection, "0004")
        kept = connection.execute(text("SELECT id, unit, payload, revision FROM profiles ORDER BY id")).all()
        assert [(row.id, row.unit, row.revision) for row in kept] == [("p-0", "lausanne", 3), ("p-1", "renens", 3)]
        assert [Profile.model_validate_json(row.payload) for row in kept] == PEOPLE
        (payload,) = connection.execute(text("SELECT payload FROM guarantees WHERE subject = 'p-1'")).scalars()
        assert PaymentGuarantee.model_validate_json(payload) == GUARANTEE
        migration.upgrade(connection)
        assert len(list(profiles.all_visible(connection))) == 2


def test_the_audit_begins_with_what_was_there(empty: Database, tmp_path: Path) -> None:

    with empty.begin(EVERYTHING) as connection:
        migration.upgrade(connection, "0004")
        fill_old(connection)
    empty.migrate()
    anchor = Anchor(tmp_path / "anchor.log")
    with closing(empty), empty.read(EVERYTHING) as connection:
        found = verify(connection, anchor, anchor.lines())
        assert (found.entries, found.rows, len(found.findings)) == (1, 3, 1)
        assert "ancre" in found.findings[0].text
