"""The payer: asked by whoever accompanies the person, answered by the institution asked and by nobody else."""

from datetime import datetime

from matching.contracts.reasons import word_from
from matching.domain.decision import PayerDecision, PayerRequest
from matching.domain.opportunity import Vacancy
from matching.domain.permission import Permission
from matching.domain.proposal import Proposal
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ACCOMPANYING
from matching.errors import ConflictError, ForbiddenError
from matching.storage import opportunities
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.proposals import PROPOSALS
from matching.use_cases.paying import refuse_without_words, refuse_wrong_payer
from matching.use_cases.proposals.held import hold_proposal
from matching.use_cases.proposals.readers import asked_payers
from matching.use_cases.proposals.steps import answered_before, refuse_stale, take, told_again
from matching.use_cases.roles import refuse_other_roles, refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day


def ask_payer(
    workplace: Workplace,
    id_: str,
    institution: Institution,
    *,
    viewer: Viewer,
    at: datetime,
    text: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """Put a proposal that the person accepted to a paying institution.

    ConflictError when nobody pays for it (a job), or that institution cannot be the payer for this person.
    """
    refuse_other_roles(viewer, ACCOMPANYING, "de soumettre une proposition au payeur")
    with workplace.acting(viewer, Act.PAYER_STEP, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_proposal(connection, id_, viewer, at)
        refuse_stale(held.entry.version, expected_version)
        told = {"institution": institution, "text": text, "author": viewer.account, "at": at}
        step = word_from(PayerRequest, "Demande refusée", told)
        held.refuse_wrong_step(step.leads_to)
        option = opportunities.get_current(connection, held.entry.word.opportunity)
        if option is None:
            raise ConflictError("Cette option n'est plus au catalogue ; retirer la proposition.")
        if isinstance(option, Vacancy):
            raise ConflictError("Un emploi n'a pas de payeur à qui demander ; une aide se propose pour elle-même.")
        if held.person is not None:
            refuse_wrong_payer(connection, institution, option, held.person, on=swiss_day(at), at=at)
        return take(connection, held, step, once)


def payer_decides(
    workplace: Workplace,
    id_: str,
    *,
    granted: bool,
    viewer: Viewer,
    at: datetime,
    text: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """The payer's decision on what was put to it; it may take back a grant as long as nothing followed.

    NotFoundError for a payer that was not asked, ForbiddenError for staff of another institution than the one asked,
    InvalidInputError for a refusal without a word.
    """
    refuse_role_without(viewer, Permission.RECORD_PAYER_DECISION)
    with workplace.acting(viewer, Act.PAYER_STEP, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_proposal(connection, id_, viewer, at)
        told = {"institution": viewer.institution, "granted": granted, "text": text}
        step = word_from(PayerDecision, "Décision refusée", told | {"author": viewer.account, "at": at})
        asked = asked_payers(held.steps)
        if asked and viewer.institution is not asked[-1]:
            raise ForbiddenError("Seule l'institution à qui la demande est adressée y répond ; la lui laisser.")
        refuse_stale(held.entry.version, expected_version)
        held.refuse_wrong_step(step.leads_to)
        if not granted:
            refuse_without_words(text)
        return take(connection, held, step, once)
