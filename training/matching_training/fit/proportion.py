"""One currency: what could not be learned keeps its hand-set proportion to what could.

Learned tables count in the points that were seen, hand-set ones in those of a guess. A kind whose gain is still the
guess would win or lose against the others by the change of measure alone; it is scaled so that its options score, on
average over the log, as much of the learned kinds' as they did before. How many learned points stand for one hand-set
one is the model's scale: what is stated in hand-set points, the least gain shown before all, would else hide whatever
is learned to be worth less than was guessed, kinds whole.
"""

from collections.abc import Collection

import numpy as np
import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Model
from matching_training.fit.scored import scores

_LEAST, _MOST = 0.1, 10.0
_NO_SCORE = 1e-6


def in_proportion(shown: pd.DataFrame, model: Model, base: Model, learned: Collection[OpportunityKind]) -> Model:
    """The model with its scale, the gains of all kinds but the learned ones on it; unchanged where none was learned.

    The scale is the geometric mean, over the learned kinds, of how many times they score what they did.
    """
    changes = {kind: _change(shown, model, base, kind) for kind in OpportunityKind}
    known = [change for kind in learned if (change := changes[kind]) is not None]
    if not known:
        return model
    wanted = float(np.exp(np.mean(np.log(known))))
    kinds = dict(model.kinds)
    for kind, change in changes.items():
        if kind not in learned and change is not None:
            share = kinds[kind].gain_share * float(np.clip(wanted / change, _LEAST, _MOST))
            kinds[kind] = kinds[kind].model_copy(update={"gain_share": min(1.0, share)})
    return model.model_copy(update={"kinds": kinds, "scale": base.scale * wanted})


def _change(shown: pd.DataFrame, model: Model, base: Model, kind: OpportunityKind) -> float | None:
    """How many times its options score on average what they did; None where that says nothing."""
    of_kind = shown[shown["kind"].eq(kind.value)]
    if of_kind.empty:
        return None
    now, before = (float(scores(of_kind, each).mean()) for each in (model, base))
    return now / before if now > _NO_SCORE and before > _NO_SCORE else None
