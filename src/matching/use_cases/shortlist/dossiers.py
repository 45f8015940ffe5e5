"""Dossiers: prepared by a human decision, handed over by a person; the service never sends anything."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from matching.domain.employer_answer import Dossier
from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.reporting_duty import ReportingList
from matching.domain.shortlist import FallenOut
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.dossiers import DossierState, RequestState
from matching.domain.vocabulary.needs import ConsentPurpose
from matching.domain.vocabulary.process import ACCOMPANYING
from matching.errors import ConflictError, ForbiddenError
from matching.storage import profiles, reporting_occupations, tables
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry, nothing_under
from matching.storage.person_ledger import PersonLedger
from matching.use_cases.live import Live
from matching.use_cases.person_file import hold_file
from matching.use_cases.proposals.steps import answered_before, remember_answer
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.row_for import row_for
from matching.use_cases.shortlist.leaving import content_of, leaving, narrowed
from matching.use_cases.shortlist.people import Bench
from matching.use_cases.shortlist.postings import (
    move,
    refuse_without_mandate,
    takes_mandate,
)
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff

DOSSIERS = PersonLedger(tables.dossiers, Dossier)


def prepare_dossier(
    workplace: Workplace,
    opportunity: str,
    profile: str,
    *,
    viewer: Viewer,
    at: datetime,
    once: IdempotencyKey | None = None,
) -> Entry[Dossier]:
    """Prepare what may leave of a person for an option: the decision of the counsellor who asks, nothing is sent.

    NotFoundError when option or file do not exist for the viewer, ForbiddenError for a role, institution or mandate
    that may not, ConflictError when the person is ruled out, did not consent, or already has a dossier there.
    """
    live = workplace.live(at)
    with workplace.acting(viewer, Act.DOSSIER, at=at, purpose=ConsentPurpose.DOSSIER_TO_PROVIDER) as connection:
        if (before := _done_before(connection, once, viewer, at)) is not None:
            return before
        listed = reporting_occupations.read_list(connection)
        bench = _bench(workplace, live, listed, opportunity, viewer=viewer, at=at)
        file = hold_file(connection, profile)
        whole, looked = file.profile, bench.look(file)
        _refuse_ruled_out(looked.ruled_out)
        kind = OpportunityKind[bench.option.kind.upper()]
        under_mandate = takes_mandate(bench.option, listed)
        dossier = Dossier(
            profile=whole.id,
            opportunity=opportunity,
            title=bench.option.title,
            kind=kind,
            under_mandate=under_mandate,
            content=content_of(looked.person, kind, viewer, at),
            prepared_by=viewer.account,
        )
        standing = [entry.word for entry in DOSSIERS.current(connection, subjects=[whole.id])]
        if any(word.opportunity == opportunity and word.state is not DossierState.WITHDRAWN for word in standing):
            raise ConflictError("{file} a déjà un dossier pour cette option.", file=whole.id)
        if under_mandate and whole.unit is not None:
            move(connection, opportunity, whole.unit, RequestState.PROPOSED, viewer=viewer, at=at)
        prepared = DOSSIERS.add(connection, dossier, subject=whole.id, author=viewer.account, at=at)
        remember_answer(connection, prepared, viewer, once)
        return prepared


def hand_over(
    workplace: Workplace, dossier: str, *, viewer: Viewer, at: datetime, once: IdempotencyKey | None = None
) -> Entry[Dossier]:
    """Write down that a person has handed a dossier over: everything that allowed it is asked again at this moment.

    NotFoundError, in the same words, for an unknown dossier, one of a foreign file and one whose mandate is missing.
    """
    live = workplace.live(at)
    with workplace.acting(viewer, Act.DOSSIER, at=at, purpose=ConsentPurpose.DOSSIER_TO_PROVIDER) as connection:
        if (before := _done_before(connection, once, viewer, at)) is not None:
            return before
        entry = own_dossier(connection, dossier, viewer, at)
        if entry.word.state is not DossierState.PREPARED:
            raise ConflictError("Ce dossier est déjà {state}.", state=entry.word.state)
        listed = reporting_occupations.read_list(connection)
        bench = _bench(workplace, live, listed, entry.word.opportunity, viewer=viewer, at=at)
        file = hold_file(connection, entry.subject)
        looked = bench.look(file)
        _refuse_ruled_out(looked.ruled_out)
        content = entry.word.content
        if narrowed(content, leaving(looked.person, entry.word.kind, viewer, at)) != content:
            raise ConflictError("Le consentement ne couvre plus tout ce dossier ; le retirer et le préparer à nouveau.")
        given = entry.word.model_copy(
            update={"state": DossierState.HANDED_OVER, "handed_over_by": viewer.account, "handed_over_at": at}
        )
        if entry.word.under_mandate and entry.unit is not None:
            move(connection, entry.word.opportunity, entry.unit, RequestState.HANDED_OVER, viewer=viewer, at=at)
        handed = DOSSIERS.revise(connection, entry, given, author=viewer.account, at=at)
        remember_answer(connection, handed, viewer, once)
        return handed


def withdraw_dossier(
    workplace: Workplace, dossier: str, *, viewer: Viewer, at: datetime, once: IdempotencyKey | None = None
) -> Entry[Dossier]:
    """Withdraw a dossier that was prepared; what was handed over cannot be taken back. Errors as in `hand_over`."""
    with workplace.acting(viewer, Act.DOSSIER, at=at, purpose=ConsentPurpose.DOSSIER_TO_PROVIDER) as connection:
        if (before := _done_before(connection, once, viewer, at)) is not None:
            return before
        entry = own_dossier(connection, dossier, viewer, at)
        if entry.word.state is not DossierState.PREPARED:
            raise ConflictError("Ce dossier est déjà {state}.", state=entry.word.state)
        withdrawn = entry.word.model_copy(update={"state": DossierState.WITHDRAWN})
        revised = DOSSIERS.revise(connection, entry, withdrawn, author=viewer.account, at=at)
        if entry.word.under_mandate and entry.unit is not None and not _still_proposes(connection, entry):
            move(connection, entry.word.opportunity, entry.unit, RequestState.ASKED, viewer=viewer, at=at)
        remember_answer(connection, revised, viewer, once)
        return revised


def own_dossier(connection: Connection, id_: str, viewer: Viewer, at: datetime) -> Entry[Dossier]:
    """A dossier of a file of the viewer's units; NotFoundError, in the same words, whatever stands against it."""
    refuse_other_roles(viewer, ACCOMPANYING, "de traiter des dossiers")
    entry = DOSSIERS.get(connection, id_)
    theirs = profiles.list_ids(connection)
    if entry.subject not in theirs or (entry.word.under_mandate and not is_pes_staff(viewer, at)):
        raise nothing_under(id_)
    return entry


def dossiers_of(
    connection: Connection, people: Sequence[str], viewer: Viewer, at: datetime
) -> Iterator[Entry[Dossier]]:
    """The dossiers of some people of the viewer's units, those that take a mandate only under one."""
    may_read = is_pes_staff(viewer, at)
    for entry in DOSSIERS.current(connection, subjects=people):
        if may_read or not entry.word.under_mandate:
            yield entry


def _done_before(
    connection: Connection, once: IdempotencyKey | None, viewer: Viewer, at: datetime
) -> Entry[Dossier] | None:
    """What the same request wrote before, while the dossier is still the viewer's."""
    before = answered_before(connection, DOSSIERS, viewer, once)
    if before is not None:
        own_dossier(connection, before.id, viewer, at)
    return before


def _still_proposes(connection: Connection, entry: Entry[Dossier]) -> bool:
    return any(
        other.unit == entry.unit
        and other.word.opportunity == entry.word.opportunity
        and other.word.state is DossierState.PREPARED
        for other in DOSSIERS.current(connection)
    )


def _bench(
    workplace: Workplace, live: Live, listed: ReportingList, opportunity: str, *, viewer: Viewer, at: datetime
) -> Bench:
    """The option, for a viewer who may propose people for it."""
    row = row_for(live, opportunity, viewer, at)
    option = live.snapshot.option(row)
    if takes_mandate(option, listed):
        refuse_without_mandate(viewer, at)
    refuse_other_roles(viewer, ACCOMPANYING, "de proposer des personnes")
    if viewer.institution is None or not _may_prescribe(option, viewer):
        raise ForbiddenError("Votre institution ne permet pas de proposer des personnes pour cette option.")
    return Bench.of(workplace, live, row, option, viewer=viewer, at=at, lang="fr")


def _may_prescribe(option: AnyOpportunity, viewer: Viewer) -> bool:
    return isinstance(option, Vacancy) or not option.prescribers or viewer.institution in option.prescribers


def _refuse_ruled_out(ruled_out: Sequence[FallenOut]) -> None:
    if ruled_out:
        why = " ".join(one.example for one in ruled_out)
        raise ConflictError("La personne n'entre pas en ligne de compte : {why}", why=why)
