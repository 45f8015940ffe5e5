"""Decide: a named counsellor accepts, rejects or defers one option of a slate that was shown, each with its reasons."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.decision import Decision
from matching.domain.offered_reasons import refuse_unoffered
from matching.domain.proposal import Proposal
from matching.domain.proposal_states import STEP_OF_VERB, UNDER_WAY
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import ACCOMPANYING, Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ConflictError, ForbiddenError, InvalidInputError
from matching.storage import opportunities
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.proposals import PROPOSALS
from matching.use_cases.proposals.held import Held, hold_card, known_among
from matching.use_cases.proposals.prescribing import other_prescribers
from matching.use_cases.proposals.steps import answered_before, refuse_stale, take, told_again
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.voice.refusals import lift_refusals, write_refusals
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day


def decide(
    workplace: Workplace,
    recommendation: str,
    opportunity: str,
    verb: Verb,
    *,
    viewer: Viewer,
    at: datetime,
    reasons: Sequence[str] = (),
    text: str | None = None,
    until: date | None = None,
    rule: str | None = None,
    good_idea: bool | None = None,
    shareable_with_person: bool = False,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """Write down a decision on a card that this viewer was shown or may read; a reject makes the option rest.

    NotFoundError for any other slate or card. ForbiddenError for a role that accompanies nobody and an institution that
    does not prescribe the option. InvalidInputError for reasons that are missing or not offered for it. The first
    decision needs no version; ConflictError when it does not follow on the present state.
    """
    refuse_other_roles(viewer, ACCOMPANYING, "de décider d'une proposition")
    with workplace.acting(viewer, Act.DECIDE, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_card(connection, recommendation, opportunity, viewer, at)
        refuse_stale(held.entry.version, expected_version)
        _refuse_twice(connection, held)
        told: dict[str, Any] = {
            "verb": verb,
            "text": text,
            "until": until,
            "rule": rule,
            "author": viewer.account,
            "at": at,
        }
        told |= {"good_idea": good_idea, "shareable_with_person": shareable_with_person}
        told |= {"accept_reasons" if verb is Verb.ACCEPT else "reject_reasons": tuple(reasons)}
        _refuse_incomplete(held, verb, reasons, text=text, until=until)
        decision = word_from(Decision, "Décision refusée", told)
        held.refuse_wrong_step(decision.leads_to)
        _refuse_other_prescribers(connection, held, verb)
        _rest_or_wake(connection, held, decision)
        return take(connection, held, decision, once)


def _refuse_twice(connection: Connection, held: Held) -> None:
    """ConflictError for an option that another slate led to and that is under way, as far as the viewer may know."""
    if held.steps or held.file is None:
        return
    entries = [
        entry
        for entry in PROPOSALS.current(connection, subjects=[held.file.profile.id])
        if entry.word.opportunity == held.entry.word.opportunity
    ]
    for each in known_among(connection, entries, held.viewer, held.at, held.file):
        if (status := each.told.word.status) in UNDER_WAY:
            raise ConflictError(
                "Cette option est déjà en cours pour cette personne (« {status} ») ; continuer depuis l'historique.",
                status=status,
            )


def _refuse_incomplete(held: Held, verb: Verb, reasons: Sequence[str], *, text: str | None, until: date | None) -> None:
    """InvalidInputError for reasons that this kind of option and verb do not have, and for a reason or day missing."""
    refuse_unoffered(held.entry.word.kind, STEP_OF_VERB[verb], reasons, text=text)
    if verb is not Verb.DEFER and not reasons:
        raise InvalidInputError("Pour {verb}, indiquer au moins un motif.", verb=verb)
    if verb is Verb.DEFER and bool(reasons) != (until is not None):
        raise InvalidInputError(
            "Mettre en attente se fait sans motif, ou avec un motif et un jour ; indiquer les deux."
        )
    if RejectReason.NOT_NOW in reasons and until is None:
        raise InvalidInputError("« Pas maintenant » demande un jour : jusqu'à quand.")
    if until is not None and (verb is Verb.ACCEPT or until < swiss_day(held.at)):
        raise InvalidInputError("Le jour indiqué est celui où une attente ou un repos finit : un jour à venir.")


def _refuse_other_prescribers(connection: Connection, held: Held, verb: Verb) -> None:
    """ForbiddenError unless the viewer's institution may prescribe it to this person.

    What has left the catalogue can only be rejected or deferred.
    """
    option = opportunities.get_current(connection, held.entry.word.opportunity)
    if option is None:
        if verb is Verb.ACCEPT:
            raise ConflictError("Cette option n'est plus au catalogue ; la refuser ou demander de nouvelles options.")
        return
    others = other_prescribers(connection, held.person, option, held.viewer, held.at) if held.person else ()
    if others:
        raise ForbiddenError(
            "Votre institution ne prescrit pas cette option à cette personne ; la prescrivent : {named}.", named=others
        )


def _rest_or_wake(connection: Connection, held: Held, decision: Decision) -> None:
    """After a no the option rests by its reasons; after a yes what rested for the counsellor's own no stands again."""
    if held.file is None:
        return
    option, viewer, at = held.entry.word.opportunity, held.viewer, held.at
    if decision.verb is not Verb.REJECT:
        lift_refusals(connection, held.file, option, said_by=["counsellor"], viewer=viewer, at=at)
        return
    write_refusals(
        connection,
        held.file,
        option,
        decision.reject_reasons,
        said_by="counsellor",
        words=decision.text,
        until=decision.until,
        viewer=viewer,
        at=at,
    )
