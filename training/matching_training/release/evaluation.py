"""A version held against what ranks now, on a log that it did not learn from; nothing is changed by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.errors import InvalidInputError
from matching.ranking.manifest import Manifest
from matching.ranking.model import Model
from matching_training.evaluate.fairness.of_appraisal import fairness_of
from matching_training.evaluate.fairness.report import Fairness
from matching_training.evaluate.monitoring.interim import Figure, Interim, interim, mean_by_person
from matching_training.evaluate.off_policy.draws import InDraws, in_draws
from matching_training.evaluate.off_policy.estimates import Answer
from matching_training.evaluate.order.acceptance import accept_logits, at_their_rank, decided, shifts_of, sigma
from matching_training.evaluate.order.appraisal import Appraisal, appraise_as_it_is
from matching_training.fit.calibrate import Reliability, reliability
from matching_training.fit.labels import Windows
from matching_training.fit.scored import refuse_lacking
from matching_training.log.tables import Log
from matching_training.release.given import Given

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Calibrated:
    """Acceptance of one kind: foretold minus accepted at the first place, and the error at the rank of each option.

    The second is a matter of who is told apart: what a rank does on average is read from this log.
    """

    first: Figure
    at_rank: Reliability


@dataclass(frozen=True, eq=False)
class Evaluation:
    """All that a log says of a version beside the one that ranks now; `warnings` say what the figures are not."""

    version: str
    champion: str
    digest: str
    warnings: tuple[str, ...]
    appraisal: Appraisal
    in_draws: InDraws
    calibration: Mapping[str, Calibrated]
    interim: Interim
    fairness: Fairness

    @property
    def objections(self) -> tuple[str, ...]:
        """Why it should not rank: the other order is surely worse by one of the measures, or groups are wronged."""
        return tuple(_objections(self))


def evaluate_version(
    given: Given,
    *,
    model: Model,
    manifest: Manifest | None,
    champion: Model,
    base: Model,
    since: pd.Timestamp | None = None,
) -> Evaluation:
    """Judge a model as it is, on the slates shown from an aware moment on, or on all.

    `manifest` tells what it learned from; the shipped baseline has none. `base` is what it was learned over.
    InvalidInputError where no slate is left, and for a log that lacks what either model reads.
    """
    log = given.log if since is None else given.log.where(np.asarray(given.log.shown["at"] >= since))
    if log.shown.empty:
        raise InvalidInputError("Aucune liste du journal n'est à juger ; donner un autre journal, ou un autre --since.")
    for each in (model, champion):
        refuse_lacking(log.shown, each)
    logits = accept_logits(log.shown, model)
    windows = Windows(horizon_months=model.horizon_months)
    appraisal = appraise_as_it_is(log, challenger=model, champion=champion, base=base, windows=windows)
    labelled, accepted = appraisal.labelled, decided(log.shown)
    return Evaluation(
        version=model.version,
        champion=champion.version,
        digest=given.digest,
        warnings=tuple(_warnings(log, given.digest, manifest)),
        appraisal=appraisal,
        in_draws=in_draws(
            log,
            labelled["verb"].eq("accept").to_numpy() * appraisal.gain,
            appraisal.challenger,
            appraisal.challenger,
            appraisal.champion,
            known=labelled["accept_because"].ne("censored").to_numpy(),
        ),
        calibration={kind: _calibrated(rows, logits, appraisal) for kind, rows in _by_kind(labelled)},
        interim=interim(
            log,
            predicted=at_their_rank(logits, log.shown, shifts_of(logits, log.shown, accepted)),
            horizon_months=model.horizon_months,
        ),
        fairness=fairness_of(log, appraisal, given.protected, 0),
    )


def _by_kind(labelled: pd.DataFrame) -> Iterator[tuple[str, Rows]]:
    """The rows of each kind of which it is known whether they were accepted."""
    known = labelled["accept"].notna().to_numpy()
    for kind, rows in sorted(labelled.groupby("kind").indices.items()):
        if known[rows].any():
            yield str(kind), rows[known[rows]]


def _calibrated(rows: Rows, logits: NDArray[np.float64], appraisal: Appraisal) -> Calibrated:
    labelled = appraisal.labelled.iloc[rows]
    accepted, first = labelled["accept"].to_numpy(), labelled["rank"].eq(1).to_numpy()
    off = sigma(logits[rows]) - accepted
    return Calibrated(
        first=mean_by_person(off[first], labelled["person"].to_numpy()[first]),
        at_rank=reliability(appraisal.accepting[rows], accepted, labelled["weight"].to_numpy()),
    )


def _warnings(log: Log, digest: str, manifest: Manifest | None) -> Iterator[str]:
    """Where the model has seen what it is judged on."""
    if manifest is None:
        return
    if manifest.learned_from == digest:
        yield (
            f"{manifest.version} a appris de ce journal même : ces chiffres sont trop beaux ; "
            "l'évaluer sur un journal plus récent."
        )
    elif manifest.basis.until is not None:
        days = log.shown.drop_duplicates("slate")["at"].dt.date
        if seen := int((days <= manifest.basis.until).sum()):
            yield (
                f"{seen} des {len(days)} listes datent d'avant la fin de ce dont {manifest.version} a appris "
                f"({manifest.basis.until:%d.%m.%Y}) : s'il les a vues, ces chiffres sont trop beaux ; "
                "--since laisse de côté les anciennes."
            )


def _objections(found: Evaluation) -> Iterator[str]:
    appraisal, difference = found.appraisal, found.in_draws.difference
    if appraisal.reordered.interval is not None and appraisal.reordered.interval.high < 0:
        yield "l'ordre vaut sûrement moins, d'après ce qui a été retenu"
    if appraisal.by_outcomes.interval is not None and appraisal.by_outcomes.interval.high < 0:
        yield "l'ordre vaut sûrement moins, d'après les suites constatées"
    if isinstance(difference, Answer) and difference.estimates["dr"].high < 0:
        yield "l'ordre vaut sûrement moins, d'après les tirages au sort"
    if found.fairness.gate.passed is False:
        yield "un groupe est désavantagé ou prédit faux"
