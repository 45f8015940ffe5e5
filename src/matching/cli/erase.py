"""`matching erase`: a person's key is destroyed, and with it all that was kept about them."""

from typing import Annotated

import typer

from matching.cli.options import As, PersonOption
from matching.cli.session import now, service
from matching.errors import InvalidInputError


def erase(
    profile: PersonOption,
    yes: Annotated[bool, typer.Option("--yes", help="Sans demander de confirmation.")] = False,
    account: As = None,
) -> None:
    """Effacer un dossier pour toujours : sa clé est détruite."""
    if not yes:
        typed = typer.prompt(f"Effacement définitif. Retaper l'identifiant {profile} pour confirmer", err=True)
        if typed.strip() != profile:
            raise InvalidInputError("L'identifiant retapé n'est pas celui du dossier ; rien n'a été effacé.")
    with service() as opened:
        opened.erase(profile, viewer=opened.viewer(account), at=now())
    typer.echo(
        f"Dossier {profile} effacé : sa clé est détruite. Les copies et sauvegardes faites avant restent à détruire."
    )
