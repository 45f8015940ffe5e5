"""What an import or a check found, as a table a person can read."""

from collections.abc import Sequence

from rich.table import Table

from matching.cli.console import PlainConsole
from matching.contracts.rows import Rejected, Warned
from matching.use_cases.import_file import Imported

_SHOWN = 20


def print_imported(result: Imported, *, full: bool) -> None:
    """Counts, then the first findings by line."""
    console = PlainConsole()
    changes = result.changes
    console.print(
        f"{result.source} : {result.rows} lignes ; {result.accepted} acceptées "
        f"(dont {result.warned_rows} à noter), {result.rejected_rows} refusées."
    )
    console.print(
        f"Changements : {changes.added} ajouts, {changes.changed} modifications, {changes.unchanged} sans changement, "
        f"{changes.withdrawn} retraits."
    )
    if full and not result.withdrew:
        console.print(
            "Rien n'a été retiré : une ligne refusée n'a pas d'identifiant, elle pourrait passer pour absente."
        )
    print_findings("Refusées", result.rejected)
    print_findings("À noter", result.warned)
    if result.rejects_file:
        console.print(f"Lignes refusées : {result.rejects_file}", soft_wrap=True)


def print_findings(title: str, found: Sequence[Rejected | Warned]) -> None:
    """A table of line, field and reason; the first twenty."""
    if not found:
        return
    table = Table("Ligne", "Champ", "Raison", title=title, title_justify="left")
    for each in found[:_SHOWN]:
        table.add_row(str(each.line or "-"), each.field or "-", each.reason)
    console = PlainConsole()
    console.print(table)
    if len(found) > _SHOWN:
        console.print(f"… et {len(found) - _SHOWN} autres.")
