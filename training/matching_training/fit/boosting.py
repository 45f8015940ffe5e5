"""Explainable boosting, main effects only, and its conversion into the tables that the service reads.

The sum of the tables is the machine's own, to rounding. Standard errors come from bags of people drawn with
replacement: the rows of one person stay together, those left out of a bag stop its boosting. Source: Nori, Jenkins,
Koch, Caruana 2019 (interpret); Efron 1979 for the bootstrap.
"""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from matching.domain.vocabulary.measures import MeasureType
from matching.ranking.model import Factor, Table
from matching.snapshot.columns import position
from matching_training.fit.rows import Rows, Values
from matching_training.fit.steps import Steps, ends_marked, made_monotone

CATEGORICAL = "measure_type"
"""The one feature whose values are categories: positions in the closed list of types of measure."""
LEAST_ROWS = 10
"""Values of which training saw fewer rows than this are thin."""
_TYPES = {position(member): member for member in MeasureType}


@dataclass(frozen=True)
class Recipe:
    """How to boost: bags for the errors, seed, and limits that suit small data; house figures."""

    bags: int = 12
    seed: int = 0
    learning_rate: float = 0.04
    most_rounds: int = 1500
    patience: int = 40
    most_bins: int = 24
    rows_per_bin: int = 30
    yardstick_rounds: int = 80

    def bins(self, n: int) -> int:
        """How many bins n rows may have."""
        return int(np.clip(n // self.rows_per_bin, 4, self.most_bins))

    def least_leaf(self, n: int) -> int:
        """How many rows a leaf holds at least."""
        return int(np.clip(n // 50, 5, 100))


@dataclass(frozen=True)
class Boosted:
    """An additive model: intercept and tables, with their standard errors."""

    link: Literal["logistic", "identity"]
    intercept: float
    intercept_error: float
    tables: Mapping[str, Table]

    def total(self, features: Mapping[str, Values], n: int) -> Values:
        """(n,) intercept and terms, without any offset."""
        total = np.full(n, self.intercept)
        for name, table in self.tables.items():
            total = total + table.term(features[name])
        return total

    def without(self, name: str, at: float) -> "Boosted":
        """Without one term, whose value at some place goes into the intercept."""
        if name not in self.tables:
            return self
        left = {other: table for other, table in self.tables.items() if other != name}
        fixed = float(self.tables[name].term(np.array([at]))[0])
        return replace(self, intercept=self.intercept + fixed, tables=left)

    def on_line(self, intercept: float, slope: float) -> "Boosted":
        """intercept + slope x all, which keeps every direction as long as the slope is positive."""
        return replace(
            self,
            intercept=intercept + slope * self.intercept,
            intercept_error=slope * self.intercept_error,
            tables={name: scaled(table, slope) for name, table in self.tables.items()},
        )

    def factor(self) -> Factor:
        """As the service reads it."""
        return Factor(
            link=self.link,
            intercept=self.intercept,
            intercept_error=self.intercept_error,
            terms=dict(self.tables),
        )


def scaled(table: Table, slope: float, around: float = 0.0) -> Table:
    """A table whose values move towards (or away from) one value, its errors with them."""
    return table.model_copy(
        update={
            "values": tuple(around + slope * (value - around) for value in table.values),
            "unknown": around + slope * (table.unknown - around),
            "errors": tuple(slope * error for error in table.errors),
            "unknown_error": slope * table.unknown_error,
        }
    )


def boost(
    rows: Rows,
    *,
    link: Literal["logistic", "identity"],
    directions: Mapping[str, int],
    recipe: Recipe,
    source: str,
) -> Boosted:
    """Learn the additive model of some rows; features that never vary get no term. Deterministic for a seed."""
    names = tuple(name for name, values in rows.features.items() if _varies(values))
    if not names:
        return _constant(rows, link)
    machine = grow(rows, names, link=link, directions=directions, recipe=recipe)
    return export(machine, rows, names, link=link, directions=directions, source=source)


def grow(
    rows: Rows,
    names: tuple[str, ...],
    *,
    link: Literal["logistic", "identity"],
    directions: Mapping[str, int],
    recipe: Recipe,
) -> Any:
    """The boosting machine itself, as interpret makes it."""
    from interpret.glassbox import ExplainableBoostingClassifier, ExplainableBoostingRegressor

    n = len(rows)
    kind = ExplainableBoostingClassifier if link == "logistic" else ExplainableBoostingRegressor
    machine = kind(
        feature_names=list(names),
        feature_types=["nominal" if name == CATEGORICAL else "continuous" for name in names],
        interactions=0,
        max_bins=recipe.bins(n),
        outer_bags=recipe.bags,
        learning_rate=recipe.learning_rate,
        smoothing_rounds=20,
        max_rounds=recipe.most_rounds,
        early_stopping_rounds=recipe.patience,
        min_samples_leaf=recipe.least_leaf(n),
        max_leaves=2,
        monotone_constraints=[directions.get(name, 0) for name in names],
        n_jobs=1,
        random_state=recipe.seed,
    )
    y = rows.y.astype(np.int64) if link == "logistic" else rows.y
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Missing values detected")
        machine.fit(
            matrix(rows.features, names),
            y,
            sample_weight=rows.weight,
            bags=_bags(rows, recipe),
            init_score=rows.offset,
        )
    return machine


def matrix(features: Mapping[str, Values], names: tuple[str, ...]) -> NDArray[Any]:
    """(n, k) as interpret reads it: numbers, None for unknown, categories as text."""
    columns = [_as_text(features[name]) if name == CATEGORICAL else features[name] for name in names]
    if CATEGORICAL not in names:
        return np.column_stack(columns)
    return np.column_stack([column.astype(object) for column in columns])


def export(
    machine: Any,
    rows: Rows,
    names: tuple[str, ...],
    *,
    link: Literal["logistic", "identity"],
    directions: Mapping[str, int],
    source: str,
) -> Boosted:
    """The tables of a machine; values of which training saw too few rows are marked thin."""
    moved = np.zeros(len(machine.bagged_intercept_))
    tables = {}
    for index, name in enumerate(names):
        weights = machine.bin_weights_[index]
        bagged = machine.bagged_scores_[index]
        centres = bagged @ (weights / weights.sum())
        moved += centres
        errors = _spread(bagged - centres[:, np.newaxis])
        scores = machine.term_scores_[index]
        bins = machine.bins_[index][0]
        if name == CATEGORICAL:
            tables[name] = _by_category(bins, scores, errors, rows.features[name], source)
            continue
        steps = Steps(np.asarray(bins, dtype=np.float64), scores[1:-1], errors[1:-1])
        steps = made_monotone(steps, rows.features[name], directions.get(name, 0))
        tables[name] = ends_marked(
            steps, rows.features[name], LEAST_ROWS, unknown=(float(scores[0]), float(errors[0])), source=source
        )
    return Boosted(
        link=link,
        intercept=float(np.ravel(machine.intercept_)[0]),
        intercept_error=float(_spread((np.ravel(machine.bagged_intercept_) + moved)[:, np.newaxis])[0]),
        tables=tables,
    )


def _by_category(bins: Mapping[str, int], scores: Values, errors: Values, x: Values, source: str) -> Table:
    known = sorted((int(code), at) for code, at in bins.items())
    return Table(
        categories=tuple(_TYPES[code] for code, _ in known),
        values=tuple(float(scores[at]) for _, at in known),
        errors=tuple(float(errors[at]) for _, at in known),
        thin=tuple(bool(np.sum(x == code) < LEAST_ROWS) for code, _ in known),
        unknown=float(scores[0]),
        unknown_error=float(errors[0]),
        unknown_thin=bool(np.isnan(x).sum() < LEAST_ROWS),
        source=source,
    )


def _bags(rows: Rows, recipe: Recipe) -> NDArray[np.int8]:
    """(n, bags): how often a row is drawn with its person; -1, to stop by, where the person is not drawn."""
    distinct, which = np.unique(rows.people, return_inverse=True)
    draw = np.random.default_rng(recipe.seed)
    bags = np.empty((len(rows), recipe.bags), dtype=np.int8)
    for bag in range(recipe.bags):
        times = np.bincount(draw.integers(0, len(distinct), len(distinct)), minlength=len(distinct))[which]
        bags[:, bag] = np.where(times > 0, times, -1)
    return bags


def _as_text(x: Values) -> NDArray[Any]:
    return np.array([None if np.isnan(value) else str(int(value)) for value in x.tolist()], dtype=object)


def _varies(x: Values) -> bool:
    """Two known values at least, each with some rows to learn from."""
    known = x[~np.isnan(x)]
    return len(known) >= 2 * LEAST_ROWS and len(np.unique(known)) > 1


def _spread(by_bag: Values) -> Values:
    """Standard deviation over bags; unknown, so none, for a single bag."""
    return np.asarray(by_bag.std(axis=0, ddof=1)) if len(by_bag) > 1 else np.zeros(by_bag.shape[1])


def _constant(rows: Rows, link: Literal["logistic", "identity"]) -> Boosted:
    """No feature varies: the intercept alone, which meets the mean over the offset (Newton's method)."""
    intercept, weight = 0.0, rows.weight / rows.weight.sum()
    for _ in range(50):
        p = rows.offset + intercept
        slope = np.ones(len(rows))
        if link == "logistic":
            p = 1 / (1 + np.exp(-p))
            slope = np.maximum(p * (1 - p), 1e-6)
        intercept += float(np.clip(weight @ (rows.y - p) / (weight @ slope), -2, 2))
    error = float(np.sqrt(weight**2 @ (rows.y - p) ** 2) / (weight @ slope))
    return Boosted(link=link, intercept=intercept, intercept_error=error, tables={})
