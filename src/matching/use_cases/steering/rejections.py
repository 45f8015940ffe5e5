"""Why options are refused: people by option and reason, small counts hidden."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray

from matching.domain.decision import Decision, PersonAnswer
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Side, Verb
from matching.domain.vocabulary.reasons import CONSEQUENCES, RejectReason
from matching.domain.word import Identifier, Moment, Name, Word, about
from matching.errors import InvalidInputError
from matching.storage.scope import as_the_house
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.few import told
from matching.use_cases.steering.log import Logged, ToldOption, proposals_logged, told_options
from matching.use_cases.steering.sheet import Few
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day


class RejectionRow(Word):
    """People who refused one option, or (none named) any, for one reason, or (no reason) for any."""

    opportunity: Annotated[Identifier | None, about("Option; absent: all options.", "own:mip-atelier-velo")] = None
    title: Annotated[Name | None, about("Title.", "Atelier vélo")] = None
    kind: Annotated[OpportunityKind | None, about("Kind.", "measure")] = None
    provider: Annotated[Name | None, about("Employer or organiser.", "Atelier Exemple")] = None
    reason: Annotated[RejectReason | None, about("Reason; absent: all reasons and none.", "too_far")] = None
    side: Annotated[Side | None, about("Whose reason it is.", "person")] = None
    people: Annotated[Few, about("People; absent: hidden, fewer than five or it would tell of such.", 12)]


class Rejections(Word):
    """All options together, then options by how many people refused them, each with its reasons."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    since: Annotated[date | None, about("Refused since; absent: ever.", "2026-01-01")] = None
    options: Annotated[int, about("Options with refusals by five people or more.", 3, ge=0)]
    rows: Annotated[tuple[RejectionRow, ...], about("Rows.", [])] = ()


def rejections(workplace: Workplace, *, viewer: Viewer, at: datetime, since: date | None = None) -> Rejections:
    """Count who refused what and why, up to an aware moment: counsellors' refusals and people's own, of all units.

    A person counts once per option and reason. Options refused by fewer than five people are not listed.
    ForbiddenError for whoever may not read gaps; InvalidInputError for another day than the first of a quarter: two
    answers a day apart would tell of one person.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)
    if since is not None and (since.day, since.month % 3) != (1, 1):
        raise InvalidInputError(
            f"Le {since:%d.%m.%Y} ne commence pas un trimestre ; choisir 01.01, 01.04, 01.07 ou 01.10."
        )
    live = workplace.live(at)
    with (
        workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about="rejections") as connection,
        as_the_house(connection),
    ):
        logged = proposals_logged(connection, at)
        known = told_options(connection, live, logged, at)
    people: dict[ToldOption, dict[RejectReason | None, set[str]]] = {}
    for each in logged:
        option = known[each.id]
        reasons = _refused(each, since)
        if option is None or reasons is None:
            continue
        of_option = people.setdefault(option, {})
        for reason in (None, *reasons):
            of_option.setdefault(reason, set()).add(each.person)
    rows = _rows(people)
    listed = sum(row.opportunity is not None and row.reason is None for row in rows)
    return Rejections(at=at, since=since, options=listed, rows=tuple(rows))


def _refused(each: Logged, since: date | None) -> set[RejectReason] | None:
    """The reasons given, possibly none; None where nobody refused within the time."""
    refused: set[RejectReason] | None = None
    for entry in each.steps:
        if since is not None and swiss_day(entry.at) < since:
            continue
        match entry.word.step:
            case Decision(verb=Verb.REJECT) as step:
                refused = (refused or set()) | set(step.reject_reasons)
            case PersonAnswer(answer="declined") as step:
                refused = (refused or set()) | set(step.reasons)
    return refused


def _rows(people: dict[ToldOption, dict[RejectReason | None, set[str]]]) -> list[RejectionRow]:
    options = sorted(people, key=lambda one: (-len(people[one][None]), one.id))
    reasons = [reason for reason in RejectReason if any(reason in people[option] for option in options)]
    table = np.zeros((len(options) + 1, len(reasons) + 1), dtype=np.int64)
    for at, option in enumerate(options):
        table[at] = [len(people[option].get(reason, ())) for reason in (*reasons, None)]
    for column, reason in enumerate((*reasons, None)):
        table[-1, column] = len(set().union(*(people[option].get(reason, set()) for option in options)))
    shown = told(table)
    rows: list[RejectionRow] = []
    listed: list[ToldOption | None] = [None, *options]
    for at, one in enumerate(listed, start=-1):
        if shown[at, -1] and table[at, -1]:
            rows += _of_option(one, reasons, table[at], shown[at])
    return rows


def _of_option(
    option: ToldOption | None, reasons: list[RejectReason], counts: NDArray[np.int64], shown: NDArray[np.bool_]
) -> Iterator[RejectionRow]:
    """The row of all reasons, then those given, the most frequent first and the hidden ones last."""
    told_of: dict[str, Any] = {}
    if option is not None:
        told_of = {"opportunity": option.id, "title": option.title, "kind": option.kind, "provider": option.provider}
    yield RejectionRow(**told_of, people=int(counts[-1]))
    given = [column for column in range(len(reasons)) if counts[column]]
    for column in sorted(given, key=lambda at: -counts[at] if shown[at] else 0):
        reason, people = reasons[column], int(counts[column]) if shown[column] else None
        yield RejectionRow(**told_of, reason=reason, side=CONSEQUENCES[reason].side, people=people)
