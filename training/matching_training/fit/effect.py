"""The effect of a measure: points that a beginning adds, against nothing; hand-set effects corrected by what was seen.

Pseudo-outcomes (doubly robust, cross-fitted) minus the base's effect are what the base gets wrong. By type of measure
it is shrunk (empirical Bayes); along the other features an additive boosting of the rest is added as far as it holds
out of fold, and the sum is kept monotone. Where nothing more is found, the hand-set tables stay as they are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

import numpy as np
import pandas as pd

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.model import Factor, KindModel, Table, Terms
from matching.snapshot.columns import position
from matching_training.fit.boosting import CATEGORICAL, LEAST_ROWS, Boosted, Recipe, boost
from matching_training.fit.contested import Tempering
from matching_training.fit.directions import GAIN
from matching_training.fit.doubly_robust import Mean, Pseudo, clustered, pseudo_outcomes
from matching_training.fit.rows import Mask, Rows, Values, folds
from matching_training.fit.shrinkage import Shrinkage, shrink
from matching_training.fit.steps import Steps, made_monotone
from matching_training.log.tables import CHANCE, FEATURE
from matching_training.small_cells import in_words

_Correct = Callable[[Rows, "_Arms"], tuple[Factor, Shrinkage, float]]

LEAST_STARTED = 50
"""Measures begun, and slates after which nothing began, that are needed; a house figure."""
_BETWEEN_KNOTS = 6
_FOLDS = 3


@dataclass(frozen=True)
class EffectPart:
    """The report on the effect of measures, in points per started measure; `naive` is the plain difference of arms."""

    started: int
    nothing: int
    people: int
    chosen: str
    why: str
    average: Mean | None = None
    naive: float | None = None
    trimmed: float = 0.0
    by_type: Shrinkage | None = None
    along_features: float = 0.0
    nearer: Mean | None = None
    """How much nearer than the base's effects they are to people left out, in squared points."""


def fit_effect(
    labelled: pd.DataFrame, base: KindModel, *, recipe: Recipe, tempering: Tempering, source: str
) -> tuple[Factor | None, EffectPart]:
    """The gain factor of measures, None where the base's stays; and the report on it."""
    table = effect_rows(labelled, recipe.seed)
    started, people = int(table["arm"].eq(1).sum()), int(table["person"].nunique())
    nothing = len(table) - started
    if min(started, nothing) < LEAST_STARTED:
        found = f"{in_words(started)} mesures commencées et {in_words(nothing)} listes sans suite"
        why = f"{found}, il en faut {LEAST_STARTED} de chaque ; "
        return None, EffectPart(started, nothing, people, "base", why + "les effets de départ restent.")
    pseudo = pseudo_outcomes_of(table, base, recipe.seed)
    arm, outcome = _arm_and_outcome(table)
    kept = pseudo.kept
    if min(int(arm[kept].sum()), int((1 - arm[kept]).sum())) < LEAST_STARTED:
        why = "Trop peu de comparables entre qui commence et qui ne commence rien ; les effets de départ restent."
        return None, EffectPart(started, nothing, people, "base", why, trimmed=float(1 - kept.mean()))
    rows = Rows(
        features={name: values[kept] for name, values in _features(table, base).items()},
        y=pseudo.effect[kept],
        weight=np.ones(int(kept.sum())),
        people=table["person"].to_numpy()[kept],
        offset=np.zeros(int(kept.sum())),
    )
    arms = _Arms(arm[kept], float(outcome[kept].mean()))
    correct = partial(_corrected, base=base.gain, recipe=recipe, tempering=tempering, source=source)
    nearer = _nearer(rows, arms, base.gain, correct, recipe.seed)
    factor, by_type, share = correct(rows, arms)
    is_better = nearer.estimate > nearer.error
    part = EffectPart(
        started=started,
        nothing=nothing,
        people=people,
        chosen="learned" if is_better else "base",
        why=_why(nearer),
        nearer=nearer,
        average=clustered(rows.y, rows.people),
        naive=float(100 * (outcome[arm == 1].mean() - outcome[arm == 0].mean())),
        trimmed=float(1 - kept.mean()),
        by_type=by_type,
        along_features=share,
    )
    return (factor if is_better else None), part


def _nearer(rows: Rows, arms: "_Arms", base: Factor, correct: "_Correct", seed: int) -> Mean:
    """How much nearer corrected effects are to the pseudo-outcomes of people left out than those of the base.

    In squared points, mean and clustered error; the noise of pseudo-outcomes is in both and falls out of the mean.
    """
    gain = np.empty(len(rows))
    for fold in folds(rows.people, _FOLDS, seed):
        outside = rows.where(fold)
        factor, _, _ = correct(rows.where(~fold), arms.where(~fold))
        ours, theirs = (Terms.of(each, outside.features, len(outside)).total for each in (factor, base))
        gain[fold] = np.square(outside.y - theirs) - np.square(outside.y - ours)
    return clustered(gain, rows.people)


def _why(nearer: Mean) -> str:
    compared = f"gain hors échantillon {nearer.estimate:.2f} points carrés, erreur type {nearer.error:.2f}"
    if nearer.estimate > nearer.error:
        return f"Effets de départ corrigés par type de mesure : {compared}."
    return f"Les effets de départ restent, rien ne les dépasse sûrement : {compared}."


def effect_rows(labelled: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The measures begun, and of each slate after which nothing began one of its measures, drawn at random."""
    measures = labelled[labelled["kind"].eq(OpportunityKind.MEASURE.value) & labelled["arm"].notna()]
    nothing = measures[measures["arm"].eq(0)]
    drawn = nothing.sample(frac=1, random_state=seed).drop_duplicates("slate")
    return pd.concat([measures[measures["arm"].eq(1)], drawn]).sort_index()


def pseudo_outcomes_of(table: pd.DataFrame, base: KindModel, seed: int) -> Pseudo:
    """The pseudo-outcomes of effect rows, (n,), from what the base scores measures by and what tells of the person.

    One function for what is learned and for what it is held against.
    """
    features = {**_features(table, base), **_of_person(table)}
    return pseudo_outcomes(features, *_arm_and_outcome(table), table["person"].to_numpy(), seed=seed)


def _features(table: pd.DataFrame, base: KindModel) -> dict[str, Values]:
    return {name: table[FEATURE + name].to_numpy(dtype=np.float64) for name in sorted(base.features())}


def _arm_and_outcome(table: pd.DataFrame) -> tuple[Values, Values]:
    return table["arm"].to_numpy(dtype=np.float64), table["outcome"].to_numpy(dtype=np.float64)


def _of_person(table: pd.DataFrame) -> dict[str, Values]:
    """What else tells apart who begins: the facts behind the own chance, and the open questions."""
    named = [name for name in table.columns if name.startswith(CHANCE)]
    return {name: table[name].to_numpy(dtype=np.float64) for name in (*named, "own_chance", "open_questions")}


@dataclass(frozen=True)
class _Arms:
    """Who began (n,) and how often the outcome holds, in both arms together."""

    arm: Values
    share: float

    def started(self, at: Mask) -> int:
        """How many of some rows began."""
        return int(self.arm[at].sum())

    def where(self, chosen: Mask) -> "_Arms":
        """Some of the rows."""
        return replace(self, arm=self.arm[chosen])

    def guarded(self, mean: Mean, at: Mask) -> Mean:
        """A mean whose error is no smaller than that of a plain difference of two shares of so many rows.

        Of a handful of rows the spread happens to be small, and would be believed.
        """
        began, not_begun = self.started(at), int(at.sum()) - self.started(at)
        if not began or not not_begun:
            return replace(mean, error=float("inf"))
        least = 100 * np.sqrt(self.share * (1 - self.share) * (1 / began + 1 / not_begun))
        return replace(mean, error=max(mean.error, float(least)))


def _corrected(
    rows: Rows, arms: _Arms, *, base: Factor, recipe: Recipe, tempering: Tempering, source: str
) -> tuple[Factor, Shrinkage, float]:
    """The base's factor with its corrections, those by type, and the share of the others that held out of fold."""
    wrong = rows.y - Terms.of(base, rows.features, len(rows)).total
    types = rows.features[CATEGORICAL]
    seen = {int(code): types == code for code in np.unique(types[~np.isnan(types)])}
    by_type = shrink({code: arms.guarded(clustered(wrong[at], rows.people[at]), at) for code, at in seen.items()})
    started = {code: arms.started(at) for code, at in seen.items()}
    of_type = _by_type(base.terms[CATEGORICAL], by_type, started, source)
    explained = of_type.term(types) - base.terms[CATEGORICAL].term(types)
    others = {name: rows.features[name] for name in base.terms if name != CATEGORICAL}
    rest = replace(rows, features=others, y=wrong - explained)
    along, share = _along(rest, recipe, source)
    terms = {**base.terms, CATEGORICAL: of_type}
    if share > 0:
        kept = tempering.on(along.on_line(0.0, share), others)
        terms |= {name: _joined(terms[name], kept.tables[name], others[name], name, source) for name in kept.tables}
    return Factor(link="identity", intercept=base.intercept, intercept_error=0.0, terms=terms), by_type, share


def _by_type(base: Table, by_type: Shrinkage, started: Mapping[int, int], source: str) -> Table:
    """The table of types: hand-set value and shrunk deviation; thin where too few ever began."""
    values, errors, thin = [], [], []
    for member, value in zip(base.categories, base.values, strict=True):
        code = position(member)
        found = by_type.by_type.get(code)
        values.append(value + (found.kept if found else by_type.others))
        errors.append(found.error if found else by_type.others_error)
        thin.append(started.get(code, 0) < LEAST_ROWS)
    return Table(
        categories=base.categories,
        values=tuple(values),
        errors=tuple(errors),
        thin=tuple(thin),
        unknown=base.unknown + by_type.others,
        unknown_error=by_type.others_error,
        unknown_thin=True,
        source=f"{source}; shrunk towards: {base.source}",
    )


def _along(rest: Rows, recipe: Recipe, source: str) -> tuple[Boosted, float]:
    """An additive boosting of what types leave, and the share of it (0 to 1) that holds out of fold.

    The share is the slope of the rest on its out-of-fold forecast, 0 unless it exceeds its standard error.
    """
    foretold = np.zeros(len(rest))
    for fold in folds(rest.people, _FOLDS, recipe.seed):
        inside, outside = rest.where(~fold), rest.where(fold)
        part = boost(inside, link="identity", directions={}, recipe=replace(recipe, bags=3), source=source)
        foretold[fold] = part.total(outside.features, len(outside)) - part.intercept
    whole = boost(rest, link="identity", directions={}, recipe=recipe, source=source)
    strength = float(foretold @ foretold)
    if strength == 0:
        return whole, 0.0
    centred = rest.y - rest.y.mean()
    slope = float(foretold @ centred) / strength
    error = clustered(foretold * (centred - slope * foretold), rest.people).error * len(rest) / strength
    return whole, float(np.clip(slope, 0, 1)) if slope > error else 0.0


def _joined(base: Table, correction: Table, x: Values, name: str, source: str) -> Table:
    """The sum of a term of the base and of the steps that correct it, kept monotone where the field demands it."""
    line = _in_steps(base)
    added = Steps(np.array(correction.cuts), np.array(correction.values), np.array(correction.errors))
    cuts = np.union1d(line.cuts, added.cuts)
    lefts = np.concatenate([[-np.inf], cuts])
    of_base, of_added = line.place(lefts), added.place(lefts)
    both = Steps(cuts, line.values[of_base] + added.values[of_added], added.errors[of_added])
    both = made_monotone(both, x, GAIN.get(name, 0))
    return Table(
        cuts=tuple(cuts.tolist()),
        values=tuple(both.values.tolist()),
        errors=tuple(both.errors.tolist()),
        thin=tuple(np.array(correction.thin)[of_added].tolist()),
        unknown=base.unknown + correction.unknown,
        unknown_error=correction.unknown_error,
        unknown_thin=correction.unknown_thin,
        source=f"{source}; added to: {base.source}",
    )


def _in_steps(base: Table) -> Steps:
    """A term in steps; those of a broken line are fine, and have its values at its knots."""
    if not base.knots:
        return Steps(np.array(base.cuts), np.array(base.values), np.zeros(len(base.values)))
    inner = [np.linspace(low, high, _BETWEEN_KNOTS, endpoint=False) for low, high in pairwise(base.knots)]
    grid = np.concatenate([*inner, base.knots[-1:]])
    return Steps((grid[:-1] + grid[1:]) / 2, base.term(grid), np.zeros(len(grid)))
