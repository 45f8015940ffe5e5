"""The version of the rules on every answer: it changes with whatever they stand on."""

import shutil
from pathlib import Path

import pytest

from matching.eligibility import assess


def test_every_source_file_of_the_room_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    room = tmp_path / "eligibility"
    shutil.copytree(Path(assess.__file__).parent, room)
    monkeypatch.setattr(assess, "files", lambda _: room)
    version = assess.rules_version.__wrapped__
    seen = {assess.rules_version(), version()}
    assert len(seen) == 1
    for source in sorted(room.rglob("*.py")):
        source.write_text(source.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
        seen.add(version())
    assert len(seen) == 1 + len(list(room.rglob("*.py")))
