"""An announced posting and the units that must answer its employer: who may deal with it, and what each was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeGuard

from sqlalchemy import Connection

from matching.domain.employer_answer import ShortlistRequest
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.reporting_duty import ReportingList
from matching.domain.unit import Unit
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.dossiers import RequestState
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.process import Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, Said
from matching.snapshot.publication import NEVER_RESTRICTED, duty_holds, restricted_until
from matching.storage import reporting_occupations, tables
from matching.storage.ledger import Entry, Ledger
from matching.storage.scope import NOBODY
from matching.use_cases.row_for import row_for
from matching.use_cases.units import pes_units_of
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff
from matching.working_days.swiss_time import swiss_day

REQUESTS = Ledger(tables.shortlist_requests, ShortlistRequest)

GIVEN = frozenset({RequestState.HANDED_OVER, RequestState.NONE_AVAILABLE})
"""States in which the employer has an answer."""

ANSWERED = GIVEN | {RequestState.SEARCHED_NONE}
"""States in which a unit has answered. What it prepares is no answer yet, and no other unit's concern."""


@dataclass(frozen=True)
class Posting:
    """An announced posting in the hands of a viewer with a mandate, on the Swiss day of the moment."""

    option: Vacancy
    viewer: Viewer
    on: date

    def required(self, connection: Connection) -> list[Unit]:
        """The units of the employment service of the competent canton; none when the canton is unknown."""
        canton = self.option.publication.office_canton
        return [] if canton is None else pes_units_of(connection, canton, self.on)

    def answering(self, connection: Connection) -> list[Unit]:
        """The same, one of which must be the viewer's: ConflictError when there is none, ForbiddenError for others."""
        units = self.required(connection)
        if not units:
            canton = self.option.publication.office_canton
            unknown = Said("le canton compétent, qui n'est pas connu")
            raise ConflictError(
                "Aucune unité du service public de l'emploi n'est enregistrée pour {where} ; la faire enregistrer.",
                where=Said("le canton {canton}", canton=canton) if canton else unknown,
                command="units",
            )
        if not self.theirs(units):
            raise ForbiddenError("Aucune de vos unités n'a à répondre pour cette annonce.")
        return units

    def own(self, units: Sequence[Unit], wanted: str | None) -> Unit:
        """The unit for which the viewer answers: the one named, or the only one that is theirs."""
        theirs = self.theirs(units)
        chosen = [unit for unit in theirs if wanted in {None, unit.id}]
        if len(chosen) != 1:
            names = [unit.id for unit in theirs]
            raise InvalidInputError("Indiquer pour laquelle de vos unités vous répondez : {units}.", units=names)
        return chosen[0]

    def theirs(self, units: Sequence[Unit]) -> list[Unit]:
        """Those of some units that are the viewer's."""
        return [unit for unit in units if self.viewer.units is not None and unit.id in self.viewer.units]


def owes_answer(option: AnyOpportunity, listed: ReportingList) -> TypeGuard[Vacancy]:
    """Whether the employer is owed an answer: the posting is in its head start, or the duty surely holds."""
    return isinstance(option, Vacancy) and (
        option.publication.status is PostingStatus.PUBLISHED_RESTRICTED or duty_holds(option, listed) is True
    )


def takes_mandate(option: AnyOpportunity, listed: ReportingList) -> bool:
    """Whether dealing with the option takes a mandate: a vacancy that is, was or may have been restricted."""
    return isinstance(option, Vacancy) and (
        restricted_until(option, listed) != NEVER_RESTRICTED or duty_holds(option, listed) is not False
    )


def reporting_list(workplace: Workplace) -> ReportingList:
    """The occupations to be announced, as far as they were imported."""
    with workplace.database.read(NOBODY) as connection:
        return reporting_occupations.read_list(connection)


def posting_in_hand(workplace: Workplace, opportunity: str, viewer: Viewer, at: datetime) -> Posting:
    """The announced posting, for a counsellor whose mandate holds at that moment.

    NotFoundError, in the same words as for an unknown option, when it may not be seen; ForbiddenError when it may be,
    but answering takes a mandate or another role; InvalidInputError when no answer is owed.
    """
    live = workplace.live(at)
    option = live.snapshot.option(row_for(live, opportunity, viewer, at))
    refuse_without_mandate(viewer, at)
    if not owes_answer(option, reporting_list(workplace)):
        raise InvalidInputError("{option} n'est pas une annonce soumise à l'obligation d'annoncer.", option=opportunity)
    return Posting(option, viewer, swiss_day(at))


def refuse_without_mandate(viewer: Viewer, at: datetime) -> None:
    """ForbiddenError unless the viewer is a counsellor with a mandate of the employment service at that moment."""
    if viewer.role is not Role.COUNSELLOR or not is_pes_staff(viewer, at):
        raise ForbiddenError("Répondre à un employeur demande un mandat valable du service public de l'emploi.")


def requests_for(connection: Connection, opportunity: str) -> dict[str, Entry[ShortlistRequest]]:
    """What each unit was asked and has answered, by unit."""
    return requests_of(connection, [opportunity]).get(opportunity, {})


def requests_of(connection: Connection, opportunities: Sequence[str]) -> dict[str, dict[str, Entry[ShortlistRequest]]]:
    """The same of many postings, by posting."""
    found: dict[str, dict[str, Entry[ShortlistRequest]]] = {}
    for entry in REQUESTS.current(connection, subjects=opportunities):
        found.setdefault(entry.subject, {})[entry.word.unit] = entry
    return found


def ask(
    connection: Connection, opportunity: str, unit: str, state: RequestState, *, viewer: Viewer, at: datetime
) -> Entry[ShortlistRequest]:
    """Write down the first entry of a unit; ConflictError when somebody else did so meanwhile."""
    request = ShortlistRequest(opportunity=opportunity, unit=unit, state=state)
    return REQUESTS.add_once(connection, request, subject=opportunity, unit=unit, author=viewer.account, at=at)


def move(
    connection: Connection, opportunity: str, unit: str, state: RequestState, *, viewer: Viewer, at: datetime
) -> None:
    """Bring a unit to a state; what the employer was told before is kept until a dossier is handed over."""
    entry = requests_for(connection, opportunity).get(unit)
    if entry is None:
        ask(connection, opportunity, unit, state, viewer=viewer, at=at)
    elif entry.word.state is not state and (entry.word.state not in GIVEN or state is RequestState.HANDED_OVER):
        moved = entry.word.model_copy(update={"state": state})
        REQUESTS.revise(connection, entry, moved, author=viewer.account, at=at)


def refuse_answered(requests: Mapping[str, Entry[ShortlistRequest]]) -> None:
    """ConflictError when the employer already has an answer."""
    if any(entry.word.state in GIVEN for entry in requests.values()):
        raise ConflictError("L'employeur a déjà une réponse pour cette annonce.")
