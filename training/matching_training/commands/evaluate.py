"""`matching-train evaluate`: a version beside what ranks now, on a log that it did not learn from."""

import json
import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import typer

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.ranking.registry import read_version, refuse_other_encoder
from matching_training.commands.acting import Acting, acting
from matching_training.commands.folders import refuse_no_folder
from matching_training.evaluate.monitoring.interim import Figure, Interim
from matching_training.evaluate.off_policy.estimates import Answer
from matching_training.evaluate.off_policy.overlap import Unanswerable
from matching_training.plain import plain
from matching_training.release.evaluation import Evaluation, evaluate_version
from matching_training.release.given import read_given

_WORDS = {kind.value: kind.fr for kind in OpportunityKind}


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line; a naive `since` is UTC."""

    version: str
    log: Path
    protected: Path | None
    since: datetime | None
    account: str | None
    as_json: bool


def run(request: Request) -> int:
    """Judge and say it; 1 where the version should not rank. InvalidInputError for what is no folder."""
    refuse_no_folder("log", request.log)
    refuse_no_folder("protected", request.protected)
    since = None if request.since is None else pd.Timestamp(request.since, tz="UTC")
    with acting(request.account) as who:
        found = _evaluated(who, request, since)
    typer.echo(json.dumps(as_data(found), ensure_ascii=False, indent=1) if request.as_json else in_words(found))
    return 1 if found.objections else 0


def _evaluated(who: Acting, request: Request, since: pd.Timestamp | None) -> Evaluation:
    given, workplace = read_given(who.service, request.log, request.protected, viewer=who.viewer), who.service.workplace
    base, champion = workplace.baseline, workplace.ranker.model
    model, manifest = base, None
    if request.version != model.version:
        release = read_version(workplace.rankers.root, request.version)
        refuse_other_encoder(release, workplace.encoder.version)
        model, manifest = release.model, release.manifest
    return evaluate_version(given, model=model, manifest=manifest, champion=champion, base=base, since=since)


def in_words(found: Evaluation) -> str:
    """The sentences, one a line."""
    return "\n".join(_sentences(found))


def _sentences(found: Evaluation) -> Iterator[str]:
    judged, shown = found.appraisal, found.appraisal.labelled
    same = " (le même)" if found.version == found.champion else ""
    yield (
        f"{found.version} face à {found.champion}, en service{same}, sur {shown['slate'].nunique()} listes de "
        f"{shown['person'].nunique()} personnes."
    )
    yield from (f"Attention : {warning}" for warning in found.warnings)
    yield f"D'après ce qui a été retenu : {judged.reordered.why}"
    yield f"D'après les suites constatées : {judged.by_outcomes.why}"
    yield f"Dans les tirages au sort, son ordre : {_off_policy(found.in_draws.value)}"
    if not isinstance(found.in_draws.value, str):
        yield f"Dans les tirages au sort, de plus que {found.champion} : {_off_policy(found.in_draws.difference)}"
    for kind, each in found.calibration.items():
        yield (
            f"{_WORDS[kind]} : acceptation prédite moins observée au premier rang {_points(each.first)} ; "
            f"écart de calibration {_decimal(each.at_rank.error, 3)}, le hasard seul en donne "
            f"{_decimal(each.at_rank.by_chance, 3)}."
        )
    yield from _interim(found.interim)
    yield from found.fairness.sentences
    yield (
        f"{found.version} ne devrait pas servir : {', '.join(found.objections)}."
        if found.objections
        else f"Rien ici ne s'oppose à {found.version} ; mettre en service reste la décision d'une personne."
    )


def _off_policy(answer: Answer | Unanswerable | str) -> str:
    if isinstance(answer, str):
        return answer
    if isinstance(answer, Unanswerable):
        return answer.reason
    told = (
        f"{name.upper()} {_decimal(each.value)} ({_decimal(each.low)} à {_decimal(each.high)})"
        for name, each in answer.estimates.items()
    )
    return f"{', '.join(told)} points par tirage ; {answer.overlap.slates} tirages."


def _interim(window: Interim) -> Iterator[str]:
    areas = (f"{_WORDS[kind]} {_decimal(area.value)}" for kind, area in window.auc.items() if area.n)
    yield f"Aire sous la courbe de l'acceptation, au rang montré : {', '.join(areas) or 'inconnue'}."
    yield (
        f"Retenues : {_share(window.accepted)} ; commencées parmi elles : {_share(window.take_up)} "
        f"({window.undecided_take_up} sans réponse) ; échéance atteinte pour {window.horizons_reached} des "
        f"{window.begun} débuts."
    )


def _share(figure: Figure) -> str:
    return "inconnu" if math.isnan(figure.value) else f"{100 * figure.value:.0f} % de {figure.n}"


def _points(figure: Figure) -> str:
    if math.isnan(figure.value):
        return "inconnue"
    return f"{100 * figure.value:+.0f} points ({100 * figure.low:+.0f} à {100 * figure.high:+.0f})"


def _decimal(value: float, places: int = 2) -> str:
    return f"{value:.{places}f}".replace(".", ",")


def as_data(found: Evaluation) -> Any:
    """All figures as plain data, NaN as null."""
    return plain(
        {
            "version": found.version,
            "champion": found.champion,
            "log": found.digest,
            "warnings": found.warnings,
            "objections": found.objections,
            "slates": found.appraisal.labelled["slate"].nunique(),
            "people": found.appraisal.labelled["person"].nunique(),
            "reordered": asdict(found.appraisal.reordered),
            "by_outcomes": asdict(found.appraisal.by_outcomes),
            "in_draws": {"value": _told(found.in_draws.value), "difference": _told(found.in_draws.difference)},
            "calibration": {
                kind: {"first": asdict(each.first), "error": each.at_rank.error, "by_chance": each.at_rank.by_chance}
                for kind, each in found.calibration.items()
            },
            "interim": asdict(found.interim),
            "fairness": {"passed": found.fairness.gate.passed, "sentences": found.fairness.sentences},
        }
    )


def _told(answer: Answer | Unanswerable | str) -> dict[str, Any]:
    return {"reason": answer} if isinstance(answer, str) else asdict(answer)
