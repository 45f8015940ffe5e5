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
from matching_training.fit.part import LEAST_TO_LEARN, Learned, Part, learn
from matching_training.fit.rows import Rows, Values, rows_of
from matching_training.fit.scored import CHANCE_FACTS
from matching_training.fit.shrinkage import PRIOR_SPREAD
from matching_training.log.tables import CHANCE as FACT

_FEWEST_ACCEPTED, _FEWEST_BEGUN = 50, 30
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
        features={name: slates[FACT + name].to_numpy(dtype=np.float64) for name in CHANCE_FACTS},
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


def fit_gain(
    labelled: pd.DataFrame,
    kind: OpportunityKind,
    base: KindModel,
    model: Model,
    *,
    recipe: Recipe,
    tempering: Tempering,
    source: str,
) -> tuple[KindModel, list[Part]]:
    """The kind with what it adds learned, where that can be; and the reports on beginning and on success.

    Two forms are tried, and the one nearer to what became of the accepted is kept. `share`: the chance that an accepted
    option begins, by features, times what a beginning changes on average. `level`: what a beginning changes, by
    features, times the average share that begins. Beginnings are known soon and by the hundreds, successes are not: the
    second form is tried once tables could be learned of them.
    """
    told = {"recipe": recipe, "tempering": tempering, "source": source}
    begin, begin_part = _fit_begin(labelled, kind, base, **told)  # type: ignore[arg-type]
    level, level_part = _fit_level(labelled, kind, base, model, **told)  # type: ignore[arg-type]
    changed, begun = conversion(labelled, kind, model), take_up(labelled, kind)
    forms = []
    if begin is not None and changed is not None:
        forms.append(base.model_copy(update={"gain": begin, "gain_form": "share", "gain_share": changed}))
    if level is not None and begun is not None and level_part.n >= LEAST_TO_LEARN:
        forms.append(base.model_copy(update={"gain": level, "gain_form": "level", "gain_share": begun}))
    of_kind = labelled[labelled["kind"].eq(kind.value)]
    return min(forms, key=lambda form: _distance(of_kind, form, model), default=base), [begin_part, level_part]


def _distance(of_kind: pd.DataFrame, form: KindModel, model: Model) -> float:
    """Mean square between the gain foretold and what became of the accepted, as a share of what was left to gain."""
    known = of_kind[of_kind["took_up"].eq(0) | (of_kind["took_up"].eq(1) & of_kind["success"].notna())]
    p0 = own_chances(known, model)
    came_of_it = np.where(known["took_up"].eq(1), (known["success"] - p0) / (1 - p0), 0.0)
    rows = rows_of(known, sorted(form.features()), "took_up")
    total = base_logit(form.gain, rows)
    foretold = form.gain.g(total)
    if form.gain_form == "level":
        foretold = (form.gain.g(total + np.log(p0 / (1 - p0))) - p0) / (1 - p0)
    return float(np.mean((came_of_it - form.gain_share * foretold) ** 2))


def _fit_begin(
    labelled: pd.DataFrame, kind: OpportunityKind, base: KindModel, *, recipe: Recipe, tempering: Tempering, source: str
) -> tuple[Factor | None, Part]:
    """The chance that an accepted option begins, None where too little is known of it."""
    rows = rows_of(labelled[labelled["kind"].eq(kind.value)], sorted(base.features()), "took_up")
    learned = learn(
        rows,
        kind=kind.value,
        name="begin",
        directions={**GAIN, "distance": -1},
        base=lambda some: base_logit(base.gain, some),
        recipe=recipe,
        source=source,
        tempered=lambda boosted: tempering.on(boosted, rows.features),
    )
    return _factor_of(learned, base), learned.part


def _factor_of(learned: Learned, base: KindModel) -> Factor | None:
    """What was learned, or the base's gain on a line, or nothing."""
    if learned.boosted is not None:
        return learned.boosted.factor()
    through = learned.recalibration
    return recalibrated(base.gain, through.intercept, through.slope) if through is not None else None


def _fit_level(
    labelled: pd.DataFrame,
    kind: OpportunityKind,
    base: KindModel,
    model: Model,
    *,
    recipe: Recipe,
    tempering: Tempering,
    source: str,
) -> tuple[Factor | None, Part]:
    """What a beginning adds over the own chance of `model`, None where the base's gain stays."""
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
        name="success",
        directions=GAIN,
        base=as_the_base,
        recipe=recipe,
        source=source,
        tempered=lambda boosted: tempering.on(boosted, rows.features),
        tables=lambda some: base_logit(base.gain, some),
    )
    return _factor_of(learned, base), learned.part


def take_up(labelled: pd.DataFrame, kind: OpportunityKind) -> float | None:
    """The share of a kind's accepted options that began; None where fewer than fifty are known."""
    known = labelled.loc[labelled["kind"].eq(kind.value), "took_up"].dropna()
    return max(float(known.mean()), _NEVER_BELOW) if len(known) >= _FEWEST_ACCEPTED else None


def conversion(labelled: pd.DataFrame, kind: OpportunityKind, model: Model) -> float | None:
    """Of those who began and would not have succeeded anyway, the share that did; None below thirty known.

    Sum of success - p0 over sum of 1 - p0: the average (p1 - p0) / (1 - p0), by what was left to gain. A place in a
    social enterprise is no job: beginning there is believed to change nothing, give or take `PRIOR_SPREAD` points, and
    what a few dozen say is drawn towards that by how sure it is. Source of the belief: employment programmes have no
    significant effect (Switzerland 2014-15, arXiv 2410.23322).
    """
    known = labelled[labelled["kind"].eq(kind.value) & labelled["success"].notna()]
    if len(known) < _FEWEST_BEGUN:
        return None
    p0 = own_chances(known, model)
    gained, left = known["success"].to_numpy(dtype=np.float64) - p0, 1 - p0
    share = gained.sum() / left.sum()
    if kind is OpportunityKind.PLACEMENT:
        error = np.sqrt(((gained - share * left) ** 2).sum()) / left.sum()
        spread = PRIOR_SPREAD / 100 / left.mean()
        share *= spread**2 / (spread**2 + error**2)
    return float(np.clip(share, _NEVER_BELOW, 1.0))
