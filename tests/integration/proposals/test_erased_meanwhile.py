"""Somebody is erased while learning copies what it knew of them: on no engine does the copy stay."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import SOCIAL, viewer

from matching.errors import ConflictError
from matching.use_cases import erase as erasing
from matching.use_cases.learning_log import PROTECTED, SNAPSHOTS

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("pyarrow", reason="needs the extra [train]: make training")
from matching_training.commands import protected, snapshot
from matching_training.commands.acting import Acting

COPIES = pytest.mark.parametrize(
    ("verb", "reads", "writes", "kept_in"),
    [(snapshot, "take_snapshot", "save_log", SNAPSHOTS), (protected, "take_protected", "save_tables", PROTECTED)],
)


def taken(office: Office, verb: Any) -> Any:
    who = Acting(office.service, viewer("dora", "data_scientist", None), office.later(1))
    return verb.take(who, office.later(1)) if verb is snapshot else verb.take(who)


def erase(office: Office) -> None:
    office.service.erase("p-1", viewer=SOCIAL, at=office.later(1) + timedelta(seconds=1))


def left(office: Office, kept_in: str) -> list[Path]:
    return list((office.service.workplace.data_dir / kept_in).iterdir())


@COPIES
def test_erased_between_reading_and_writing(
    office: Office, monkeypatch: pytest.MonkeyPatch, verb: Any, reads: str, writes: str, kept_in: str
) -> None:
    write = getattr(verb, writes)

    def late(*told: Any, **more: Any) -> str:
        erase(office)
        said: str = write(*told, **more)
        return said

    monkeypatch.setattr(verb, writes, late)
    with pytest.raises(ConflictError, match="effacée pendant la copie"):
        taken(office, verb)
    assert left(office, kept_in) == []


@COPIES
def test_written_after_the_copies_were_removed_and_before_the_erasure_was_final(
    office: Office, monkeypatch: pytest.MonkeyPatch, verb: Any, reads: str, writes: str, kept_in: str
) -> None:
    who = Acting(office.service, viewer("dora", "data_scientist", None), office.later(1))
    moments = {"until": office.later(1)} if verb is snapshot else {}
    found = getattr(verb, reads)(office.service, viewer=who.viewer, at=who.at, **moments)
    monkeypatch.setattr(verb, reads, lambda *_told, **_more: found)
    written = []
    monkeypatch.setattr(erasing, "forget", lambda *_told: written.append(taken(office, verb).folder))
    erase(office)
    assert written
    assert left(office, kept_in) == []
