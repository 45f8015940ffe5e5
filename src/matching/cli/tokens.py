"""`matching users tokens`: what programs ask with, under an account."""

from datetime import datetime, time
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import DAYS, As, AsJson
from matching.cli.session import now, service
from matching.domain.permission import Permission
from matching.working_days.swiss_time import SWISS_TIME

app = typer.Typer(help="Jetons de programmes qui demandent sous un compte.", no_args_is_help=True)

Account = Annotated[str, typer.Argument(help="Nom du compte.")]


@app.command("create")
def create(
    account: Account,
    name: Annotated[str, typer.Option("--name", help="À quoi il sert ; unique par compte.")],
    scope: Annotated[list[Permission], typer.Option("--scope", help="Droit qu'il donne ; se répète.")],
    until: Annotated[datetime, typer.Option("--until", formats=DAYS, help="Dernier jour, inclus.")],
    asking: As = None,
) -> None:
    """Créer un jeton ; il n'est montré que cette fois."""
    with service() as opened:
        new = opened.create_api_token(
            account,
            name=name,
            scope=scope,
            expires_at=datetime.combine(until, time.max, SWISS_TIME),
            viewer=opened.viewer(asking),
            at=now(),
        )
    typer.echo(new.secret)
    typer.echo("À garder maintenant : ce jeton ne sera plus montré.", err=True)


@app.command("list")
def list_(account: Account, as_json: AsJson = False, asking: As = None) -> None:
    """Les jetons d'un compte, échus compris ; jamais leur secret."""
    with service() as opened:
        found = opened.api_tokens(account, viewer=opened.viewer(asking))
    if as_json:
        print_json(
            [
                {
                    "id": token.id,
                    "name": token.name,
                    "scope": sorted(token.scope),
                    "created_at": token.created_at.isoformat(),
                    "expires_at": token.expires_at.isoformat(),
                    "last_used_on": token.last_used_on and token.last_used_on.isoformat(),
                }
                for token in found
            ]
        )
        return
    for token in found:
        used = f"utilisé le {token.last_used_on:%d.%m.%Y}" if token.last_used_on else "jamais utilisé"
        scope = ", ".join(sorted(token.scope))
        typer.echo(f"{token.id} : {token.name} ; {scope} ; jusqu'au {token.expires_at:%d.%m.%Y} ; {used}")


@app.command("revoke")
def revoke(
    account: Account,
    token: Annotated[str, typer.Argument(help="Identifiant du jeton.")],
    asking: As = None,
) -> None:
    """Révoquer un jeton, tout de suite."""
    with service() as opened:
        opened.revoke_api_token(account, token, viewer=opened.viewer(asking), at=now())
    typer.echo(f"Compte {account} : jeton révoqué.")
