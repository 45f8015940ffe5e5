"""The portfolio: whom a unit follows since when and how closely, and who has had no proposal for weeks.

For those who follow the people it is a list; for a programme manager counts alone, of all units.
Source: fiche action 2-4 of a French département, mandate 2015-2021.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, get_args

import numpy as np

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.needs import NeedLevel
from matching.domain.vocabulary.situation import AssistanceKind
from matching.domain.word import Identifier, Moment, Word, about
from matching.errors import InvalidInputError
from matching.storage.scope import as_the_house
from matching.use_cases.nightly.everyone import of_their_unit
from matching.use_cases.person_file import read_files
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.few import told
from matching.use_cases.steering.log import proposals_logged
from matching.use_cases.steering.portfolio_file import PortfolioFile, Span, agreed, file_in_portfolio
from matching.use_cases.steering.sheet import Few
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day

UNKNOWN, NOT_CONCERNED = "unknown", "not_concerned"
WEEKS, MOST_WEEKS = 8, 520
"""Weeks without a proposal from which a file is told: house figure, and what may be asked for at most."""
COUNTED_WEEKS = (4, 8, 13, 26, 52)
"""What may be asked for where people are only counted: two answers a week apart would tell of one person."""

_SOON_DAYS, _MANY_NEEDS = 90, 3
_SIZES: tuple[str, ...] = (*get_args(Span), *(level.value for level in NeedLevel))


class PortfolioCount(Word):
    """People of one unit, or (no unit) of all, in one class of one dimension."""

    unit: Annotated[Identifier | None, about("Unit; absent: all.", "vd-uc-lausanne")] = None
    dimension: Annotated[str, about("Seen by what.", "on_assistance")]
    group: Annotated[str | None, about("Class; absent: all of them.", "over_4")] = None
    people: Annotated[Few, about("People; absent: hidden, fewer than five or it would tell of such.", 31)] = None


class Portfolio(Word):
    """The files of the viewer's units, and how many there are of each class."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    weeks: Annotated[int, about("Weeks without a proposal that count as long.", 8)]
    people: Annotated[int, about("Files.", 12, ge=0)]
    waiting: Annotated[tuple[Identifier, ...], about("Who has had no proposal for so long.", ["p-0001"])] = ()
    files: Annotated[tuple[PortfolioFile, ...], about("Files, those that wait first.", [])] = ()
    counts: Annotated[tuple[PortfolioCount, ...], about("Counts by class.", [])] = ()


class PortfolioCounts(Word):
    """How many people there are of each class, of all units together and of each; nobody is named."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    weeks: Annotated[int, about("Weeks without a proposal that count as long.", 8)]
    rows: Annotated[tuple[PortfolioCount, ...], about("Counts.", [])] = ()


def portfolio(workplace: Workplace, *, viewer: Viewer, at: datetime, weeks: int = WEEKS) -> Portfolio:
    """The files of the viewer's own units at an aware moment, each as far as the viewer may use it.

    ForbiddenError for whoever may not read files, InvalidInputError for weeks that are none.
    """
    refuse_role_without(viewer, Permission.READ_PROFILES)
    on = _last_day(weeks, at)
    with workplace.acting(viewer, Act.LIST_FILES, at=at, about="portfolio") as connection:
        files = read_files(connection)
        known = agreed(connection, proposals_logged(connection, at))
    told_files = [file_in_portfolio(redact(file.profile, viewer, at), known, viewer, at) for file in files]
    waiting = [file.profile for file in told_files if _waits(file, on)]
    told_files.sort(key=lambda file: (not _waits(file, on), file.proposed_on or date.min, file.profile))
    counts = [
        PortfolioCount(dimension=dimension, group=group, people=number)
        for dimension, class_of in _dimensions(on, swiss_day(at)).items()
        for group, number in sorted(Counter(map(class_of, told_files)).items(), key=lambda one: _order(one[0]))
    ]
    return Portfolio(
        at=at, weeks=weeks, people=len(files), waiting=tuple(waiting), files=tuple(told_files), counts=tuple(counts)
    )


def portfolio_counts(workplace: Workplace, *, viewer: Viewer, at: datetime, weeks: int = WEEKS) -> PortfolioCounts:
    """The same counted over all units, each file as its own unit may use it; small counts are hidden.

    ForbiddenError for whoever may not read gaps, InvalidInputError for other weeks than those that are counted.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)
    if weeks not in COUNTED_WEEKS:
        raise InvalidInputError(
            f"Les nombres se comptent à {', '.join(map(str, COUNTED_WEEKS))} semaines ; en choisir une."
        )
    on = _last_day(weeks, at)
    with (
        workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about="portfolio") as connection,
        as_the_house(connection),
    ):
        files = read_files(connection)
        institutions = {unit.id: unit.institution for unit in all_units(connection)}
        known = agreed(connection, proposals_logged(connection, at))
    told_files = []
    for file in files:
        seer = of_their_unit(file, institutions)
        told_files.append(file_in_portfolio(redact(file.profile, seer, at), known, seer, at))
    rows = [
        row
        for dimension, class_of in _dimensions(on, swiss_day(at)).items()
        for row in _rows(told_files, dimension, class_of)
    ]
    return PortfolioCounts(at=at, weeks=weeks, rows=tuple(rows))


def _last_day(weeks: int, at: datetime) -> date:
    if not 1 <= weeks <= MOST_WEEKS:
        raise InvalidInputError(f"Le nombre de semaines doit être entre 1 et {MOST_WEEKS} ; il est de {weeks}.")
    return swiss_day(at) - timedelta(weeks=weeks)


def _waits(file: PortfolioFile, on: date) -> bool:
    """Nothing was under way since a day, and the person takes part in nothing now."""
    return not file.in_option_now and (file.proposed_on is None or file.proposed_on < on)


def _dimensions(waiting_since: date, today: date) -> Mapping[str, Callable[[PortfolioFile], str]]:
    """What a portfolio is seen by, each with the class of a file; unknown is a class."""

    def due(file: PortfolioFile) -> str:
        if file.due_on is None:
            return "none_known"
        return "soon" if (file.due_on - today).days <= _SOON_DAYS else "later"

    def needs(file: PortfolioFile) -> str:
        known = file.confirmed_needs
        return UNKNOWN if known is None else str(known) if known < _MANY_NEEDS else f"{_MANY_NEEDS}_or_more"

    def track(file: PortfolioFile) -> str:
        not_rsa = file.assistance not in {None, AssistanceKind.RSA}
        return file.fr_track or (NOT_CONCERNED if not_rsa else UNKNOWN)

    return {
        "on_assistance": lambda file: file.on_assistance,
        "without_work": lambda file: file.without_work,
        "assistance": lambda file: file.assistance or UNKNOWN,
        "objective": lambda file: file.objective or UNKNOWN,
        "unemployment": lambda file: file.unemployment or UNKNOWN,
        "heaviest_need": lambda file: file.heaviest_need or UNKNOWN,
        "confirmed_needs": needs,
        "follow_up": lambda file: file.follow_up or UNKNOWN,
        "fr_track": track,
        "plan": lambda file: file.plan,
        "lead": lambda file: file.lead,
        "due": due,
        "waiting": lambda file: "waits" if _waits(file, waiting_since) else "does_not_wait",
    }


def _order(group: str) -> tuple[bool, int, str]:
    """Classes as they are read: spans and weights by size, unknown last."""
    return group == UNKNOWN, _SIZES.index(group) if group in _SIZES else len(_SIZES), group


def _rows(
    files: Sequence[PortfolioFile], dimension: str, class_of: Callable[[PortfolioFile], str]
) -> Iterator[PortfolioCount]:
    """All units and each, with its classes; a unit of fewer than five people is not listed."""
    units = sorted({file.unit for file in files if file.unit})
    classes = sorted({class_of(file) for file in files}, key=_order)
    places = {unit: at for at, unit in enumerate(units)}
    table = np.zeros((len(units) + 2, len(classes) + 1), dtype=np.int64)
    for file in files:
        at, column = places.get(file.unit or "", len(units)), classes.index(class_of(file))
        table[at, [column, -1]] += 1
        table[-1, [column, -1]] += 1
    shown = told(table)
    for at, unit in [(-1, None), *enumerate(units)]:
        if not shown[at, -1] or not table[at, -1]:
            continue
        for column, group in [(-1, None), *enumerate(classes)]:
            if table[at, column]:
                people = int(table[at, column]) if shown[at, column] else None
                yield PortfolioCount(unit=unit, dimension=dimension, group=group, people=people)
