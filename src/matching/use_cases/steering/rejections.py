"""Why options are refused: by option, reason and quarter, as it is told for a week; small counts hidden.

What is counted is a reason given: quarters and reasons add up, so that no two of them tell of fewer than either does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated

import numpy as np

from matching.disclosure.counts import ALL, Counts, with_totals
from matching.disclosure.protect import LEAST, Protected
from matching.domain.decision import Decision, PersonAnswer
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.consequences import CONSEQUENCES
from matching.domain.vocabulary.process import Verb
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.vocabulary.step_reasons import Side
from matching.domain.word import Identifier, Moment, Name, Word, about
from matching.errors import InvalidInputError
from matching.storage.scope import as_the_house
from matching.use_cases.publication import Tables, answer
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.log import Logged, ToldOption, may_be_told, proposals_logged, told_options
from matching.use_cases.steering.sheet import Few
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

ABOUT = "rejections"
QUARTERS = 8
"""How many quarters are told apart, the last ones; all before are one. A house figure."""
BEFORE = "before"
"""The code of all quarters before those."""
_DIMENSIONS = ("option", "reason", "quarter")
_OTHERS, _NO_REASON = "others", "none"
"""In the table, all options that few refused; refusals without a reason from the list."""

Quarter = Annotated[str | None, about("Quarter; absent: ever.", "2026-Q4", pattern=r"^(\d{4}-Q[1-4]|before)$")]


class RejectionRow(Word):
    """How often one option, or (none named) any, was refused for one reason, or (no reason) for any."""

    quarter: Quarter = None
    opportunity: Annotated[Identifier | None, about("Option; absent: all options.", "own:mip-atelier-velo")] = None
    title: Annotated[Name | None, about("Title.", "Atelier vélo")] = None
    kind: Annotated[OpportunityKind | None, about("Kind.", "measure")] = None
    provider: Annotated[Name | None, about("Employer or organiser.", "Atelier Exemple")] = None
    reason: Annotated[RejectReason | None, about("Reason; absent: all reasons and none.", "too_far")] = None
    side: Annotated[Side | None, about("Whose reason it is.", "person")] = None
    given: Annotated[Few, about("Times it was given, by five people at least; absent: hidden.", 12)] = None
    at_least: Annotated[int, about("No fewer times than that, by what is told beside.", 12, ge=0)] = 0


class Rejections(Word):
    """All options together, then those refused most often, each with its reasons."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    counted_on: Annotated[date, about("Counted on; it stands for a week.", "2026-11-23")]
    quarter: Quarter = None
    quarters: Annotated[tuple[str, ...], about("Quarters that may be asked for.", ["before", "2026-Q4"])] = ()
    options: Annotated[int, about("Options listed.", 3, ge=0)]
    rows: Annotated[tuple[RejectionRow, ...], about("Rows.", [])] = ()


class _AllRejections(Word):
    """What is told of every quarter."""

    counted_on: date
    quarters: tuple[str, ...]
    rows: tuple[RejectionRow, ...]


def rejections(workplace: Workplace, *, viewer: Viewer, at: datetime, quarter: str | None = None) -> Rejections:
    """Who refused what and why, ever or in one quarter: counsellors' refusals and people's own, of all units.

    A proposal counts once per reason given, in the quarter in which it was first given. Options refused by fewer than
    five people are not listed. ForbiddenError for whoever may not read gaps; InvalidInputError for a quarter that is
    not counted.
    """
    told = _told(workplace, viewer, at)
    if quarter is not None and quarter not in told.quarters:
        raise InvalidInputError(
            "Le trimestre « {quarter} » n'est pas compté ; choisir parmi {quarters}.",
            quarter=quarter,
            quarters=list(told.quarters),
        )
    return _of(told, quarter, at)


def rejections_by_quarter(workplace: Workplace, *, viewer: Viewer, at: datetime) -> tuple[Rejections, ...]:
    """As `rejections`: ever first, then of every quarter that is counted, the oldest first."""
    told = _told(workplace, viewer, at)
    return tuple(_of(told, quarter, at) for quarter in (None, *told.quarters))


def _told(workplace: Workplace, viewer: Viewer, at: datetime) -> _AllRejections:
    """What was counted last, or is now, of options that everybody may know of today."""
    refuse_role_without(viewer, Permission.READ_GAPS)
    live = workplace.live(at)

    def counted(tables: Tables) -> _AllRejections:
        with (
            workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=ABOUT) as connection,
            as_the_house(connection),
        ):
            logged = proposals_logged(connection, at)
            known = told_options(connection, live, logged, at)
        return _counted(_given(logged, known), tables, swiss_day(at))

    told = answer(workplace, ABOUT, _AllRejections, counted, viewer=viewer, at=at)
    options = {row.opportunity for row in told.rows if row.opportunity is not None}
    open_now = {None, *(id_ for id_ in options if may_be_told(live, id_, at))}
    return told.model_copy(update={"rows": tuple(row for row in told.rows if row.opportunity in open_now)})


def _of(told: _AllRejections, quarter: str | None, at: datetime) -> Rejections:
    rows = tuple(row for row in told.rows if row.quarter == quarter)
    return Rejections(
        at=at,
        counted_on=told.counted_on,
        quarter=quarter,
        quarters=told.quarters,
        options=sum(row.opportunity is not None and row.reason is None for row in rows),
        rows=rows,
    )


def quarter_of(day: date) -> str:
    """The code of the quarter of a day."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def last_quarters(on: date) -> tuple[str, ...]:
    """All before, then the last quarters up to that of a day, which are told apart."""
    number = on.year * 4 + (on.month - 1) // 3
    return (BEFORE, *(f"{each // 4}-Q{each % 4 + 1}" for each in range(number - QUARTERS + 1, number + 1)))


class _Given:
    """Every reason given: of which option, in which quarter, by whom."""

    def __init__(self) -> None:
        self.people: dict[ToldOption, dict[str, dict[str, list[str]]]] = {}

    def add(self, option: ToldOption, reason: str, quarter: str, person: str) -> None:
        of_option = self.people.setdefault(option, {})
        of_option.setdefault(reason, defaultdict(list))[quarter].append(person)

    def refused_by(self, option: ToldOption) -> int:
        """How many people refused an option."""
        quarters = self.people[option].values()
        return len({person for each in quarters for people in each.values() for person in people})


def _given(logged: Sequence[Logged], known: Mapping[str, ToldOption | None]) -> _Given:
    found = _Given()
    for each in logged:
        option = known[each.id]
        if option is not None:
            for reason, quarter in _refused(each).items():
                found.add(option, reason, quarter, each.person)
    return found


def _refused(each: Logged) -> dict[str, str]:
    """The reasons of one proposal, or that there was none, each with the quarter in which it was first given."""
    given: dict[str, str] = {}
    for entry in each.steps:
        reasons: tuple[RejectReason, ...] | None = None
        match entry.word.step:
            case Decision(verb=Verb.REJECT) as step:
                reasons = tuple(step.reject_reasons)
            case PersonAnswer(answer="declined") as step:
                reasons = tuple(step.reasons)
        if reasons is not None:
            for reason in [each.value for each in reasons] or [_NO_REASON]:
                given.setdefault(reason, quarter_of(swiss_day(entry.at)))
    if len(given) > 1:
        given.pop(_NO_REASON, None)
    return given


def _counted(given: _Given, tables: Tables, on: date) -> _AllRejections:
    listed = {option.id: option for option in given.people if given.refused_by(option) >= LEAST}
    table = tables.protect(ABOUT, _counts(given, listed, last_quarters(on)), none_tells=False)
    total = {id_: table.at_least(table.counts.at({"option": id_})) for id_ in listed}
    order: list[ToldOption | None] = [None, *sorted(listed.values(), key=lambda one: (-total[one.id], one.id))]
    quarters = [None, *last_quarters(on)]
    rows = [row for quarter in quarters for option in order for row in _rows(table, option, quarter)]
    return _AllRejections(counted_on=on, quarters=last_quarters(on), rows=tuple(rows))


def _counts(given: _Given, listed: Mapping[str, ToldOption], quarters: tuple[str, ...]) -> Counts:
    """Reasons given by option, reason and quarter; cells of fewer than five people are withheld, however often."""
    options = (*listed, _OTHERS)
    reasons = (*(reason.value for reason in RejectReason), _NO_REASON)
    inner = np.zeros((len(options), len(reasons), len(quarters)), dtype=np.int64)
    people: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for option, of_option in given.people.items():
        for reason, of_reason in of_option.items():
            for quarter, who in of_reason.items():
                at = (
                    options.index(option.id if option.id in listed else _OTHERS),
                    reasons.index(reason),
                    quarters.index(quarter if quarter in quarters else BEFORE),
                )
                inner[at] += len(who)
                for cell in _with_its_totals(at):
                    people[cell].update(who)
    withheld = np.zeros(tuple(length + 1 for length in inner.shape), dtype=np.bool_)
    for cell, who_there in people.items():
        withheld[cell] = len(who_there) < LEAST
    codes = (options, reasons, quarters)
    return Counts(_DIMENSIONS, codes, with_totals(inner), withheld, parts_matter=_DIMENSIONS)


def _with_its_totals(at: tuple[int, int, int]) -> Iterator[tuple[int, int, int]]:
    """A cell and every total that it is in."""
    option, reason, quarter = at
    return ((a, b, c) for a in (option, -1) for b in (reason, -1) for c in (quarter, -1))


def _rows(table: Protected, option: ToldOption | None, quarter: str | None) -> Iterator[RejectionRow]:
    """The row of all reasons, then those given, the most frequent first and the hidden ones last."""

    def row_of(reason: RejectReason | None) -> RejectionRow:
        place = table.counts.at(
            {"option": option.id if option else ALL, "quarter": quarter or ALL, "reason": reason or ALL}
        )
        return RejectionRow(
            quarter=quarter,
            opportunity=option.id if option else None,
            title=option.title if option else None,
            kind=option.kind if option else None,
            provider=option.provider if option else None,
            reason=reason,
            side=CONSEQUENCES[reason].side if reason else None,
            given=table.value(place),
            at_least=table.at_least(place),
        )

    whole = row_of(None)
    if whole.at_least:
        yield whole
        told = (row for reason in RejectReason if (row := row_of(reason)).given != 0)
        yield from sorted(told, key=lambda row: -row.at_least)
