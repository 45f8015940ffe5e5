"""`matching-train fit`: from a snapshot to a version that waits for a person."""

from dataclasses import dataclass
from pathlib import Path

import typer

from matching_training.commands.acting import acting
from matching_training.commands.folders import refuse_no_folder
from matching_training.release.tracking import default_uri
from matching_training.release.trained import Trained
from matching_training.release.training import Recipe, summary, train


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line; without a registry it lies in the data folder."""

    log: Path
    protected: Path | None
    version: str | None
    seed: int
    account: str | None
    registry: str | None
    as_json: bool


def run(request: Request) -> int:
    """Train and say what came out; 1 when the gate refuses, which leaves everything as it was."""
    refuse_no_folder("log", request.log)
    refuse_no_folder("protected", request.protected)
    with acting(request.account) as who:
        uri = request.registry or default_uri(who.service.workplace.data_dir)
        recipe = Recipe(request.log, request.protected, request.seed, request.version)
        trained = train(who.service, recipe, viewer=who.viewer, at=who.at, uri=uri)
    typer.echo(summary(trained) if request.as_json else in_words(trained))
    return 0 if trained.gate.passed else 1


def in_words(trained: Trained) -> str:
    """What was learned, from what, and every condition of the gate."""
    source = trained.source
    lines = [
        (
            f"{trained.version} : {source.decisions} décisions, {source.outcomes} suites, {source.people} personnes, "
            f"jusqu'au {source.until:%d.%m.%Y} ; {source.evidence.fr}."
        )
    ]
    marks = {True: "oui", False: "non", None: "inconnu"}
    lines += [f"  {one.name} : {marks[one.passed]}. {one.sentence}" for one in trained.gate.conditions]
    lines += [f"  {part} : {why}" for part, why in trained.kept.items()]
    after = (
        f"Contrôle passé ; une personne décide : matching-train promote {trained.version}"
        if trained.gate.passed
        else "Contrôle non passé : le modèle en service reste."
    )
    return "\n".join([*lines, after])
