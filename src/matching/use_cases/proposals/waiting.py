"""What waits for a counsellor's word about one person."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import WITH_THE_PERSON, CorrectionStatus
from matching.storage.proposals import CORRECTIONS, OBSERVATIONS
from matching.use_cases.person_file import read_file
from matching.use_cases.proposals.corrections import may_know_correction
from matching.use_cases.proposals.observations import may_know_observation
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact


def waiting_for_word(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> int:
    """How many observations and corrections nobody has decided on, as far as this viewer may know of them.

    NotFoundError unless the file is the viewer's, ForbiddenError for other roles.
    """
    refuse_other_roles(viewer, WITH_THE_PERSON, "de lire des observations")
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        person = redact(read_file(connection, profile).profile, viewer, at)
        return waiting_in(connection, person, viewer, at)


def waiting_in(connection: Connection, person: Profile, viewer: Viewer, at: datetime) -> int:
    """The same of a person as this viewer may see them."""
    proposed = CorrectionStatus.PROPOSED
    seen = OBSERVATIONS.current(connection, subjects=[person.id])
    corrections = CORRECTIONS.current(connection, subjects=[person.id])
    return sum(each.word.status is proposed and may_know_observation(each.word, person) for each in seen) + sum(
        each.word.status is proposed and may_know_correction(connection, each, person, viewer, at)
        for each in corrections
    )
