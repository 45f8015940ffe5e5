"""Payment guarantees: asked for by whoever accompanies the person, answered by the payer, in force before the start."""

from datetime import date, datetime

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.guarantee import OF_THE_PAYER, PaymentGuarantee
from matching.domain.opportunity import Measure, Placement, Vacancy
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.measures import MeasureCode, MeasureForm, MeasureType
from matching.domain.vocabulary.process import ACCOMPANYING, GuaranteeStatus, Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.storage import opportunities
from matching.storage.agreements import GUARANTEES
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry, nothing_under
from matching.use_cases.funding import may_be_told
from matching.use_cases.paying import answers_for, refuse_without_words, refuse_wrong_payer, territories, units_near
from matching.use_cases.person_file import hold_file, read_file, read_files
from matching.use_cases.proposals.steps import answered_before, remember_answer
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day

_A_NO = frozenset({GuaranteeStatus.REFUSED, GuaranteeStatus.REVOKED})
_ASK_OR_BEGIN = "de demander une garantie ni d'enregistrer un début"


def request_guarantee(
    workplace: Workplace,
    profile: str,
    *,
    payer: str,
    viewer: Viewer,
    at: datetime,
    valid_from: date,
    valid_to: date,
    opportunity: str | None = None,
    code: str | None = None,
    amount: int | None = None,
    currency: str | None = None,
    reason: str | None = None,
) -> Entry[PaymentGuarantee]:
    """Ask an institution for its word, for one measure or place of the catalogue or for a kind of measure.

    ForbiddenError unless the viewer accompanies the person; ConflictError when that institution cannot be the payer.
    """
    fields = {"profile": profile, "opportunity": opportunity, "code": code, "payer": payer, "reason": reason}
    terms = {"amount": amount, "currency": currency, "valid_from": valid_from, "valid_to": valid_to}
    asked = {"requested_by": viewer.account, "requested_for": viewer.institution, "status": GuaranteeStatus.REQUESTED}
    word = word_from(PaymentGuarantee, "Demande de garantie refusée", {**fields, **terms, **asked})
    _refuse_incomplete(word)
    with workplace.acting(viewer, Act.GUARANTEE, at=at) as connection:
        person = hold_file(connection, profile).profile
        refuse_other_roles(viewer, ACCOMPANYING, _ASK_OR_BEGIN)
        option = _option_of(connection, word)
        refuse_wrong_payer(connection, word.payer, option, redact(person, viewer, at), on=swiss_day(at), at=at)
        return GUARANTEES.add(connection, word, subject=person.id, author=viewer.account, at=at)


def answer_guarantee(
    workplace: Workplace,
    id_: str,
    status: GuaranteeStatus,
    *,
    viewer: Viewer,
    at: datetime,
    reason: str | None = None,
    once: IdempotencyKey | None = None,
) -> Entry[PaymentGuarantee]:
    """The payer's word: granted or refused, later revoked or exhausted; any other state is an InvalidInputError.

    So is a refusal or a revocation without a word. ForbiddenError for any other institution.
    """
    if status not in OF_THE_PAYER:
        allowed = [one for one in GuaranteeStatus if one in OF_THE_PAYER]
        raise InvalidInputError(
            "« {status} » n'est pas une réponse du payeur ; réponses possibles : {allowed}.",
            status=status,
            allowed=allowed,
        )
    with workplace.acting(viewer, Act.GUARANTEE, at=at) as connection:
        entry = _visible_entry(connection, id_, viewer, at)
        if not answers_for(viewer, entry.word.payer, entry.unit, territories(connection)):
            raise ForbiddenError(
                "Seule l'institution qui paie ({payer}) répond à cette demande ; la lui laisser.",
                payer=entry.word.payer,
            )
        if (before := answered_before(connection, GUARANTEES, viewer, once)) is not None:
            return before
        changes = {} if reason is None else {"reason": reason}
        word = entry.word.moved_to(status, swiss_day(at), **changes)
        if status in _A_NO:
            refuse_without_words(reason)
        answered = GUARANTEES.revise(connection, entry, word, author=viewer.account, at=at)
        remember_answer(connection, answered, viewer, once)
        return answered


def activate_guarantee(
    workplace: Workplace, id_: str, *, starts_on: date, viewer: Viewer, at: datetime
) -> Entry[PaymentGuarantee]:
    """Record that the measure starts under its guarantee: granted by the right payer, before that day, covering it.

    Source: Optima (LU), Kostengutsprache before the start.
    """
    with workplace.acting(viewer, Act.GUARANTEE, at=at) as connection:
        entry = _visible_entry(connection, id_, viewer, at)
        person = hold_file(connection, entry.subject).profile
        refuse_other_roles(viewer, ACCOMPANYING, _ASK_OR_BEGIN)
        word = entry.word.moved_to(GuaranteeStatus.ACTIVE, max(starts_on, swiss_day(at)), started_on=starts_on)
        if not word.covers(starts_on):
            raise ConflictError(
                "La garantie va du {first} au {last} ; elle ne couvre pas un début le {day}.",
                first=word.valid_from,
                last=word.valid_to,
                day=starts_on,
            )
        granted_on = swiss_day(entry.at)
        if granted_on >= starts_on:
            raise ConflictError(
                "La garantie a été accordée le {day} : elle doit précéder le début, qui peut avoir lieu dès le "
                "lendemain.",
                day=granted_on,
            )
        option = _option_of(connection, word)
        refuse_wrong_payer(connection, word.payer, option, redact(person, viewer, at), on=starts_on, at=at)
        return GUARANTEES.revise(connection, entry, word, author=viewer.account, at=at)


def list_guarantees(
    workplace: Workplace, *, viewer: Viewer, at: datetime, profile: str | None = None
) -> list[Entry[PaymentGuarantee]]:
    """A payer's own requests; for others those of the people whose files they may open. State as of that day."""
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        if viewer.role is Role.PAYER:
            entries = GUARANTEES.current(connection, units=units_near(connection, viewer))
            entries = [entry for entry in entries if profile is None or entry.subject == profile]
            territory = territories(connection)
            found = [entry for entry in entries if answers_for(viewer, entry.word.payer, entry.unit, territory)]
        else:
            files = read_files(connection) if profile is None else [read_file(connection, profile)]
            people = {file.profile.id: redact(file.profile, viewer, at) for file in files}
            entries = GUARANTEES.current(connection, subjects=list(people))
            found = [entry for entry in entries if may_be_told(people[entry.subject], viewer, entry.word)]
    return [_as_of(entry, swiss_day(at)) for entry in found]


def _as_of(entry: Entry[PaymentGuarantee], on: date) -> Entry[PaymentGuarantee]:
    word = entry.word.model_copy(update={"status": entry.word.status_on(on)})
    return Entry(entry.id, entry.version, entry.subject, entry.unit, entry.author, entry.at, word)


def _visible_entry(connection: Connection, id_: str, viewer: Viewer, at: datetime) -> Entry[PaymentGuarantee]:
    """An entry that exists for this viewer: a payer's own, or of a person whose file they may open."""
    entry = GUARANTEES.get(connection, id_)
    if not _may_know(connection, entry, viewer, at):
        raise nothing_under(id_)
    return entry


def _may_know(connection: Connection, entry: Entry[PaymentGuarantee], viewer: Viewer, at: datetime) -> bool:
    if viewer.role is Role.PAYER:
        return answers_for(viewer, entry.word.payer, entry.unit, territories(connection))
    try:
        person = read_file(connection, entry.subject).profile
    except NotFoundError:
        return False
    return may_be_told(redact(person, viewer, at), viewer, entry.word)


def _refuse_incomplete(word: PaymentGuarantee) -> None:
    if (word.opportunity is None) == (word.code is None):
        raise InvalidInputError("Indiquer soit une option du catalogue, soit un genre de mesure.")
    if word.valid_to < word.valid_from:
        raise InvalidInputError("La période de la garantie finit avant de commencer ; corriger les dates.")
    if (word.amount is None) != (word.currency is None):
        raise InvalidInputError("Un montant va avec sa monnaie ; indiquer les deux ou aucun.")


def _option_of(connection: Connection, word: PaymentGuarantee) -> Measure | Placement:
    """The option of a guarantee; for a kind of measure, that kind alone."""
    if word.opportunity is None:
        code = word.code or MeasureCode.OTHER
        form = MeasureForm.ACTIVITY
        return Measure(id=f"kind:{code}", title=code.fr, form=form, type=MeasureType.COACHING, code=code)
    option = opportunities.get_current(connection, word.opportunity)
    if option is None or isinstance(option, Vacancy):  # in the same words: a posting may be one that nobody may see
        raise NotFoundError("Aucune mesure ni place {option} ; vérifier l'identifiant.", option=word.opportunity)
    return option
