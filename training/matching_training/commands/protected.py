"""`matching-train protected`: what nobody may be ranked by, as a folder of its own that `fit` joins to a log."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from matching.errors import InvalidInputError
from matching.use_cases.learning_log import PROTECTED
from matching_training.commands.acting import Acting, acting
from matching_training.commands.erased import refuse_erased
from matching_training.evaluate.fairness.copied import take_protected
from matching_training.evaluate.fairness.groups import WORDS, Protected
from matching_training.log.files import save_tables


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line."""

    out: Path | None
    account: str | None


@dataclass(frozen=True)
class Taken:
    """A protected copy where it lies, and on which day it was taken."""

    folder: Path
    protected: Protected
    on: date


def run(request: Request) -> None:
    """Write the copy and say of how many what is known."""
    with acting(request.account) as who:
        typer.echo(in_words(take(who, request.out)))


def take(who: Acting, out: Path | None = None) -> Taken:
    """Write the copy; by default into the data folder, where erasing a person finds it.

    InvalidInputError where nothing was ranked for anybody yet; ConflictError, and nothing stays, where somebody was
    erased meanwhile.
    """
    found = take_protected(who.service, viewer=who.viewer, at=who.at)
    if found.table.empty:
        raise InvalidInputError("Le journal ne contient encore aucune liste classée ; il n'y a personne à comparer.")
    folder = out or who.service.workplace.data_dir / PROTECTED / f"{who.at:%Y%m%dT%H%M%S}"
    people = found.table.index.tolist()
    save_tables({"protected": found.table}, folder, about={"people": people})
    refuse_erased(who, folder, people)
    return Taken(folder, found, who.at.date())


def in_words(taken: Taken) -> str:
    """How many people, and what is known of how many."""
    table = taken.protected.table
    known = table.notna().sum()
    told = [
        f"{taken.folder} : {len(table)} personnes, état du {taken.on:%d.%m.%Y} ; pour l'équité seule.",
        f"Connu : {', '.join(f'{word} {known[name]}' for name, word in WORDS.items() if known[name])}.",
    ]
    if unknown := [word for name, word in WORDS.items() if not known[name]]:
        told.append(f"Inconnu de toutes, donc sans comparaison possible : {', '.join(unknown)}.")
    if "sexe" in unknown:
        told.append("Le sexe n'est tenu dans aucun dossier ; rien ne le devine.")
    return "\n".join(told)
