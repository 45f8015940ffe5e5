"""One comparison of one group, whatever it is about: the row of every table of this room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Self

import numpy as np
import pandas as pd

from matching_training.evaluate.fairness.compare import Difference
from matching_training.evaluate.fairness.groups import Group
from matching_training.small_cells import rounded, rounded_share


class Subject(StrEnum):
    """What is compared."""

    EXPOSURE = "exposure"
    ACCEPTANCE = "acceptance"
    ACCEPT_CALIBRATION = "accept_calibration"
    SUCCESS_CALIBRATION = "success_calibration"
    EFFECT_PREDICTED = "effect_predicted"
    EFFECT_ESTIMATED = "effect_estimated"
    EFFECT_CALIBRATION = "effect_calibration"


@dataclass(frozen=True, eq=False, kw_only=True)
class Finding(Difference):
    """A difference, of whom and in what; `kind` is empty where all kinds stand together.

    `value` and `other`: the group and comparable others (exposure, acceptance, effects), or predicted and observed
    (calibration). Shares in [0, 1]; effects in points.
    """

    subject: Subject
    group: Group
    kind: str = ""

    @classmethod
    def of(cls, found: Difference, subject: Subject, group: Group, kind: str = "") -> Self:
        """A difference as the finding that it is of a group."""
        return cls(**vars(found), subject=subject, group=group, kind=kind)

    def untested(self) -> Self:
        """The same, to be told and not judged."""
        return replace(self, p=float("nan"))


_COLUMNS = (
    "subject",
    "group",
    "kind",
    "people",
    "rows",
    "value",
    "other",
    "difference",
    "low",
    "high",
    "p",
    "comparable",
)


_AT_MOST = (0.001, 0.01, 0.04, 0.1, 1.0)
"""How sure a difference is, in steps: an exact p-value and its interval would give the difference back."""
_SHARES: Mapping[Subject, tuple[str, ...]] = MappingProxyType(
    {
        Subject.ACCEPTANCE: ("value", "other"),
        Subject.ACCEPT_CALIBRATION: ("other",),
        Subject.SUCCESS_CALIBRATION: ("other",),
    }
)
"""Which figures are shares of rows, and so tell a count; all others are means of what a model foretells or draws."""


def as_told(found: Finding) -> Finding:
    """The same, fit to be shown: people, rows and what shares tell of them to the nearest five, p in steps.

    The interval moves with the difference. So two groups or two reports side by side tell nothing of a few people.
    """
    shares = _SHARES.get(found.subject, ())
    value, other = (
        rounded_share(figure, found.rows) if name in shares else figure
        for name, figure in (("value", found.value), ("other", found.other))
    )
    told = replace(found, people=rounded(found.people), rows=rounded(found.rows), value=value, other=other)
    off = told.difference - found.difference
    return replace(told, low=found.low + off, high=found.high + off, p=in_steps(found.p))


def in_steps(p: float) -> float:
    """The least step that a p-value does not exceed; NaN stays."""
    return p if np.isnan(p) else next(step for step in _AT_MOST if p <= step)


def as_rows(findings: Iterable[Finding]) -> pd.DataFrame:
    """One row per finding, fit to be shown as in `as_told`, figures with three decimals."""
    rows = [
        {
            "subject": each.subject.value,
            "group": each.group.name,
            "kind": each.kind,
            "people": each.people,
            "rows": each.rows,
            "value": round(each.value, 3),
            "other": round(each.other, 3),
            "difference": round(each.difference, 3),
            "low": round(each.low, 3),
            "high": round(each.high, 3),
            "p": each.p,
            "comparable": round(each.comparable, 2),
        }
        for each in map(as_told, findings)
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS))
