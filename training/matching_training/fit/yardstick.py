"""The yardstick: histogram boosting with interactions, on the same folds; measured against, never exported."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from matching_training.fit.boosting import CATEGORICAL, Recipe
from matching_training.fit.rows import Mask, Rows, Values


def yardstick(rows: Rows, held_out: Sequence[Mask], recipe: Recipe) -> Values:
    """(n,) out-of-fold probabilities of scikit-learn's histogram boosting."""
    p = np.empty(len(rows))
    for fold in held_out:
        p[fold] = forest(rows.where(~fold), recipe.seed, rounds=recipe.yardstick_rounds)(rows.where(fold).features)
    return p


def forest(rows: Rows, seed: int, *, rounds: int, leaves: int = 12) -> "Forest":
    """Histogram boosting of a 0/1 fact, sized for few rows; on one thread, so that it does not fight for cores."""
    names = tuple(name for name, values in rows.features.items() if len(np.unique(values[~np.isnan(values)])) > 1)
    if not names or len(np.unique(rows.y)) == 1:
        return Forest(None, names, float(np.average(rows.y, weights=rows.weight)))
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    model = HistGradientBoostingClassifier(
        learning_rate=0.08,
        max_iter=rounds,
        max_leaf_nodes=leaves,
        min_samples_leaf=int(np.clip(len(rows) // 50, 5, 100)),
        l2_regularization=1.0,
        max_bins=48,
        categorical_features=[names.index(CATEGORICAL)] if CATEGORICAL in names else None,
        early_stopping=False,
        random_state=seed,
    )
    weight = None if np.ptp(rows.weight) == 0 else rows.weight  # weighted bins are slow
    with threadpool_limits(1):
        model.fit(_matrix(rows.features, names), rows.y, sample_weight=weight)
    return Forest(model, names, 0.0)


class Forest:
    """Probabilities from features; a constant where there was nothing to tell apart."""

    def __init__(self, model: Any, names: tuple[str, ...], constant: float) -> None:
        self._model, self._names, self._constant = model, names, constant

    def __call__(self, features: Mapping[str, Values]) -> Values:
        """(n,) probabilities."""
        if self._model is None:
            return np.full(len(next(iter(features.values()))), self._constant)
        from threadpoolctl import threadpool_limits

        with threadpool_limits(1):
            return np.asarray(self._model.predict_proba(_matrix(features, self._names))[:, 1])


def auc(p: Values, y: Values, weight: Values) -> float:
    """Area under the curve; NaN where only one answer was seen."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(y, p, sample_weight=weight)) if len(np.unique(y)) > 1 else float("nan")


def _matrix(features: Mapping[str, Values], names: tuple[str, ...]) -> Values:
    return np.column_stack([features[name] for name in names])
