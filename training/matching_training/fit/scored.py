"""The scores of logged options by any ranker, from their features as logged."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.ranking.model import Model
from matching.ranking.rank import KINDS, score
from matching_training.log.tables import CHANCE, FEATURE

Values = NDArray[np.float64]

_KIND_AT = {kind.value: position for position, kind in enumerate(KINDS)}


def scores(shown: pd.DataFrame, model: Model) -> Values:
    """(n,) the scores of logged options by a model, from their features as logged."""
    found = np.empty(len(shown))
    names = [name for name in shown.columns if name.startswith(FEATURE)]
    features = shown[names].to_numpy(dtype=np.float64)
    kinds = np.array([_KIND_AT[kind] for kind in shown["kind"]], dtype=np.int8)
    questions = shown["open_questions"].to_numpy(dtype=np.int16)
    prices = shown["price"].to_numpy(dtype=np.float64)
    for rows, chance in _by_chance(shown, model):
        columns = {name.removeprefix(FEATURE): features[rows, at] for at, name in enumerate(names)}
        found[rows] = score(
            columns,
            kinds[rows],
            own_chance=chance,
            open_questions=questions[rows],
            prices=prices[rows],
            model=model,
        ).scores
    return found


def _by_chance(shown: pd.DataFrame, model: Model) -> Iterator[tuple[NDArray[np.intp], float]]:
    """The rows whose people are alike in what their own chance hangs on, and that chance by a model."""
    names = [name for name in shown if name.startswith(CHANCE)]
    alike = shown.groupby(names, dropna=False, sort=False).indices if names else {(): np.arange(len(shown))}
    for rows in alike.values():
        facts = {name.removeprefix(CHANCE): float(shown[name].iat[rows[0]]) for name in names}
        yield rows, model.own_chance({name: None if np.isnan(fact) else fact for name, fact in facts.items()})
