"""`matching import`: a file of one source into the store."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from matching.cli.console import one_line, print_json
from matching.cli.exit_codes import SOME_REJECTED
from matching.cli.options import As, AsJson
from matching.cli.progress import reading, working
from matching.cli.session import now, service
from matching.errors import MatchingError


def import_(
    source: Annotated[str, typer.Argument(help="Une source de `matching sources`.")],
    path: Annotated[Path, typer.Argument(help="Le fichier.")],
    unit: Annotated[str | None, typer.Option("--unit", help="Unité qui détient les dossiers importés.")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Retirer du catalogue ce que le fichier ne contient plus.")
    ] = False,
    rejects: Annotated[Path | None, typer.Option("--rejects", help="Où écrire les lignes refusées (CSV).")] = None,
    as_json: AsJson = False,
    account: As = None,
) -> None:
    """Importer un fichier. Lignes acceptées, à noter, refusées ; code 0 tout accepté, 1 en partie, 2 rien."""
    from matching.use_cases.import_report import report_of

    at = now()
    with service() as opened:
        with reading(f"Import de {path.name}") as tick:
            result = opened.import_file(
                source,
                path,
                viewer=opened.viewer(account),
                at=at,
                unit=unit,
                full=full,
                rejects_file=rejects,
                tick=tick,
            )
        try:
            with working("Index") as step:
                opened.refresh(at=at, step=step)
        except MatchingError as later:  # what was imported is stored: the next answer builds the index, or says why not
            sys.stderr.write(f"À noter : importé, mais l'index n'est pas construit : {one_line(str(later))}\n")
    if as_json:
        report = report_of(result).model_dump(mode="json")
        print_json(report | {"rejects_file": str(result.rejects_file) if result.rejects_file else None})
    else:
        from matching.cli.findings import print_imported

        print_imported(result, full=full)
    if result.rejected:
        raise typer.Exit(SOME_REJECTED)
