"""What is asked of fairness, from the appraisal of a challenger and the log that it was appraised on."""

from collections.abc import Sequence

from matching_training.evaluate.fairness.groups import Protected
from matching_training.evaluate.fairness.report import Effects, Fairness, Measured, Predictions, fairness
from matching_training.evaluate.fairness.swap import Swapped
from matching_training.evaluate.order.appraisal import Appraisal
from matching_training.evaluate.order.reordering import moved
from matching_training.log.tables import Log


def fairness_of(
    log: Log,
    appraisal: Appraisal,
    protected: Protected | None,
    seed: int,
    swapped: Sequence[tuple[str, Swapped]] = (),
) -> Fairness:
    """What the challenger foretells, out of fold, and how high its order puts what was shown, by group.

    Attention is that of the challenger's order of the slates that were served: those of what ranks now are no fault of
    it, and what it would have put on them instead no log tells.
    """
    person = log.shown["person"].to_numpy()
    accepted, succeeded = (appraisal.labelled[name].to_numpy() for name in ("accept", "success"))
    measured = Measured(
        shown=log.shown.assign(rank=moved(log.shown, appraisal.challenger)),
        accepted=accepted,
        accept=Predictions(person, appraisal.accepting, accepted),
        success=Predictions(person, appraisal.succeeding, succeeded),
        effects=Effects(person, appraisal.effects, appraisal.estimated),
        eligible=log.eligible,
        offers=log.offers,
        swapped=swapped,
    )
    return fairness(measured, protected, seed=seed)
