"""The provider: asked by whoever accompanies the person; then each step is the provider's, or what it told them."""

from datetime import date, datetime

from matching.contracts.reasons import word_from
from matching.domain.offered_reasons import refuse_unoffered
from matching.domain.participation import ProviderMove
from matching.domain.permission import Permission
from matching.domain.proposal import Proposal
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import ACCOMPANYING, ProposalStatus
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.errors import InvalidInputError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.proposals import PROPOSALS
from matching.use_cases.proposals.held import hold_proposal
from matching.use_cases.proposals.steps import answered_before, refuse_stale, take, told_again
from matching.use_cases.roles import refuse_other_roles, refuse_role_without
from matching.use_cases.workplace import Workplace


def provider_moves(
    workplace: Workplace,
    id_: str,
    state: str,
    *,
    viewer: Viewer,
    at: datetime,
    reason: str | None = None,
    on: date | None = None,
    text: str | None = None,
    sendable_text: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """Requested, on the waiting list, invited, admitted or refused by the provider; a refusal says why.

    NotFoundError when it is not the viewer's own participant; ForbiddenError for other roles, and for a provider who
    would ask itself.
    """
    asks = state == ProposalStatus.REQUESTED
    refuse_role_without(viewer, Permission.RECORD_PROVIDER_ANSWER)
    if asks:
        refuse_other_roles(viewer, ACCOMPANYING, "de demander au prestataire")
    with workplace.acting(viewer, Act.PROVIDER_STEP, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_proposal(connection, id_, viewer, at)
        refuse_stale(held.entry.version, expected_version)
        told = {"state": state, "reason": reason, "on": on, "text": text, "sendable_text": sendable_text}
        if (state == ProposalStatus.PROVIDER_REFUSED) != (reason is not None):
            raise InvalidInputError("Un refus du prestataire dit son motif, et lui seul ; corriger le motif.")
        if reason is not None:
            refuse_unoffered(held.entry.word.kind, ReasonStep.PROVIDER_REFUSE, [reason], text=text or sendable_text)
        step = word_from(ProviderMove, "Étape refusée", told | {"author": viewer.account, "at": at})
        return take(connection, held, step, once)
