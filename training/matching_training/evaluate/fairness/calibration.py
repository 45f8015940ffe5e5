"""Whether what a model predicts for a group comes true for it, on average; too high and too low alike.

Two tests, and the weaker one counts. The first is exact where rows are independent and holds for groups of any size:
the sum of the outcomes is Poisson-binomial. The second allows for rows of one person being alike (Student's t over
people). A group that is perfectly calibrated is therefore blamed no more often than said.
"""

import numpy as np
from numpy.typing import NDArray

from matching_training.evaluate.fairness.compare import half_width, two_sided
from matching_training.evaluate.fairness.finding import Finding, Subject
from matching_training.evaluate.fairness.groups import Group, Groups, People
from matching_training.evaluate.small_cells import MINIMUM

Values = NDArray[np.float64]

_EXACT_UP_TO = 5000
"""Rows; above, the sum is normal to three digits far out in the tails."""


def calibration(subject: Subject, person: People, predicted: Values, observed: Values, groups: Groups) -> list[Finding]:
    """Per group: mean predicted probability against the share that came true; all arrays (n_rows,), NaN is unknown.

    Only rows where both are known count. The interval is symmetric, with the larger of both standard errors.
    """
    known = ~np.isnan(predicted) & ~np.isnan(observed)
    findings = []
    for group in groups.shown:
        use = known & np.isin(person, group.members)
        if found := _of(subject, group, person[use], predicted[use], observed[use]):
            findings.append(found)
    return findings


def _of(subject: Subject, group: Group, person: People, q: Values, y: Values) -> Finding | None:
    clusters = len(np.unique(person))
    if clusters < MINIMUM:
        return None
    difference = float(q.mean() - y.mean())
    by_model = float(np.sqrt((q * (1 - q)).sum()) / len(q))
    by_person = clustered_error(person, q - y)
    se = max(by_model, by_person)
    half = half_width(se, degrees=clusters - 1)
    return Finding(
        subject=subject,
        group=group,
        kind="",
        people=clusters,
        rows=len(q),
        value=float(q.mean()),
        other=float(y.mean()),
        low=difference - half,
        high=difference + half,
        se=se,
        p=float(np.fmax(by_chance(q, float(y.sum())), two_sided(difference, by_person, degrees=clusters - 1))),
    )


def by_chance(predicted: Values, came_true: float) -> float:
    """Probability, two-sided, of a sum as far off as `came_true` if each row holds with its predicted probability."""
    from scipy.stats import norm, poisson_binom

    if len(predicted) <= _EXACT_UP_TO:
        sure = poisson_binom(np.clip(predicted, 0, 1))
        tails = float(sure.cdf(came_true)), float(sure.sf(came_true - 1))
        return min(1.0, 2 * max(0.0, min(tails)))
    spread = float(np.sqrt((predicted * (1 - predicted)).sum()))
    off = max(0.0, abs(came_true - float(predicted.sum())) - 0.5)
    return float(2 * norm.sf(off / spread)) if spread else float(off == 0)


def clustered_error(person: People, values: Values) -> float:
    """Standard error of the mean of `values` when rows of one person are alike; 0 where all sums are equal."""
    _, at = np.unique(person, return_inverse=True)
    sums = np.bincount(at, values - values.mean())
    n = len(sums)
    return float(np.sqrt((sums**2).sum() * n / (n - 1)) / len(values)) if n > 1 else 0.0
