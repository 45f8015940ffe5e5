"""Options that the catalogue does not have, proposed to a person in words, and withdrawn by a later word."""

from datetime import datetime

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.kept import OutsideOption
from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind, Payer
from matching.domain.vocabulary.needs import Barrier
from matching.errors import ConflictError
from matching.storage.idempotency import IdempotencyKey
from matching.storage.kept import OUTSIDE_OPTIONS
from matching.storage.ledger import nothing_under
from matching.use_cases.kept.proposed_outside import ProposedOutside, may_know_of, told_outside
from matching.use_cases.person_file import hold_file, read_file
from matching.use_cases.proposals.steps import answered_before, remember_answer
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact

MOST = 50
"""So many of one account stand for one person at once: a house figure. Others' are not counted: a refusal would tell of
those that are not for whoever asks."""


def propose_outside(
    workplace: Workplace,
    profile: str,
    *,
    kind: OpportunityKind,
    title: str,
    offered_by: str,
    need: Barrier,
    viewer: Viewer,
    at: datetime,
    payer: Payer | None = None,
    words: str | None = None,
    once: IdempotencyKey | None = None,
) -> ProposedOutside:
    """Write down at an aware moment what was proposed to a person beside the catalogue, once under a key.

    NotFoundError when the file does not exist for this viewer, ForbiddenError for other roles, InvalidInputError for a
    title or an offerer that is empty or too long, ConflictError beyond fifty of one's own that stand.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    with workplace.acting(viewer, Act.KEEP, at=at) as connection:
        person = redact(hold_file(connection, profile).profile, viewer, at)
        if (before := answered_before(connection, OUTSIDE_OPTIONS, viewer, once)) is not None:
            return told_outside(before, person, viewer)
        _refuse_many(connection, profile, viewer)
        said = {"kind": kind, "title": title, "offered_by": offered_by, "need": need, "payer": payer, "words": words}
        of = {"profile": profile, "withheld_then": person.withheld, "proposed_by": viewer.account, "at": at}
        option = word_from(OutsideOption, "Proposition hors catalogue non notée", {**said, **of})
        entry = OUTSIDE_OPTIONS.add(connection, option, subject=profile, author=viewer.account, at=at)
        remember_answer(connection, entry, viewer, once)
        return told_outside(entry, person, viewer)


def withdraw_outside(
    workplace: Workplace, profile: str, outside: str, *, viewer: Viewer, at: datetime
) -> ProposedOutside:
    """Withdraw it at an aware moment: it stays in the history and counts no more. Withdrawn twice it is so once.

    NotFoundError, in the same words, when there is none or this viewer may not know of it.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    with workplace.acting(viewer, Act.KEEP, at=at) as connection:
        person = redact(hold_file(connection, profile).profile, viewer, at)
        entry = OUTSIDE_OPTIONS.find(connection, outside)
        if entry is None or entry.subject != profile or not may_know_of(entry.word, person, viewer):
            raise nothing_under(outside)
        if entry.word.withdrawn_at is None:
            option = entry.word.model_copy(update={"withdrawn_by": viewer.account, "withdrawn_at": at})
            entry = OUTSIDE_OPTIONS.revise(connection, entry, option, author=viewer.account, at=at)
        return told_outside(entry, person, viewer)


def list_outside(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> tuple[ProposedOutside, ...]:
    """What was proposed to a person beside the catalogue, the latest first, what was withdrawn too."""
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        person = redact(read_file(connection, profile).profile, viewer, at)
        return outside_of(connection, person, viewer)


def outside_of(connection: Connection, person: Profile, viewer: Viewer) -> tuple[ProposedOutside, ...]:
    """The same of a person as this viewer may see them."""
    entries = OUTSIDE_OPTIONS.current(connection, subjects=[person.id])
    known = [each for each in entries if may_know_of(each.word, person, viewer)]
    return tuple(told_outside(each, person, viewer) for each in reversed(known))


def _refuse_many(connection: Connection, profile: str, viewer: Viewer) -> None:
    entries = OUTSIDE_OPTIONS.current(connection, subjects=[profile])
    own = [each for each in entries if each.word.proposed_by == viewer.account and each.word.withdrawn_at is None]
    if len(own) >= MOST:
        raise ConflictError(
            "{most} propositions hors catalogue de ce compte sont en cours pour ce dossier ; en retirer une d'abord.",
            most=MOST,
        )
