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
    for rows, chance in _by_slate(shown, model):
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


def _by_slate(shown: pd.DataFrame, model: Model) -> Iterator[tuple[NDArray[np.intp], float]]:
    """The rows of each slate, and its person's own chance by a model."""
    facts = {name.removeprefix(CHANCE): shown[name].to_numpy() for name in shown if name.startswith(CHANCE)}
    if shown.empty:
        return
    _, at = np.unique(shown["slate"].to_numpy(), return_inverse=True)
    order = np.argsort(at, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(at[order])) + 1):
        of_person = {name: values[rows[0]] for name, values in facts.items()}
        chance = model.own_chance({name: None if np.isnan(x) else float(x) for name, x in of_person.items()})
        yield rows, chance
