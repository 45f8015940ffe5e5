"""`matching taxonomy`: install occupations and places that the user holds."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.console import print_json
from matching.cli.options import AsJson
from matching.cli.session import service
from matching.errors import InvalidInputError

app = typer.Typer(help="Nomenclatures des métiers et annuaire des localités.", no_args_is_help=True)


@app.callback()
def taxonomy() -> None:
    """Nomenclatures des métiers et annuaire des localités : tout marche sans, mieux avec."""


@app.command("import")
def import_(
    esco: Annotated[Path | None, typer.Option("--esco", help="Dossier ESCO (CSV, une ou plusieurs langues).")] = None,
    rome: Annotated[Path | None, typer.Option("--rome", help="Dossier ROME 4.0 (CSV).")] = None,
    ch_isco: Annotated[Path | None, typer.Option("--ch-isco", help="Dossier CH-ISCO-19 (CSV).")] = None,
    places: Annotated[Path | None, typer.Option("--places", help="Annuaire officiel des localités (CSV).")] = None,
    as_json: AsJson = False,
) -> None:
    """Installer des nomenclatures ; ce qui est déjà installé reste."""
    if not any((esco, rome, ch_isco, places)):
        raise InvalidInputError("Rien à installer : indiquer --esco, --rome, --ch-isco ou --places.")
    with service() as opened:
        counts = opened.import_taxonomy(esco=esco, rome=rome, ch_isco=ch_isco, places=places)
    if as_json:
        print_json(counts)
    else:
        for name, count in counts.items():
            typer.echo(f"{name} : {count}")
