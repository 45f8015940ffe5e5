"""What is known of a challenger before anybody is ranked by it: fitted without a person, judged on their slates."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Evidence
from matching.ranking.model import Model
from matching_training.evaluate import foretold
from matching_training.evaluate.reordering import Reordered, reordered
from matching_training.fit.doubly_robust import pseudo_outcomes
from matching_training.fit.effect import effect_rows
from matching_training.fit.labels import Windows, label
from matching_training.fit.ranker import fit_ranker
from matching_training.fit.rows import folds
from matching_training.fit.scored import scores
from matching_training.fit.success import own_chances
from matching_training.log.tables import CHANCE, FEATURE, Log

Values = NDArray[np.float64]

N_FOLDS = 3
LEAST_OUTCOMES = 30
"""Effective number of options whose outcome counts; a convention."""


@dataclass(frozen=True)
class Appraisal:
    """Out-of-fold scores of the challenger, the champion's, (n_shown,) each, and what the other order is worth."""

    challenger: Values
    champion: Values
    accepting: Values
    """The challenger's chance of acceptance at the rank that each option had, out of fold."""
    succeeding: Values
    """Its chance of success of each option that began, out of fold; NaN for all others."""
    effects: Values
    """The points that it foretells of each measure, out of fold; NaN for all else."""
    estimated: Values
    """The doubly robust scores beside them, of measures begun and of those that stand for nothing begun; else NaN."""
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
    challenger, p0, accepting, succeeding, effects = (np.full(len(labelled), np.nan) for _ in range(5))
    people = labelled["person"].to_numpy()
    for fold in folds(people, N_FOLDS, seed):
        without = _without(log, set(people[fold].tolist()))
        model = fit_ranker(without, base=base, version="fold", evidence=evidence, windows=windows, seed=seed).model
        challenger[fold] = scores(log.shown[fold], model)
        p0[fold] = own_chances(labelled[fold], model)
        accepting[fold] = foretold.accept_logits(log.shown[fold], model)
        succeeding[fold] = foretold.success_logits(log.shown[fold], model, base)
        effects[fold] = foretold.effects(log.shown[fold], model)
    decided, accepted = labelled["verb"].notna().to_numpy(), labelled["verb"].eq("accept").to_numpy()
    gain_of_accepted = challenger / foretold.sigma(accepting)
    ours = scores(log.shown, champion)
    estimated = doubly_robust(labelled, seed)
    reward = rewards(labelled, p0, estimated)
    return Appraisal(
        challenger=challenger,
        champion=ours,
        accepting=foretold.at_their_rank(accepting, labelled),
        succeeding=foretold.once_begun(succeeding, labelled),
        effects=effects,
        estimated=estimated,
        labelled=labelled,
        reordered=reordered(
            log.shown, np.where(decided, accepted * gain_of_accepted, np.nan), challenger, challenger, ours
        ),
        by_outcomes=reordered(log.shown, reward, challenger, challenger, ours, least=LEAST_OUTCOMES),
    )


def rewards(labelled: pd.DataFrame, p0: Values, effects: Values) -> Values:
    """(n_shown,) the points that came of each option that was decided on; NaN where nobody did or it is not known.

    Zero for what was not accepted or did not begin; for work that began the stated success above the own chance `p0`
    (n_shown,), for a measure its doubly robust effect, of `effects` (n_shown,).
    """
    decided, began = labelled["verb"].notna().to_numpy(), labelled["came"].eq(1).to_numpy()
    over = labelled["took_up"].notna().to_numpy() | ~labelled["verb"].eq("accept").to_numpy()
    reward = np.where(decided & ~began & over, 0.0, np.nan)
    work = began & labelled["kind"].ne(OpportunityKind.MEASURE.value).to_numpy()
    reward[work] = 100 * (labelled["success"].to_numpy(dtype=np.float64)[work] - p0[work])
    measures = labelled["kind"].eq(OpportunityKind.MEASURE.value).to_numpy() & labelled["arm"].eq(1).to_numpy()
    reward[measures] = effects[measures]
    return reward


def doubly_robust(labelled: pd.DataFrame, seed: int) -> Values:
    """(n_shown,) the doubly robust score of each measure that tells of an effect, in points; NaN for all else."""
    scores = np.full(len(labelled), np.nan)
    measures = effect_rows(labelled, seed)
    if measures["arm"].nunique() < 2:
        return scores
    features = {
        name: measures[name].to_numpy(dtype=np.float64)
        for name in measures.columns
        if name.startswith((FEATURE, CHANCE)) or name in {"own_chance", "open_questions"}
    }
    arm, outcome = (measures[name].to_numpy(dtype=np.float64) for name in ("arm", "outcome"))
    found = pseudo_outcomes(features, arm, outcome, measures["person"].to_numpy(), seed=seed)
    scores[labelled.index.get_indexer(measures.index)] = found.effect
    return scores


def _without(log: Log, people: set[object]) -> Log:
    """The log as if some people had never been seen."""
    shown = log.shown[~log.shown["person"].isin(people)]
    slates = set(shown["slate"])
    return Log(
        shown=shown,
        outcomes=log.outcomes[log.outcomes["slate"].isin(slates)],
        feedback=log.feedback[log.feedback["slate"].isin(slates)],
        until=log.until,
        offers=log.offers,
    )
