"""p(success | began) minus p0, and p0 itself: the person's own chance, from those who began nothing.

The own chance is learned on slates after which nothing began, from months without work and education alone. What an
option adds is learned over it: sigma(logit(p0) + terms), so that terms of zero add nothing. Who begins is not drawn by
lot: for vacancies and places this compares like with like only as far as the own chance tells people apart.
"""

import numpy as np
import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Factor, KindModel, Model
from matching_training.fit.accept import base_logit, recalibrated
from matching_training.fit.boosting import Boosted, Recipe
from matching_training.fit.contested import Tempering
from matching_training.fit.directions import CHANCE, GAIN
from matching_training.fit.part import Part, learn
from matching_training.fit.rows import Rows, Values, rows_of
from matching_training.log.tables import CHANCE as FACT

_CHANCE_FACTS = ("months_without_work", "education")
_FEWEST_ACCEPTED = 50
_NEVER_BELOW = 0.01


def fit_chance(labelled: pd.DataFrame, base: Model, *, recipe: Recipe, source: str) -> tuple[Model, Part]:
    """The base with a learned own chance, where one foretells better; and the report on it."""
    rows = chance_rows(labelled)
    factor = Factor(link="logistic", intercept=base.chance_intercept, terms=dict(base.chance_terms))
    learned = learn(
        rows,
        kind="person",
        name="own_chance",
        directions=CHANCE,
        base=lambda some: base_logit(factor, some),
        recipe=recipe,
        source=source,
    )
    error = 0.0
    if learned.boosted is not None:
        factor, error = learned.boosted.factor(), _error_of(learned.boosted, rows)
    elif learned.recalibration is not None:
        factor = recalibrated(factor, learned.recalibration.intercept, learned.recalibration.slope)
    else:
        return base, learned.part
    changed = {"chance_intercept": factor.intercept, "chance_terms": factor.terms, "chance_error": error}
    return base.model_copy(update=changed), learned.part


def chance_rows(labelled: pd.DataFrame) -> Rows:
    """One row per slate after which nothing began; the slates of one person count together as one."""
    slates = labelled[labelled["arm"].eq(0)].drop_duplicates("slate")
    return Rows(
        features={name: slates[FACT + name].to_numpy(dtype=np.float64) for name in _CHANCE_FACTS},
        y=slates["outcome"].to_numpy(dtype=np.float64),
        weight=(1 / slates.groupby("person")["person"].transform("size")).to_numpy(dtype=np.float64),
        people=slates["person"].to_numpy(),
        offset=np.zeros(len(slates)),
    )


def _error_of(boosted: Boosted, rows: Rows) -> float:
    """The mean standard error of the own chance over some rows, in points."""
    p = 1 / (1 + np.exp(-boosted.total(rows.features, len(rows))))
    variance = np.full(len(rows), boosted.intercept_error**2)
    for name, table in boosted.tables.items():
        variance += table.error(rows.features[name]) ** 2
    return float(np.average(100 * p * (1 - p) * np.sqrt(variance), weights=rows.weight))


def own_chances(labelled: pd.DataFrame, model: Model) -> Values:
    """(n,) the own chance of each row's person by a model, from the facts as logged."""
    logit = np.full(len(labelled), model.chance_intercept)
    for name, table in model.chance_terms.items():
        logit += table.term(labelled[FACT + name].to_numpy(dtype=np.float64))
    return np.asarray(1 / (1 + np.exp(-logit)))


def fit_success(
    labelled: pd.DataFrame,
    kind: OpportunityKind,
    base: KindModel,
    model: Model,
    *,
    recipe: Recipe,
    tempering: Tempering,
    source: str,
) -> tuple[Factor | None, Part]:
    """The gain factor of a vacancy or place over the own chance of `model`, None where the base's stays."""
    of_kind = labelled[labelled["kind"].eq(kind.value) & labelled["success"].notna()]
    rows = rows_of(of_kind, sorted(base.features()), "success")
    p0 = own_chances(of_kind, model)
    rows = rows.with_offset(np.log(p0 / (1 - p0)))

    def as_the_base(some: Rows) -> Values:
        if base.gain_form == "level":
            return some.offset + base_logit(base.gain, some)
        own = 1 / (1 + np.exp(-some.offset))
        success = own + (1 - own) * base.gain.g(base_logit(base.gain, some))
        return np.asarray(np.log(success / (1 - success)))

    learned = learn(
        rows,
        kind=kind.value,
        name="gain",
        directions=GAIN,
        base=as_the_base,
        recipe=recipe,
        source=source,
        tempered=lambda boosted: tempering.on(boosted, rows.features),
        tables=lambda some: base_logit(base.gain, some),
    )
    if learned.boosted is not None:
        return learned.boosted.factor(), learned.part
    if learned.recalibration is not None:
        through = learned.recalibration
        return recalibrated(base.gain, through.intercept, through.slope), learned.part
    return None, learned.part


def take_up(labelled: pd.DataFrame, kind: OpportunityKind) -> float | None:
    """The share of a kind's accepted options that began; None where fewer than fifty are known."""
    known = labelled.loc[labelled["kind"].eq(kind.value), "took_up"].dropna()
    return max(float(known.mean()), _NEVER_BELOW) if len(known) >= _FEWEST_ACCEPTED else None
