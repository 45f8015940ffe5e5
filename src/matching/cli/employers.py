"""`matching employers`: where the employment service may not help place (LSE art. 26 al. 3)."""

from datetime import datetime
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import As, AsJson
from matching.cli.session import now, service

app = typer.Typer(help="Employeurs signalés (LSE art. 26 al. 3).", no_args_is_help=True)

_Provider = Annotated[
    str, typer.Argument(help="Identifiant du prestataire (provider_id) tel que les offres le nomment.")
]


@app.command("flag")
def flag(
    provider: _Provider,
    reason: Annotated[str, typer.Option("--reason", help="conditions_below_usual ou repeated_breach_of_protection.")],
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=["%Y-%m-%d"], help="Dernier jour ; sans lui, jusqu'à la levée."),
    ] = None,
    account: As = None,
) -> None:
    """Signaler un employeur : ses annonces suisses ne sont plus proposées."""
    with service() as opened:
        kept = opened.flag_employer(
            provider,
            reason,
            viewer=opened.viewer(account),
            at=now(),
            valid_to=until.date() if until else None,
        )
    typer.echo(f"{kept.provider_id} signalé : {kept.reason.fr}.")


@app.command("lift")
def lift(provider: _Provider, account: As = None) -> None:
    """Lever les signalements en vigueur d'un employeur."""
    with service() as opened:
        ended = opened.lift_flags(provider, viewer=opened.viewer(account), at=now())
    typer.echo(f"{provider} : signalements levés : {len(ended)}.")


@app.command("list")
def list_(as_json: AsJson = False, account: As = None) -> None:
    """Les signalements, ceux qui sont finis compris."""
    with service() as opened:
        found = opened.list_flags(viewer=opened.viewer(account), at=now())
    if as_json:
        print_json([flag.model_dump(mode="json") for flag in found])
        return
    for each in found:
        end = f" au {each.valid_to:%d.%m.%Y}" if each.valid_to else ""
        typer.echo(f"{each.provider_id} : {each.reason.fr} ; du {each.valid_from:%d.%m.%Y}{end} ; par {each.author}")
