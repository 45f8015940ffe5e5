"""`matching people`: the files whose ids the other commands ask for."""

from matching.cli.console import PlainConsole, print_json
from matching.cli.options import As, AsJson
from matching.cli.session import now, service


def people(as_json: AsJson = False, account: As = None) -> None:
    """Dossiers de vos unités : identifiant, unité, objectif. Aucun nom n'est connu ici."""
    with service() as opened:
        found = opened.people(viewer=opened.viewer(account), at=now())
    if as_json:
        print_json([vars(each) for each in found])
        return
    from rich.table import Table

    console = PlainConsole()
    if not found:
        console.print("Aucun dossier pour ce compte.")
        return
    table = Table("Dossier", "Unité", "Objectif")
    for each in found:
        table.add_row(each.profile, each.unit or "-", each.objective.fr if each.objective else "non connu")
    console.print(table)
