"""Closing a proposal before its start: withdrawn by a human, or noted as out of date. Nothing closes by itself."""

from datetime import datetime
from typing import Literal

from matching.contracts.reasons import word_from
from matching.domain.participation import Closing
from matching.domain.proposal import Proposal
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import ACCOMPANYING, ProposalStatus
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.proposals import PROPOSALS
from matching.use_cases.proposals.held import hold_proposal
from matching.use_cases.proposals.steps import answered_before, refuse_stale, take, told_again
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.voice.refusals import lift_refusals
from matching.use_cases.workplace import Workplace


def withdraw(
    workplace: Workplace,
    id_: str,
    *,
    viewer: Viewer,
    at: datetime,
    state: Literal["withdrawn", "expired"] = "withdrawn",
    text: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """Close a proposal that has not begun; `state` says whether it is withdrawn or was out of date.

    So a decision is taken back too: what rested for a no rests no longer, and the next list shows the option again.
    """
    refuse_other_roles(viewer, ACCOMPANYING, "de retirer une proposition")
    with workplace.acting(viewer, Act.WITHDRAW, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_proposal(connection, id_, viewer, at)
        refuse_stale(held.entry.version, expected_version)
        if held.entry.word.status is ProposalStatus.REJECTED and held.file is not None:
            option = held.entry.word.opportunity
            lift_refusals(connection, held.file, option, said_by=["counsellor"], viewer=viewer, at=at)
        told = {"state": state, "text": text, "author": viewer.account, "at": at}
        return take(connection, held, word_from(Closing, "Clôture refusée", told), once)
