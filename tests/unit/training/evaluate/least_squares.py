"""Another effect learner in the place of the plain one: quick, and enough for tests."""

import numpy as np

from matching_training.evaluate.off_policy.items import Values
from matching_training.evaluate.trial.plain_learner import Learned, Treated


def least_squares(x: Values, treated: Treated, outcome: Values, propensity: Values | None, seed: int) -> Learned:
    """Another learner in the same place: a line per arm, half the people at a time."""
    design = np.column_stack([np.ones(len(x)), x])
    half = np.random.default_rng(seed).random(len(x)) < 0.5
    found = np.zeros((3, len(x)))
    for part in (half, ~half):
        for row, arm in enumerate((~treated, treated)):
            line = np.linalg.lstsq(design[~part & arm], outcome[~part & arm], rcond=None)[0]
            found[row, part] = design[part] @ line
        share = np.linalg.lstsq(design[~part], treated[~part].astype(float), rcond=None)[0]
        found[2, part] = np.clip(design[part] @ share, 0.05, 0.95)
    chance = found[2] if propensity is None else propensity
    scores = (
        found[1] - found[0] + treated * (outcome - found[1]) / chance - ~treated * (outcome - found[0]) / (1 - chance)
    )
    return Learned(scores=scores, effect=found[1] - found[0], if_not=found[0], if_treated=found[1], propensity=chance)
