"""The one gate to one option: it exists for whoever asks, or it is refused in the same words as one there is not."""

from datetime import datetime

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.eligibility.rules.employers import FLAGGED_EMPLOYER
from matching.errors import NotFoundError
from matching.use_cases.live import Live
from matching.visibility.options import is_pes_staff, may_see
from matching.working_days.swiss_time import swiss_day

_NOBODY = Profile(id="nobody")


def row_for(live: Live, opportunity: str, viewer: Viewer, at: datetime, person: Profile | None = None) -> int:
    """The row of an option that exists for this viewer, and for this redacted person if one is concerned.

    NotFoundError, in the same words, for every other. The mask is computed over all rows first. An employer who is
    flagged exists for the employment service alone.
    """
    visible = may_see(viewer, person, live.publication, at)
    row = live.snapshot.row_of(opportunity)
    if row is None or not visible[row] or (not is_pes_staff(viewer, at) and is_flagged(live, row, at)):
        raise no_option(opportunity)
    return row


def no_option(opportunity: str) -> NotFoundError:
    """What is answered for an option there is not, and for one that does not exist for whoever asks."""
    return NotFoundError(
        "Aucune option {option} ; vérifier son identifiant.", option=opportunity, command="recommend --json"
    )


def is_flagged(live: Live, row: int, at: datetime) -> bool:
    """Whether the employer is flagged that day, whoever is proposed."""
    verdicts = live.verdicts(_NOBODY, row, swiss_day(at))
    return any(verdict.rule.id == FLAGGED_EMPLOYER and verdict.truth is Truth.NOT_MET for verdict in verdicts)
