"""A no to one option: it rests by its reason, and stands again the day the person asks. It never teaches a score."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.recommendation import Resting
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.voice import Refusal, SaidBy
from matching.errors import ConflictError, InvalidInputError
from matching.storage.idempotency import IdempotencyKey, recall, remember
from matching.storage.ledger import Entry
from matching.storage.voices import REFUSALS
from matching.use_cases.history import facts_behind, rests_on, told_to
from matching.use_cases.live import Live
from matching.use_cases.person_file import PersonFile, file_to_write, open_file, read_file
from matching.use_cases.proposals.steps import answered_before, remember_answer
from matching.use_cases.row_for import row_for
from matching.use_cases.situation import Standing, stand
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day


def refuse_option(
    workplace: Workplace,
    profile: str,
    opportunity: str,
    *,
    reason: RejectReason,
    viewer: Viewer,
    at: datetime,
    said_by: SaidBy = "person",
    words: str | None = None,
    until: date | None = None,
    once: IdempotencyKey | None = None,
) -> Refusal:
    """Write down a refusal at an aware moment. It rests to the day asked, else as long as the reason says.

    NotFoundError when the option does not exist for this viewer and person; InvalidInputError when a reason that
    needs a day or words has none.
    """
    live = workplace.live(at)
    with workplace.acting(viewer, Act.REFUSE, at=at) as connection:
        if (before := answered_before(connection, REFUSALS, viewer, once)) is not None:
            return told_to(redact(read_file(connection, before.subject).profile, viewer, at), before.word)
        file = file_to_write(connection, profile, viewer)
        seen, _ = _seen(workplace, live, file, opportunity, viewer=viewer, at=at)
        if reason is RejectReason.NOT_NOW and until is None:
            raise InvalidInputError(
                "« Pas maintenant » demande une date : indiquer jusqu'à quand.", command="refuse --until"
            )
        if reason is RejectReason.OTHER and not words:
            raise InvalidInputError("Le motif « autre » se dit en mots ; les ajouter.", command="refuse --words")
        if until is not None and until < seen.on:
            raise InvalidInputError("Le repos ne peut pas finir avant aujourd'hui ; corriger sa fin.")
        refusal = write_refusals(
            connection, file, opportunity, [reason], said_by=said_by, words=words, until=until, viewer=viewer, at=at
        )
        remember_answer(connection, refusal, viewer, once)
    return told_to(seen.person, refusal.word)


def write_refusals(
    connection: Connection,
    file: PersonFile,
    opportunity: str,
    reasons: Sequence[RejectReason | None],
    *,
    said_by: SaidBy,
    words: str | None,
    until: date | None,
    viewer: Viewer,
    at: datetime,
) -> Entry[Refusal]:
    """Write down a no in the caller's transaction, for each of its reasons; the one of the first reason is returned.

    Its id comes last: of two of one moment that is the one that is told. A no without a reason rests as long as no
    interest does.
    """
    person, written, begun = file.profile, [], uuid4().hex
    for place, reason in enumerate(reversed(reasons)):
        days = CONSEQUENCES[reason or RejectReason.NOT_INTERESTED].cool_off_days
        said = {"reason": reason, "said_by": said_by, "words": words, "at": at}
        rest = {
            "rests_until": until or (swiss_day(at) + timedelta(days=days) if days else None),
            "facts": facts_behind(person, reason),
        }
        refusal = word_from(
            Refusal, "Refus non noté", {"profile": person.id, "opportunity": opportunity, **said, **rest}
        )
        id_ = f"refusals-{begun}-{place:02}"
        written.append(REFUSALS.add(connection, refusal, subject=person.id, author=viewer.account, at=at, id_=id_))
    return written[-1]


def lift_refusals(
    connection: Connection,
    file: PersonFile,
    opportunity: str,
    *,
    said_by: Collection[SaidBy],
    viewer: Viewer,
    at: datetime,
) -> None:
    """Whoever said no has said yes since: in the caller's transaction, what rests for their no stands again."""
    on = swiss_day(at)
    for entry in REFUSALS.current(connection, subjects=[file.profile.id]):
        told = entry.word
        if told.opportunity == opportunity and told.said_by in said_by and rests_on(told, file.profile, on):
            REFUSALS.revise(connection, entry, told.model_copy(update={"lifted_on": on}), author=viewer.account, at=at)


def rest_of(workplace: Workplace, profile: str, opportunity: str, *, viewer: Viewer, at: datetime) -> Resting | None:
    """How one option rests for a person at an aware moment, with what rests as it is like it; None when it does not."""
    file = open_file(workplace, profile, viewer, Act.READ_FILE, at=at)
    live = workplace.live(at)
    seen = stand(workplace, live, file.profile, viewer=viewer, at=at, refusals=file.refusals)
    resting = seen.history.resting(live, seen.visible)
    return next((rest for rest in resting if rest.opportunity == opportunity), None)


def lift_refusal(
    workplace: Workplace,
    profile: str,
    opportunity: str,
    *,
    viewer: Viewer,
    at: datetime,
    once: IdempotencyKey | None = None,
) -> None:
    """The person asks for an option that rests: from now on it stands again, with those that rested for its sake.

    ConflictError when it does not rest. What rests because it is like one refused is freed by freeing that one; what
    the person has done before is asked for again, and that is written down.
    """
    live = workplace.live(at)
    with workplace.acting(viewer, Act.REFUSE, at=at) as connection:
        if once is not None and recall(connection, viewer.account, once) is not None:
            return
        file = file_to_write(connection, profile, viewer)
        seen, row = _seen(workplace, live, file, opportunity, viewer=viewer, at=at)
        if row not in seen.history.rests:
            raise ConflictError(
                "{option} n'est pas en repos pour ce dossier : il n'y a rien à lever.", option=opportunity
            )
        freed = seen.history.causes.get(row, frozenset())
        done = any(past.opportunity == opportunity for past in seen.person.past_measures.items)
        for entry in REFUSALS.current(connection, subjects=[profile]):
            if entry.word.opportunity in freed and rests_on(entry.word, file.profile, seen.on):
                word = entry.word.model_copy(update={"lifted_on": seen.on})
                REFUSALS.revise(connection, entry, word, author=viewer.account, at=at)
        if done and opportunity not in freed:
            asked = Refusal(
                profile=profile,
                opportunity=opportunity,
                reason=RejectReason.ALREADY_TRIED,
                at=at,
                lifted_on=seen.on,
            )
            REFUSALS.add(connection, asked, subject=profile, author=viewer.account, at=at)
        if once is not None:
            remember(connection, viewer.account, once, "lifted", at=at)


def list_refusals(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[Refusal]:
    """What the person has refused, as this viewer may know it: nothing about options that do not exist for them."""
    file = open_file(workplace, profile, viewer, Act.READ_FILE, at=at)
    seen = stand(workplace, workplace.live(at), file.profile, viewer=viewer, at=at, refusals=file.refusals)
    return list(seen.history.refusals)


def _seen(
    workplace: Workplace, live: Live, file: PersonFile, opportunity: str, *, viewer: Viewer, at: datetime
) -> tuple[Standing, int]:
    seen = stand(workplace, live, file.profile, viewer=viewer, at=at, refusals=file.refusals)
    row = row_for(live, opportunity, viewer, at, seen.person)
    return seen, row
