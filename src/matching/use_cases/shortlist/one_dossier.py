"""One dossier as it may be read now: what stands in it may leave, and nothing else."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from matching.domain.employer_answer import Dossier
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.dossiers import EmployerFeedback
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.errors import ConflictError
from matching.storage.ledger import Entry
from matching.use_cases.person_file import read_file
from matching.use_cases.shortlist.dossiers import own_dossier
from matching.use_cases.shortlist.feedback import said_of_dossiers
from matching.use_cases.shortlist.leaving import leaving, narrowed
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact


class DossierRead(NamedTuple):
    """A dossier with the part of it that the person still agrees to; `whole` says that this is all of it."""

    entry: Entry[Dossier]
    whole: bool
    feedback: EmployerFeedback | None


def show_dossier(workplace: Workplace, dossier: str, *, viewer: Viewer, at: datetime) -> DossierRead:
    """What was prepared or handed over, and what came back.

    What the person no longer agrees to is unknown here too. NotFoundError, in the same words, as in `own_dossier`.
    """
    purpose = ConsentPurpose.DOSSIER_TO_PROVIDER
    with workplace.acting(viewer, Act.READ_FILE, at=at, purpose=purpose, about=dossier) as connection:
        entry = own_dossier(connection, dossier, viewer, at)
        word = entry.word
        person = redact(read_file(connection, entry.subject).profile, viewer, at)
        try:
            content = narrowed(word.content, leaving(person, word.kind, viewer, at))
        except ConflictError:
            content = Profile(id=word.profile)
        said = said_of_dossiers(connection, [word.opportunity]).get(dossier)
    told = replace(entry, word=word.model_copy(update={"content": content}))
    return DossierRead(told, content == word.content, said)
