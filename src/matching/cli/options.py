"""The options that several commands share, as typer reads them."""

from typing import Annotated

import typer

from matching.messages.say import LANGUAGES


def _language(code: str) -> str:
    if code not in LANGUAGES:  # said as typer says it of any other closed list
        raise typer.BadParameter(f"{code!r} is not one of {', '.join(map(repr, LANGUAGES))}.")
    return code


DAYS = ["%Y-%m-%d", "%d.%m.%Y"]
"""How a day may be written: as machines do, and as it is printed."""

As = Annotated[
    str | None,
    typer.Option("--as", help="Compte qui demande, sinon celui de MATCHING_USER ; sans compte, aucun poste restreint."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Données pour machines.")]
Language = Annotated[
    str,
    typer.Option(
        "--lang", parser=_language, show_default=True, metavar=f"<{'|'.join(LANGUAGES)}>", help="Langue des phrases."
    ),
]
PersonOption = Annotated[str, typer.Option("--profile", help="Identifiant d'un dossier.")]
ProfileOption = Annotated[str, typer.Option("--profile", help="Identifiant d'un dossier, ou fichier JSON d'un profil.")]
