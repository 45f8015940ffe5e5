"""Results per provider and type of employer, as they are told for a week.

Source: fiche action 2-3 of a French département: results in detail by structure and by type of employer.
"""

from datetime import date, datetime
from typing import Annotated

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import Moment, Word, about
from matching.errors import InvalidInputError
from matching.storage.scope import as_the_house
from matching.use_cases.publication import Tables, answer
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.participations import MONTHS, participations
from matching.use_cases.steering.result_rows import LEAST_TO_COMPARE, ResultRow, result_rows
from matching.use_cases.workplace import Workplace
from matching.working_days.swiss_time import swiss_day

ABOUT = "results"


class Results(Word):
    """Results by provider and by type of employer; within a result, those that can be compared come first."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    counted_on: Annotated[date, about("Counted on; it stands for a week.", "2026-11-23")]
    months: Annotated[int, about("Months from the start.", 12)]
    least: Annotated[int, about("People below whom nothing is compared: house figure.", 20)] = LEAST_TO_COMPARE
    rows: Annotated[tuple[ResultRow, ...], about("Rows.", [])] = ()


class _AllResults(Word):
    """What is told at every horizon."""

    counted_on: date
    of: tuple[tuple[int, tuple[ResultRow, ...]], ...]


def results(workplace: Workplace, *, viewer: Viewer, at: datetime, months: int = 12) -> Results:
    """What became of everybody who began something, at `months` from the start, by provider and type of employer.

    What nobody stated is unknown and in no share. A share is told where five people and more reached it and five and
    more did not. ForbiddenError for whoever may not read gaps, InvalidInputError for months at which nothing is stated.
    """
    refuse_role_without(viewer, Permission.READ_GAPS)
    if months not in MONTHS:
        raise InvalidInputError(
            "Rien n'est relevé à {months} mois du début ; choisir parmi {known}.", months=months, known=list(MONTHS)
        )

    def counted(tables: Tables) -> _AllResults:
        live, model = workplace.live(at), workplace.model
        with (
            workplace.acting(viewer, Act.COUNT_EVERYBODY, at=at, about=ABOUT) as connection,
            as_the_house(connection),
        ):
            found = participations(connection, live, model, until=at)
        rows = result_rows(found, tables)
        return _AllResults(counted_on=swiss_day(at), of=tuple(rows.items()))

    told = answer(workplace, ABOUT, _AllResults, counted, viewer=viewer, at=at)
    return Results(at=at, counted_on=told.counted_on, months=months, rows=dict(told.of)[months])
