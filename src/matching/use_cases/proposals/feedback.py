"""The word on a single explanation, in one click: right, wrong (what is right instead), or beside the point."""

from datetime import datetime

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.feedback import Corrected, Correction, ReasonFeedback
from matching.domain.recommendation import Card
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import ACCOMPANYING, CorrectionStatus, FeedbackVerdict
from matching.errors import InvalidInputError, NotFoundError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.named_entries import id_of
from matching.storage.proposals import CORRECTIONS, REASON_FEEDBACK
from matching.use_cases.proposals.held import hold_shown, nothing_shown
from matching.use_cases.proposals.steps import answered_before, remember_answer, still_theirs
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace


def give_feedback(
    workplace: Workplace,
    recommendation: str,
    opportunity: str,
    reason: str,
    verdict: FeedbackVerdict,
    *,
    viewer: Viewer,
    at: datetime,
    correction: str | None = None,
    corrects: Corrected | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[ReasonFeedback]:
    """Write down a counsellor's word on a rule or feature of a card they may read; said again, it is a new version.

    "Wrong" says what is right and whose fact it is, and proposes that as a correction; another verdict later takes a
    proposal that is still open back. NotFoundError for any other slate, card or explanation.
    """
    refuse_other_roles(viewer, ACCOMPANYING, "de juger une explication")
    with workplace.acting(viewer, Act.FEEDBACK, at=at) as connection:
        if (before := answered_before(connection, REASON_FEEDBACK, viewer, once)) is not None:
            return still_theirs(connection, before)
        file, card = hold_shown(connection, recommendation, opportunity, viewer, at)
        if card is None:
            raise nothing_shown(recommendation, opportunity)
        if reason not in explanations_of(card):
            raise NotFoundError(
                "Aucune raison {reason} pour {option} dans {slate} ; vérifier les trois.",
                reason=reason,
                option=opportunity,
                slate=recommendation,
                command="shown",
            )
        about = {"recommendation": recommendation, "opportunity": opportunity, "reason": reason}
        said: dict[str, object] = {"verdict": verdict, "correction": correction, "corrects": corrects}
        said |= {"author": viewer.account, "at": at}
        word = word_from(ReasonFeedback, "Avis refusé", about | said)
        _refuse_incomplete(word)
        id_ = id_of("reason_feedback", (*about.values(), viewer.account))
        known = REASON_FEEDBACK.find(connection, id_)
        person = file.profile
        if known is None:
            entry = REASON_FEEDBACK.add(connection, word, subject=person.id, author=viewer.account, at=at, id_=id_)
        else:
            entry = REASON_FEEDBACK.revise(connection, known, word, author=viewer.account, at=at)
        _propose(connection, entry)
        remember_answer(connection, entry, viewer, once)
        return entry


def explanations_of(card: Card) -> frozenset[str]:
    """The rules and features that a card names."""
    return frozenset((*(verdict.rule for verdict in card.verdicts), *(line.feature for line in card.contributions)))


def _refuse_incomplete(word: ReasonFeedback) -> None:
    wrong = word.verdict is FeedbackVerdict.WRONG
    if wrong and not (word.correction and word.corrects):
        raise InvalidInputError("« Faux » dit ce qui est juste, et si c'est le dossier ou la fiche qui est à corriger.")
    if not wrong and (word.correction or word.corrects):
        raise InvalidInputError("Seul « faux » propose une correction ; la retirer, ou changer l'avis.")


def _propose(connection: Connection, feedback: Entry[ReasonFeedback]) -> None:
    """Write down the correction that a feedback proposes, or take it back; one feedback has one at most."""
    said, id_ = feedback.word, id_of("corrections", (feedback.id,))
    known = CORRECTIONS.find(connection, id_)
    if said.corrects is None:
        if known is None or known.word.status is not CorrectionStatus.PROPOSED:
            return
        word = known.word.model_copy(update={"status": CorrectionStatus.DISMISSED, "decided_by": feedback.author})
        CORRECTIONS.revise(connection, known, word, author=feedback.author, at=feedback.at)
        return
    word = Correction(
        profile=feedback.subject,
        corrects=said.corrects,
        opportunity=said.opportunity,
        source="feedback",
        origin=feedback.id,
        reason=said.reason,
        text=said.correction,
    )
    if known is not None:
        CORRECTIONS.revise(connection, known, word, author=feedback.author, at=feedback.at)
        return
    CORRECTIONS.add(connection, word, subject=feedback.subject, author=feedback.author, at=feedback.at, id_=id_)
