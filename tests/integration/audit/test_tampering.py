"""Two hundred ways to tamper with the store behind the service's back: every one of them is found."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from matching.audit.anchor import Anchor
from matching.audit.verify import verify
from matching.bootstrap import open_service
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.reasons import RejectReason
from matching.settings import Settings

TAMPERINGS = 200
ROWS = ("shown_slates", "refusals", "consents", "plans", "units", "mandates", "profiles")


@pytest.fixture(scope="module")
def kept(demo_data: Path, tmp_path_factory: pytest.TempPathFactory, at: datetime) -> Path:
    """The data folder of a demo in which people have worked, one of them erased."""
    folder = Path(shutil.copytree(demo_data, tmp_path_factory.mktemp("worked") / "data"))
    with closing(open_service(Settings(data_dir=folder))) as service:
        viewer = service.viewer("demo")
        for n, person in enumerate(each.profile for each in service.people(viewer=viewer, at=at)):
            moment = at + timedelta(minutes=n)
            slate = service.recommend(person, viewer=viewer, at=moment)
            option = slate.cards[0].opportunity
            service.refuse_option(person, option, reason=RejectReason.NOT_INTERESTED, viewer=viewer, at=moment)
            service.give_consent(
                person, to_institution=Institution.CSR, categories=[DataCategory.DEBT], viewer=viewer, at=moment
            )
            service.write_part(person, "Chercher à 60 %", objective="job", viewer=viewer, at=moment)
        service.erase(person, viewer=viewer, at=at + timedelta(hours=1))
    return folder


def findings(folder: Path, at: datetime) -> list[str]:
    with closing(open_service(Settings(data_dir=folder))) as service:
        return [finding.text for finding in service.verify_audit(viewer=service.viewer(), at=at).findings]


Tamper = Callable[[sqlite3.Connection, random.Random], None]


def _entry(store: sqlite3.Connection, draw: random.Random) -> int:
    (last,) = store.execute("SELECT max(seq) FROM audit_entries").fetchone()
    return draw.randint(1, last)


def edit_entry(store: sqlite3.Connection, draw: random.Random) -> None:
    seq = _entry(store, draw)
    (content,) = store.execute("SELECT content FROM audit_entries WHERE seq = ?", [seq]).fetchone()
    place = draw.randrange(len(content))
    changed = content[:place] + ("x" if content[place] != "x" else "y") + content[place + 1 :]
    store.execute("UPDATE audit_entries SET content = ? WHERE seq = ?", [changed, seq])


def edit_mandate(store: sqlite3.Connection, draw: random.Random) -> None:
    store.execute("UPDATE audit_entries SET under_mandate = 1 - under_mandate WHERE seq = ?", [_entry(store, draw)])


def delete_entry(store: sqlite3.Connection, draw: random.Random) -> None:
    store.execute("DELETE FROM audit_entries WHERE seq = ?", [_entry(store, draw)])


def swap_entries(store: sqlite3.Connection, draw: random.Random) -> None:
    one = _entry(store, draw)
    other = one - 1 if one > 1 else 2
    for seq, to in ((one, -1), (other, one), (-1, other)):
        store.execute("UPDATE audit_entries SET seq = ? WHERE seq = ?", [to, seq])


def truncate(store: sqlite3.Connection, draw: random.Random) -> None:
    """As somebody would who knows how it works: the head is set back, too."""
    seq = max(1, _entry(store, draw) - 1)
    (hash_,) = store.execute("SELECT hash FROM audit_entries WHERE seq = ?", [seq]).fetchone()
    store.execute("DELETE FROM audit_entries WHERE seq > ?", [seq])
    store.execute("UPDATE audit_head SET seq = ?, hash = ?", [seq, hash_])


def write_anew(store: sqlite3.Connection, draw: random.Random) -> None:
    """One entry changed and every later one chained to it again, head included: only the anchor tells."""
    from matching.storage.audit_entries import chained

    first = _entry(store, draw)
    rows = store.execute("SELECT seq, content, previous FROM audit_entries WHERE seq >= ? ORDER BY seq", [first])
    previous = None
    for seq, content, before in rows.fetchall():
        changed = content.replace('"actor":"demo"', '"actor":"autre"').replace('"actor":"local"', '"actor":"autre"')
        previous = previous or before
        hash_ = chained(previous, changed)
        store.execute(
            "UPDATE audit_entries SET content = ?, previous = ?, hash = ? WHERE seq = ?",
            [changed, previous, hash_, seq],
        )
        previous = hash_
    store.execute("UPDATE audit_head SET hash = ?", [previous])


def set_head_back(store: sqlite3.Connection, draw: random.Random) -> None:
    """The chain then takes no further entry."""
    store.execute("UPDATE audit_head SET seq = seq - ?", [draw.randint(1, 3)])


def _row(store: sqlite3.Connection, draw: random.Random) -> tuple[str, int]:
    table = draw.choice(ROWS)
    return table, draw.choice(store.execute(f"SELECT rowid FROM {table}").fetchall())[0]  # noqa: S608 - names of ours


def edit_row(store: sqlite3.Connection, draw: random.Random) -> None:
    table, row = _row(store, draw)
    column = draw.choice(["payload", "unit"])
    store.execute(f"UPDATE {table} SET {column} = coalesce({column}, '') || 'x' WHERE rowid = ?", [row])  # noqa: S608


def date_row_back(store: sqlite3.Connection, draw: random.Random) -> None:
    table, row = _row(store, draw)
    column = "changed_at" if table == "profiles" else "at"
    store.execute(f"UPDATE {table} SET {column} = '2020-01-01 00:00:00.000000' WHERE rowid = ?", [row])  # noqa: S608


def delete_row(store: sqlite3.Connection, draw: random.Random) -> None:
    table, row = _row(store, draw)
    store.execute(f"DELETE FROM {table} WHERE rowid = ?", [row])  # noqa: S608


def add_row(store: sqlite3.Connection, draw: random.Random) -> None:
    store.execute(
        "INSERT INTO consents SELECT id || 'x', version, person, unit, payer, provider, author, at, payload"
        " FROM consents LIMIT 1 OFFSET ?",
        [draw.randrange(3)],
    )


def retell_row(store: sqlite3.Connection, draw: random.Random) -> None:
    """A row changed, and an entry chained on that tells of it as it is now: each version is told once."""
    import json

    from matching.storage.audit_entries import chained

    row = store.execute(f"SELECT id, version FROM consents LIMIT 1 OFFSET {draw.randrange(3)}").fetchone()  # noqa: S608
    store.execute("UPDATE consents SET author = 'autre' WHERE id = ? AND version = ?", row)
    (seq, previous), at = store.execute("SELECT seq, hash FROM audit_head").fetchone(), "2026-11-18T09:00:00+00:00"
    told = {"seq": seq + 1, "at": at, "actor": "demo", "under_mandate": False, "act": "consent", "people": []}
    told["written"] = [{"table": "consents", "id": row[0], "version": row[1], "digest": _digest_now(store, row)}]
    content = json.dumps(told)
    hash_ = chained(previous, content)
    store.execute("INSERT INTO audit_entries VALUES (?, 0, ?, ?, ?)", [seq + 1, content, previous, hash_])
    store.execute("UPDATE audit_head SET seq = ?, hash = ?", [seq + 1, hash_])


def _digest_now(store: sqlite3.Connection, row: tuple[str, int]) -> str:
    from matching.storage.trail import digest_of

    found = store.execute("SELECT * FROM consents WHERE id = ? AND version = ?", row)
    values = dict(zip((column[0] for column in found.description), found.fetchone(), strict=True))
    return digest_of(values | {"at": datetime.fromisoformat(values["at"]).replace(tzinfo=UTC)})


def swap_keys(store: sqlite3.Connection, draw: random.Random) -> None:
    (one, first), (other, second) = store.execute(
        "SELECT person, key FROM person_keys ORDER BY person LIMIT 2"
    ).fetchall()
    store.execute("UPDATE person_keys SET key = ? WHERE person = ?", [second, one])
    store.execute("UPDATE person_keys SET key = ? WHERE person = ?", [first, other])


def delete_key(store: sqlite3.Connection, draw: random.Random) -> None:
    numbers = store.execute("SELECT person FROM person_keys ORDER BY person").fetchall()
    store.execute("DELETE FROM person_keys WHERE person = ?", draw.choice(numbers))


WAYS: tuple[Tamper, ...] = (
    *(edit_entry, edit_mandate, delete_entry, swap_entries, truncate, write_anew, set_head_back),
    *(edit_row, date_row_back, delete_row, add_row, retell_row, swap_keys, delete_key),
)


@pytest.fixture
def copy(kept: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    shutil.copytree(kept, folder)
    return folder


def test_what_nobody_touched_is_whole_and_stays_so_when_verified(copy: Path, at: datetime) -> None:
    assert findings(copy, at) == []
    assert findings(copy, at) == []


def test_every_tampering_is_found(kept: Path, tmp_path: Path, at: datetime) -> None:
    """And found again: verifying writes an entry, which mends nothing."""
    missed = []
    store, anchor = tmp_path / "matching.sqlite", tmp_path / "anchor.log"
    noted = (kept / "audit" / "anchor.log").read_bytes()
    settings = Settings(data_dir=kept, database_url=f"sqlite:///{store}", audit_anchor=anchor)
    with closing(open_service(settings)) as service:
        for n in range(TAMPERINGS):
            way = WAYS[n % len(WAYS)]
            with (
                closing(sqlite3.connect(kept / "matching.sqlite")) as whole,
                closing(sqlite3.connect(store)) as changed,
            ):
                whole.backup(changed)
                way(changed, random.Random(n))
                changed.commit()
            anchor.write_bytes(noted)
            found = [service.verify_audit(viewer=service.viewer(), at=at).findings for _ in range(2)]
            if not all(found):
                missed.append((n, way.__name__))
    assert missed == []


def test_what_is_written_while_it_is_verified_is_no_finding(
    copy: Path, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written_first(connection: Connection, anchor: Anchor, noted: Any) -> Any:
        connection.exec_driver_sql("SELECT count(*) FROM audit_entries").scalar()
        service.people(viewer=service.viewer("demo"), at=at)
        return verify(connection, anchor, noted)

    monkeypatch.setattr("matching.use_cases.audit.verify", written_first)
    with closing(open_service(Settings(data_dir=copy))) as service:
        assert service.verify_audit(viewer=service.viewer(), at=at).findings == []


def test_an_anchor_that_is_gone_is_not_taken_for_one_that_agrees(copy: Path, at: datetime) -> None:
    (copy / "audit" / "anchor.log").unlink()
    assert any("ancre" in text and "disparu" in text for text in findings(copy, at))
