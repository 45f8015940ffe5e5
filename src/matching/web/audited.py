"""The entries of the audit as a table to take along: the latest first, and cut where there are too many."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from matching.messages.figures import amount
from matching.messages.say import say
from matching.use_cases.audit import Told
from matching.use_cases.steering.sheet import Sheet
from matching.web.manager.part import Part

MOST = 10_000
"""Entries in a file."""

_COLUMNS = ("seq", "at", "actor", "act", "purpose", "about", "people", "others")


def audit_part(typed: Mapping[str, str], entries: Sequence[Told], lang: str) -> Part:
    """The page with what was typed, and its one table; a last row says where it was cut."""
    address = f"/audit?{urlencode(typed)}" if typed else "/audit"
    return Part("audit", address, {}, {"entries": lambda: _sheet(entries, lang)})


def _sheet(entries: Sequence[Told], lang: str) -> Sheet:
    rows: list[dict[str, Any]] = [_row(each) for each in entries[:MOST]]
    if len(entries) > MOST:
        cut = say(lang, "web.audit.cut", most=amount(MOST, lang))
        rows.append(dict.fromkeys(_COLUMNS) | {"about": cut})
    return Sheet(_COLUMNS, tuple(rows))


def _row(told: Told) -> dict[str, Any]:
    row = {name: getattr(told, name) for name in _COLUMNS}
    return row | {"at": told.at.isoformat(), "people": " ".join(told.people) or None}
