"""`matching-train cycle`: what is due each month in one verb: a snapshot, what has drifted, a challenger that waits.

The protected copy that fairness is judged on is taken anew with it: an older one would not know who came since.
"""

from dataclasses import dataclass, replace
from shutil import rmtree

import numpy as np
import typer

from matching.ranking.current import stack_of
from matching.ranking.drift_report import write_drift
from matching.ranking.registry import Release, read_version, versions_in
from matching_training.commands import fit, protected, snapshot
from matching_training.commands.acting import Acting, acting
from matching_training.commands.drift import in_words as drift_in_words
from matching_training.evaluate.monitoring.drift import Drift, drift
from matching_training.evaluate.monitoring.told import as_told
from matching_training.log.files import load_log
from matching_training.log.kept import older_like, snapshot_with
from matching_training.log.tables import Log
from matching_training.release.tracking import default_uri, follow
from matching_training.release.training import Recipe, own_name, train


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    account: str | None
    registry: str | None


def run(request: Request) -> int:
    """Do all of it and say it; 1 where something drifted strongly or the gate refuses. Nothing is put into service.

    Registry and what was promoted are looked at before any copy is taken: errors as in `follow` and `read_version`.
    """
    with acting(request.account) as who:
        promoted, uri = _promoted(who), request.registry or default_uri(who.service.workplace.data_dir)
        follow(who.service.workplace.ranker.model.version, uri=uri)
        taken = _kept_once(snapshot.take(who, who.at))
        typer.echo(snapshot.in_words(taken))
        found = _drifted(who, promoted, taken.log)
        typer.echo(found if isinstance(found, str) else drift_in_words(found))
        strong = isinstance(found, Drift) and found.level == "strong"
        return int(not _learned(who, uri, taken) or strong)


def _promoted(who: Acting) -> Release | None:
    """What a person put into service; None where the shipped ranker serves."""
    root = who.service.workplace.rankers.root
    promoted = stack_of(root)[0]
    return None if promoted.is_shipped else read_version(root, promoted.version, promoted.digest)


def _kept_once(taken: snapshot.Taken) -> snapshot.Taken:
    """A snapshot just taken, or the older one that tells the same: the newer then goes."""
    older = older_like(taken.folder)
    if older is None:
        return taken
    rmtree(taken.folder)
    return replace(taken, folder=older)


def _drifted(who: Acting, promoted: Release | None, log: Log) -> Drift | str:
    """The slates served since the log that taught what ranks, against that log; or why there is nothing to compare."""
    if promoted is None:
        return "Le modèle livré sert et n'a appris d'aucun journal : pas de dérive à dire."
    digest = promoted.manifest.learned_from
    folder = None if digest is None else snapshot_with(who.service.workplace.data_dir, digest)
    if folder is None:
        return (
            f"Le journal dont {promoted.model.version} a appris n'est plus dans le dossier de données : "
            "pas de dérive à dire ; indiquer une copie à matching-train drift, s'il y en a une."
        )
    reference = load_log(folder)
    since = log.where(np.asarray(log.shown["at"] > reference.until))
    found = drift(reference, since, model=promoted.model)
    told = as_told(found, reference, since, version=promoted.model.version, at=who.at)
    write_drift(who.service.workplace.data_dir, told)
    return found


def _learned(who: Acting, uri: str, taken: snapshot.Taken) -> bool:
    """Whether nothing stands against a promotion: a challenger passed its gate, or there was nothing new to learn."""
    workplace = who.service.workplace
    if (known := own_name(taken.digest, Recipe(taken.folder).seed)) in versions_in(workplace.rankers.root):
        typer.echo(f"Rien de nouveau depuis {known} : rien n'est appris.")
        return True
    copy = protected.take(who)
    typer.echo(protected.in_words(copy))
    recipe = Recipe(taken.folder, copy.folder)
    trained = train(who.service, recipe, viewer=who.viewer, at=who.at, uri=uri)
    typer.echo(fit.in_words(trained))
    return trained.gate.passed
