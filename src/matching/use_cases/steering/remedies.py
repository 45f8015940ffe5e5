"""What was done about gaps, and what became of it: the promised number beside a new count, the quarter after."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Annotated, Literal

from matching.disclosure.protect import LEAST
from matching.domain.permission import Permission
from matching.domain.steering import GapRemedy
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Payer
from matching.domain.vocabulary.needs import Barrier
from matching.domain.word import Identifier, Moment, Name, Word, about
from matching.errors import ConflictError, InvalidInputError
from matching.storage.idempotency import IdempotencyKey, recall, remember
from matching.storage.ledger import Entry, Ledger
from matching.storage.scope import NOBODY
from matching.storage.tables import gap_remedies
from matching.use_cases.gaps.dimensions import ANSWERS_FOR, UNKNOWN
from matching.use_cases.gaps.gaps import has_place, in_gaps
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.where_and_when import check_day, check_territory
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

_LEDGER = Ledger(gap_remedies, GapRemedy)

Recount = Callable[[GapRemedy], int | None]
"""How many people are in the gap of a remedy now; None where that is not counted."""

State = Literal["too_soon", "kept", "partly", "not_kept", "unknown"]


class RemedyRow(Word):
    """One remedy: what was promised, and how the gap has changed since."""

    remedy: Annotated[Identifier, about("Under what it stands.", "gap_remedies-1f2e")]
    need: Annotated[Barrier, about("Need.", "communication_language")]
    territory: Annotated[str, about("Canton or département.", "CH-NE")]
    district: Annotated[Name | None, about("District.", "Val-de-Travers")] = None
    language: Annotated[str | None, about("Language.", "fr")] = None
    payer: Annotated[Payer | None, about("Who pays.", "as_canton")] = None
    what: Annotated[Name, about("What was done.", "Cours de français A2, 12 places")]
    promised_by: Annotated[Name, about("Who promised it.", "Service de l'emploi (exemple)")]
    entered_on: Annotated[date, about("Entered on.", "2026-11-21")]
    by: Annotated[date, about("By the end of that day.", "2027-03-31")]
    people_expected: Annotated[int, about("People it was to serve.", 12)]
    people_before: Annotated[
        int | None, about("People in the gap then; absent: fewer than five, or not counted.", 31)
    ] = None
    people_now: Annotated[int | None, about("People in it now; absent: one to four, or not counted.", 18)] = None
    place_counted: Annotated[
        bool | None, about("Whether the last count has that place by itself; absent: nothing is counted yet.", True)
    ] = None
    fewer: Annotated[int | None, about("How many fewer; below zero: more.", 13)] = None
    state: Annotated[State, about("Beside what was promised.", "kept")]


class Remedies(Word):
    """Remedies in the order in which they were entered."""

    at: Annotated[Moment, about("When.", "2027-02-21T08:00:00+01:00")]
    rows: Annotated[tuple[RemedyRow, ...], about("Rows.", [])] = ()


def enter_remedy(
    workplace: Workplace, remedy: GapRemedy, *, viewer: Viewer, at: datetime, once: IdempotencyKey | None = None
) -> Entry[GapRemedy]:
    """Write down what was done about a gap and what it promises; it stays as it was promised.

    Where it does not say how many were in the gap, the table of gaps does, as last told. The same again under the key
    `once` is written down once.

    ForbiddenError for whoever may not steer; InvalidInputError when its day is already over or far off, or there is no
    such territory; ConflictError when the same promise stands already.
    """
    refuse_role_without(viewer, Permission.STEER)
    if remedy.by < swiss_day(at):
        raise InvalidInputError("Le {day} est passé : un remède est promis pour une date à venir.", day=remedy.by)
    check_territory(remedy.territory)
    check_day(remedy.by, at)
    before = recounted(workplace, remedy) if remedy.people_before is None else None
    if before is not None and before >= LEAST:
        remedy = remedy.model_copy(update={"people_before": before})
    with workplace.acting(viewer, Act.STEER, at=at, about=remedy.territory) as connection:
        answer = None if once is None else recall(connection, viewer.account, once)
        if answer is not None:
            return _LEDGER.get(connection, answer)
        _refuse_again(remedy, _LEDGER.current(connection, subjects=[remedy.territory]))
        entry = _LEDGER.add(connection, remedy, subject=remedy.territory, unit=None, author=viewer.account, at=at)
        if once is not None:
            remember(connection, viewer.account, once, entry.id, at=at)
        return entry


def recounted(workplace: Workplace, remedy: GapRemedy) -> int | None:
    """How many are in the gap of a remedy, by the table of gaps as last told; None where that is not all told.

    A remedy for any language or payer is held against all of them; one that a payer pays against those for whom that
    payer answers alone. The table tells of cantons, départements and their municipalities, not of a whole country.
    """
    wanted = {"need": remedy.need.value}
    if remedy.language is not None:
        wanted["language"] = remedy.language
    if remedy.payer is not None:
        wanted["payer"] = ANSWERS_FOR.get(remedy.payer, UNKNOWN)
    return in_gaps(workplace, wanted, region=_region(remedy), district=remedy.district)


def compare_remedies(workplace: Workplace, recount: Recount | None = None, *, viewer: Viewer, at: datetime) -> Remedies:
    """Every remedy beside the gap as it is counted now, from the first day of the quarter after its entry on.

    Without another `recount` that is the table of gaps as last told.

    A gap may change for other reasons than its remedy: the row says by how much it did, not why. ForbiddenError for
    whoever may not read gaps.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)
    with workplace.database.read(NOBODY) as connection:
        entries = _LEDGER.current(connection)
    count = partial(recounted, workplace) if recount is None else recount
    rows = (_row(entry, count, swiss_day(at), place_counted=_is_counted(workplace, entry.word)) for entry in entries)
    return Remedies(at=at, rows=tuple(rows))


def compared(before: int | None, now: int | None, expected: int) -> State:
    """How a gap of so many people, and of so many now, stands to what was promised; hidden counts are unknown.

    Of one to four people nothing more is told than that a promise is kept, and that only where four would keep it too.
    """
    if before is None or now is None:
        return "unknown"
    if not _may_be_told(now):
        return "kept" if before - (LEAST - 1) >= expected else "unknown"
    fewer = before - now
    if fewer >= expected:
        return "kept"
    return "partly" if fewer > 0 else "not_kept"


def next_quarter(day: date) -> date:
    """The first day of the quarter after the one a day lies in."""
    month = 3 * ((day.month - 1) // 3 + 1) + 1
    return date(day.year + month // 12, month % 12, 1) if month > 12 else date(day.year, month, 1)


def _may_be_told(people: int) -> bool:
    """A count of nobody tells of nobody."""
    return people == 0 or people >= LEAST


def _region(remedy: GapRemedy) -> str:
    """The canton or département as the table of gaps has it."""
    return remedy.territory.partition("-")[2]


def _is_counted(workplace: Workplace, remedy: GapRemedy) -> bool | None:
    return has_place(workplace, region=_region(remedy), district=remedy.district)


def _refuse_again(remedy: GapRemedy, standing: Sequence[Entry[GapRemedy]]) -> None:
    """ConflictError for a promise that stands already; how many were in the gap then does not make another of it."""
    promise = remedy.model_copy(update={"people_before": None})
    for entry in standing:
        if entry.word.model_copy(update={"people_before": None}) == promise:
            raise ConflictError(
                "Ce remède est déjà noté, le {day} ; un autre en diffère, par ce qui est fait ou promis.",
                day=swiss_day(entry.at),
            )


def _row(entry: Entry[GapRemedy], recount: Recount, on: date, *, place_counted: bool | None) -> RemedyRow:
    remedy, entered_on = entry.word, swiss_day(entry.at)
    due = on >= next_quarter(entered_on)
    now = recount(remedy) if due else None
    told = now if now is not None and _may_be_told(now) else None
    known = told is not None and remedy.people_before is not None
    return RemedyRow(
        remedy=entry.id,
        need=remedy.need,
        territory=remedy.territory,
        district=remedy.district,
        language=remedy.language,
        payer=remedy.payer,
        what=remedy.what,
        promised_by=remedy.promised_by,
        entered_on=entered_on,
        by=remedy.by,
        people_expected=remedy.people_expected,
        people_before=remedy.people_before,
        people_now=told,
        place_counted=place_counted,
        fewer=(remedy.people_before or 0) - (told or 0) if known else None,
        state=compared(remedy.people_before, now, remedy.people_expected) if due else "too_soon",
    )
