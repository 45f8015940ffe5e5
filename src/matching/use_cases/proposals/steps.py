"""What every step of the log shares: the version it was made on, and the key it was asked under."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.profile import Profile
from matching.domain.proposal import AnyStep, Proposal
from matching.domain.viewer import Viewer
from matching.errors import (
    NotFoundError,
    PreconditionFailedError,
    PreconditionRequiredError,
    Said,
)
from matching.storage.idempotency import IdempotencyKey, recall, remember, used_for_another
from matching.storage.ledger import Entry, W, nothing_under
from matching.storage.person_ledger import PersonLedger
from matching.storage.proposals import PROPOSALS
from matching.use_cases.person_file import hold_file, read_file
from matching.use_cases.proposals.held import Held, read_proposal
from matching.use_cases.proposals.readers import told
from matching.visibility.people import redact


def refuse_stale(version: int, expected: int | None) -> None:
    """PreconditionRequiredError when a change of something written does not say on which version it was made.

    PreconditionFailedError when that is another than the present one. What nobody has written yet is version 0.
    """
    if expected is None and version:
        raise PreconditionRequiredError(
            "Cette entrée en est à la version {version} ; la relire et indiquer la version que l'on change.",
            version=version,
        )
    if expected is not None and expected != version:
        on = Said("la version {version}", version=expected)
        raise PreconditionFailedError(
            "Cette entrée a changé entre-temps : elle en est à la version {version}, la demande porte sur {on} ; la "
            "relire avant de la changer.",
            version=version,
            on=on if expected >= 0 else Said("une version qu'aucune lecture n'a donnée"),
        )


def answered_before(
    connection: Connection, ledger: PersonLedger[W], viewer: Viewer, once: IdempotencyKey | None
) -> Entry[W] | None:
    """The entry that was written for the same request before; None when there is none, or no key."""
    answer = None if once is None else recall(connection, viewer.account, once)
    if answer is None:
        return None
    id_, _, version = answer.rpartition(":")
    for entry in ledger.history(connection, id_):
        if entry.version == int(version):
            return entry
    raise used_for_another()


def still_theirs(connection: Connection, entry: Entry[W]) -> Entry[W]:
    """The same answer to the same request; NotFoundError when the person's file is no longer the viewer's."""
    try:
        read_file(connection, entry.subject)
    except NotFoundError:
        raise nothing_under(entry.id) from None
    return entry


def entry_held(
    connection: Connection, ledger: PersonLedger[W], id_: str, viewer: Viewer, at: datetime
) -> tuple[Entry[W], Profile]:
    """An entry to be changed and the file it is about, as the viewer may read it; others who write it wait.

    NotFoundError, in the same words, when there is none or the file is not the viewer's.
    """
    try:
        person = redact(hold_file(connection, ledger.get(connection, id_).subject).profile, viewer, at)
    except NotFoundError:
        raise nothing_under(id_) from None
    return ledger.get(connection, id_), person


def told_again(connection: Connection, entry: Entry[Proposal], viewer: Viewer, at: datetime) -> Entry[Proposal]:
    """The same answer to the same request, as the viewer may read it."""
    held = read_proposal(connection, entry.id, viewer, at)
    upto = tuple(step for step in held.steps if step.version <= entry.version)
    return told(entry, upto, viewer, held.person, at)


def take(connection: Connection, held: Held, step: AnyStep, once: IdempotencyKey | None) -> Entry[Proposal]:
    """Write down the step that follows; the last act of its transaction. ConflictError when somebody was quicker."""
    held.refuse_wrong_step(step.leads_to)
    word = held.entry.word.model_copy(update={"status": step.leads_to, "step": step})
    entry = PROPOSALS.revise(connection, held.entry, word, author=held.viewer.account, at=held.at)
    remember_answer(connection, entry, held.viewer, once)
    person = held.person
    return told(entry, (*held.steps, entry), held.viewer, person, held.at)


def remember_answer(connection: Connection, entry: Entry[W], viewer: Viewer, once: IdempotencyKey | None) -> None:
    """Note under its key, if there is one, which entry answered a request."""
    if once is not None:
        remember(connection, viewer.account, once, f"{entry.id}:{entry.version}", at=entry.at)
