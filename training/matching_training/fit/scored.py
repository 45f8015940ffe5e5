"""The scores of logged options by any ranker, from their features as logged; and whether the log has those."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.errors import InvalidInputError
from matching.ranking.model import Factor, Model, Terms
from matching.ranking.rank import KINDS, score
from matching_training.log.tables import CHANCE, FEATURE

Values = NDArray[np.float64]

CHANCE_FACTS = ("months_without_work", "education")
"""What a person's own chance is learned from and computed from. Source: `ranking.model.chance_facts`."""
_KIND_AT = {kind.value: position for position, kind in enumerate(KINDS)}


def refuse_lacking(shown: pd.DataFrame, model: Model) -> None:
    """InvalidInputError for logged options without a feature, or a fact behind the own chance, that a model reads."""
    wanted = {FEATURE + name for kind in model.kinds.values() for name in kind.features()}
    wanted |= {CHANCE + name for name in CHANCE_FACTS}
    if lacking := sorted(name.removeprefix(FEATURE).removeprefix(CHANCE) for name in wanted - set(shown.columns)):
        raise InvalidInputError(
            f"Le modèle {model.version} lit {', '.join(lacking)}, que le journal n'a pas ; "
            "indiquer un journal plus récent."
        )


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


def rows_by_kind(shown: pd.DataFrame) -> Iterator[tuple[OpportunityKind, NDArray[np.intp]]]:
    """Each kind with the places of its rows."""
    for kind in OpportunityKind:
        yield kind, np.flatnonzero(shown["kind"].eq(kind.value))


def total(factor: Factor, shown: pd.DataFrame, rows: NDArray[np.intp]) -> Values:
    """(n_rows,) the sum of a factor's terms for some logged options, with its intercept."""
    features = {name: shown[FEATURE + name].to_numpy(dtype=np.float64)[rows] for name in factor.terms}
    return Terms.of(factor, features, len(rows)).total
