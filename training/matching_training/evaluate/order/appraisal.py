"""What is known of a challenger before anybody is ranked by it: judged on slates of people whom it has not seen."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Evidence
from matching.ranking.model import KindModel, Model
from matching_training.evaluate.order.acceptance import at_their_rank, shifts_of
from matching_training.evaluate.order.predictions import Foretold, foretell, once_begun
from matching_training.evaluate.order.reordering import Reordered, reordered
from matching_training.fit.effect import effect_rows, pseudo_outcomes_of
from matching_training.fit.labels import Windows, label
from matching_training.fit.ranker import fit_ranker
from matching_training.fit.rows import folds
from matching_training.fit.scored import scores
from matching_training.log.tables import Log

Values = NDArray[np.float64]

N_FOLDS = 3
LEAST_OUTCOMES = 30
"""Effective number of options whose outcome counts; a convention."""


@dataclass(frozen=True)
class Appraisal:
    """Scores of a challenger that has not seen the person, the champion's, (n_shown,) each, and what they are worth."""

    challenger: Values
    champion: Values
    scales: tuple[Values, float]
    """Points of each for one hand-set point: of the challenger (n_shown,), as it is another for every fold."""
    gain: Values
    """Points that each option brings once it is accepted, as the challenger foretells them."""
    accepting: Values
    """The challenger's chance of acceptance at the rank that each option had."""
    succeeding: Values
    """Its chance of success of each option that began; NaN for all others."""
    effects: Values
    """The points that it foretells of each measure; NaN for all else."""
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
    foretold = Foretold.nothing(len(labelled))
    people = labelled["person"].to_numpy()
    for fold in folds(people, N_FOLDS, seed):
        without = log.where(~np.isin(people, people[fold]))
        model = fit_ranker(without, base=base, version="fold", evidence=evidence, windows=windows, seed=seed).model
        foretold.put(fold, foretell(log.shown[fold], model, base))
    return _judged(log, labelled, foretold, base, champion, seed=seed)


def appraise_as_it_is(log: Log, *, challenger: Model, champion: Model, base: Model, windows: Windows) -> Appraisal:
    """The same of a model that is taken as given: honest where the log is not the one that it learned from."""
    return _judged(log, label(log, windows), foretell(log.shown, challenger, base), base, champion, seed=0)


def _judged(
    log: Log, labelled: pd.DataFrame, foretold: Foretold, base: Model, champion: Model, *, seed: int
) -> Appraisal:
    """What the other order would have brought, whoever foretold it; `labelled` are the rows of the log with labels."""
    was_decided, accepted = labelled["verb"].notna().to_numpy(), labelled["verb"].eq("accept").to_numpy()
    ours = scores(log.shown, champion)
    estimated = estimated_effects(labelled, base.kinds[OpportunityKind.MEASURE], seed)
    reward = rewards(labelled, foretold.own_chance, estimated)
    by_acceptance = np.where(was_decided, accepted * foretold.gain, np.nan)
    theirs, chances = foretold.scores, foretold.accept_logits
    return Appraisal(
        challenger=theirs,
        champion=ours,
        scales=(foretold.scale, champion.scale),
        gain=foretold.gain,
        accepting=at_their_rank(chances, labelled, shifts_of(chances, labelled, labelled["accept"].to_numpy())),
        succeeding=once_begun(foretold.success_logits, labelled),
        effects=foretold.effects,
        estimated=estimated,
        labelled=labelled,
        reordered=reordered(log.shown, by_acceptance, theirs, theirs, ours),
        by_outcomes=reordered(log.shown, reward, theirs, theirs, ours, least=LEAST_OUTCOMES),
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


def estimated_effects(labelled: pd.DataFrame, base: KindModel, seed: int) -> Values:
    """(n_shown,) the doubly robust score of each measure that tells of an effect, in points; NaN for all else."""
    found = np.full(len(labelled), np.nan)
    measures = effect_rows(labelled, seed)
    if measures["arm"].nunique() == 2:
        found[labelled.index.get_indexer(measures.index)] = pseudo_outcomes_of(measures, base, seed).effect
    return found
