"""Contested explanations: what counsellors call wrong or beside the point weighs less at the next training.

The doubt about a feature is d = contested / (verdicts + 20): twenty verdicts' worth of trust are counted against what
was contested, so that a few clicks do little. Its learned tables keep 1 - d of their range, around their mean over the
rows. A feature with d above a half is named to the gate, which it fails.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from matching.domain.vocabulary.process import FeedbackVerdict
from matching.ranking.features import FEATURE_BY_NAME
from matching_training.fit.boosting import Boosted, scaled
from matching_training.fit.rows import Values

TRUST = 20
"""Verdicts' worth of trust in every feature before anybody spoke; a house figure."""
FOR_THE_GATE = 0.5
_CONTESTED = (FeedbackVerdict.WRONG.value, FeedbackVerdict.BESIDE_THE_POINT.value)


@dataclass(frozen=True)
class Contested:
    """What was said of one feature's explanations: how many verdicts, how many against, the doubt d, what it keeps."""

    feature: str
    verdicts: int
    wrong: int
    beside_the_point: int
    doubt: float
    keeps: float
    for_the_gate: bool

    @property
    def against(self) -> int:
        """How many of the verdicts contest it."""
        return self.wrong + self.beside_the_point


@dataclass(frozen=True)
class Tempering:
    """How much of its range each feature's learned table keeps; one that nobody contested keeps all."""

    keeps: Mapping[str, float]

    def on(self, boosted: Boosted, features: Mapping[str, Values]) -> Boosted:
        """The model with its contested tables drawn towards their mean over some rows."""
        drawn = {name: table for name, table in boosted.tables.items() if self.keeps.get(name, 1.0) < 1}
        if not drawn:
            return boosted
        tables = {
            name: scaled(table, self.keeps[name], around=float(np.mean(table.term(features[name]))))
            for name, table in drawn.items()
        }
        return replace(boosted, tables={**boosted.tables, **tables})


def contested(feedback: pd.DataFrame) -> tuple[Contested, ...]:
    """By feature that somebody spoke of, the most contested first; rules are not features and are left out."""
    found = []
    for feature, said in feedback[feedback["feature"].isin(FEATURE_BY_NAME)].groupby("feature"):
        against = {verdict: int(said["verdict"].eq(verdict).sum()) for verdict in _CONTESTED}
        doubt = sum(against.values()) / (len(said) + TRUST)
        found.append(
            Contested(
                feature=str(feature),
                verdicts=len(said),
                wrong=against[_CONTESTED[0]],
                beside_the_point=against[_CONTESTED[1]],
                doubt=doubt,
                keeps=1 - doubt,
                for_the_gate=doubt > FOR_THE_GATE,
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.doubt, each.feature)))


def tempering(said: tuple[Contested, ...]) -> Tempering:
    """What follows for the tables."""
    return Tempering({each.feature: each.keeps for each in said if each.keeps < 1})
