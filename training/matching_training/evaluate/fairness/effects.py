"""Who is said to gain most, who gains most by a doubly robust estimate, and whether both agree within each group."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching_training.evaluate.fairness.calibration import clustered_error
from matching_training.evaluate.fairness.compare import Comparison, Difference, two_sided
from matching_training.evaluate.fairness.finding import Finding, Subject
from matching_training.evaluate.fairness.groups import Groups, People
from matching_training.small_cells import MINIMUM

Values = NDArray[np.float64]


def effects(
    person: People,
    predicted: Values,
    estimated: Values | None,
    groups: Groups,
    *,
    need: pd.Series | None = None,
    draws: int = 400,
    seed: int = 0,
) -> list[Finding]:
    """Per group, in points: mean predicted effect, and mean estimated one, against others (of equal need, where given).

    `predicted` and `estimated` are (n_rows,), aligned with `person`; `estimated` holds the doubly robust score of each
    row, whose mean over any group estimates its effect. Where it is given, so is their difference within each group,
    the only one of the three that is tested: that a measure helps some more than others is no fault of the model.
    """
    every = pd.Series(person).map(need) if need is not None else pd.Series(np.zeros(len(person)))
    codes = np.asarray(pd.factorize(every, use_na_sentinel=False)[0], dtype=np.int64)
    findings: list[Finding] = []
    for subject, values in ((Subject.EFFECT_PREDICTED, predicted), (Subject.EFFECT_ESTIMATED, estimated)):
        if values is not None:
            comparison = Comparison(person, values, codes, groups.people, draws=draws, seed=seed)
            found = ((group, comparison.difference(group.members)) for group in groups.shown)
            findings += [Finding.of(each, subject, group).untested() for group, each in found if each]
    if estimated is not None:
        findings += _agreement(person, predicted, estimated, groups)
    return findings


def _agreement(person: People, predicted: Values, estimated: Values, groups: Groups) -> list[Finding]:
    known = ~np.isnan(predicted) & ~np.isnan(estimated)
    findings = []
    for group in groups.shown:
        use = known & np.isin(person, group.members)
        clusters = len(np.unique(person[use]))
        if clusters < MINIMUM:
            continue
        value, other = float(predicted[use].mean()), float(estimated[use].mean())
        se = clustered_error(person[use], predicted[use] - estimated[use])
        p = two_sided(value - other, se, degrees=clusters - 1)
        found = Difference.with_error(value, other, se, people=clusters, rows=int(use.sum()), p=p)
        findings.append(Finding.of(found, Subject.EFFECT_CALIBRATION, group))
    return findings
