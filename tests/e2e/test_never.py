"""What must never be proposed to a persona as possible, and stays so when half of the file is blank."""

import random
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.word import Word
from matching.eligibility.assess import ELIGIBLE
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.working_days.swiss_time import SWISS_TIME

NEVER: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "rules" / "never.yaml").read_text(encoding="utf-8")
)
DRAWS = 1000


def row_of(demo: Service, at: datetime, option: str) -> int:
    row = demo.workplace.live(at).snapshot.row_of(option)
    assert row is not None, f"{option} is not in the demo"
    return row


@pytest.mark.parametrize("line", NEVER, ids=lambda line: f"{line['persona']}-{line['option']}")
def test_never(demo: Service, counsellor: Viewer, at: datetime, line: dict[str, Any]) -> None:
    state = demo.why_not(line["persona"], line["option"], viewer=counsellor, at=at).eligibility.state
    if line["expected"] == "not_eligible":
        assert state == "not_eligible", line["because"]
    else:
        assert state != "eligible", line["because"]


def blanked(profile: Profile, chance: random.Random) -> Profile:
    """The file with about half of what it says made unknown, at every depth."""
    return profile.model_copy(update=_half(profile, chance, keep={"id", "unit", "consents"}))


def _half(word: Word, chance: random.Random, keep: frozenset[str] | set[str] = frozenset()) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name, field in type(word).model_fields.items():
        value = getattr(word, name)
        if name in keep or value is None or field.is_required():
            continue
        if name == "complete":
            changes[name] = value and chance.random() < 0.5
        elif isinstance(value, Word):
            inner = value.model_copy(update=_half(value, chance))
            changes[name] = field.get_default() if chance.random() < 0.3 else inner
        elif chance.random() < 0.5:
            changes[name] = field.get_default()
    if "items" in changes and changes["items"] == ():
        changes["complete"] = False
    return changes


@pytest.mark.parametrize("persona", sorted({line["persona"] for line in NEVER}))
def test_never_with_half_of_the_file_blank(demo: Service, at: datetime, persona: str) -> None:
    live = demo.workplace.live(at)
    on = at.astimezone(SWISS_TIME).date()
    with demo.workplace.database.read(EVERYTHING) as connection:
        profile = profiles.get(connection, persona)
    rows = [row_of(demo, at, line["option"]) for line in NEVER if line["persona"] == persona]
    chance = random.Random(persona)
    for _ in range(DRAWS):
        draw = blanked(profile, chance)
        state = live.engine.assess(draw, on).state[rows]
        assert not (state == ELIGIBLE).any(), draw


def test_a_drawn_file_says_about_half(demo: Service) -> None:
    with demo.workplace.database.read(EVERYTHING) as connection:
        profile = profiles.get(connection, "p01-amelie")
    chance = random.Random(1)
    whole = len(profile.model_dump_json(exclude_none=True, exclude_defaults=True))
    shares = [
        len(blanked(profile, chance).model_dump_json(exclude_none=True, exclude_defaults=True)) / whole
        for _ in range(50)
    ]
    assert 0.2 < sum(shares) / len(shares) < 0.8
