"""The lines of tests/rules/personas.yaml, and whom a check is about."""

from pathlib import Path
from typing import Any

import yaml

LINES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "rules" / "personas.yaml").read_text(encoding="utf-8")
)
ALL = 200
"""More than the demo has options."""


def people_of(check: str) -> list[str]:
    """The personas of whom a line names this check."""
    return [line["persona"] for line in LINES if line.get("check") == check]
