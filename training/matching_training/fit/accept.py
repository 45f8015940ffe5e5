"""p(accept): of the options that somebody decided on, what lets one be accepted; the place on the slate apart.

The rank is a term of training: whoever stands first is read and trusted more. At serving it is left out, and its value
at rank 1 stands in the intercept, so that a score does not repeat where the last model put an option.
"""

import numpy as np
import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Factor, KindModel, Terms
from matching_training.fit.boosting import Recipe
from matching_training.fit.contested import Tempering
from matching_training.fit.directions import ACCEPT
from matching_training.fit.part import RANK, Part, learn
from matching_training.fit.rows import Rows, Values, rows_of


def fit_accept(
    labelled: pd.DataFrame, kind: OpportunityKind, base: KindModel, *, recipe: Recipe, tempering: Tempering, source: str
) -> tuple[Factor, Part]:
    """The factor of acceptance of one kind, the base's where nothing better can be learned; and the report on it."""
    of_kind = labelled[labelled["kind"].eq(kind.value)]
    rows = accept_rows(of_kind, base)
    learned = learn(
        rows,
        kind=kind.value,
        name="accept",
        directions=ACCEPT,
        base=lambda some: base_logit(base.accept, some),
        recipe=recipe,
        source=source,
        tempered=lambda boosted: tempering.on(boosted, rows.features),
    )
    if learned.boosted is not None:
        return learned.boosted.factor(), learned.part
    if learned.recalibration is not None:
        return recalibrated(base.accept, learned.recalibration.intercept, learned.recalibration.slope), learned.part
    return base.accept, learned.part


def accept_rows(of_kind: pd.DataFrame, base: KindModel) -> Rows:
    """The decided options of a kind, with the features that the base scores it by, and the rank."""
    rows = rows_of(of_kind, sorted(base.features()), "accept")
    ranks = of_kind.loc[of_kind["accept"].notna(), "rank"].to_numpy(dtype=np.float64)
    return Rows(
        features={**rows.features, RANK: ranks},
        y=rows.y,
        weight=rows.weight,
        people=rows.people,
        offset=rows.offset,
    )


def base_logit(factor: Factor, rows: Rows) -> Values:
    """(n,) the sum of a factor of the base."""
    return Terms.of(factor, rows.features, len(rows)).total


def recalibrated(factor: Factor, intercept: float, slope: float) -> Factor:
    """A factor of the base on a line through its logits; its tables keep their form and their sources."""
    return factor.model_copy(
        update={
            "intercept": intercept + slope * factor.intercept,
            "terms": {
                name: table.model_copy(
                    update={
                        "values": tuple(slope * value for value in table.values),
                        "unknown": slope * table.unknown,
                        "source": f"{table.source}; rescaled by {slope:.3f} on decisions",
                    }
                )
                for name, table in factor.terms.items()
            },
        }
    )
