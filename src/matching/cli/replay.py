"""`matching replay`: a slate of the log computed anew."""

from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.exit_codes import DIFFERENT
from matching.cli.options import As, AsJson
from matching.cli.session import now, service


def replay(
    recommendation: Annotated[str, typer.Option("--recommendation", help="Identifiant d'une proposition montrée.")],
    as_json: AsJson = False,
    account: As = None,
) -> int:
    """Recalculer une proposition du journal, au dernier bit près."""
    with service() as opened:
        found = opened.replay(recommendation, viewer=opened.viewer(account), at=now())
    if as_json:
        print_json(vars(found) | {"identical": found.identical})
    elif found.identical:
        typer.echo(f"Identique : {len(found.options)} options, modèle {found.model}.")
    else:
        typer.echo(f"Différent : {found.difference}")
    return 0 if found.identical else DIFFERENT
