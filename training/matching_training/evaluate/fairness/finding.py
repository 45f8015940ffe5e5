"""One comparison of one group, whatever it is about: the row of every table of this room."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

import pandas as pd

from matching_training.evaluate.fairness.compare import Difference
from matching_training.evaluate.fairness.groups import Group
from matching_training.evaluate.small_cells import rounded


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


def as_rows(findings: Iterable[Finding]) -> pd.DataFrame:
    """One row per finding, fit to be shown: counts to the nearest five, figures with three decimals."""
    rows = [
        {
            "subject": each.subject.value,
            "group": each.group.name,
            "kind": each.kind,
            "people": rounded(each.people),
            "rows": rounded(each.rows),
            "value": round(each.value, 3),
            "other": round(each.other, 3),
            "difference": round(each.difference, 3),
            "low": round(each.low, 3),
            "high": round(each.high, 3),
            "p": float(f"{each.p:.2g}"),
            "comparable": round(each.comparable, 2),
        }
        for each in findings
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS))
