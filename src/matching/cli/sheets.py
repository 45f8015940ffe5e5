"""A table as a file: what the commands that print tables share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matching.domain.vocabulary.closed_list import ClosedList
from matching.errors import InvalidInputError
from matching.messages.say import say
from matching.use_cases.export.written import Format, refuse_unwritable

if TYPE_CHECKING:
    from matching.use_cases.steering.sheet import Sheet

ToFile = Annotated[Path | None, typer.Option("--to", help="Écrire le tableau dans ce fichier.")]
AsFormat = Annotated[Format, typer.Option("--format", help="Comment il est écrit.")]
Force = Annotated[bool, typer.Option("--force", help="Remplacer le fichier s'il existe.")]


def prepare_table(to: Path | None, table: ClosedList | None, *, force: bool) -> None:
    """Refuse before long work what could not be written after it, and a table chosen for no file.

    ConflictError when there is such a file and `force` is not given; InvalidInputError when it cannot be written.
    """
    if to is not None:
        refuse_unwritable(to, force=force)
    elif table is not None:
        raise InvalidInputError(f"--table {table} choisit ce que --to écrit ; ajouter --to FICHIER.")


def write_table(sheet: "Sheet", to: Path, how: Format, lang: str, *, force: bool) -> None:
    """Write a table to a new file and say so."""
    from matching.use_cases.steering.sheet import write_sheet

    rows = write_sheet(sheet, to, how=how, force=force)
    typer.echo(say(lang, "steering.written", rows=rows, file=to))
