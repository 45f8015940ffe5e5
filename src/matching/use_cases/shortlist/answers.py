"""The answer to an employer: a request goes to every unit, each one answers, and "none available" comes last.

Silence is not an answer. Source: OSE art. 53c al. 1; domain rules 7 and 8 on announced postings.
"""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.shortlist import EmployerAnswer
from matching.domain.unit import Unit
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.dossiers import DossierState, RequestState
from matching.errors import ConflictError
from matching.use_cases.shortlist.dossiers import DOSSIERS
from matching.use_cases.shortlist.postings import (
    ANSWERED,
    GIVEN,
    REQUESTS,
    Posting,
    ask,
    move,
    posting_in_hand,
    refuse_answered,
    requests_for,
)
from matching.use_cases.shortlist.standing import where_it_stands
from matching.use_cases.workplace import Workplace


def request_dossiers(workplace: Workplace, opportunity: str, *, viewer: Viewer, at: datetime) -> EmployerAnswer:
    """Ask every unit of the competent canton that was not asked yet; asking again changes nothing.

    Errors as in `posting_in_hand`; ConflictError when no unit of the employment service is known there.
    """
    posting = posting_in_hand(workplace, opportunity, viewer, at)
    with workplace.acting(viewer, Act.ANSWER_EMPLOYER, at=at) as connection:
        _ask_all(connection, posting, at=at)
        return _stands(connection, posting)


def unit_searched(
    workplace: Workplace, opportunity: str, *, viewer: Viewer, at: datetime, unit: str | None = None
) -> EmployerAnswer:
    """Record that a counsellor of a unit has searched its files and proposes nobody.

    ConflictError while a dossier of that unit is prepared, and when the employer already has an answer from it.
    """
    posting = posting_in_hand(workplace, opportunity, viewer, at)
    with workplace.acting(viewer, Act.ANSWER_EMPLOYER, at=at) as connection:
        own = posting.own(_ask_all(connection, posting, at=at), unit)
        if requests_for(connection, opportunity)[own.id].word.state in GIVEN:
            raise ConflictError("{unit} a déjà répondu à l'employeur.", unit=own.name)
        prepared = [
            entry
            for entry in DOSSIERS.current(connection)
            if entry.unit == own.id
            and entry.word.opportunity == opportunity
            and entry.word.state is DossierState.PREPARED
        ]
        if prepared:
            raise ConflictError(
                "{unit} a préparé un dossier pour cette annonce ; le remettre ou le retirer d'abord.", unit=own.name
            )
        move(connection, opportunity, own.id, RequestState.SEARCHED_NONE, viewer=viewer, at=at)
        return _stands(connection, posting)


def none_available(
    workplace: Workplace, opportunity: str, *, viewer: Viewer, at: datetime, unit: str | None = None
) -> EmployerAnswer:
    """Record that the employer was told that none is available, for all units of the competent canton.

    ConflictError while the viewer's own unit has a dossier prepared, as the statement would be untrue; while a unit has
    not answered or been searched by its own counsellor, naming it, whatever it prepares; and when the employer already
    has an answer.
    """
    posting = posting_in_hand(workplace, opportunity, viewer, at)
    with workplace.acting(viewer, Act.ANSWER_EMPLOYER, at=at) as connection:
        units = posting.answering(connection)
        own = posting.own(units, unit) if unit else posting.theirs(units)[0]  # it holds for all of them
        requests = requests_for(connection, opportunity)
        refuse_answered(requests)
        states = {key: entry.word.state for key, entry in requests.items()}
        for each in posting.theirs(units):
            if states.get(each.id) is RequestState.PROPOSED:
                raise ConflictError(
                    "« Aucun dossier » serait faux : {unit} a préparé un dossier pour cette annonce.", unit=each.name
                )
        silent = [each.name for each in units if states.get(each.id) not in ANSWERED]
        if silent:
            raise ConflictError(
                "« Aucun dossier » ne peut pas encore être dit ; sans réponse : {silent}.", silent=silent
            )
        entry = requests[own.id]
        told = entry.word.model_copy(update={"state": RequestState.NONE_AVAILABLE})
        REQUESTS.revise(connection, entry, told, author=viewer.account, at=at)
        return _stands(connection, posting)


def _ask_all(connection: Connection, posting: Posting, *, at: datetime) -> list[Unit]:
    """The units that must answer, each of them asked; only a counsellor of one of them may ask."""
    units = posting.answering(connection)
    asked = requests_for(connection, posting.option.id)
    for unit in units:
        if unit.id not in asked:
            ask(connection, posting.option.id, unit.id, RequestState.ASKED, viewer=posting.viewer, at=at)
    return units


def _stands(connection: Connection, posting: Posting) -> EmployerAnswer:
    required = posting.required(connection)
    return where_it_stands(connection, posting.option, required, viewer=posting.viewer, on=posting.on)
