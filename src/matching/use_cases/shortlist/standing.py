"""Where the answer to the employer of an announced posting stands: its clock, and which units have answered."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from matching.domain.opportunity import Vacancy
from matching.domain.shortlist import EmployerAnswer, UnitAnswer
from matching.domain.unit import Unit
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.dossiers import RequestState
from matching.snapshot.publication import answer_due_on
from matching.storage.vacancy_notices import notices_of
from matching.use_cases.shortlist.feedback import said_of_postings
from matching.use_cases.shortlist.postings import ANSWERED, GIVEN, requests_of


def where_it_stands(
    connection: Connection, option: Vacancy, units: Sequence[Unit], *, viewer: Viewer, on: date
) -> EmployerAnswer:
    """The answer to the employer as this viewer may read it: of other units only whether they have answered."""
    return where_they_stand(connection, [(option, units)], viewer=viewer, on=on)[0]


def where_they_stand(
    connection: Connection, asked: Sequence[tuple[Vacancy, Sequence[Unit]]], *, viewer: Viewer, on: date
) -> list[EmployerAnswer]:
    """The same of many postings, each with the units that are asked, in their order."""
    ids = [option.id for option, _ in asked]
    requests, notices = requests_of(connection, ids), notices_of(connection, ids)
    feedback = said_of_postings(connection, ids)
    told = []
    for option, units in asked:
        states = {unit: entry.word.state for unit, entry in requests.get(option.id, {}).items()}
        notice = notices.get(option.id)
        due = answer_due_on(option.publication, notice)
        answered = any(state in GIVEN for state in states.values())
        told.append(
            EmployerAnswer(
                notice=notice,
                due_on=due,
                overdue=not answered and due is not None and on > due,
                answered=answered,
                units=tuple(_told(unit, states.get(unit.id), viewer) for unit in units),
                feedback=feedback.get(option.id),
            )
        )
    return told


def _told(unit: Unit, state: RequestState | None, viewer: Viewer) -> UnitAnswer:
    own = viewer.units is not None and unit.id in viewer.units
    return UnitAnswer(unit=unit.id, name=unit.name, answered=state in ANSWERED, state=state if own else None)
