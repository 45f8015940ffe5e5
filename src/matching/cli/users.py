"""`matching users`: the accounts of this store, until sign-in comes."""

from datetime import datetime, time, timedelta
from typing import Annotated

import typer
from pydantic import ValidationError

from matching.cli.options import AsJson, now, print_json, service
from matching.errors import InvalidInputError

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
        typer.Option("--pes-mandate-until", help="Mandat SPE valable jusqu'à ce jour inclus (OSE 53b al. 6)."),
    ] = None,
) -> None:
    """Créer ou remplacer un compte."""
    from matching.domain.viewer import Viewer
    from matching.storage import accounts

    at = now()
    mandates = []
    if pes_mandate_until is not None:
        until = _end_of_mandate(pes_mandate_until)
        if until <= at:
            raise InvalidInputError("Compte refusé : --pes-mandate-until est passé.")
        mandates.append({"kind": "pes_staff", "valid_from": at, "valid_to": until})
    fields = {"account": account, "role": role, "institution": institution, "units": unit or (), "mandates": mandates}
    try:
        viewer = Viewer.model_validate(fields)
    except ValidationError as wrong:
        field = ".".join(map(str, wrong.errors()[0]["loc"]))
        raise InvalidInputError(f"Compte refusé : {field} n'est pas valable.") from wrong
    with service() as opened, opened.workplace.database.begin() as connection:
        accounts.put(connection, viewer, at=at)
    typer.echo(f"Compte {account} enregistré.")


def _end_of_mandate(until: datetime) -> datetime:
    """The first moment without the mandate: a day counts whole, in Swiss time."""
    if until.tzinfo is not None:
        return until
    from matching.visibility import SWISS_TIME

    try:
        end = until + timedelta(days=1) if until.time() == time.min else until
        return end.replace(tzinfo=SWISS_TIME)
    except OverflowError as error:
        raise InvalidInputError("Compte refusé : --pes-mandate-until est hors du calendrier.") from error


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """Les comptes et leurs mandats."""
    from matching.storage import accounts

    with service() as opened, opened.workplace.database.read() as connection:
        found = accounts.all_viewers(connection)
    if as_json:
        print_json([viewer.model_dump(mode="json") for viewer in found])
        return
    for viewer in found:
        units = ", ".join(viewer.units) if viewer.units else "-"
        typer.echo(f"{viewer.account} : {viewer.role.fr} ; unités : {units} ; mandats : {len(viewer.mandates)}")
