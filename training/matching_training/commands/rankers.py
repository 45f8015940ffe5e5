"""`matching-train models`, `gate`, `promote` and `rollback`: a person says which ranker serves; the service does it."""

import json

import typer

from matching.domain.permission import Permission
from matching.errors import InvalidInputError
from matching.use_cases.models import ModelsShown, RankerShown
from matching.use_cases.roles import refuse_role_without
from matching_training.commands.acting import Acting, acting
from matching_training.release.tracking import TrackingError, follow, own_registry, refuse_absent


def models(account: str | None, registry: str | None, *, as_json: bool) -> None:
    """The rankers there are."""
    with acting(account) as who:
        refuse_role_without(who.viewer, Permission.READ_MODELS)
        _hear(who, registry)
        _say(who.service.models(), as_json=as_json)
        _follow(who, registry)


def gate(version: str, account: str | None) -> int:
    """Say why a version may or may not be promoted; 1 when it may not, as when it is damaged."""
    with acting(account) as who:
        refuse_role_without(who.viewer, Permission.READ_MODELS)
        listed = who.service.models()
    if (unusable := next((one for one in listed.unusable if one.version == version), None)) is not None:
        typer.echo(unusable.because)
        return 1
    if (found := next((one for one in listed.rankers if one.version == version), None)) is None:
        raise InvalidInputError(f"Aucun modèle {version} ici ; les voir avec `matching-train models`.")
    brought = "" if found.learned_here or found.shipped else ", bien qu'aucun apprentissage d'ici ne l'ait écrit"
    typer.echo(found.obstacle or f"{version} peut être mis en service{brought} : matching-train promote {version}.")
    return 0 if found.promotable else 1


def promote(version: str, account: str | None, registry: str | None, *, as_json: bool) -> None:
    """Put a version into service; nothing changes where a registry that is named does not answer."""
    with acting(account) as who:
        _hear(who, registry)
        found = who.service.promote(version, viewer=who.viewer, at=who.at)
        _say(found, as_json=as_json)
        _follow(who, registry)


def rollback(account: str | None, registry: str | None, *, as_json: bool) -> None:
    """Return to what ranked before; nothing changes where a registry that is named does not answer."""
    with acting(account) as who:
        _hear(who, registry)
        found = who.service.rollback(viewer=who.viewer, at=who.at)
        _say(found, as_json=as_json)
        _follow(who, registry)


def _hear(who: Acting, registry: str | None) -> None:
    """TrackingError before anything is done where a registry is named and is not there, or does not answer."""
    if registry is not None:
        refuse_absent(registry)
        follow(who.service.workplace.ranker.model.version, uri=registry)


def _follow(who: Acting, registry: str | None) -> None:
    """Let the registry named, else the one in the data folder, where there is one, say what ranks now.

    Whoever promoted over HTTP left it as it was: the service knows of no registry. That of the data folder stops
    nobody: what ranks does not hang on it.
    """
    workplace = who.service.workplace
    version = workplace.ranker.model.version
    if registry is not None:
        follow(version, uri=registry)
        return
    try:
        if (own := own_registry(workplace.data_dir)) is not None:
            follow(version, uri=own)
    except (TrackingError, OSError) as unanswered:
        typer.echo(f"Attention : {unanswered} ; ce registre ne dit pas encore que {version} sert.", err=True)


def _say(found: ModelsShown, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(found.model_dump(mode="json"), ensure_ascii=False))
        return
    for ranker in found.rankers:
        typer.echo(_line(ranker))
    for damaged in found.unusable:
        typer.echo(f"  {damaged.version} : {damaged.because}")
    if found.degraded:
        typer.echo("Le modèle promu n'est pas utilisable : le modèle livré le remplace.")
    if found.before:
        typer.echo(f"`matching-train rollback` revient à {found.before}.")


def _line(ranker: RankerShown) -> str:
    """One ranker: in service or not, what it rests on, why it may not serve."""
    told = [ranker.evidence.fr]
    if ranker.n:
        told.append(f"{ranker.n} options")
    if ranker.since and ranker.until:
        told.append(f"du {ranker.since:%d.%m.%Y} au {ranker.until:%d.%m.%Y}")
    if not (ranker.learned_here or ranker.shipped):
        told.append("apporté d'ailleurs")
    if ranker.obstacle:
        told.append(ranker.obstacle)
    return f"{'*' if ranker.current else ' '} {ranker.version} : {', '.join(told)}"
