"""Entries of the audit as a file: the files they tell of in one cell, and a last row where they are cut."""

from datetime import UTC, datetime

from matching.use_cases.audit import Told
from matching.web.audited import MOST, audit_part


def entries(count: int) -> list[Told]:
    at = datetime(2026, 11, 18, 8, tzinfo=UTC)
    return [Told(seq, at, "demo", "read_file", None, None, ("p-1", "p-2"), 1) for seq in range(count, 0, -1)]


def test_a_row_tells_what_the_page_tells() -> None:
    rows = audit_part({"actor": "demo"}, entries(2), "fr").sheets["entries"]().rows
    assert [row["seq"] for row in rows] == [2, 1]
    assert (rows[0]["at"], rows[0]["people"], rows[0]["others"]) == ("2026-11-18T08:00:00+00:00", "p-1 p-2", 1)


def test_what_is_cut_is_said_in_a_last_row() -> None:
    whole = audit_part({}, entries(MOST), "fr").sheets["entries"]().rows
    assert (len(whole), whole[-1]["seq"]) == (MOST, 1)
    cut = audit_part({}, entries(MOST + 1), "fr").sheets["entries"]().rows
    assert (len(cut), cut[-2]["seq"], cut[-1]["seq"]) == (MOST + 1, 2, None)
    assert cut[-1]["about"].startswith("Coupé : seules les 10\u202f000 dernières entrées")


def test_the_address_keeps_what_was_typed() -> None:
    assert audit_part({"act": "read_file"}, (), "fr").csv("entries") == "/audit?act=read_file&format=csv&table=entries"
    assert audit_part({}, (), "fr").csv("entries") == "/audit?format=csv&table=entries"
