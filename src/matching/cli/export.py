"""`matching export`: a file of what may leave, for a named receiver and purpose."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson
from matching.cli.session import now, service
from matching.domain.vocabulary.receivers import LeavingPurpose, Receiver
from matching.use_cases.export.sources import What
from matching.use_cases.export.written import Format
from matching.working_days.swiss_time import SWISS_TIME

MOMENTS = ["%Y-%m-%d", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"]


def export(
    what: Annotated[What, typer.Argument(help="Ce qui est exporté.")],
    to: Annotated[Path, typer.Option("--to", help="Fichier à écrire.")],
    receiver: Annotated[Receiver, typer.Option("--receiver", help="Qui le reçoit : sa liste dit ce qui peut sortir.")],
    purpose: Annotated[LeavingPurpose, typer.Option("--purpose", help="Dans quel but ; il est noté.")],
    how: Annotated[Format, typer.Option("--format", help="Comment c'est écrit.")] = Format.CSV,
    since: Annotated[
        datetime | None, typer.Option("--since", formats=MOMENTS, help="Seulement ce qui a changé depuis.")
    ] = None,
    profile: Annotated[str | None, typer.Option("--profile", help="D'un seul dossier.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Remplacer le fichier s'il existe.")] = False,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Exporter ce qui peut sortir pour un destinataire."""
    begin = since.replace(tzinfo=SWISS_TIME) if since and since.tzinfo is None else since
    with service() as opened:
        written = opened.export(
            what,
            to,
            how=how,
            receiver=receiver,
            purpose=purpose,
            viewer=opened.viewer(account),
            at=now(),
            since=begin,
            profile=profile,
            force=force,
        )
    if as_json:
        print_json({"what": what, "rows": written.rows, "receiver": receiver, "purpose": purpose, "file": str(to)})
    else:
        typer.echo(f"{written.rows} lignes ({what.fr}) pour {receiver.fr} : {to}")
