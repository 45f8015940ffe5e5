"""What is known of a challenger before anybody is ranked by it: fitted without a person, judged on their slates."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Evidence
from matching.ranking.model import Model, Terms
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
LEAST_OUTCOMES = 30
"""Effective number of options whose outcome counts; a convention."""
_LAST_RANK = 6
_CLOSE = 1e-6
_KIND_AT = {kind.value: position for position, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Appraisal:
    """Out-of-fold scores of the challenger, the champion's, (n_shown,) each, and what the other order is worth."""

    challenger: Values
    champion: Values
    accepting: Values
    """The challenger's chance of acceptance at the rank that each option had, out of fold."""
    labelled: pd.DataFrame
    reordered: Reordered
    """Worth of the other order by what was accepted, each acceptance at the gain that the challenger foretells."""
    by_outcomes: Reordered
    """The same by what was stated to have come of it: free of any model, and far less sure."""


def appraise(
    log: Log, *, base: Model, champion: Model, evidence: Evidence, windows: Windows, seed: int = 0
) -> Appraisal:
    """Fit once per fold without its people, score their slates, and say what the other order would have brought.

    Every gain that a challenger foretells has held out of fold against the base's before, part by part (`fit`).
    The model that is exported is the one fitted on everybody: it is at least as well informed as those judged here.
    """
    labelled = label(log, windows)
    challenger, p0, accepting = (np.full(len(labelled), np.nan) for _ in range(3))
    people = labelled["person"].to_numpy()
    for fold in folds(people, N_FOLDS, seed):
        without = _without(log, set(people[fold].tolist()))
        model = fit_ranker(without, base=base, version="fold", evidence=evidence, windows=windows, seed=seed).model
        challenger[fold] = scores(log.shown[fold], model)
        p0[fold] = own_chances(labelled[fold], model)
        accepting[fold] = accept_logits(log.shown[fold], model)
    decided, accepted = labelled["verb"].notna().to_numpy(), labelled["verb"].eq("accept").to_numpy()
    gain_of_accepted = challenger / _sigma(accepting)
    ours = scores(log.shown, champion)
    reward = rewards(labelled, p0, seed=seed)
    return Appraisal(
        challenger=challenger,
        champion=ours,
        accepting=at_their_rank(accepting, labelled),
        labelled=labelled,
        reordered=reordered(
            log.shown, np.where(decided, accepted * gain_of_accepted, np.nan), challenger, challenger, ours
        ),
        by_outcomes=reordered(log.shown, reward, challenger, challenger, ours, least=LEAST_OUTCOMES),
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


def accept_logits(shown: pd.DataFrame, model: Model) -> Values:
    """(n,) the logit of acceptance by a model, at the first place, from the features as logged."""
    found = np.empty(len(shown))
    for kind in OpportunityKind:
        at = np.flatnonzero(shown["kind"].eq(kind.value))
        factor = model.kinds[kind].accept
        features = {name: shown[FEATURE + name].to_numpy(dtype=np.float64)[at] for name in factor.terms}
        found[at] = Terms.of(factor, features, len(at)).total
    return found


def at_their_rank(logits: Values, labelled: pd.DataFrame) -> Values:
    """(n_shown,) chances of acceptance at the rank each option had: on average what was observed, by rank and kind."""
    accept = labelled["accept"].to_numpy(dtype=np.float64)
    chance = np.full(len(logits), np.nan)
    for rows in labelled.groupby([labelled["rank"].clip(upper=_LAST_RANK), labelled["kind"]]).indices.values():
        known = rows[~np.isnan(accept[rows])]
        if len(known):
            chance[rows] = _sigma(logits[rows] + _shift(logits[known], float(accept[known].mean())))
    return chance


def _shift(logits: Values, mean: float) -> float:
    """What is to be added to logits so that their chances come to a mean."""
    low, high = -30.0, 30.0
    while high - low > _CLOSE:
        middle = (low + high) / 2
        low, high = (middle, high) if _sigma(logits + middle).mean() < mean else (low, middle)
    return low


def _sigma(x: Values) -> Values:
    return np.asarray(1 / (1 + np.exp(-x)))


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
