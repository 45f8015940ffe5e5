"""The person's own answer to an accepted proposal: yes, no, or thinking. They may change their mind until the start."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.decision import PersonAnswer
from matching.domain.offered_reasons import refuse_unoffered
from matching.domain.proposal import Proposal
from matching.domain.proposal_states import TRANSITIONS, in_words
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import WITH_THE_PERSON, ProposalStatus
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.errors import ConflictError, InvalidInputError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.proposals import PROPOSALS
from matching.use_cases.proposals.held import Held, hold_proposal
from matching.use_cases.proposals.steps import answered_before, refuse_stale, take, told_again
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.voice.refusals import lift_refusals, write_refusals
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day


def answer(
    workplace: Workplace,
    id_: str,
    said: Literal["accepted", "declined", "thinking"],
    *,
    viewer: Viewer,
    at: datetime,
    reasons: Sequence[str] = (),
    text: str | None = None,
    until: date | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """Write down what the person answers; a no needs no reason, and makes the option rest.

    NotFoundError when the proposal does not exist for this viewer, ConflictError when nothing is to be answered.
    """
    refuse_other_roles(viewer, WITH_THE_PERSON, "de noter la réponse d'une personne")
    with workplace.acting(viewer, Act.RECORD_ANSWER, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_proposal(connection, id_, viewer, at)
        refuse_stale(held.entry.version, expected_version)
        told = {"answer": said, "reasons": tuple(reasons), "text": text, "until": until}
        _refuse_incomplete(held, said, reasons, text=text, until=until)
        step = word_from(PersonAnswer, "Réponse refusée", told | {"author": viewer.account, "at": at})
        _refuse_out_of_turn(held, step)
        _rest_or_wake(connection, held, step)
        return take(connection, held, step, once)


def _refuse_incomplete(held: Held, said: str, reasons: Sequence[str], *, text: str | None, until: date | None) -> None:
    if said != "declined" and (reasons or until):
        raise InvalidInputError("Seul un non se motive ; retirer les motifs et le jour.")
    refuse_unoffered(held.entry.word.kind, ReasonStep.DECLINE, reasons, text=text)
    if RejectReason.NOT_NOW in reasons and until is None:
        raise InvalidInputError("« Pas maintenant » demande un jour : jusqu'à quand.")
    if until is not None and until < swiss_day(held.at):
        raise InvalidInputError("Le repos ne peut pas finir avant aujourd'hui ; corriger le jour.")


def _refuse_out_of_turn(held: Held, step: PersonAnswer) -> None:
    """Whoever thinks leaves the state as it is, so that there must be a question to think about."""
    now = held.entry.word.status
    if step.answer == "thinking" and now is not ProposalStatus.ACCEPTED:
        raise ConflictError(
            "La personne n'a pas à réfléchir à une proposition « {now} » ; permis ensuite : {steps}.",
            now=now,
            steps=in_words(TRANSITIONS[now]),
        )
    held.refuse_wrong_step(step.leads_to)


def _rest_or_wake(connection: Connection, held: Held, step: PersonAnswer) -> None:
    """After a no the option rests, after a yes whatever rested for a no to it stands again."""
    if held.file is None or step.answer == "thinking":
        return
    option, viewer, at = held.entry.word.opportunity, held.viewer, held.at
    if step.answer == "accepted":
        lift_refusals(connection, held.file, option, said_by=["person", "counsellor"], viewer=viewer, at=at)
        return
    write_refusals(
        connection,
        held.file,
        option,
        step.reasons or (None,),
        said_by="person",
        words=step.text,
        until=step.until,
        viewer=viewer,
        at=at,
    )
