"""The value that another policy would have had, from the log of the one that served.

Value is what a slate brings on average: the sum of its items' rewards. Three estimates stand side by side. Inverse
propensity (IPS) is unbiased when the logged probabilities are right; self-normalised (SNIPS) trades a little bias for
less noise; doubly robust (DR) starts from a model's predictions and corrects them, and is right when either the
probabilities or the model are. Model predictions come from models that have not seen the person.
Sources: Horvitz and Thompson 1952; Swaminathan and Joachims, The self-normalized estimator for counterfactual
learning, NeurIPS 2015; Dudik, Langford, Li, Doubly robust policy evaluation and learning, ICML 2011; Kiyohara et al.,
Doubly robust off-policy evaluation for ranking policies, WSDM 2022.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from matching.errors import InvalidInputError
from matching_training.evaluate.clusters import Figure, bootstrap, interval
from matching_training.evaluate.off_policy.items import Items, Values
from matching_training.evaluate.off_policy.overlap import Guard, Overlap, Unanswerable, overlap_of, refusal

Method = Literal["ips", "snips", "dr"]


@dataclass(frozen=True)
class Totals:
    """An estimate as a function of sums over slates: rows (n_slates, n_columns) and what to make of their totals."""

    rows: Values
    figure: Figure

    def value(self) -> float:
        """The estimate itself."""
        return float(self.figure(self.rows.sum(axis=0)))


@dataclass(frozen=True)
class Estimate:
    """A value in units of reward per slate, with its interval."""

    method: Method
    value: float
    low: float
    high: float
    standard_error: float
    level: float


@dataclass(frozen=True)
class Answer:
    """The estimates that the log allows: IPS, SNIPS and, where a model predicted, DR; and how well it covers."""

    estimates: dict[Method, Estimate]
    overlap: Overlap


def ips(items: Items) -> Totals:
    """Inverse propensity: the mean over slates of the sum of weight x reward."""
    return _mean(items.by_slate(items.weights * items.rewards))


def snips(items: Items) -> Totals:
    """Self-normalised: at each position the weighted mean of rewards, times how often slates have that position."""
    weights = items.by_position(items.weights)
    weighted = items.by_position(items.weights * items.rewards)
    held = items.by_position(np.ones(len(items.slate)))
    k = items.positions
    rows = np.hstack([weighted, weights, held, np.ones((items.slates, 1))])

    def figure(totals: Values) -> Values:
        tops, bottoms, times = totals[..., :k], totals[..., k : 2 * k], totals[..., 2 * k : 3 * k]
        means = np.divide(tops, bottoms, out=np.zeros_like(tops), where=bottoms > 0)
        return np.asarray((means * times).sum(axis=-1) / totals[..., -1])

    return Totals(rows, figure)


def dr(items: Items) -> Totals:
    """Doubly robust: what the model expects of the other policy, corrected by weight x (reward - prediction)."""
    if items.predicted is None or items.expected is None:
        raise InvalidInputError("Sans prédictions il n'y a pas d'estimation DR ; donner predicted et expected.")
    corrections = items.weights * (items.rewards - items.predicted)
    return _mean(items.by_slate(items.expected + corrections))


def evaluate(
    items: Items, guard: Guard | None = None, *, draws: int = 0, seed: int = 0, level: float = 0.95
) -> Answer | Unanswerable:
    """The value of the other policy, or why this log does not tell.

    Intervals leave out persons and counsellors one by one; with `draws` they come from the two-way bootstrap.
    """
    if refused := refusal(items, guard or Guard()):
        return refused
    return _answer(_all_of(items), items, draws=draws, seed=seed, level=level)


def compare(
    challenger: Items, champion: Items, guard: Guard | None = None, *, level: float = 0.95
) -> Answer | Unanswerable:
    """How much more a slate brings under one policy than under another, both asked of the same log.

    The interval is that of the difference, slate by slate. InvalidInputError when the rows are not the same.
    """
    if not (
        np.array_equal(challenger.slate, champion.slate) and np.array_equal(challenger.position, champion.position)
    ):
        raise InvalidInputError("Les deux politiques se comparent sur le même journal ; donner les mêmes lignes.")
    for items in (challenger, champion):
        if refused := refusal(items, guard or Guard()):
            return refused
    ours, theirs = _all_of(challenger), _all_of(champion)
    differences = {method: _difference(ours[method], theirs[method]) for method in ours if method in theirs}
    return _answer(differences, challenger, level=level)


def _answer(totals: dict[Method, Totals], items: Items, *, level: float, draws: int = 0, seed: int = 0) -> Answer:
    persons, counsellors = items.clusters()
    estimates: dict[Method, Estimate] = {}
    for method, each in totals.items():
        if draws:
            found = bootstrap(each.rows, each.figure, persons, counsellors, draws=draws, seed=seed, level=level)
        else:
            found = interval(each.rows, each.figure, persons, counsellors, level)
        estimates[method] = Estimate(method, each.value(), found.low, found.high, found.standard_error, level)
    return Answer(estimates, overlap_of(items))


def _all_of(items: Items) -> dict[Method, Totals]:
    found: dict[Method, Totals] = {"ips": ips(items), "snips": snips(items)}
    return found if items.predicted is None else {**found, "dr": dr(items)}


def _mean(by_slate: Values) -> Totals:
    rows = np.column_stack([by_slate, np.ones(len(by_slate))])
    return Totals(rows, lambda totals: totals[..., 0] / totals[..., 1])


def _difference(one: Totals, other: Totals) -> Totals:
    n = one.rows.shape[1]
    return Totals(
        np.hstack([one.rows, other.rows]),
        lambda totals: one.figure(totals[..., :n]) - other.figure(totals[..., n:]),
    )
