"""One part of the ranker, learned or not: what was compared, what was chosen, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from matching_training.fit.boosting import Boosted, Recipe, boost
from matching_training.fit.calibrate import Bin, Line, Reliability, line, reliability, told_curve
from matching_training.fit.rows import Mask, Rows, Values, folds
from matching_training.fit.yardstick import auc, yardstick
from matching_training.small_cells import in_words

Choice = Literal["base", "recalibrated", "learned"]

LEAST_TO_LEARN, LEAST_TO_RECALIBRATE, LEAST_OF_EACH = 300, 100, 20
"""Rows that a part needs: to be learned, to be recalibrated, and with each of the two answers. House figures."""
N_FOLDS = 4
RANK = "rank"
_NAMES: Mapping[Choice, str] = {
    "base": "les tables de départ",
    "recalibrated": "les tables de départ recalées",
    "learned": "les tables apprises",
}


@dataclass(frozen=True)
class Part:
    """The report on one part. Losses and areas are out of fold (by person); `yardstick` is histogram boosting."""

    kind: str
    name: str
    n: int
    people: int
    positives: int
    chosen: Choice
    why: str
    log_loss: Mapping[Choice, float]
    auc: Mapping[str, float]
    calibration: Mapping[str, Reliability]
    curve: tuple[Bin, ...] = ()
    """How what the learned tables foretold came true, fit to be shown."""


@dataclass(frozen=True)
class Learned:
    """A part with what came of it: a learned model, or a line through the base's logits, or neither."""

    part: Part
    boosted: Boosted | None = None
    recalibration: Line | None = None


def learn(
    rows: Rows,
    *,
    kind: str,
    name: str,
    directions: Mapping[str, int],
    base: Callable[[Rows], Values],
    recipe: Recipe,
    source: str,
    tempered: Callable[[Boosted], Boosted] = lambda boosted: boosted,
    tables: Callable[[Rows], Values] | None = None,
) -> Learned:
    """Learn one probability and keep it only where it foretells better, out of fold, than the base does.

    `base` gives the base's logits for some rows, offset included; what a line may recalibrate are its `tables`, which
    are those logits less the offset if nothing else is given. `tempered` is done to every learned model before it
    is calibrated. Position counts for all candidates alike: the base gets the learned effect of the rank.
    """
    if too_few := _too_few(rows):
        return Learned(_kept(rows, kind, name, too_few))
    held_out = list(folds(rows.people, N_FOLDS, recipe.seed))
    quick = replace(recipe, bags=3)
    free, of_rank = np.empty(len(rows)), np.zeros(len(rows))
    for fold in held_out:
        inside, outside = rows.where(~fold), rows.where(fold)
        boosted = boost(inside, link="logistic", directions=directions, recipe=quick, source=source)
        of_rank[fold] = _of_rank(boosted, outside)
        free[fold] = tempered(boosted.without(RANK, 1)).total(outside.features, len(outside))
    at = rows.offset + of_rank
    of_base = base(rows)
    lines: dict[Choice, Line] = {"learned": line(free, rows.y, rows.weight, at)}
    around = of_base - rows.offset if tables is None else tables(rows)
    lines["recalibrated"] = line(around, rows.y, rows.weight, at)
    logits: dict[Choice, Values] = {
        "base": of_base + of_rank,
        "learned": at + _out_of_fold(free, rows, at, held_out),
        "recalibrated": at + _out_of_fold(around, rows, at, held_out),
    }
    losses = {choice: _loss(logit, rows) for choice, logit in logits.items()}
    allowed = losses if len(rows) >= LEAST_TO_LEARN else {c: loss for c, loss in losses.items() if c != "learned"}
    chosen: Choice = min(allowed, key=lambda choice: (allowed[choice], choice != "base"))
    part = Part(
        kind=kind,
        name=name,
        n=len(rows),
        people=rows.n_people,
        positives=int(rows.y.sum()),
        chosen=chosen,
        why=_why(chosen, losses, len(rows)),
        log_loss=losses,
        auc={
            "base": auc(logits["base"], rows.y, rows.weight),
            "learned": auc(at + free, rows.y, rows.weight),
            "yardstick": auc(yardstick(rows, held_out, recipe), rows.y, rows.weight),
        },
        calibration={
            "before": reliability(_sigma(at + free), rows.y, rows.weight),
            "after": reliability(_sigma(logits["learned"]), rows.y, rows.weight),
            "base": reliability(_sigma(logits["base"]), rows.y, rows.weight),
        },
        curve=told_curve(_sigma(logits["learned"]), rows.y, rows.weight, rows.people),
    )
    if chosen != "learned":
        return Learned(part, recalibration=lines.get(chosen))
    whole = boost(rows, link="logistic", directions=directions, recipe=recipe, source=source)
    through = lines["learned"]
    return Learned(part, boosted=tempered(whole.without(RANK, 1)).on_line(through.intercept, through.slope))


def _out_of_fold(logit: Values, rows: Rows, at: Values, held_out: Sequence[Mask]) -> Values:
    """The logits calibrated by the other folds' lines."""
    calibrated = np.empty(len(rows))
    for fold in held_out:
        through = line(logit[~fold], rows.y[~fold], rows.weight[~fold], at[~fold])
        calibrated[fold] = through.of(logit[fold])
    return calibrated


def _of_rank(boosted: Boosted, rows: Rows) -> Values:
    """(n,) what the place on the slate does, against the first place."""
    if RANK not in boosted.tables:
        return np.zeros(len(rows))
    table = boosted.tables[RANK]
    return np.asarray(table.term(rows.features[RANK]) - table.term(np.array([1.0])))


def _loss(logit: Values, rows: Rows) -> float:
    """Mean log loss."""
    return float(np.average(np.logaddexp(0, -logit) + (1 - rows.y) * logit, weights=rows.weight))


def _sigma(logit: Values) -> Values:
    return 1 / (1 + np.exp(-logit))


def _too_few(rows: Rows) -> str | None:
    """Why nothing can be learned from some rows, if nothing can."""
    each = min(int(rows.y.sum()), len(rows) - int(rows.y.sum()))
    if len(rows) < LEAST_TO_RECALIBRATE:
        return f"{in_words(len(rows))} lignes connues, il en faut {LEAST_TO_RECALIBRATE} ; {_NAMES['base']} restent."
    if each < LEAST_OF_EACH:
        return (
            f"{in_words(each)} lignes d'une des deux réponses, il en faut {LEAST_OF_EACH} ; {_NAMES['base']} restent."
        )
    if rows.n_people < N_FOLDS * 5:
        return f"{in_words(rows.n_people)} personnes, il en faut {N_FOLDS * 5} ; {_NAMES['base']} restent."
    return None


def _why(chosen: Choice, losses: Mapping[Choice, float], n: int) -> str:
    compared = ", ".join(f"{_NAMES[choice]} {loss:.4f}" for choice, loss in losses.items())
    few = (
        f" ; {in_words(n)} lignes, il en faut {LEAST_TO_LEARN} pour apprendre des tables" if n < LEAST_TO_LEARN else ""
    )
    return f"Perte hors échantillon : {compared}{few} ; retenu : {_NAMES[chosen]}."


def _kept(rows: Rows, kind: str, name: str, why: str) -> Part:
    return Part(
        kind=kind,
        name=name,
        n=len(rows),
        people=rows.n_people if len(rows) else 0,
        positives=int(rows.y.sum()),
        chosen="base",
        why=why,
        log_loss={},
        auc={},
        calibration={},
    )
