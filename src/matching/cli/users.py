"""`matching users`: the accounts of this store, until sign-in comes."""

from datetime import datetime
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import DAYS, AsJson
from matching.cli.session import now, service

app = typer.Typer(help="Comptes de ce dossier de données.", no_args_is_help=True)


@app.command("add")
def add(
    account: Annotated[str, typer.Argument(help="Nom du compte.")],
    role: Annotated[str, typer.Option("--role", help="counsellor, social_worker, ...")],
    unit: Annotated[
        list[str] | None, typer.Option("--unit", help="Unité dont les dossiers sont visibles ; se répète.")
    ] = None,
    institution: Annotated[str | None, typer.Option("--institution", help="orp, csr, ssr, uc, ft, ...")] = None,
    pes_mandate_until: Annotated[
        datetime | None,
        typer.Option(
            "--pes-mandate-until", formats=DAYS, help="Mandat SPE valable jusqu'à ce jour inclus (OSE 53b al. 6)."
        ),
    ] = None,
) -> None:
    """Créer ou remplacer un compte."""
    with service() as opened:
        opened.add_account(
            account,
            role=role,
            at=now(),
            institution=institution,
            units=unit or (),
            pes_mandate_until=pes_mandate_until,
        )
    typer.echo(f"Compte {account} enregistré.")


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """Les comptes et leurs mandats."""
    with service() as opened:
        found = opened.accounts()
    if as_json:
        print_json([viewer.model_dump(mode="json") for viewer in found])
        return
    at = now()
    for viewer in found:
        units = ", ".join(viewer.units) if viewer.units else "-"
        running = sum(mandate.holds_at(at) for mandate in viewer.mandates)
        institution = viewer.institution.fr if viewer.institution else "sans institution"
        about = f"{viewer.role.fr} ; {institution} ; unités : {units} ; mandats en cours : {running}"
        typer.echo(f"{viewer.account} : {about}")


@app.command("mandate-end")
def mandate_end(account: Annotated[str, typer.Argument(help="Nom du compte.")]) -> None:
    """Mettre fin aux mandats d'un compte, tout de suite."""
    with service() as opened:
        ended = opened.end_mandates(account, at=now())
    typer.echo(f"Compte {account} : mandats terminés : {ended}.")
