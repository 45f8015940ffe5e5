"""An invented trial with the columns of the Job Corps file: sent by lot, with an effect of 30 for the schooled only."""

from pathlib import Path

import numpy as np

from matching_training.evaluate.trial.trial import ASSIGNED, COVARIATES, OUTCOMES

EFFECT_OF_THE_SCHOOLED = 30.0
AVERAGE = EFFECT_OF_THE_SCHOOLED / 2


def write_trial(path: Path, people: int = 1500, seed: int = 0) -> Path:
    """The file as csv."""
    rng = np.random.default_rng(seed)
    columns = {name: rng.integers(0, 2, people).astype(float) for name in COVARIATES}
    columns["age"] = rng.integers(16, 25, people).astype(float)
    schooled = np.tile([0.0, 1.0], people // 2)
    columns["educ"] = 8 + 4 * schooled
    columns[ASSIGNED] = (rng.random(people) < np.where(columns["female"] == 1, 0.65, 0.55)).astype(float)
    before = 100 + 5 * (columns["age"] - 18) + 5 * (columns["educ"] - 10) - 30 * columns["female"]
    earned = before + EFFECT_OF_THE_SCHOOLED * schooled * columns[ASSIGNED] + rng.normal(0, 20, people)
    columns |= {OUTCOMES[0]: earned, OUTCOMES[1]: earned / 4}
    table = np.column_stack(list(columns.values()))
    path.write_text("\n".join([",".join(columns), *(",".join(map(str, row)) for row in table.tolist())]), "utf-8")
    return path
