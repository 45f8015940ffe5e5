"""The file of one person as the unit holds it: read as consent allows, written whole by whoever has read it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import WITH_THE_PERSON
from matching.errors import InvalidInputError, NotFoundError, PreconditionFailedError
from matching.storage import marks, profiles
from matching.use_cases.person_file import hold_paper, paper_file
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.voice.consents import take_consents
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.visibility.sent_back import keeping_withheld


@dataclass(frozen=True)
class Read:
    """A file as its unit wrote it, redacted for whoever reads it, and how often it was written."""

    profile: Profile
    revision: int


def show_profile(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> Read:
    """The file of a person; NotFoundError when it does not exist for this viewer.

    What was answered or agreed since is told by its own use cases: whoever writes a file back writes no echo of it.
    """
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        paper = paper_file(connection, profile)
    return Read(redact(paper.consented, viewer, at), paper.revision)


def create_profile(workplace: Workplace, sent: Profile, *, viewer: Viewer, at: datetime) -> int:
    """Write a new file; its revision. PreconditionFailedError when there is one of that id in the viewer's units.

    ConflictError for real people in a demo's store; ForbiddenError for whoever may not write files.
    """
    with workplace.acting(viewer, Act.WRITE_FILE, at=at) as connection:
        refuse_other_roles(viewer, WITH_THE_PERSON, "d'écrire un dossier")
        if _exists(connection, sent.id):
            raise PreconditionFailedError(f"Le dossier {sent.id} existe déjà ; le lire avant de l'écrire.")
        marks.set_site(connection, at=at)
        return _write(connection, sent, unit=_unit_of(sent, viewer), at=at)


def replace_profile(workplace: Workplace, sent: Profile, *, revision: int, viewer: Viewer, at: datetime) -> int:
    """Write a file anew as it was read at a revision; its revision now. What was withheld from the writer stays.

    NotFoundError unless it exists for the viewer, PreconditionFailedError when it was written since, ForbiddenError
    for whoever may not write files.
    """
    with workplace.acting(viewer, Act.WRITE_FILE, at=at) as connection:
        paper = hold_paper(connection, sent.id)
        refuse_other_roles(viewer, WITH_THE_PERSON, "d'écrire un dossier")
        if paper.revision != revision:
            raise PreconditionFailedError(f"Le dossier {sent.id} a changé depuis sa lecture ; le relire d'abord.")
        consents = {"consents": paper.consented.consents}

        def told(file: Profile) -> Profile:
            return redact(file.model_copy(update=consents), viewer, at)

        whole = keeping_withheld(sent, paper.profile, told)
        unit = paper.profile.unit if sent.unit is None else _unit_of(sent, viewer)
        return _write(connection, whole, unit=unit, at=at)


def _write(connection: Connection, sent: Profile, *, unit: str | None, at: datetime) -> int:
    written = sent.model_copy(update={"unit": unit, "withheld": ()})  # what is withheld is said when it is shown
    profiles.upsert(connection, [written], at=at)
    take_consents(connection, [written], at=at)
    return profiles.revision(connection, sent.id)


def _exists(connection: Connection, profile: str) -> bool:
    try:
        profiles.revision(connection, profile)
    except NotFoundError:
        return False
    return True


def _unit_of(sent: Profile, viewer: Viewer) -> str:
    """The unit that is to own the file: the one named, which must be the viewer's, or their only one."""
    theirs = viewer.units or ()
    if sent.unit in theirs:
        return sent.unit
    if sent.unit is None and len(theirs) == 1:
        return theirs[0]
    raise InvalidInputError(f"Indiquer dans « unit » une de vos unités : {', '.join(theirs) or 'aucune'}.")
