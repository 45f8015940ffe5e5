"""One comparison of one group, whatever it is about: the row of every table of this room."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

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


@dataclass(frozen=True, eq=False)
class Finding:
    """A group's figure, what it is held against, and the difference with its interval.

    `value` and `other`: the group and comparable others (exposure, acceptance, effects), or predicted and observed
    (calibration). Shares in [0, 1]; effects in points. `low` and `high` hold the difference 95 times out of 100, `se`
    is its standard error, `p` the probability of one as large by chance (NaN: no test). `people` are those who have a
    row; `comparable` is the share of their rows for which there was anybody to compare with. `kind` is empty where all
    kinds stand together.
    """

    subject: Subject
    group: Group
    kind: str
    people: int
    rows: int
    value: float
    other: float
    low: float
    high: float
    se: float
    p: float
    comparable: float = 1.0

    @property
    def difference(self) -> float:
        """The group minus what it is held against."""
        return self.value - self.other


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
