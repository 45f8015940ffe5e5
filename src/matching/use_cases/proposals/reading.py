"""Reading the log: the proposals of a person, those put to a payer or a provider, one of them, and its steps."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.proposal import Proposal
from matching.domain.proposal_states import OF_THE_PAYER
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import SEEING_PROPOSALS, WITH_THE_PERSON
from matching.errors import NotFoundError
from matching.storage.ledger import Entry
from matching.storage.proposals import PROPOSALS
from matching.use_cases.paying import units_near
from matching.use_cases.person_file import PersonFile, read_file
from matching.use_cases.proposals.held import Held, known_among, read_proposal
from matching.use_cases.proposals.readers import Seat, seat_of, told_history
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace

_READING = "de lire des propositions"


def proposals_of(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[Entry[Proposal]]:
    """The proposals of a person in the order in which they were begun, as this viewer may know them."""
    refuse_other_roles(viewer, WITH_THE_PERSON, _READING)
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        return proposals_in(connection, read_file(connection, profile), viewer, at)


def proposals_in(connection: Connection, file: PersonFile, viewer: Viewer, at: datetime) -> list[Entry[Proposal]]:
    """The same of a file that was read."""
    entries = PROPOSALS.current(connection, subjects=[file.profile.id])
    return [held.told for held in known_among(connection, entries, viewer, at, file)]


def own_proposals(workplace: Workplace, *, viewer: Viewer, at: datetime) -> list[Entry[Proposal]]:
    """For a payer the requests to its institution, for a provider its participants; for others nothing."""
    refuse_other_roles(viewer, SEEING_PROPOSALS, _READING)
    if seat_of(viewer) is Seat.OFFICE:
        return []
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        near = units_near(connection, viewer) if seat_of(viewer) is Seat.PAYER else None
        entries = PROPOSALS.current(connection, units=near)
        return [held.told for held in known_among(connection, entries, viewer, at, None)]


def put_to_payers(workplace: Workplace, *, viewer: Viewer, at: datetime) -> list[Entry[Proposal]]:
    """What stands with a paying institution now, or was last answered by one, of everybody whose file they may open."""
    refuse_other_roles(viewer, WITH_THE_PERSON, _READING)
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        entries = [entry for entry in PROPOSALS.current(connection) if entry.word.status in OF_THE_PAYER]
        known: list[Held] = []
        for subject in sorted({entry.subject for entry in entries}):
            try:
                file = read_file(connection, subject)
            except NotFoundError:
                continue
            theirs = [entry for entry in entries if entry.subject == subject]
            known += known_among(connection, theirs, viewer, at, file)
        return [held.told for held in known]


def proposal(workplace: Workplace, id_: str, *, viewer: Viewer, at: datetime) -> Entry[Proposal]:
    """One proposal as it stands; its version is what a change must name. NotFoundError, in the same words, else."""
    refuse_other_roles(viewer, SEEING_PROPOSALS, _READING)
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        return read_proposal(connection, id_, viewer, at).told


def proposal_history(workplace: Workplace, id_: str, *, viewer: Viewer, at: datetime) -> list[Entry[Proposal]]:
    """Every step of a proposal that this viewer may know of, oldest first."""
    refuse_other_roles(viewer, SEEING_PROPOSALS, _READING)
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        held = read_proposal(connection, id_, viewer, at)
        return told_history(held.steps, viewer, held.person, at)
