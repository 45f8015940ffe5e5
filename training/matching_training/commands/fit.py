"""`matching-train fit`: from a log to a ranker's JSON tables, and beside them the report of what was learned."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from matching.domain.vocabulary.process import Evidence
from matching.errors import InvalidInputError
from matching.ranking.registry import open_baseline
from matching_training.fit.ranker import Fitted, Report, fit_ranker


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    log: Path
    out: Path
    version: str
    evidence: str
    seed: int


def run(request: Request) -> None:
    """Learn a ranker over the hand-set baseline, write FILE and FILE's report, and say what was chosen and why."""
    evidence = {each.value: each for each in (Evidence.SIMULATED, Evidence.LOCAL)}.get(request.evidence)
    if evidence is None:
        raise InvalidInputError(f"--evidence {request.evidence} n'existe pas ; choisir simulated ou local.")
    if not request.out.parent.is_dir():
        raise InvalidInputError(f"Le dossier {request.out.parent} n'existe pas ; le créer ou en choisir un autre.")
    from matching_training.log.files import load_log

    fitted = fit_ranker(
        load_log(request.log),
        base=open_baseline(),
        version=request.version,
        evidence=evidence,
        seed=request.seed,
    )
    write(fitted, request.out)
    console = Console(stderr=True)
    for part in fitted.report.parts:
        console.print(f"{part.kind}, {part.name} ({part.n}) : {part.why}", soft_wrap=True, highlight=False)
    console.print(f"measure, gain : {fitted.report.effect.why}", soft_wrap=True, highlight=False)
    console.print(f"Modèle écrit dans {request.out} ; rapport dans {report_of(request.out)}.", soft_wrap=True)


def report_of(out: Path) -> Path:
    """Where the report of a model stands."""
    return out.with_suffix(".report.json")


def write(fitted: Fitted, out: Path) -> None:
    """The model as JSON tables, and its report; both are read back to the last bit."""
    out.write_text(fitted.model.model_dump_json(indent=1, exclude_defaults=True) + "\n", encoding="utf-8")
    written = json.dumps(as_data(fitted.report), ensure_ascii=False, indent=1, allow_nan=False)
    report_of(out).write_text(written + "\n", encoding="utf-8")


def as_data(report: Report) -> Any:
    """The report as JSON has it: what is no number becomes absent."""
    return _plain(asdict(report))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
