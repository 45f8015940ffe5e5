"""What became of a person's proposals: each with its steps, the later facts, and who could pay where that is next."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.outcome import Outcome
from matching.domain.proposal import Proposal
from matching.domain.proposal_states import TRANSITIONS
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import WITH_THE_PERSON, ProposalStatus
from matching.storage import opportunities
from matching.storage.ledger import Entry
from matching.storage.proposals import OUTCOMES, PROPOSALS
from matching.use_cases.paying import possible_payers
from matching.use_cases.person_file import read_file
from matching.use_cases.proposals.held import Held, known_among
from matching.use_cases.proposals.outcomes import told_outcome
from matching.use_cases.proposals.readers import told_history
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace


@dataclass(frozen=True)
class Followed:
    """One proposal as the viewer may know it: where it stands, every step oldest first, what followed later.

    `payers` are the institutions that may be asked now; none where that is not the next step, or nobody pays.
    """

    now: Entry[Proposal]
    steps: tuple[Entry[Proposal], ...]
    outcomes: tuple[Entry[Outcome], ...]
    payers: tuple[Institution, ...]

    @property
    def next(self) -> frozenset[ProposalStatus]:
        """The states that may follow, whoever does the step into them."""
        return TRANSITIONS[self.now.word.status]


def follow(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[Followed]:
    """The proposals of a person with all that became of them, those moved last first, as this viewer may know them."""
    refuse_other_roles(viewer, WITH_THE_PERSON, "de lire des propositions")
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        file = read_file(connection, profile)
        entries = PROPOSALS.current(connection, subjects=[file.profile.id])
        outcomes = OUTCOMES.current(connection, subjects=[file.profile.id])
        followed = [
            Followed(
                now=held.told,
                steps=tuple(told_history(held.steps, viewer, held.person, at)),
                outcomes=_of(held, outcomes),
                payers=_payers(connection, held),
            )
            for held in known_among(connection, entries, viewer, at, file)
        ]
    return sorted(followed, key=lambda one: one.now.at, reverse=True)


def _of(held: Held, outcomes: list[Entry[Outcome]]) -> tuple[Entry[Outcome], ...]:
    told = [told_outcome(each, held.person) for each in outcomes if each.word.proposal == held.entry.id]
    return tuple(each for each in told if each is not None)


def _payers(connection: Connection, held: Held) -> tuple[Institution, ...]:
    if ProposalStatus.PAYER_REQUESTED not in TRANSITIONS[held.entry.word.status] or held.person is None:
        return ()
    option = opportunities.get_current(connection, held.entry.word.opportunity)
    return () if option is None else possible_payers(connection, option, held.person, held.viewer, at=held.at)
