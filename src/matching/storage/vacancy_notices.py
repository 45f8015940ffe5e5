"""The notices of vacancies: one entry per posting; a completed or corrected notice is its next version."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.vacancy_notice import VacancyNotice
from matching.storage.ledger import Ledger
from matching.storage.tables import vacancy_notices

_LEDGER = Ledger(vacancy_notices, VacancyNotice)


def notice_of(connection: Connection, opportunity: str) -> VacancyNotice | None:
    """The notice of a posting as it was last written down; None when nobody did."""
    return notices_of(connection, [opportunity]).get(opportunity)


def notices_of(connection: Connection, opportunities: Sequence[str]) -> dict[str, VacancyNotice]:
    """The same of many postings, of those that have one."""
    return {entry.subject: entry.word for entry in _LEDGER.current(connection, subjects=opportunities)}


def put(connection: Connection, notice: VacancyNotice, *, author: str, at: datetime) -> None:
    """Write a notice down, as the next version where there is one; ConflictError when somebody else just did.

    The same one again adds nothing.
    """
    found = _LEDGER.current(connection, subjects=[notice.opportunity])
    if found and found[0].word == notice:
        return
    if found:
        _LEDGER.revise(connection, found[0], notice, author=author, at=at)
    else:
        _LEDGER.add_once(connection, notice, subject=notice.opportunity, unit=None, author=author, at=at)
