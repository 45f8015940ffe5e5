"""The portfolios of all units in numbers, as they are told for a week: nobody is named, small counts are hidden.

Source: fiche action 2-4 of a French département, mandate 2015-2021.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated

from matching.disclosure.counts import ALL, Counts, count
from matching.disclosure.protect import Protected
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import Identifier, Moment, Word, about
from matching.storage.scope import as_the_house
from matching.use_cases.nightly.everyone import of_their_unit
from matching.use_cases.person_file import read_files
from matching.use_cases.publication import Tables, answer
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.log import proposals_logged
from matching.use_cases.steering.portfolio_classes import classes_on, in_order
from matching.use_cases.steering.portfolio_file import PortfolioFile, agreed, file_in_portfolio
from matching.use_cases.steering.sheet import Few
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day

ABOUT = "portfolio"
_NO_UNIT = "none"
"""In the tables, files that no unit owns."""


class PortfolioCount(Word):
    """People of one unit, or (no unit) of all, in one class of one dimension."""

    unit: Annotated[Identifier | None, about("Unit; absent: all.", "vd-uc-lausanne")] = None
    dimension: Annotated[str, about("Seen by what.", "on_assistance")]
    group: Annotated[str | None, about("Class; absent: all of them.", "over_4")] = None
    people: Annotated[Few, about("People; absent: hidden, fewer than five or it would tell of such.", 31)] = None


class PortfolioCounts(Word):
    """How many people there are of each class, of all units together and of each; nobody is named."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    counted_on: Annotated[date, about("Counted on; it stands for a week.", "2026-11-23")]
    rows: Annotated[tuple[PortfolioCount, ...], about("Counts.", [])] = ()


def portfolio_counts(workplace: Workplace, *, viewer: Viewer, at: datetime) -> PortfolioCounts:
    """Files counted over all units, each as its own unit may use it, by unit and class; small counts are hidden.

    ForbiddenError for whoever may not read gaps.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)

    def counted(tables: Tables) -> PortfolioCounts:
        with (
            workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=ABOUT) as connection,
            as_the_house(connection),
        ):
            files = read_files(connection)
            institutions = {unit.id: unit.institution for unit in all_units(connection)}
            known = agreed(connection, proposals_logged(connection, at))
        told_files = []
        for file in files:
            seer = of_their_unit(file, institutions)
            told_files.append(file_in_portfolio(redact(file.profile, seer, at), known, seer, at))
        told = tables.protect_together(ABOUT, _counts(told_files, swiss_day(at)), none_tells=False)
        rows = [row for dimension, table in told.items() for row in _rows(dimension, table)]
        return PortfolioCounts(at=at, counted_on=swiss_day(at), rows=tuple(rows))

    told = answer(workplace, ABOUT, PortfolioCounts, counted, viewer=viewer, at=at)
    return told.model_copy(update={"at": at})


def _counts(files: Sequence[PortfolioFile], today: date) -> Mapping[str, Counts]:
    """By dimension the files of each unit by class: the same files in every table."""
    units = [file.unit or _NO_UNIT for file in files]
    tables = {}
    for dimension, class_of in classes_on(today).items():
        classes = [str(class_of(file)) for file in files]
        tables[dimension] = count({"unit": units, dimension: classes}, {dimension: sorted(set(classes), key=in_order)})
    return tables


def _rows(dimension: str, table: Protected) -> Iterator[PortfolioCount]:
    """All units and each, with its classes; a unit of which nothing may be told is not listed."""
    units, classes = table.counts.codes
    for unit in (ALL, *(unit for unit in units if unit != _NO_UNIT)):
        told = {group: table.value(table.counts.at({"unit": unit, dimension: group})) for group in (ALL, *classes)}
        if not any(told.values()):
            continue
        for group, people in told.items():
            if people != 0:
                yield PortfolioCount(
                    unit=None if unit == ALL else unit,
                    dimension=dimension,
                    group=None if group == ALL else group,
                    people=people,
                )
