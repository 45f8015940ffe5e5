"""`matching contracts`: check records against the contracts, or write the contracts."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.exit_codes import SOME_REJECTED
from matching.cli.options import AsJson

app = typer.Typer(help="Vérifier des données contre les contrats. Ou écrire les contrats.", no_args_is_help=True)


@app.command("check")
def check(
    path: Annotated[Path, typer.Argument(help="Fichier JSON ou JSON Lines.")],
    word: Annotated[str | None, typer.Option("--word", help="Contrat, par exemple profile ou opportunity.")] = None,
    as_json: AsJson = False,
) -> None:
    """Vérifier un fichier ; rien n'est écrit. Code 0 tout va, 1 des enregistrements sont refusés."""
    from matching.catalogue.contract_file import check_file
    from matching.cli.findings import print_findings

    checked = check_file(path, word)
    if as_json:
        rejected = [{"line": each.line, "field": each.field, "reason": each.reason} for each in checked.rejected]
        print_json({"accepted": len(checked.accepted), "rejected": rejected})
    else:
        wrong = len({each.line for each in checked.rejected})
        typer.echo(f"{path.name} : {len(checked.accepted)} conformes, {wrong} refusés.")
        print_findings("Refusés", checked.rejected)
    if checked.rejected:
        raise typer.Exit(SOME_REJECTED)


@app.command("write")
def write(folder: Annotated[Path, typer.Argument(help="Dossier des contrats, par exemple data_contracts/v1.")]) -> None:
    """Écrire les contrats de cette version : JSON Schema, OpenAPI."""
    from matching.app import create_app
    from matching.cli.session import read_settings
    from matching.contracts.schemas import OPENAPI_FILE, write_file, write_schemas

    changed = len(write_schemas(folder)) + write_file(folder / OPENAPI_FILE, create_app(read_settings()).openapi())
    typer.echo(f"{changed} fichiers écrits dans {folder}." if changed else f"{folder} est à jour.")
