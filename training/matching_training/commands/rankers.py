"""`matching-train models`, `gate`, `promote` and `rollback`: a person says which ranker serves; the service does it."""

import json

import typer

from matching.errors import InvalidInputError
from matching.use_cases.models import ModelsShown, RankerShown
from matching_training.commands.acting import Acting, acting
from matching_training.release.tracking import mark_champion, own_registry


def models(*, as_json: bool) -> None:
    """The rankers there are."""
    with acting() as who:
        _say(who.service.models(), as_json=as_json)


def gate(version: str) -> int:
    """Say why a version may or may not be promoted; 1 when it may not."""
    with acting() as who:
        shown = {one.version: one for one in who.service.models().rankers}
        if version not in shown:
            raise InvalidInputError(f"Aucun modèle {version} ici ; les voir avec `matching-train models`.")
        found = shown[version]
    typer.echo(found.obstacle or f"{version} peut être mis en service : matching-train promote {version}.")
    return 0 if found.promotable else 1


def promote(version: str, account: str | None, *, as_json: bool) -> None:
    """Put a version into service."""
    with acting(account) as who:
        _say(_followed(who, who.service.promote(version, viewer=who.viewer, at=who.at)), as_json=as_json)


def rollback(account: str | None, *, as_json: bool) -> None:
    """Return to what ranked before."""
    with acting(account) as who:
        _say(_followed(who, who.service.rollback(viewer=who.viewer, at=who.at)), as_json=as_json)


def _followed(who: Acting, found: ModelsShown) -> ModelsShown:
    """The same, once the registry in the data folder, where there is one, names what ranks now."""
    if (uri := own_registry(who.service.workplace.data_dir)) is not None:
        mark_champion(found.rankers[0].version, uri=uri)
    return found


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
    if ranker.obstacle:
        told.append(ranker.obstacle)
    return f"{'*' if ranker.current else ' '} {ranker.version} : {', '.join(told)}"
