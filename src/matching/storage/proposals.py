"""The ledgers of the decision log: proposals, what became of them, and what is said about explanations and people."""

from sqlalchemy import Connection

from matching.domain.feedback import Correction, ReasonFeedback
from matching.domain.observation import Observation
from matching.domain.outcome import Outcome
from matching.domain.proposal import Proposal
from matching.storage import tables
from matching.storage.ledger import Entry, Ledger
from matching.storage.named_entries import id_of

PROPOSALS = Ledger(tables.proposals, Proposal)
OUTCOMES = Ledger(tables.outcomes, Outcome)
REASON_FEEDBACK = Ledger(tables.reason_feedback, ReasonFeedback)
OBSERVATIONS = Ledger(tables.observations, Observation)
CORRECTIONS = Ledger(tables.corrections, Correction)


def proposal_id(recommendation: str, opportunity: str) -> str:
    """The id of the proposal of one option of one slate: the same for whoever decides first."""
    return id_of("proposals", (recommendation, opportunity))


def steps_of(connection: Connection, id_: str) -> tuple[Entry[Proposal], ...]:
    """Every step of a proposal, the first one first."""
    return tuple(PROPOSALS.history(connection, id_, units=None))
