"""What came back from employers and providers: per candidate, and per posting. Source: OSE art. 53c al. 2."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.employer_answer import EmployerStatement
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.dossiers import DossierState, EmployerFeedback
from matching.errors import ConflictError, InvalidInputError
from matching.storage import tables
from matching.storage.ledger import Entry, Ledger
from matching.use_cases.shortlist.dossiers import own_dossier
from matching.use_cases.shortlist.postings import posting_in_hand, refuse_without_mandate, requests_for
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff

_STATEMENTS = Ledger(tables.employer_feedback, EmployerStatement)

OF_POSTING = frozenset({EmployerFeedback.STILL_OPEN, EmployerFeedback.FILLED_OTHERWISE, EmployerFeedback.NO_REPLY})
OF_CANDIDATE = frozenset(EmployerFeedback) - {EmployerFeedback.STILL_OPEN, EmployerFeedback.FILLED_OTHERWISE}


def candidate_feedback(
    workplace: Workplace, dossier: str, feedback: EmployerFeedback, *, viewer: Viewer, at: datetime
) -> EmployerStatement:
    """Record what was said of a candidate whose dossier was handed over; a later word corrects it, both are kept.

    NotFoundError as for dossiers; the posting itself may be closed by then.
    """
    if feedback not in OF_CANDIDATE:
        raise InvalidInputError("« {feedback} » se dit d'une annonce, pas d'une personne.", feedback=feedback)
    with workplace.acting(viewer, Act.EMPLOYER_FEEDBACK, at=at) as connection:
        entry = own_dossier(connection, dossier, viewer, at)
        if entry.word.state is not DossierState.HANDED_OVER:
            raise ConflictError("Ce dossier n'a pas été remis : rien ne peut en revenir.")
        said = EmployerStatement(opportunity=entry.word.opportunity, dossier=dossier, feedback=feedback)
        return _record(connection, said, unit=entry.unit, viewer=viewer, at=at)


def posting_feedback(
    workplace: Workplace, opportunity: str, feedback: EmployerFeedback, *, viewer: Viewer, at: datetime
) -> EmployerStatement:
    """Record what was said of an announced posting itself, also once it is closed if the viewer's unit was asked."""
    if feedback not in OF_POSTING:
        raise InvalidInputError(
            "« {feedback} » se dit d'une personne : indiquer le dossier envoyé.",
            feedback=feedback,
            command="shortlist feedback --dossier",
        )
    with workplace.reading(viewer) as connection:
        own = [unit for unit in requests_for(connection, opportunity) if unit in (viewer.units or ())]
    if own and is_pes_staff(viewer, at):
        refuse_without_mandate(viewer, at)
    else:
        posting_in_hand(workplace, opportunity, viewer, at)
    said = EmployerStatement(opportunity=opportunity, feedback=feedback)
    with workplace.acting(viewer, Act.EMPLOYER_FEEDBACK, at=at) as connection:
        return _record(connection, said, unit=own[0] if own else None, viewer=viewer, at=at)


def said_of_postings(connection: Connection, opportunities: Sequence[str]) -> dict[str, EmployerFeedback]:
    """What the employers last said of postings themselves, by posting."""
    said = _said(connection, opportunities)
    return {entry.subject: entry.word.feedback for entry in said if entry.word.dossier is None}


def said_of_dossiers(connection: Connection, opportunities: Sequence[str]) -> dict[str, EmployerFeedback]:
    """What was last said, by dossier; whoever reads it shows only what belongs to files of the viewer's units."""
    return {dossier: said for dossier, said in _last(connection, opportunities).items() if dossier is not None}


def _last(connection: Connection, opportunities: Sequence[str]) -> dict[str | None, EmployerFeedback]:
    return {entry.word.dossier: entry.word.feedback for entry in _said(connection, opportunities)}


def _said(connection: Connection, opportunities: Sequence[str]) -> list[Entry[EmployerStatement]]:
    return _STATEMENTS.current(connection, subjects=opportunities)


def _record(
    connection: Connection, said: EmployerStatement, *, unit: str | None, viewer: Viewer, at: datetime
) -> EmployerStatement:
    """A new version of what was said before of the same, which it then corrects, else a first entry.

    The same said again adds nothing.
    """
    for entry in _said(connection, [said.opportunity]):
        if entry.word.dossier == said.dossier:
            if entry.word.feedback is said.feedback:
                return said
            said = said.model_copy(update={"corrects": entry.word.feedback})
            return _STATEMENTS.revise(connection, entry, said, author=viewer.account, at=at).word
    return _STATEMENTS.add(connection, said, subject=said.opportunity, unit=unit, author=viewer.account, at=at).word
