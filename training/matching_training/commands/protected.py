"""`matching-train protected`: what nobody may be ranked by, as a folder of its own that `fit` joins to a log."""

from dataclasses import dataclass
from pathlib import Path

import typer

from matching.errors import InvalidInputError
from matching.use_cases.learning_log import PROTECTED
from matching_training.commands.acting import acting
from matching_training.evaluate.fairness.copied import take_protected
from matching_training.evaluate.fairness.groups import WORDS
from matching_training.log.files import save_tables


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    out: Path | None
    account: str | None


def run(request: Request) -> None:
    """Write the copy; by default into the data folder, where erasing a person finds it."""
    with acting(request.account) as who:
        table = take_protected(who.service, viewer=who.viewer, at=who.at).table
        if table.empty:
            raise InvalidInputError(
                "Le journal ne contient encore aucune liste classée ; il n'y a personne à comparer."
            )
        folder = request.out or who.service.workplace.data_dir / PROTECTED / f"{who.at:%Y%m%dT%H%M%S}"
        save_tables({"protected": table}, folder, about={"people": table.index.tolist()})
    known = table.notna().sum()
    typer.echo(
        f"{folder} : {len(table)} personnes, état du {who.at:%d.%m.%Y} ; à part du journal, pour l'équité seule."
    )
    typer.echo(f"Connu : {', '.join(f'{word} {known[name]}' for name, word in WORDS.items() if known[name])}.")
    if unknown := [word for name, word in WORDS.items() if not known[name]]:
        typer.echo(f"Inconnu de toutes, donc sans comparaison possible : {', '.join(unknown)}.")
    if "sexe" in unknown:
        typer.echo("Le sexe n'est tenu dans aucun dossier ; rien ne le devine.")
