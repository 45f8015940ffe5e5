"""`matching-train snapshot`: the log of a store up to a moment, as files that everything else here reads."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typer

from matching.errors import InvalidInputError
from matching.storage import marks
from matching.storage.scope import NOBODY
from matching.use_cases.learning_log import SNAPSHOTS
from matching_training.commands.acting import Acting, acting
from matching_training.commands.erased import refuse_erased
from matching_training.log.files import save_log
from matching_training.log.snapshot import take_snapshot
from matching_training.log.tables import Log


@dataclass(frozen=True)
class Request:
    """What was asked for on the command line; a naive `until` is UTC."""

    out: Path | None
    until: datetime | None
    account: str | None


@dataclass(frozen=True)
class Taken:
    """A snapshot where it lies."""

    folder: Path
    log: Log
    digest: str


def run(request: Request) -> None:
    """Write the snapshot and say what is in it; by default in the data folder, where erasing a person finds it."""
    with acting(request.account) as who:
        until = who.at if request.until is None else request.until.replace(tzinfo=UTC)
        typer.echo(in_words(take(who, until, request.out)))


def take(who: Acting, until: datetime, out: Path | None = None) -> Taken:
    """Write the snapshot up to an aware moment; InvalidInputError for one to come, and where nothing was served.

    ConflictError, and nothing stays, where somebody was erased meanwhile.
    """
    if until > who.at:
        raise InvalidInputError("Un instantané s'arrête au plus tard maintenant ; corriger --until.")
    workplace = who.service.workplace
    log = take_snapshot(who.service, viewer=who.viewer, until=until, at=who.at)
    if log.shown.empty:
        raise InvalidInputError("Le journal ne contient encore aucune liste classée ; il n'y a rien à apprendre.")
    with workplace.database.read(NOBODY) as connection:
        evidence = "simulated" if marks.kind(connection) == "demo" else "local"
    folder = out or workplace.data_dir / SNAPSHOTS / f"{until:%Y%m%dT%H%M%S}"
    about = {
        "evidence": evidence,
        "encoder": workplace.encoder.version,
        "people": (people := sorted(int(person) for person in log.shown["person"].unique())),
    }
    digest = save_log(log, folder, about=about)
    refuse_erased(who, folder, people)
    return Taken(folder, log, digest)


def in_words(taken: Taken) -> str:
    """What a snapshot holds."""
    log = taken.log
    return (
        f"{taken.folder} : {log.shown['slate'].nunique()} listes, {len(log.shown)} options, {log.decisions} décisions, "
        f"{len(log.outcomes)} suites, jusqu'au {log.until:%d.%m.%Y} ; empreinte {taken.digest}."
    )
