"""One training from a snapshot to a version that waits for a person: fit, appraise, gate, card, files, registry."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import Evidence
from matching.errors import InvalidInputError
from matching.ranking.manifest import Basis
from matching.ranking.registry import refuse_name, refuse_taken, write_version
from matching_training.evaluate.fairness.of_appraisal import fairness_of
from matching_training.evaluate.fairness.report import Fairness
from matching_training.evaluate.fairness.served import swapped_of
from matching_training.evaluate.monitoring.use import use
from matching_training.evaluate.order.appraisal import Appraisal, appraise
from matching_training.evaluate.order.still_shown import as_told, still_shown
from matching_training.fit.labels import Windows
from matching_training.fit.ranker import Fitted, Report, as_data, fit_ranker
from matching_training.fit.scored import refuse_lacking
from matching_training.log.tables import Log
from matching_training.release.card import card
from matching_training.release.figures import figures_of
from matching_training.release.gate import gate
from matching_training.release.given import Given, read_given
from matching_training.release.tracking import follow, tracked
from matching_training.release.trained import (
    CURVE,
    FINDINGS,
    JUDGED,
    RATES,
    STILL_SHOWN,
    USE,
    USE_IN_ALL,
    Source,
    Trained,
)
from matching_training.small_cells import MINIMUM, rounded

_WHOSE_ORDER = "L'attention est celle que donnerait l'ordre du nouveau modèle aux listes servies."


@dataclass(frozen=True)
class Recipe:
    """What one training is made from; the same gives the same version, to the last bit of its tables."""

    log: Path
    protected: Path | None = None
    seed: int = 0
    version: str | None = None


def train(service: Service, recipe: Recipe, *, viewer: Viewer, at: datetime, uri: str) -> Trained:
    """Train, appraise and write a version into the registry and the data folder; nothing ranks by it yet.

    It leaves an entry in the audit. Before any work: errors as in `read_given`, `refuse_name`, `refuse_taken` and
    `refuse_lacking`, TrackingError where the registry does not answer.
    """
    if recipe.version is not None:
        refuse_name(recipe.version)
    given, workplace = read_given(service, recipe.log, recipe.protected, viewer=viewer), service.workplace
    log, evidence = given.log, given.evidence
    version = own_name(given.digest, recipe.seed) if recipe.version is None else recipe.version
    refuse_taken(workplace.rankers.root, version)
    follow(workplace.ranker.model.version, uri=uri)
    if log.shown.empty:
        raise InvalidInputError("Le journal est vide ; il n'y a rien à apprendre.")
    base, champion = workplace.baseline, workplace.ranker.model
    refuse_lacking(log.shown, champion)
    windows = Windows(horizon_months=base.horizon_months)
    fitted = fit_ranker(log, base=base, version=version, evidence=evidence, windows=windows, seed=recipe.seed)
    appraisal = appraise(log, base=base, champion=champion, evidence=evidence, windows=windows, seed=recipe.seed)
    swapped = swapped_of(service, at, fitted.model)
    judged = fairness_of(log, appraisal, given.protected, recipe.seed, swapped)
    shares = still_shown(appraisal, workplace.min_gain)
    trained = Trained(
        version=version,
        base=base.version,
        source=_source(given),
        parameters=_parameters(recipe, champion.version, windows),
        metrics=_metrics(fitted.report, appraisal),
        gate=gate(fitted.report, appraisal, judged.gate, workplace.min_gain),
        kept={f"{part.kind}.{part.name}": part.why for part in fitted.report.parts if part.chosen == "base"},
        contested=fitted.report.contested,
        tables={**_curves(fitted.report), **_tables(judged, log, shares)},
    )
    _write(service, fitted, trained, encoder=given.encoder, viewer=viewer, at=at, uri=uri)
    return trained


def own_name(digest: str, seed: int) -> str:
    """The name of a version that nobody named: the same log and seed give the same."""
    return f"ranker-{digest}-{seed}"


def _write(
    service: Service, fitted: Fitted, trained: Trained, *, encoder: str, viewer: Viewer, at: datetime, uri: str
) -> None:
    source, root = trained.source, service.workplace.rankers.root
    told: dict[str, object] = {"evidence": fitted.model.evidence}
    if fitted.model.evidence is not Evidence.NONE:
        told |= {"n": max(source.decisions, MINIMUM), "from": source.first.date(), "to": source.until.date()}
    basis = Basis.model_validate(told)
    written = partial(
        write_version,
        figures=figures_of(trained),
        model=fitted.model,
        basis=basis,
        encoder=encoder,
        made_at=at,
        card=card(trained),
        refused=trained.gate.reasons,
        learned_from=source.digest,
    )
    report = json.dumps(as_data(fitted.report), ensure_ascii=False, indent=1, allow_nan=False)
    artifacts = service.workplace.data_dir / "mlflow" / "artifacts"
    # The registry first: a version without its run could not be told again.
    with TemporaryDirectory() as scratch, tracked(trained, uri=uri, report=report, artifacts=artifacts) as run:
        release = written(Path(scratch), run=run.id)
        run.keep(Path(scratch) / trained.version)
    with service.noting_training(release, viewer=viewer, at=at):
        written(root, run=run.id)


def _source(given: Given) -> Source:
    log, shown = given.log, given.log.shown
    return Source(
        digest=given.digest,
        evidence=given.evidence,
        people=rounded(shown["person"].nunique()),
        slates=rounded(shown["slate"].nunique()),
        shown=rounded(len(shown)),
        decisions=rounded(log.decisions),
        outcomes=rounded(len(log.outcomes)),
        first=shown["at"].min(),
        until=log.until,
    )


def _parameters(recipe: Recipe, champion: str, windows: Windows) -> dict[str, str | float | int]:
    return {
        "seed": recipe.seed,
        "champion": champion,
        "accept_days": windows.accept_days,
        "begin_days": windows.begin_days,
        "horizon_months": windows.horizon_months,
    }


def _metrics(report: Report, appraisal: Appraisal) -> dict[str, float]:
    figures = {}
    for part in report.parts:
        for name, value in part.auc.items():
            figures[f"{part.kind}.{part.name}.auc_{name}"] = value
        if "after" in part.calibration:
            figures[f"{part.kind}.{part.name}.calibration_error"] = part.calibration["after"].error
    for name, found in (("reordered", appraisal.reordered), ("reordered_by_outcomes", appraisal.by_outcomes)):
        figures[f"{name}.effective"] = rounded(round(found.effective))
        if found.value is not None and found.interval is not None:
            figures |= {
                f"{name}.points": found.value,
                f"{name}.low": found.interval.low,
                f"{name}.high": found.interval.high,
            }
    return figures


def _curves(report: Report) -> dict[str, pd.DataFrame]:
    """How what was foretold came true, by learned part."""
    rows = [{"part": f"{part.kind}.{part.name}", **vars(each)} for part in report.parts for each in part.curve]
    return {CURVE: pd.DataFrame(rows)} if rows else {}


def _tables(judged: Fairness, log: Log, shares: pd.DataFrame) -> dict[str, pd.DataFrame]:
    tables = {STILL_SHOWN: as_told(shares)}
    tables |= {FINDINGS: pd.DataFrame({"finding": [*judged.sentences, _WHOSE_ORDER]})}
    if judged.gate.judged:
        tables[JUDGED] = judged.gate.as_rows()
    if not judged.rates.empty:
        tables[RATES] = judged.rates
    used = use(log)
    tables[USE], tables[USE_IN_ALL] = (told.dropna(subset=["opened"]) for told in (used.cells, used.total))
    return {heading: table for heading, table in tables.items() if not table.empty}


def summary(trained: Trained) -> str:
    """What came out, as JSON."""
    return json.dumps(
        {
            "version": trained.version,
            "gate": trained.gate.passed,
            "conditions": [vars(one) for one in trained.gate.conditions],
            "metrics": dict(trained.metrics),
        },
        ensure_ascii=False,
        indent=1,
    )
