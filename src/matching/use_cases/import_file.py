"""Import a file of one source: all accepted rows in one transaction, nothing at all when the file is no good."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from matching.catalogue.pipeline import read_source
from matching.catalogue.sources import find_source
from matching.contracts.rows import Rejected, Warned
from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.errors import InvalidInputError
from matching.storage import imports, marks, opportunities, profiles
from matching.storage.changes import Changes
from matching.use_cases.rejects import ids_of_rejected, keep_rejects
from matching.use_cases.workplace import Workplace


@dataclass(frozen=True)
class Imported:
    """What came of an import: counts, findings by line, and where the rejected rows were written."""

    source: str
    rows: int
    accepted: int
    changes: Changes
    warned: tuple[Warned, ...]
    rejected: tuple[Rejected, ...]
    rejects_file: Path | None
    withdrew: bool

    @property
    def rejected_rows(self) -> int:
        """Rows that were refused; one may have several reasons."""
        return len({rejected.line for rejected in self.rejected})

    @property
    def warned_rows(self) -> int:
        """Rows that were accepted with something to know."""
        return len({warned.line for warned in self.warned if warned.line})


def import_file(
    workplace: Workplace,
    source_name: str,
    path: Path,
    *,
    at: datetime,
    unit: str | None = None,
    full: bool = False,
    rejects_file: Path | None = None,
) -> Imported:
    """Import a file at an aware moment; `full` withdraws what the source told before and no longer tells.

    InvalidInputError when the file cannot be read or no row is accepted: then nothing has changed. Rejected rows go
    to `rejects_file`, by default beside the store, readable by their owner only.
    """
    source = find_source(source_name)
    if full and source.kind == "profiles":
        raise InvalidInputError("--full ne vaut que pour des options : un dossier ne se retire pas par import.")
    batch = read_source(source, path, unit)
    rejects = keep_rejects(workplace.data_dir, batch, path, source=source.name, unit=unit, wanted=rejects_file)
    if not batch.accepted:
        first = batch.rejected[0]
        raise InvalidInputError(
            f"Rien n'a été importé de {path.name} : lignes refusées : {batch.rows} ; "
            f"ligne {first.line}, {first.field or 'ligne entière'} : {first.reason} (détail : {rejects})."
        )
    known = ids_of_rejected(source.name, batch)
    withdraw = full and known is not None
    items = [accepted.item for accepted in batch.accepted]
    with workplace.database.begin() as connection:
        if marks.kind(connection) is None:
            marks.set_site(connection, at=at)
        if source.kind == "profiles":
            people = [item for item in items if isinstance(item, Profile)]
            changes = profiles.upsert(connection, people, units=(unit or "",), at=at)
        else:
            options = [item for item in items if isinstance(item, AnyOpportunity)]
            changes = opportunities.upsert(connection, options, source=source.name, at=at)
            if withdraw:
                ids = {option.id for option in options} | set(known or ())
                gone = opportunities.withdraw_missing(connection, source=source.name, ids=ids, at=at)
                changes = Changes(changes.added, changes.changed, changes.unchanged, gone)
        imports.record(
            connection,
            source=source.name,
            file_name=path.name.encode("utf-8", "replace").decode("utf-8"),  # a name may be no text
            file_digest=batch.digest,
            at=at,
            accepted=len(items),
            warned=len({warned.line for warned in batch.warned if warned.line}),
            rejected=len({rejected.line for rejected in batch.rejected}),
            changes=changes,
        )
    return Imported(
        source=source.name,
        rows=batch.rows,
        accepted=len(items),
        changes=changes,
        warned=tuple(batch.warned),
        rejected=tuple(batch.rejected),
        rejects_file=rejects,
        withdrew=withdraw,
    )
