"""The ranker's own effect learner, in the form in which learners are held against a trial."""

import numpy as np

from matching_training.evaluate.off_policy.items import Values
from matching_training.evaluate.trial.plain_learner import Learned, Treated
from matching_training.fit.doubly_robust import pseudo_outcomes


def of_the_ranker(x: Values, treated: Treated, outcome: Values, propensity: Values | None, seed: int) -> Learned:
    """As `EffectLearner`, for a fact in points (0 or 100), which is what the ranker learns from.

    It always estimates who is treated, as it must in a log; a known `propensity` is left aside. Rows without anybody
    comparable keep the difference that is foretold.
    """
    del propensity
    features = {str(column): x[:, column] for column in range(x.shape[1])}
    found = pseudo_outcomes(features, treated.astype(np.float64), outcome / 100, np.arange(len(x)), seed=seed)
    effect = 100 * (found.if_begun - found.if_nothing)
    return Learned(
        scores=np.where(found.kept, found.effect, effect),
        effect=effect,
        if_not=100 * found.if_nothing,
        if_treated=100 * found.if_begun,
        propensity=found.propensity,
    )
