"""Erase: the key of a person is destroyed; what was sealed with it stays as noise, and the audit still verifies."""

from datetime import datetime

from matching.catalogue.rejects import forget
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import WITH_THE_PERSON
from matching.errors import PreconditionFailedError
from matching.storage import person_keys, profiles
from matching.use_cases.learning_log import forget_copies, number_of
from matching.use_cases.person_file import hold_file
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.sweep import sweep
from matching.use_cases.workplace import Workplace


def erase(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime, revision: int | None = None) -> None:
    """Erase a person at an aware moment, for good: file, history, rejected rows of imports, copies for learning.

    The index holds no persons, so there is nothing to rebuild. Copies and backups made before, master key included, are
    the house's own to destroy. NotFoundError when the file does not exist for this viewer, ForbiddenError for roles
    that do not accompany people, PreconditionFailedError when it was written since it was read at `revision`.
    """
    with workplace.acting(viewer, Act.ERASE, at=at) as connection:
        file = hold_file(connection, profile)
        refuse_other_roles(viewer, WITH_THE_PERSON, "d'effacer un dossier")
        if revision not in (None, profiles.revision(connection, profile)):
            raise PreconditionFailedError(f"Le dossier {profile} a changé depuis sa lecture ; le relire d'abord.")
        number = profiles.person(connection, profile).number
        in_copies = number_of(connection, number)
        profiles.remove(connection, number)
        person_keys.destroy(connection, number)
        forget_copies(workplace.data_dir, in_copies)
        forget(workplace.data_dir, profile, file.profile.unit)  # before it is final: what fails can be asked again
        sweep(workplace.data_dir)
    workplace.database.clear_remains()
    forget_copies(workplace.data_dir, in_copies)  # again: one being written may have read the person
