"""The last word on drift: whether what ranks still meets the world it learned from; no figure of it about a few people.

Written by the training beside its snapshots, in one step, and read as it stands: DATA_DIR/learning/drift.json.
"""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, ValidationError

from matching.errors import DamagedError
from matching.ranking.figures import Count, Row, Share
from matching.snapshot.durable import disk_failures, replace_text

Level = Literal["stable", "moderate", "strong"]


class ShiftTold(Row):
    """One distribution in both windows: how far apart (PSI), and how far chance alone would put them."""

    part: Literal["feature", "decision", "outcome"]
    name: str
    level: Level
    reference: Count
    current: Count
    psi: Annotated[float, Field(ge=0)]
    by_chance: Annotated[float, Field(ge=0)]


class ShareTold(Row):
    """A share in both windows and the interval of their difference."""

    part: Literal["decision", "outcome"]
    name: str
    reference: Share
    current: Share
    low: float
    high: float


class Off(Row):
    """Acceptance foretold minus observed in the current window, a share, with its interval."""

    value: float
    low: float
    high: float


class DriftReport(Row):
    """What was compared, when, and what was found; `left_out` comparisons rest on too few people to be told."""

    format: Literal[1] = 1
    made_at: AwareDatetime
    version: Annotated[str | None, Field(description="Whose chances were compared; None: those of the shipped one.")]
    reference: Annotated[tuple[date, date] | None, Field(description="First and last day of what it learned from.")]
    current: tuple[date, date] | None
    level: Level | None
    shifts: tuple[ShiftTold, ...] = ()
    shares: tuple[ShareTold, ...] = ()
    off: Off | None = None
    left_out: Annotated[int, Field(ge=0)] = 0


def write_drift(data_dir: Path, report: DriftReport) -> None:
    """Put a report in place of the last; DamagedError where the disk refuses."""
    path = _path(data_dir)
    with disk_failures(path.parent, what="le rapport de dérive"):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_text(path, json.dumps(report.model_dump(mode="json"), indent=1, allow_nan=False))


def last_drift(data_dir: Path) -> DriftReport | None:
    """The last report; None where nobody looked yet, DamagedError for a file that is none."""
    try:
        return DriftReport.model_validate_json(_path(data_dir).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise DamagedError(
            "Le dernier rapport de dérive ne peut pas être lu ; comparer de nouveau avec matching-train drift."
        ) from error


def _path(data_dir: Path) -> Path:
    return data_dir / "learning" / "drift.json"
