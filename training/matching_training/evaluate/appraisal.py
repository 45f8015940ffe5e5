"""What is known of a challenger before anybody is ranked by it: fitted without a person, judged on their slates."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Evidence
from matching.ranking.model import Model
from matching.ranking.rank import KINDS, score
from matching_training.evaluate.reordering import Reordered, reordered
from matching_training.fit.doubly_robust import pseudo_outcomes
from matching_training.fit.effect import effect_rows
from matching_training.fit.labels import Windows, label
from matching_training.fit.ranker import fit_ranker
from matching_training.fit.rows import folds
from matching_training.fit.success import own_chances
from matching_training.log.tables import CHANCE, FEATURE, Log

Values = NDArray[np.float64]

N_FOLDS = 3
_KIND_AT = {kind.value: position for position, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Appraisal:
    """Out-of-fold scores of the challenger, the champion's, (n_shown,) each, and what the other order is worth."""

    challenger: Values
    champion: Values
    reward: Values
    reordered: Reordered


def appraise(log: Log, *, champion: Model, evidence: Evidence, windows: Windows, seed: int = 0) -> Appraisal:
    """Fit once per fold without its people, score their slates, and say what the other order would have brought.

    The model that is exported is the one fitted on everybody: it is at least as well informed as those judged here.
    """
    labelled = label(log, windows)
    challenger, p0 = np.full(len(labelled), np.nan), np.full(len(labelled), np.nan)
    people = labelled["person"].to_numpy()
    for fold in folds(people, N_FOLDS, seed):
        without = _without(log, set(people[fold].tolist()))
        model = fit_ranker(without, base=champion, version="fold", evidence=evidence, windows=windows, seed=seed).model
        challenger[fold] = scores(log.shown[fold], model)
        p0[fold] = own_chances(labelled[fold], model)
    ours = scores(log.shown, champion)
    reward = rewards(labelled, p0, seed=seed)
    return Appraisal(
        challenger=challenger,
        champion=ours,
        reward=reward,
        reordered=reordered(log.shown, reward, challenger, challenger, ours),
    )


def rewards(labelled: pd.DataFrame, p0: Values, *, seed: int = 0) -> Values:
    """(n_shown,) the points that came of each option that was decided on; NaN where nobody did or it is not known.

    Zero for what was not accepted or did not begin; for work that began the stated success above the own chance `p0`
    (n_shown,), for a measure its doubly robust effect.
    """
    decided, began = labelled["verb"].notna().to_numpy(), labelled["came"].eq(1).to_numpy()
    over = labelled["took_up"].notna().to_numpy() | ~labelled["verb"].eq("accept").to_numpy()
    reward = np.where(decided & ~began & over, 0.0, np.nan)
    work = began & labelled["kind"].ne(OpportunityKind.MEASURE.value).to_numpy()
    reward[work] = 100 * (labelled["success"].to_numpy(dtype=np.float64)[work] - p0[work])
    measures = effect_rows(labelled, seed)
    if len(measures) and measures["arm"].nunique() == 2:
        effect = pd.Series(_effects(measures, seed), index=measures.index)[measures["arm"].eq(1)]
        at = labelled.index.get_indexer(effect.index)
        reward[at] = effect.to_numpy()
    return reward


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
    _, at = np.unique(shown["slate"].to_numpy(), return_inverse=True)
    order = np.argsort(at, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(at[order])) + 1):
        of_person = {name: values[rows[0]] for name, values in facts.items()}
        chance = model.own_chance({name: None if np.isnan(x) else float(x) for name, x in of_person.items()})
        yield rows, chance


def _effects(measures: pd.DataFrame, seed: int) -> Values:
    features = {
        name: measures[name].to_numpy(dtype=np.float64)
        for name in measures.columns
        if name.startswith((FEATURE, CHANCE)) or name in {"own_chance", "open_questions"}
    }
    arm, outcome = (measures[name].to_numpy(dtype=np.float64) for name in ("arm", "outcome"))
    return pseudo_outcomes(features, arm, outcome, measures["person"].to_numpy(), seed=seed).effect


def _without(log: Log, people: set[object]) -> Log:
    """The log as if some people had never been seen."""
    shown = log.shown[~log.shown["person"].isin(people)]
    slates = set(shown["slate"])
    return Log(
        shown=shown,
        outcomes=log.outcomes[log.outcomes["slate"].isin(slates)],
        feedback=log.feedback[log.feedback["slate"].isin(slates)],
        until=log.until,
    )
