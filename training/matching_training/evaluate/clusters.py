"""How sure a figure is when the same person, and the same counsellor, stand behind many rows of it.

A figure is a function of column totals over slates. Its interval comes from leaving out one person, one counsellor and
one pair of both at a time; the two-way variance is that of persons, plus counsellors, minus pairs. The bootstrap draws
persons and counsellors anew, apart from each other.
Sources: Cameron, Gelbach, Miller, Robust inference with multiway clustering, JBES 2011; MacKinnon, Nielsen, Webb,
Cluster-robust inference: a guide to empirical practice, J. Econometrics 2023 (jackknife); Owen, The pigeonhole
bootstrap, Ann. Appl. Stat. 2007; Carter, Schnepel, Steigerwald, REStat 2017 (effective number of clusters).
"""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from matching_training.evaluate.off_policy.items import Codes, Values

Figure = Callable[[Values], Values]
"""From totals (..., n_columns) to figures (...)."""

_AT_ONCE = 100
"""Draws of the bootstrap held in memory together."""


@dataclass(frozen=True)
class Interval:
    """Bounds and the standard error they come from."""

    low: float
    high: float
    standard_error: float


def effective_number(weights: Values) -> float:
    """How many equal weights would be as good: (sum)^2 / sum of squares (Kish 1965); 0 when all are 0."""
    squares = float(np.square(weights).sum())
    return float(weights.sum()) ** 2 / squares if squares > 0 else 0.0


def totals_by(values: Values, clusters: Codes) -> Values:
    """(n_clusters, n_columns) the sums of (n_rows, n_columns) values over each cluster."""
    found, at = np.unique(clusters, return_inverse=True)
    columns = [np.bincount(at.reshape(-1), weights=column, minlength=len(found)) for column in values.T]
    return np.column_stack(columns)


def pairs_of(persons: Codes, counsellors: Codes) -> Codes:
    """(n_rows,) a code for each pair of person and counsellor."""
    found, at = np.unique(counsellors, return_inverse=True)
    person = np.unique(persons, return_inverse=True)[1].reshape(-1)
    return np.asarray(person * len(found) + at.reshape(-1), dtype=np.int64)


def variance(values: Values, figure: Figure, persons: Codes, counsellors: Codes | None) -> float:
    """Variance of the figure of the totals of `values` (n_rows, n_columns); two-way where counsellors are known.

    Never below that of persons alone or of counsellors alone: the difference is not always positive.
    """
    by_person = _left_out(totals_by(values, persons), figure)
    if counsellors is None:
        return by_person
    by_counsellor = _left_out(totals_by(values, counsellors), figure)
    by_pair = _left_out(totals_by(values, pairs_of(persons, counsellors)), figure)
    return max(by_person + by_counsellor - by_pair, by_person, by_counsellor)


def interval(
    values: Values, figure: Figure, persons: Codes, counsellors: Codes | None, level: float = 0.95
) -> Interval:
    """Student's interval around the figure; degrees of freedom by the effective number of the scarcer clusters."""
    error = float(np.sqrt(variance(values, figure, persons, counsellors)))
    width = _student(persons, counsellors, level) * error
    centre = float(figure(values.sum(axis=0)))
    return Interval(low=centre - width, high=centre + width, standard_error=error)


def bootstrap(
    values: Values,
    figure: Figure,
    persons: Codes,
    counsellors: Codes | None,
    *,
    draws: int,
    seed: int,
    level: float = 0.95,
) -> Interval:
    """Percentiles of the figure when persons and counsellors are drawn anew, scaled to the two-way variance.

    A row counts as often as its person was drawn times as often as its counsellor was. What varies within a pair
    is then counted three times (Owen 2007, theorem 3); the scale takes that back and leaves the shape, and widens it
    as Student's distribution does where clusters are few (Hesterberg, Am. Stat. 2015).
    """
    rng = np.random.default_rng(seed)
    centre = float(figure(values.sum(axis=0)))
    pairs = persons if counsellors is None else pairs_of(persons, counsellors)
    sums = totals_by(values, pairs)
    first = np.unique(pairs, return_index=True)[1]
    figures = np.concatenate(
        [
            figure(_drawn(rng, persons[first], counsellors if counsellors is None else counsellors[first], some) @ sums)
            for some in _in_parts(draws)
        ]
    )
    error = float(np.sqrt(variance(values, figure, persons, counsellors)))
    spread = float(figures.std())
    wider = _student(persons, counsellors, level) / NormalDist().inv_cdf((1 + level) / 2)
    scale = wider * error / spread if spread > 0 else 0.0
    low, high = np.quantile(figures - figures.mean(), [(1 - level) / 2, (1 + level) / 2]) * scale
    return Interval(low=centre + float(low), high=centre + float(high), standard_error=error)


def _left_out(sums: Values, figure: Figure) -> float:
    """Jackknife variance over clusters whose totals are `sums` (n_clusters, n_columns)."""
    n = len(sums)
    if n < 2:
        return float("inf")
    whole = sums.sum(axis=0)
    return float((n - 1) / n * np.square(figure(whole - sums) - figure(whole)).sum())


def _student(persons: Codes, counsellors: Codes | None, level: float) -> float:
    """Quantile of Student's distribution, with the scarcer clusters' effective number less one degrees of freedom."""
    from scipy.special import stdtrit

    effective = [effective_number(_sizes(codes)) for codes in (persons, counsellors) if codes is not None]
    return float(stdtrit(max(min(effective) - 1, 1.0), (1 + level) / 2))


def _sizes(clusters: Codes) -> Values:
    return np.asarray(np.unique(clusters, return_counts=True)[1], dtype=np.float64)


def _in_parts(draws: int) -> list[int]:
    """The draws in parts that fit in memory."""
    return [min(_AT_ONCE, draws - done) for done in range(0, draws, _AT_ONCE)]


def _drawn(rng: np.random.Generator, persons: Codes, counsellors: Codes | None, draws: int) -> Values:
    """(draws, n_rows) how often each row counts: as its person was drawn, times as its counsellor was."""
    counts = np.ones((draws, len(persons)))
    for clusters in (persons, counsellors):
        if clusters is not None:
            found, at = np.unique(clusters, return_inverse=True)
            n = len(found)
            counts *= rng.multinomial(n, np.full(n, 1 / n), size=draws)[:, at.reshape(-1)]
    return counts
