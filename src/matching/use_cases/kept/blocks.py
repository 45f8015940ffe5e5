"""Blocks: the office's own no to an option for a person, with a reason and an end; it rests as one refused does."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from matching.domain.offered_reasons import refuse_unoffered
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import ReasonStep
from matching.domain.voice import Refusal, SaidBy
from matching.errors import ConflictError, InvalidInputError
from matching.storage.voices import REFUSALS
from matching.use_cases.history import rests_on, told_to
from matching.use_cases.person_file import hold_file
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.row_for import row_for
from matching.use_cases.situation import as_used
from matching.use_cases.voice.refusals import lift_refusals, write_refusals
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

MOST_DAYS = 365
"""No block goes on for longer without somebody looking again: a house figure."""

_KINDS: Mapping[str, OpportunityKind] = {kind.value: kind for kind in OpportunityKind}
_OFFICE: SaidBy = "counsellor"


def block_option(
    workplace: Workplace,
    profile: str,
    opportunity: str,
    *,
    reason: RejectReason,
    until: date,
    viewer: Viewer,
    at: datetime,
    words: str | None = None,
) -> Refusal:
    """Let an option rest for a person to a day, the day included, for a reason that one may reject its kind with.

    The same block twice is one. NotFoundError when the option or the file does not exist for this viewer,
    InvalidInputError for an end before today or beyond a year, or a reason that does not fit; ForbiddenError for other
    roles.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    live = workplace.live(at)
    with workplace.acting(viewer, Act.REFUSE, at=at) as connection:
        file = hold_file(connection, profile)
        person = as_used(workplace, file.profile, viewer, at)
        kind = _KINDS[live.snapshot.option(row_for(live, opportunity, viewer, at, person)).kind]
        refuse_unoffered(kind, ReasonStep.REJECT, [reason], text=words)
        _refuse_end(until, swiss_day(at))
        for same in file.refusals:
            said = (same.opportunity, same.said_by, same.reason, same.rests_until, same.words)
            if said == (opportunity, _OFFICE, reason, until, words) and rests_on(same, file.profile, swiss_day(at)):
                return told_to(person, same)
        no = write_refusals(
            connection,
            file,
            opportunity,
            [reason],
            said_by=_OFFICE,
            words=words,
            until=until,
            viewer=viewer,
            at=at,
        )
        return told_to(person, no.word)


def lift_block(workplace: Workplace, profile: str, opportunity: str, *, viewer: Viewer, at: datetime) -> None:
    """Bring back what rests for the office's no, whichever step it came of; what the person refused stays at rest.

    ConflictError when nothing of the office's own rests there.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    live = workplace.live(at)
    with workplace.acting(viewer, Act.REFUSE, at=at) as connection:
        file = hold_file(connection, profile)
        row_for(live, opportunity, viewer, at, as_used(workplace, file.profile, viewer, at))
        blocks = [
            entry
            for entry in REFUSALS.current(connection, subjects=[profile])
            if (entry.word.opportunity, entry.word.said_by) == (opportunity, _OFFICE)
            and rests_on(entry.word, file.profile, swiss_day(at))
        ]
        if not blocks:
            raise ConflictError(
                "{option} n'est pas bloquée pour ce dossier : il n'y a rien à reprendre.", option=opportunity
            )
        lift_refusals(connection, file, opportunity, said_by=[_OFFICE], viewer=viewer, at=at)


def _refuse_end(until: date, today: date) -> None:
    last = today + timedelta(days=MOST_DAYS)
    if not today <= until <= last:
        raise InvalidInputError(
            "Un blocage finit entre aujourd'hui et le {last} ; le {day} n'y est pas, choisir un autre jour.",
            last=last,
            day=until,
        )
