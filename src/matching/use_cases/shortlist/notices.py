"""The notice of a vacancy: written down as received, complete or not; a later one that is complete starts the clock."""

from collections.abc import Collection
from datetime import date, datetime

from matching.domain.shortlist import EmployerAnswer
from matching.domain.vacancy_notice import VacancyNotice
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.dossiers import NoticeDatum
from matching.errors import InvalidInputError
from matching.storage import vacancy_notices
from matching.use_cases.shortlist.postings import posting_in_hand
from matching.use_cases.shortlist.standing import where_it_stands
from matching.use_cases.workplace import Workplace


def record_notice(
    workplace: Workplace,
    opportunity: str,
    *,
    viewer: Viewer,
    at: datetime,
    received_on: date | None = None,
    missing: Collection[NoticeDatum] = (),
) -> EmployerAnswer:
    """Write down the day a notice was received, today if none is named, and which mandatory data it lacks.

    What is written down last counts, what was before stays. Errors as in `posting_in_hand`; ConflictError and
    ForbiddenError as for whoever answers; InvalidInputError for a day to come.
    """
    posting = posting_in_hand(workplace, opportunity, viewer, at)
    received_on = received_on or posting.on
    if received_on > posting.on:
        raise InvalidInputError("Une annonce ne peut pas être reçue le {day}, qui est à venir.", day=received_on)
    notice = VacancyNotice(
        opportunity=opportunity,
        received_on=received_on,
        missing=tuple(datum for datum in NoticeDatum if datum in missing),
        recorded_by=viewer.account,
    )
    with workplace.acting(viewer, Act.ANSWER_EMPLOYER, at=at) as connection:
        units = posting.answering(connection)
        vacancy_notices.put(connection, notice, author=viewer.account, at=at)
        return where_it_stands(connection, posting.option, units, viewer=viewer, on=posting.on)
