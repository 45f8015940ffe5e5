"""The start, which waits for the payer's word, and the end."""

from datetime import date, datetime

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.decision import PayerDecision
from matching.domain.offered_reasons import refuse_unoffered
from matching.domain.opportunity import AnyOpportunity, Placement, Vacancy
from matching.domain.participation import End, Start
from matching.domain.permission import Permission
from matching.domain.proposal import Proposal
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import GuaranteeStatus
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.eligibility.payer import Guard, resolve
from matching.errors import ConflictError, InvalidInputError
from matching.storage import opportunities
from matching.storage.agreements import GUARANTEES, lead_at
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.proposals import PROPOSALS
from matching.storage.scope import as_the_house
from matching.use_cases.paying import refuse_wrong_payer
from matching.use_cases.proposals.held import Held, hold_proposal
from matching.use_cases.proposals.steps import answered_before, refuse_stale, take, told_again
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.shown import slate_under
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

_IN_FORCE = frozenset({GuaranteeStatus.GRANTED, GuaranteeStatus.ACTIVE})


def start(
    workplace: Workplace,
    id_: str,
    *,
    on: date,
    viewer: Viewer,
    at: datetime,
    came: bool = True,
    text: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """The first day: the person came, or did not. ConflictError while whoever pays has not given its word before it.

    It may be written down later than it was, and no earlier than the option was shown (InvalidInputError).
    A job needs none, nor a place that nobody pays for. Source: a measure starts only after its payer's decision, or
    under a guarantee (Optima, LU).
    """
    refuse_role_without(viewer, Permission.RECORD_PROVIDER_ANSWER)
    with workplace.acting(viewer, Act.PARTICIPATION, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_proposal(connection, id_, viewer, at)
        refuse_stale(held.entry.version, expected_version)
        if on > swiss_day(at):
            raise InvalidInputError(
                "Un début s'enregistre le jour venu ; indiquer un jour passé ou celui d'aujourd'hui."
            )
        if on < _shown_on(connection, held):
            raise InvalidInputError("Un début ne précède pas le jour où l'option a été montrée ; corriger le jour.")
        told = {"came": came, "on": on, "text": text, "author": viewer.account, "at": at}
        step = word_from(Start, "Début refusé", told)
        held.refuse_wrong_step(step.leads_to)
        step = step.model_copy(update={"guarantee": _paid_under(connection, held, on)}) if came else step
        return take(connection, held, step, once)


def end(
    workplace: Workplace,
    id_: str,
    *,
    on: date,
    viewer: Viewer,
    at: datetime,
    dropout_reason: str | None = None,
    text: str | None = None,
    expected_version: int | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[Proposal]:
    """The last day: as planned, or before, and then with the reason; finding a job is a success."""
    refuse_role_without(viewer, Permission.RECORD_PROVIDER_ANSWER)
    with workplace.acting(viewer, Act.PARTICIPATION, at=at) as connection:
        if (before := answered_before(connection, PROPOSALS, viewer, once)) is not None:
            return told_again(connection, before, viewer, at)
        held = hold_proposal(connection, id_, viewer, at)
        refuse_stale(held.entry.version, expected_version)
        if dropout_reason is not None:
            refuse_unoffered(held.entry.word.kind, ReasonStep.DROP_OUT, [dropout_reason], text=text)
        told = {"completed": dropout_reason is None, "on": on, "reason": dropout_reason, "text": text}
        step = word_from(End, "Fin refusée", told | {"author": viewer.account, "at": at})
        held.refuse_wrong_step(step.leads_to)
        begun = [entry.word.step for entry in held.steps if isinstance(entry.word.step, Start)]
        if on > swiss_day(at) or (begun and on < begun[-1].on):
            raise InvalidInputError("La fin se place entre le début et aujourd'hui ; corriger le jour.")
        return take(connection, held, step, once)


def _shown_on(connection: Connection, held: Held) -> date:
    """The day on which the option was shown; of a slate that is not there any more that of the first step."""
    with as_the_house(connection):  # a provider, who reads no slate, asks for nothing but whether it was before
        slate = slate_under(connection, held.entry.word.recommendation)
    return swiss_day(slate.at if slate else held.steps[0].at)


def _paid_under(connection: Connection, held: Held, on: date) -> str | None:
    """The guarantee that it begins under; None when the payer decided, or nobody has to.

    ConflictError without the payer's word, dated before the first day, of an institution that may still be the payer.
    """
    if held.entry.word.kind is OpportunityKind.VACANCY:
        return None
    option = opportunities.get_current(connection, held.entry.word.opportunity)
    if isinstance(option, Placement) and not option.payers:
        return None
    decided = [entry.word.step for entry in held.steps if isinstance(entry.word.step, PayerDecision)]
    last = decided[-1] if decided else None
    if last is not None and last.granted and swiss_day(last.at) < on:
        if option is not None and held.person is not None and last.institution is not None:
            refuse_wrong_payer(connection, last.institution, option, held.person, on=on, at=held.at)
        return None
    if (guarantee := _guarantee(connection, held, option, on)) is not None:
        return guarantee
    if option is not None and _agreed_with_the_state(connection, held, option, on):
        return None
    raise ConflictError(
        "Un début le {day} n'est pas possible : il manque, datée d'un jour avant, la décision de "
        "l'institution qui paie ou une garantie qui couvre ce jour ; la demander d'abord.",
        day=on,
    )


def _guarantee(connection: Connection, held: Held, option: AnyOpportunity | None, on: date) -> str | None:
    """A guarantee for the option or its kind, granted before the first day and covering it, of a possible payer."""
    word = held.entry.word
    with as_the_house(connection):  # a provider, who reaches no file, asks whether one is there
        on_file = GUARANTEES.current(connection, subjects=[word.profile])
        histories = {entry.id: GUARANTEES.history(connection, entry.id) for entry in on_file}
    for entry in on_file:
        one = entry.word
        if entry.person != held.entry.person:
            continue
        fits = one.opportunity == word.opportunity or (one.opportunity is None and one.code is word.code)
        if not fits or one.status_on(on) not in _IN_FORCE or not one.covers(on):
            continue
        granted = [version.at for version in histories[entry.id] if version.word.status is GuaranteeStatus.GRANTED]
        if not granted or swiss_day(granted[-1]) >= on:
            continue
        if option is not None and held.person is not None:
            refuse_wrong_payer(connection, one.payer, option, held.person, on=on, at=held.at)
        return entry.id
    return None


def _agreed_with_the_state(connection: Connection, held: Held, option: AnyOpportunity, on: date) -> bool:
    """Whether what pays is an agreement of the State with the structure, and no office decides on single people.

    Source: the decision table, France (agrément, conventionnement). An office alone can tell, as it has the file.
    """
    if held.person is None or isinstance(option, Vacancy):
        return False
    led = lead_at(connection, held.person.id, held.at)
    found = resolve(held.person, option, on, lead=led.word if led else None)
    return bool(found.lines) and all(line.guard is Guard.CAPACITY and not line.office for line in found.lines)
