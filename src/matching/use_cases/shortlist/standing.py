"""Where the answer to the employer of an announced posting stands: its clock, and which units have answered."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from matching.domain.opportunity import Vacancy
from matching.domain.shortlist import EmployerAnswer, UnitAnswer
from matching.domain.unit import Unit
from matching.domain.viewer import Viewer
from matching.snapshot.publication import answer_due_on
from matching.storage.vacancy_notices import notice_of
from matching.use_cases.shortlist.feedback import said_of_posting
from matching.use_cases.shortlist.postings import ANSWERED, GIVEN, requests_for


def where_it_stands(
    connection: Connection, option: Vacancy, units: Sequence[Unit], *, viewer: Viewer, on: date
) -> EmployerAnswer:
    """The answer to the employer as this viewer may read it: of other units only whether they have answered."""
    states = {unit: entry.word.state for unit, entry in requests_for(connection, option.id).items()}
    notice = notice_of(connection, option.id)
    due = answer_due_on(option.publication, notice)
    answered = any(state in GIVEN for state in states.values())
    return EmployerAnswer(
        notice=notice,
        due_on=due,
        overdue=not answered and due is not None and on > due,
        answered=answered,
        units=tuple(
            UnitAnswer(
                unit=unit.id,
                name=unit.name,
                answered=states.get(unit.id) in ANSWERED,
                state=states.get(unit.id) if viewer.units is not None and unit.id in viewer.units else None,
            )
            for unit in units
        ),
        feedback=said_of_posting(connection, option.id),
    )
