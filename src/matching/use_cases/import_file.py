"""Import a file of one source: all accepted rows in one transaction, nothing at all when the file is no good."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from matching.catalogue.pipeline import ImportBatch, checked_unit, read_source
from matching.catalogue.rejects import keep_rejects
from matching.catalogue.source import Item, Source
from matching.catalogue.sources import find_source
from matching.contracts.rows import Rejected, Warned
from matching.domain.opportunity import AnyOpportunity
from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.domain.reporting_duty import ReportingOccupation
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import ForbiddenError, InvalidInputError
from matching.storage import imports, marks, opportunities, profiles, reporting_occupations
from matching.storage.changes import Changes
from matching.storage.scope import EVERYTHING
from matching.use_cases.imports import permission_for
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.voice.consents import take_consents
from matching.use_cases.workplace import Workplace


@dataclass(frozen=True)
class Imported:
    """What came of an import: its id, counts, findings by line, and where the rejected rows were written."""

    id: str
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
    viewer: Viewer,
    at: datetime,
    scope: Collection[Permission] | None = None,
    unit: str | None = None,
    full: bool = False,
    rejects_file: Path | None = None,
    people: marks.Kind = "site",
    tick: Callable[[int], None] | None = None,
) -> Imported:
    """Import a file at an aware moment; `full` withdraws what the source told before and no longer tells;
    of the list of the reporting duty, in the years that the file names.

    Files of people go into one of the viewer's units alone. ForbiddenError for another, without the right to import
    the source, and for files that tell consents without the right to write down a person's voice; a token's `scope`
    may lack either. InvalidInputError when the file cannot be read, no row is accepted, or one of the list of the
    reporting duty is rejected; ConflictError when its `people` are real and the store is a demo's: then nothing has
    changed. Rejected rows go to `rejects_file`, by default beside the store,
    readable by their owner only. `tick` is told how many rows have been read.
    """
    source = find_source(source_name)
    _refuse_without(viewer, scope, permission_for(source.name))
    if source.kind == "profiles":
        _refuse_unit(viewer, checked_unit(unit))
        if full:
            raise InvalidInputError("--full ne vaut que pour des options : un dossier ne se retire pas par import.")
    real_people = source.kind == "profiles" and people == "site"
    if real_people:
        with workplace.database.read(EVERYTHING) as connection:
            marks.check_real_people(connection)  # before anything of theirs is written, rejected rows included
    batch = read_source(source, path, unit, tick)
    if any(_tells_consents(accepted.item) for accepted in batch.accepted):
        _refuse_without(viewer, scope, Permission.RECORD_VOICE)
    rejects = keep_rejects(workplace.data_dir, batch, path, source=source.name, unit=unit, wanted=rejects_file)
    whole = source.kind == "reporting_duty"  # a list with a hole would open postings that it should restrict
    if not batch.accepted or (whole and batch.rejected):
        first = batch.rejected[0]
        raise InvalidInputError(
            f"Rien n'a été importé de {path.name} : lignes refusées : {batch.rows} ; "
            f"ligne {first.line}, {first.field or 'ligne entière'} : {first.reason} (détail : {rejects})."
        )
    writer = viewer.model_copy(update={"units": (unit or "",)}) if source.kind == "profiles" else viewer
    with workplace.acting(writer, Act.IMPORT, at=at, about=source.name) as connection:
        if real_people or marks.kind(connection) is None:
            marks.set_site(connection, at=at)
        changes = _stored(connection, source, batch, at=at, full=full)
        run = imports.record(
            connection,
            source=source.name,
            file_name=_name_to_keep(source, path),
            file_digest=batch.digest,
            at=at,
            accepted=len(batch.accepted),
            warned=len({warned.line for warned in batch.warned if warned.line}),
            rejected=len({rejected.line for rejected in batch.rejected}),
            changes=changes,
        )
    return Imported(
        id=run.id,
        source=source.name,
        rows=batch.rows,
        accepted=len(batch.accepted),
        changes=changes,
        warned=tuple(batch.warned),
        rejected=tuple(batch.rejected),
        rejects_file=rejects,
        withdrew=full and batch.ids is not None,
    )


def _refuse_without(viewer: Viewer, scope: Collection[Permission] | None, permission: Permission) -> None:
    """ForbiddenError unless the viewer's role has the permission, and the token, if it is one that asks, covers it."""
    refuse_role_without(viewer, permission)
    if scope is not None and permission not in scope:
        raise ForbiddenError(
            f"Le jeton ne couvre pas le droit « {permission.fr} » ({permission.value}) que prend ce fichier ; "
            "en créer un autre qui le couvre."
        )


def _refuse_unit(viewer: Viewer, unit: str) -> None:
    if viewer.units is not None and unit not in viewer.units:
        raise ForbiddenError("Un compte n'importe que des dossiers de ses propres unités ; corriger l'unité (--unit).")


def _tells_consents(item: Item) -> bool:
    """Whether a file tells what its person agreed to."""
    return isinstance(item, Profile) and bool(item.consents)


def _name_to_keep(source: Source, path: Path) -> str:
    """The name of a file; of one about people none, as it may name them."""
    return source.name if source.kind == "profiles" else path.name.encode("utf-8", "replace").decode("utf-8")


def _stored(connection: Connection, source: Source, batch: ImportBatch, *, at: datetime, full: bool) -> Changes:
    """What storing the accepted rows changed; with `full`, what is missing goes unless a rejected row may be it."""
    items = [accepted.item for accepted in batch.accepted]
    if source.kind == "profiles":
        people = [item for item in items if isinstance(item, Profile)]
        stored = profiles.upsert(connection, people, at=at)
        take_consents(connection, people, at=at)
        return stored
    if source.kind == "reporting_duty":
        occupations = [item for item in items if isinstance(item, ReportingOccupation)]
        return reporting_occupations.put(connection, occupations, replace_years=full)
    options = [item for item in items if isinstance(item, AnyOpportunity)]
    changes = opportunities.upsert(connection, options, source=source.name, at=at)
    if not full or batch.ids is None:
        return changes
    gone = opportunities.withdraw_missing(connection, source=source.name, ids=batch.ids, at=at)
    return replace(changes, withdrawn=gone)
