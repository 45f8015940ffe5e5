"""The ledgers of the decision log: proposals, what became of them, and what is said about explanations and people."""

from sqlalchemy import Connection

from matching.domain.decision import PayerRequest
from matching.domain.feedback import Correction, ReasonFeedback
from matching.domain.observation import Observation
from matching.domain.outcome import Outcome
from matching.domain.participation import ProviderMove
from matching.domain.proposal import Proposal
from matching.storage import tables
from matching.storage.fed_ledger import FedLedger
from matching.storage.ledger import Entry, PutTo
from matching.storage.named_entries import id_of


def _put_to(proposal: Proposal, before: PutTo) -> PutTo:
    """Who was asked reads from then on, until another one is asked in their place."""
    match proposal.step:
        case PayerRequest() as request if request.institution:
            return before._replace(payer=request.institution)
        case ProviderMove():
            return before._replace(provider=proposal.provider_id)
    return before


PROPOSALS = FedLedger(tables.proposals, Proposal, "proposal", _put_to)
OUTCOMES = FedLedger(tables.outcomes, Outcome, "outcome")
REASON_FEEDBACK = FedLedger(tables.reason_feedback, ReasonFeedback, "reason_feedback")
OBSERVATIONS = FedLedger(tables.observations, Observation, "observation")
CORRECTIONS = FedLedger(tables.corrections, Correction, "correction")


def proposal_id(recommendation: str, opportunity: str) -> str:
    """The id of the proposal of one option of one slate: the same for whoever decides first."""
    return id_of("proposals", (recommendation, opportunity))


def steps_of(connection: Connection, id_: str) -> tuple[Entry[Proposal], ...]:
    """Every step of a proposal, the first one first."""
    return tuple(PROPOSALS.history(connection, id_))
