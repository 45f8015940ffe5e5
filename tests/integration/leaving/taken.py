"""All that one reader can take out of an office, by feed and by export, without ids that are drawn by lot."""

import json
import re
from pathlib import Path
from typing import Any

from tests.integration.proposals.conftest import Office

from matching.contracts.wall import allowed_fields
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.receivers import PURPOSES, Receiver
from matching.use_cases.changes import Changes
from matching.use_cases.export.sources import WORD_OF, What
from matching.use_cases.export.written import Format

_DRAWN = re.compile(r"[0-9a-f]{32}")


def pull(office: Office, viewer: Viewer, receiver: Receiver, since: str | None = None, limit: int = 100) -> Changes:
    """One pull, late enough that all has happened."""
    (purpose,) = PURPOSES[receiver]
    return office.service.changes(
        since, receiver=receiver, purpose=purpose, viewer=viewer, at=office.later(40), limit=limit
    )


def followed(office: Office, viewer: Viewer, receiver: Receiver, limit: int = 100) -> list[Any]:
    """Every change from the beginning on, page by page."""
    items: list[Any] = []
    page = pull(office, viewer, receiver, None, limit)
    items += page.items
    while page.more:
        page = pull(office, viewer, receiver, page.cursor, limit)
        items += page.items
    return items


def exported(office: Office, what: What, viewer: Viewer, receiver: Receiver, folder: Path) -> list[dict[str, Any]]:
    """The rows of one export."""
    (purpose,) = PURPOSES[receiver]
    to = folder / "taken.jsonl"
    profile = "p-1" if receiver is Receiver.PERSON else None
    written = office.service.export(
        what,
        to,
        how=Format.JSONL,
        receiver=receiver,
        purpose=purpose,
        viewer=viewer,
        at=office.later(40),
        profile=profile,
        force=True,
    )
    rows = [json.loads(line) for line in to.read_text(encoding="utf-8").split("\n") if line]
    assert written.rows == len(rows)
    return rows


def everything(office: Office, viewer: Viewer, receiver: Receiver, folder: Path) -> str:
    """All of it as one text, so that what differs is seen."""
    taken: dict[str, Any] = {
        "feed": [
            (item.kind, item.entry, str(item.changed_at), item.content) for item in followed(office, viewer, receiver)
        ]
    }
    for what in What:
        if allowed_fields(WORD_OF[what], receiver):
            taken[what] = exported(office, what, viewer, receiver, folder)
    return _DRAWN.sub("…", json.dumps(taken, indent=1, default=str))
