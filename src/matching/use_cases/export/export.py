"""Export: what the viewer may see, of it what may leave to the receiver, in a new file."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.receivers import LeavingPurpose, Receiver
from matching.errors import InvalidInputError
from matching.use_cases.export.columns import columns_of
from matching.use_cases.export.sources import ENTRY_COLUMNS, WITH_ENTRY, WORD_OF, What, refuse_what, rows_of
from matching.use_cases.export.taking import Taking, refuse_receiver
from matching.use_cases.export.written import Format, new_file, write_rows
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import refuse_naive


@dataclass(frozen=True)
class Exported:
    """What was written: how many rows of what, for whom and for what, where."""

    what: What
    rows: int
    receiver: Receiver
    purpose: LeavingPurpose
    file: Path


def export(
    workplace: Workplace,
    what: What,
    to: Path,
    *,
    how: Format,
    receiver: Receiver,
    purpose: LeavingPurpose,
    viewer: Viewer,
    at: datetime,
    since: datetime | None = None,
    profile: str | None = None,
    force: bool = False,
) -> Exported:
    """Write an export to a new file; nothing stands under its name before all of it, and who took it, is written down.

    With `since`, an aware moment, only what has changed for the receiver since then. ForbiddenError for a receiver or a
    kind of thing that may not be, InvalidInputError for a purpose that is not the receiver's, ConflictError when the
    file exists and `force` is not given, NotFoundError when the person does not exist for the viewer.
    """
    refuse_naive(at)
    if since is not None:
        refuse_naive(since)
    refuse_receiver(viewer, receiver, purpose)
    refuse_what(what, receiver)
    if receiver is Receiver.PERSON and profile is None:
        raise InvalidInputError("Une personne ne reçoit que ce qui la concerne ; indiquer son dossier avec --profile.")
    taking = Taking(viewer, receiver, at, since, profile)
    fields = columns_of(WORD_OF[what], receiver)
    columns = (*ENTRY_COLUMNS, *fields) if what in WITH_ENTRY else fields
    about = f"{what} > {receiver}"
    with (
        new_file(to, force=force) as draft,
        workplace.acting(viewer, Act.EXPORT, at=at, purpose=purpose, about=about) as connection,
    ):
        rows = write_rows(draft, how, columns, rows_of(workplace, connection, what, taking))
    return Exported(what, rows, receiver, purpose, to)
