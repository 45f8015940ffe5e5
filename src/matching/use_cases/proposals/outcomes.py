"""Outcomes: facts stated months later, measured from the start; what nobody stated stays unknown."""

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from matching.contracts.reasons import word_from
from matching.domain.offered_reasons import refuse_unoffered
from matching.domain.outcome import HORIZONS, WITH_AN_AMOUNT, Outcome
from matching.domain.participation import Start
from matching.domain.profile import Profile
from matching.domain.telling import OUTCOME_CATEGORIES
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import ACCOMPANYING, WITH_THE_PERSON, OutcomeKind
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.eligibility.months import full_months
from matching.errors import ConflictError, InvalidInputError, PreconditionRequiredError, Said
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.named_entries import id_of
from matching.storage.proposals import OUTCOMES
from matching.use_cases.proposals.held import Held, hold_proposal, read_proposal
from matching.use_cases.proposals.steps import answered_before, refuse_stale, remember_answer, still_theirs
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day


def record_outcome(
    workplace: Workplace,
    id_: str,
    kind: OutcomeKind,
    *,
    viewer: Viewer,
    at: datetime,
    months: int | None = None,
    holds: bool | None = None,
    amount: float | None = None,
    dropout_reason: str | None = None,
    source: Literal["counsellor", "person", "provider", "register"] = "counsellor",
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Outcome]:
    """State a later fact about a proposal; stated again, it is a new version of it, which must name the one before.

    InvalidInputError for a horizon that the fact does not have; ConflictError before the horizon is reached, and for a
    fact that the viewer could not read for want of consent.
    """
    refuse_other_roles(viewer, ACCOMPANYING, "d'enregistrer une suite")
    with workplace.acting(viewer, Act.OUTCOME, at=at) as connection:
        if (before := answered_before(connection, OUTCOMES, viewer, once)) is not None:
            return still_theirs(connection, before)
        held = hold_proposal(connection, id_, viewer, at)
        stated: dict[str, object] = {"proposal": id_, "kind": kind, "months": months, "holds": holds, "amount": amount}
        stated |= {"dropout_reason": dropout_reason, "stated_at": at, "source": source}
        _refuse_incomplete(held, kind, months, amount=amount, holds=holds, dropout_reason=dropout_reason)
        word = word_from(Outcome, "Suite refusée", stated)
        _refuse_too_early(held, months)
        outcome = id_of("outcomes", (id_, kind.value, months))
        known = OUTCOMES.find(connection, outcome)
        _refuse_stated_again(known, expected_version)
        if known is None:
            entry = OUTCOMES.add(
                connection, word, subject=held.entry.subject, author=viewer.account, at=at, id_=outcome
            )
        else:
            entry = OUTCOMES.revise(connection, known, word, author=viewer.account, at=at)
        if held.person is None or told_outcome(entry, held.person) != entry:
            raise ConflictError(
                "La personne n'a pas consenti à ce que votre institution utilise ce que dit cette suite ; "
                "demander son accord et le noter.",
                command="consent",
            )
        remember_answer(connection, entry, viewer, once)
        return entry


def outcomes_of(workplace: Workplace, id_: str, *, viewer: Viewer, at: datetime) -> list[Entry[Outcome]]:
    """What was stated about a proposal, as this viewer may read it."""
    refuse_other_roles(viewer, WITH_THE_PERSON, "de lire des suites")
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        held = read_proposal(connection, id_, viewer, at)
        entries = OUTCOMES.current(connection, subjects=[held.entry.subject])
        told = [told_outcome(entry, held.person) for entry in entries if entry.word.proposal == id_]
        return [entry for entry in told if entry is not None]


def told_outcome(entry: Entry[Outcome], person: Profile | None) -> Entry[Outcome] | None:
    """The fact as an office that sees the redacted person may read it; None when it may not."""
    hidden = set(person.withheld) if person else set()
    if OUTCOME_CATEGORIES[entry.word.kind] & hidden:
        return None
    return replace(entry, word=entry.word.model_copy(update={"dropout_reason": None})) if hidden else entry


def _refuse_incomplete(
    held: Held,
    kind: OutcomeKind,
    months: int | None,
    *,
    amount: float | None,
    holds: bool | None,
    dropout_reason: str | None,
) -> None:
    horizons = HORIZONS[kind]
    if (months not in horizons) if horizons else months is not None:
        months_known = sorted(horizons) or Said("aucune échéance : le fait vaut quand il arrive")
        raise InvalidInputError(
            "« {kind} » se constate à (mois depuis le début) : {months}.", kind=kind, months=months_known
        )
    if amount is None and holds is None:
        raise InvalidInputError("Une suite inconnue ne s'enregistre pas : dire si le fait est vrai, ou son montant.")
    if amount is not None and kind not in WITH_AN_AMOUNT:
        raise InvalidInputError("« {kind} » n'est pas un montant ; dire si le fait est vrai.", kind=kind)
    if dropout_reason is not None:
        if kind is not OutcomeKind.DROPOUT or not holds:
            raise InvalidInputError("Seul un abandon a un motif d'abandon ; retirer le motif.")
        refuse_unoffered(held.entry.word.kind, ReasonStep.DROP_OUT, [dropout_reason], text=None)


def _refuse_stated_again(known: Entry[Outcome] | None, expected: int | None) -> None:
    """PreconditionRequiredError for a fact that is there already, unless it is this version of it that is corrected."""
    if known is not None and expected is None:
        raise PreconditionRequiredError(
            "« {kind} » est déjà enregistré pour cette proposition ; pour le changer, corriger ce qui est enregistré "
            "(version {version}).",
            kind=known.word.kind,
            version=known.version,
        )
    refuse_stale(known.version if known else 0, expected)


def _refuse_too_early(held: Held, months: int | None) -> None:
    """ConflictError before so many months have passed since the start; since the first decision where none began."""
    since = _since(held)
    if months is not None and full_months(since, swiss_day(held.at)) < months:
        raise ConflictError(
            "Depuis le {day}, il n'y a pas encore {months} mois ; constater la suite à son échéance.",
            day=since,
            months=months,
        )


def _since(held: Held) -> date:
    begun = [step.on for entry in held.steps if isinstance(step := entry.word.step, Start) and step.came]
    return begun[0] if begun else swiss_day(held.steps[0].at)
