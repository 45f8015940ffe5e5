"""`matching users`: the accounts of this store and their ways in; managed by an account that may, or locally."""

from datetime import datetime
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import DAYS, As, AsJson
from matching.cli.secret_input import read_secret
from matching.cli.session import now, service

app = typer.Typer(help="Comptes de ce dossier de données.", no_args_is_help=True)

Account = Annotated[str, typer.Argument(help="Nom du compte.")]


@app.command("add")
def add(
    account: Account,
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
    asking: As = None,
) -> None:
    """Créer ou remplacer un compte."""
    with service() as opened:
        opened.add_account(
            account,
            role=role,
            viewer=opened.viewer(asking),
            at=now(),
            institution=institution,
            units=unit or (),
            pes_mandate_until=pes_mandate_until,
        )
    typer.echo(f"Compte {account} enregistré.")


@app.command("list")
def list_(as_json: AsJson = False, asking: As = None) -> None:
    """Les comptes et leurs mandats."""
    with service() as opened:
        found = opened.accounts(viewer=opened.viewer(asking))
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
def mandate_end(account: Account, asking: As = None) -> None:
    """Mettre fin aux mandats d'un compte, tout de suite."""
    with service() as opened:
        ended = opened.end_mandates(account, viewer=opened.viewer(asking), at=now())
    typer.echo(f"Compte {account} : mandats terminés : {ended}.")


@app.command("password")
def password(account: Account, asking: As = None) -> None:
    """Donner un mot de passe, saisi ou lu sur l'entrée standard."""
    with service() as opened:
        opened.set_password(account, read_secret("Mot de passe"), viewer=opened.viewer(asking), at=now())
    typer.echo(f"Compte {account} : mot de passe enregistré, sessions terminées.")


@app.command("link")
def link(
    account: Account,
    subject: Annotated[str, typer.Option("--subject", help="Sujet (sub) chez le service d'identité.")],
    asking: As = None,
) -> None:
    """Lier un compte à qui le service d'identité connaît."""
    with service() as opened:
        opened.link_account(account, subject, viewer=opened.viewer(asking), at=now())
    typer.echo(f"Compte {account} : lié.")


@app.command("unlink")
def unlink(account: Account, asking: As = None) -> None:
    """Défaire les liens d'un compte avec le service d'identité."""
    with service() as opened:
        undone = opened.unlink_account(account, viewer=opened.viewer(asking), at=now())
    typer.echo(f"Compte {account} : liens défaits : {undone}.")


@app.command("sign-out")
def sign_out(account: Account, asking: As = None) -> None:
    """Terminer toutes les sessions d'un compte, tout de suite."""
    with service() as opened:
        ended = opened.revoke_sessions(account, viewer=opened.viewer(asking), at=now())
    typer.echo(f"Compte {account} : sessions terminées : {ended}.")


@app.command("close")
def close(account: Account, asking: As = None) -> None:
    """Fermer un compte ; tous ses accès et mandats prennent fin."""
    with service() as opened:
        opened.deactivate_account(account, viewer=opened.viewer(asking), at=now())
    typer.echo(f"Compte {account} fermé ; `matching users add` le rouvre, sans eux.")
