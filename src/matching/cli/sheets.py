"""A table as a file: what the commands that print tables share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matching.messages.say import say
from matching.use_cases.export.written import Format

if TYPE_CHECKING:
    from matching.use_cases.steering.sheet import Sheet

ToFile = Annotated[Path | None, typer.Option("--to", help="Écrire le tableau dans ce fichier.")]
AsFormat = Annotated[Format, typer.Option("--format", help="Comment il est écrit.")]
Force = Annotated[bool, typer.Option("--force", help="Remplacer le fichier s'il existe.")]


def write_table(sheet: "Sheet", to: Path, how: Format, lang: str, *, force: bool) -> None:
    """Write a table to a new file and say so."""
    from matching.use_cases.steering.sheet import write_sheet

    rows = write_sheet(sheet, to, how=how, force=force)
    typer.echo(say(lang, "steering.written", rows=rows, file=to))
