"""The gate to a proposal: reached through the person's file, the payer's request or the provider's participant.

A payer's account reaches what was put to its own institution where one of its units is; a provider's account names
providers of the catalogue as its units. Whoever may not know of one is told the same as of one there is not.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.opportunity import Vacancy
from matching.domain.profile import Profile
from matching.domain.proposal import Proposal
from matching.domain.proposal_states import refuse_wrong_step
from matching.domain.recommendation import Card
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.process import ProposalStatus
from matching.errors import NotFoundError
from matching.storage import opportunities
from matching.storage.ledger import Entry, nothing_under
from matching.storage.proposals import PROPOSALS, proposal_id, steps_of
from matching.storage.scope import as_the_house
from matching.use_cases.paying import answers_for, territories
from matching.use_cases.person_file import PersonFile, hold_file, read_file
from matching.use_cases.proposals.readers import (
    Seat,
    Steps,
    asked_payers,
    is_participant_of,
    may_know,
    seat_of,
    told,
    told_status,
)
from matching.use_cases.shown import as_read_by, slate_under
from matching.visibility.people import redact


@dataclass(frozen=True)
class Held:
    """A proposal that exists for the viewer: its last version, every step, and for an office the person's file."""

    entry: Entry[Proposal]
    steps: Steps
    viewer: Viewer
    at: datetime
    file: PersonFile | None

    @property
    def person(self) -> Profile | None:
        """The person as the viewer may see them."""
        return redact(self.file.profile, self.viewer, self.at) if self.file else None

    @property
    def told(self) -> Entry[Proposal]:
        """The last version as the viewer may read it."""
        return told(self.entry, self.steps, self.viewer, self.person, self.at)

    def refuse_wrong_step(self, wanted: ProposalStatus) -> None:
        """ConflictError unless a state may follow, in words of what the viewer may know."""
        now = self.entry.word.status
        refuse_wrong_step(now, wanted, told=told_status(self.steps, self.viewer) if self.steps else now)


def hold_proposal(connection: Connection, id_: str, viewer: Viewer, at: datetime) -> Held:
    """A proposal to take a step in; of an office's writers about one person one goes on at a time."""
    entry = PROPOSALS.get(connection, id_)
    if seat_of(viewer) is not Seat.OFFICE:
        return read_proposal(connection, id_, viewer, at)
    try:
        file = hold_file(connection, entry.subject)
    except NotFoundError:
        raise nothing_under(id_) from None
    return _known(connection, id_, viewer, at, file)


def read_proposal(connection: Connection, id_: str, viewer: Viewer, at: datetime) -> Held:
    """A proposal to read; NotFoundError, in the same words, when there is none or it does not exist for the viewer."""
    entry = PROPOSALS.get(connection, id_)
    file = None
    if seat_of(viewer) is Seat.OFFICE:
        try:
            file = read_file(connection, entry.subject)
        except NotFoundError:
            raise nothing_under(id_) from None
    return _known(connection, id_, viewer, at, file)


def hold_card(connection: Connection, recommendation: str, opportunity: str, viewer: Viewer, at: datetime) -> Held:
    """The proposal that a card of a slate is, decided already or not (then version 0, without a step).

    NotFoundError, in the same words, when there is no such slate, file or card for the viewer.
    """
    file, card = hold_shown(connection, recommendation, opportunity, viewer, at)
    id_ = proposal_id(recommendation, opportunity)
    try:
        return _known(connection, id_, viewer, at, file)
    except NotFoundError:
        if card is None or steps_of(connection, id_):
            raise nothing_shown(recommendation, opportunity) from None
    word = _as_shown(connection, recommendation, file.profile.id, card)
    begun = PROPOSALS.unwritten(connection, word, subject=file.profile.id, author=viewer.account, at=at, id_=id_)
    return Held(begun, (), viewer, at, file)


def hold_shown(
    connection: Connection, recommendation: str, opportunity: str, viewer: Viewer, at: datetime
) -> tuple[PersonFile, Card | None]:
    """The file that a slate was shown for, and the card as this viewer may read it; None when they may read none.

    NotFoundError when there is no such slate or file for the viewer.
    """
    slate = slate_under(connection, recommendation)
    if slate is None:
        raise nothing_shown(recommendation, opportunity)
    try:
        file = hold_file(connection, slate.subject)
    except NotFoundError:
        raise nothing_shown(recommendation, opportunity) from None
    read = as_read_by(slate.word, redact(file.profile, viewer, at), viewer, at)
    return file, next((card for card in read.cards if card.opportunity == opportunity), None)


def nothing_shown(recommendation: str, opportunity: str) -> NotFoundError:
    """What is answered for a card that was never shown, in the same words when whoever asks may not know of it."""
    return NotFoundError(
        "Aucune option {option} n'a été montrée ici sous {slate} ; vérifier les deux.",
        option=opportunity,
        slate=recommendation,
        command="shown",
    )


def known_among(
    connection: Connection, entries: list[Entry[Proposal]], viewer: Viewer, at: datetime, file: PersonFile | None
) -> list[Held]:
    """Those of some proposals that exist for the viewer; `file` is the person's, for an office."""
    found = []
    for entry in entries:
        try:
            found.append(_known(connection, entry.id, viewer, at, file))
        except NotFoundError:
            continue
    return found


def _as_shown(connection: Connection, recommendation: str, profile: str, card: Card) -> Proposal:
    """The proposal as the slate leaves it; code and provider are the catalogue's, as long as it has the option."""
    option = opportunities.get_current(connection, card.opportunity)
    return Proposal(
        profile=profile,
        recommendation=recommendation,
        opportunity=card.opportunity,
        kind=card.kind,
        title=card.title,
        code=None if option is None or isinstance(option, Vacancy) else option.code,
        provider_id=option.provider_id if option else None,
        mandate_only=card.mandate_only,
        status=ProposalStatus.SHOWN,
        step=None,
    )


def _known(connection: Connection, id_: str, viewer: Viewer, at: datetime, file: PersonFile | None) -> Held:
    if PROPOSALS.find(connection, id_) is None:
        raise nothing_under(id_)
    with as_the_house(connection):  # payer and provider reach the steps since they were asked, the state hangs on all
        steps = steps_of(connection, id_)
    last = steps[-1]
    match seat_of(viewer):
        case Seat.PAYER:
            where = territories(connection)
            exists = any(answers_for(viewer, payer, last.unit, where) for payer in asked_payers(steps))
        case Seat.PROVIDER:
            exists = is_participant_of(last.word, steps, viewer)
        case _:
            exists = file is not None and may_know(last.word, steps, redact(file.profile, viewer, at), viewer, at)
    if not exists:
        raise nothing_under(id_)
    return Held(last, steps, viewer, at, file)
