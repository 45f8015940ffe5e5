"""Whether what a model predicts for a group comes true for it, on average; too high and too low alike.

Two tests, and both must blame. The first is Student's t over people, since rows of one person are alike; it is too sure
of itself in small groups in which little comes true. The second holds there: the exact distribution of the number of
rows that come true, over as many rows as there would be if each were of another person (Korn and Graubard 1998). A
group that is perfectly calibrated is therefore blamed no more often than said.
"""

import numpy as np
from numpy.typing import NDArray

from matching_training.evaluate.fairness.compare import Difference, two_sided
from matching_training.evaluate.fairness.finding import Finding, Subject
from matching_training.evaluate.fairness.groups import Groups, People
from matching_training.small_cells import MINIMUM

Values = NDArray[np.float64]

_ASKED_BELOW = 0.05
"""The exact test is asked only where the other one would blame: it can only acquit."""


def calibration(subject: Subject, person: People, predicted: Values, observed: Values, groups: Groups) -> list[Finding]:
    """Per group: mean predicted probability against the share that came true; all arrays (n_rows,), NaN is unknown.

    Only rows where both are known count. The interval is symmetric, with the larger of both standard errors.
    """
    known = ~np.isnan(predicted) & ~np.isnan(observed)
    findings = []
    for group in groups.shown:
        use = known & np.isin(person, group.members)
        if found := _difference(person[use], predicted[use], observed[use]):
            findings.append(Finding.of(found, subject, group))
    return findings


def _difference(person: People, q: Values, y: Values) -> Difference | None:
    clusters = len(np.unique(person))
    if clusters < MINIMUM:
        return None
    difference = float(q.mean() - y.mean())
    by_model = float(np.sqrt((q * (1 - q)).sum()) / len(q))
    by_person = clustered_error(person, q - y)
    p = two_sided(difference, by_person, degrees=clusters - 1)
    if not p > _ASKED_BELOW:
        p = float(
            np.fmax(p, by_chance(q, float(y.sum()), alike=max(1.0, (by_person / by_model) ** 2 if by_model else 1)))
        )
    se = max(by_model, by_person)
    return Difference.with_error(float(q.mean()), float(y.mean()), se, people=clusters, rows=len(q), p=p)


def by_chance(predicted: Values, came_true: float, *, alike: float = 1.0) -> float:
    """Probability, two-sided, of a sum as far off as `came_true` if each row holds with its predicted probability.

    `alike` is the design effect, at least 1: how many rows count for one. Those that count are spread evenly over the
    predictions; their sum is rounded towards what is expected.
    """
    n = len(predicted)
    rows = max(1, int(n / alike))
    counted = np.sort(predicted)[((np.arange(rows) + 0.5) * n / rows).astype(int)]
    sums, came = sum_of(counted), came_true * rows / n
    return float(min(1.0, 2 * min(sums[: int(np.ceil(came)) + 1].sum(), sums[int(np.floor(came)) :].sum())))


def sum_of(predicted: Values) -> Values:
    """(n_rows + 1,) float64: probability of each number of rows that hold, halves put together by FFT, to 1e-15.

    The Poisson-binomial distribution. Source: Biscarri, Zhao and Brunner (2018), DC-FFT.
    """
    q = np.clip(predicted, 0, 1)
    parts = np.stack([1 - q, q], axis=1)
    while len(parts) > 1:
        if len(parts) % 2:
            parts = np.vstack([parts, np.eye(1, parts.shape[1])])
        size = 2 * parts.shape[1] - 1
        waves = np.fft.rfft(parts, n=size)
        parts = np.fft.irfft(waves[::2] * waves[1::2], n=size)
    return np.asarray(parts[0, : len(q) + 1].clip(0))


def clustered_error(person: People, values: Values) -> float:
    """Standard error of the mean of `values` when rows of one person are alike; 0 where all sums are equal."""
    _, at = np.unique(person, return_inverse=True)
    sums = np.bincount(at, values - values.mean())
    n = len(sums)
    return float(np.sqrt((sums**2).sum() * n / (n - 1)) / len(values)) if n > 1 else 0.0
