"""`matching-train drift`: two logs side by side, and whether the model meets another world than it learnt from."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import typer

from matching.ranking.current import stack_of
from matching.ranking.drift_report import write_drift
from matching.ranking.model import Model
from matching.ranking.registry import open_baseline, read_version, refuse_other_encoder, registry_of
from matching.retrieval.encoder import open_encoder
from matching_training.commands.acting import settings_of_environment
from matching_training.commands.folders import refuse_no_folder
from matching_training.evaluate.monitoring.drift import Drift, drift
from matching_training.evaluate.monitoring.interim import Interim
from matching_training.evaluate.monitoring.told import as_told


def run(reference: Path, current: Path, version: str | None, *, as_json: bool) -> int:
    """Print the report, and keep it in the data folder as it may be shown; 1 where something drifted strongly, else 0.

    InvalidInputError for what is no log.
    """
    from matching_training.log.files import load_log

    refuse_no_folder("log", reference, current)
    before, now, model = load_log(reference), load_log(current), _model(version)
    found = drift(before, now, model=model)
    told = as_told(found, before, now, version=model.version if model else None, at=datetime.now(UTC))
    if (data_dir := settings_of_environment().data_dir).is_dir():  # where there is none, nobody would read it
        write_drift(data_dir, told)
    typer.echo(json.dumps(as_data(found), ensure_ascii=False, indent=2) if as_json else in_words(found))
    return int(found.level == "strong")


def _model(version: str | None) -> Model | None:
    """The version named, else the one that was promoted, if any; no store is opened for that.

    NotFoundError when there is none of that name, DamagedError for one that cannot be read, ConflictError for one of
    another encoder.
    """
    if version == (baseline := open_baseline()).version:
        return baseline
    settings = settings_of_environment()
    root = registry_of(settings.data_dir)
    if version is not None:
        release = read_version(root, version)
    else:
        promoted = stack_of(root)[0]
        if promoted.is_shipped:
            return None
        release = read_version(root, promoted.version, promoted.digest)
    refuse_other_encoder(release, open_encoder(settings).version)
    return release.model


def in_words(found: Drift) -> str:
    """The sentences, one a line."""
    return "\n".join(found.sentences)


def as_data(found: Drift) -> dict[str, Any]:
    """The report as plain data, NaN as null."""
    windows = {"reference": found.reference, "current": found.current}
    return {
        "level": found.level,
        "sentences": list(found.sentences),
        "shifts": _records(found.as_rows()),
        "shares": _records(pd.DataFrame(map(vars, found.shares)).drop(columns=["rows", "fewest"], errors="ignore")),
        "interim": {name: _interim(each) for name, each in windows.items() if each is not None},
    }


def _interim(window: Interim) -> dict[str, Any]:
    return {
        "figures": _records(window.as_rows()),
        "undecided_take_up": window.undecided_take_up,
        "begun": window.begun,
        "horizons_reached": window.horizons_reached,
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(table.to_json(orient="records"))
    return records
