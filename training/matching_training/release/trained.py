"""One training as it is told to people and machines: what it read, what came out, and whether it may be promoted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from matching.domain.vocabulary.process import Evidence
from matching_training.fit.contested import Contested

STILL_SHOWN = "Still worth showing, of what was accepted"
CURVE = "Calibration of the learned tables"
FINDINGS = "Fairness: what was found"
JUDGED = "Fairness: what was judged"
RATES = "Acceptance by group"
USE, USE_IN_ALL = "Use by unit", "Use in all"
"""Headings of the tables that card and figures are both written from."""


@dataclass(frozen=True)
class Condition:
    """One condition of the gate; `passed` None is unknown, which does not pass. The sentence says why, with figures."""

    name: str
    passed: bool | None
    sentence: str


@dataclass(frozen=True)
class Gate:
    """Whether a ranker may be promoted: every condition is known and met. A person promotes, never the gate."""

    conditions: Sequence[Condition]

    @property
    def passed(self) -> bool:
        """All conditions are met, and there is at least one."""
        return bool(self.conditions) and all(condition.passed is True for condition in self.conditions)

    @property
    def reasons(self) -> list[str]:
        """The sentences of the conditions that are not met or unknown."""
        return [condition.sentence for condition in self.conditions if condition.passed is not True]


@dataclass(frozen=True)
class Source:
    """The snapshot that was read: its digest, and how much is in it, from its first slate to its last moment.

    Counts are to the nearest five: cards of two days lie side by side.
    """

    digest: str
    evidence: Evidence
    people: int
    slates: int
    shown: int
    decisions: int
    outcomes: int
    first: pd.Timestamp
    until: pd.Timestamp


@dataclass(frozen=True)
class Trained:
    """A training with all that its card, its tracking and its gate need; the model itself lies in a folder."""

    version: str
    base: str
    source: Source
    parameters: Mapping[str, str | float | int]
    metrics: Mapping[str, float]
    gate: Gate
    kept: Mapping[str, str] = field(default_factory=dict)
    """Parts of the base that were kept, each with the reason."""
    contested: Sequence[Contested] = ()
    """What was said of explanations, by feature."""
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    """Further tables for the card, by their heading: calibration, fairness, use."""
