"""`matching units`: the offices that own files, with their institution and canton or département."""

from datetime import datetime
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import DAYS, As, AsJson
from matching.cli.session import now, service

app = typer.Typer(help="Unités : offices, services et leurs cantons.", no_args_is_help=True)


@app.command("add")
def add(
    unit: Annotated[str, typer.Argument(help="Identifiant, tel que les dossiers et les comptes le nomment.")],
    name: Annotated[str, typer.Option("--name", help="Nom.")],
    institution: Annotated[str, typer.Option("--institution", help="orp, csr, ssr, uc, ft, ...")],
    territory: Annotated[str, typer.Option("--territory", help="Canton ou département : CH-VD, FR-54.")],
    closed_on: Annotated[
        datetime | None, typer.Option("--closed-on", formats=DAYS, help="Dernier jour d'une unité qui ferme.")
    ] = None,
    account: As = None,
) -> None:
    """Ajouter une unité, ou corriger ce qui en est dit."""
    with service() as opened:
        opened.add_unit(
            unit,
            name=name,
            institution=institution,
            territory=territory,
            viewer=opened.viewer(account),
            at=now(),
            closed_on=closed_on and closed_on.date(),
        )
    typer.echo(f"Unité {unit} enregistrée.")


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """Les unités."""
    with service() as opened:
        found = opened.units()
    if as_json:
        print_json([unit.model_dump(mode="json") for unit in found])
        return
    for unit in found:
        closed = f" ; dernier jour : {unit.closed_on:%d.%m.%Y}" if unit.closed_on else ""
        typer.echo(f"{unit.id} : {unit.name} ; {unit.institution.fr} ; {unit.territory}{closed}")
