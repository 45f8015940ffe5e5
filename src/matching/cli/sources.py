"""`matching sources`: what can be imported."""

from matching.cli.console import PlainConsole, print_json
from matching.cli.options import AsJson


def sources(as_json: AsJson = False) -> None:
    """Les sources que `matching import` sait lire."""
    from rich.table import Table

    from matching.catalogue.sources import load_sources

    found = load_sources().values()
    if as_json:
        print_json([{"name": each.name, "kind": each.kind, "description": each.description} for each in found])
        return
    contents = {"options": "options", "profiles": "dossiers", "reporting_duty": "liste de professions"}
    table = Table("Source", "Contenu", "Description")
    for each in found:
        table.add_row(each.name, contents[each.kind], each.description)
    PlainConsole().print(table)
