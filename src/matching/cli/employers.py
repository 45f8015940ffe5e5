"""`matching employers`: where the employment service may not help place (LSE art. 26 al. 3)."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import DAYS, As, AsJson
from matching.cli.session import now, service
from matching.errors import InvalidInputError

if TYPE_CHECKING:
    from matching.bootstrap import Service
    from matching.domain.viewer import Viewer

app = typer.Typer(help="Employeurs signalés par le service de l'emploi.", no_args_is_help=True)

_Provider = Annotated[
    str | None, typer.Argument(help="Identifiant de l'employeur (provider_id) tel que les offres le nomment.")
]
_Opportunity = Annotated[
    str | None, typer.Option("--opportunity", help="Une annonce de l'employeur, à défaut de son identifiant.")
]


@app.command("flag")
def flag(
    reason: Annotated[str, typer.Option("--reason", help="conditions_below_usual ou repeated_breach_of_protection.")],
    provider: _Provider = None,
    opportunity: _Opportunity = None,
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=DAYS, help="Dernier jour ; sans lui, jusqu'à la levée."),
    ] = None,
    account: As = None,
) -> None:
    """Signaler un employeur. Selon LSE art. 26 al. 3 : ses annonces suisses ne sont plus proposées."""
    at = now()
    with service() as opened:
        viewer = opened.viewer(account)
        named = _named(opened, provider, opportunity, viewer, at)
        kept = opened.flag_employer(named, reason, viewer=viewer, at=at, valid_to=until.date() if until else None)
    typer.echo(f"{kept.provider_id} signalé : {kept.reason.fr}.")


@app.command("lift")
def lift(provider: _Provider = None, opportunity: _Opportunity = None, account: As = None) -> None:
    """Lever les signalements en vigueur d'un employeur."""
    at = now()
    with service() as opened:
        viewer = opened.viewer(account)
        named = _named(opened, provider, opportunity, viewer, at)
        ended = opened.lift_flags(named, viewer=viewer, at=at)
    typer.echo(f"{named} : signalements levés : {len(ended)}.")


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


def _named(opened: "Service", provider: str | None, opportunity: str | None, viewer: "Viewer", at: datetime) -> str:
    """The employer's id, given or taken from one of its postings."""
    if provider is not None and opportunity is None:
        return provider
    if opportunity is not None and provider is None:
        return opened.provider_of(opportunity, viewer=viewer, at=at)
    raise InvalidInputError("Indiquer soit l'identifiant de l'employeur, soit une de ses annonces avec --opportunity.")
