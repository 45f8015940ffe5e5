"""One's own portfolio: whom one's units follow since when and how closely, and who has had no proposal for weeks.

Source: fiche action 2-4 of a French département, mandate 2015-2021.
"""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Annotated

from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.word import Identifier, Moment, Word, about
from matching.errors import InvalidInputError
from matching.use_cases.person_file import read_files
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.steering.log import proposals_logged
from matching.use_cases.steering.portfolio_classes import classes_on, in_order
from matching.use_cases.steering.portfolio_counts import PortfolioCount
from matching.use_cases.steering.portfolio_file import PortfolioFile, agreed, file_in_portfolio
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact
from matching.working_days.swiss_time import swiss_day

WEEKS, MOST_WEEKS = 8, 520
"""Weeks without a proposal from which a file is told: house figure, and what may be asked for at most."""


class Portfolio(Word):
    """The files of the viewer's units, and how many there are of each class."""

    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    weeks: Annotated[int, about("Weeks without a proposal that count as long.", 8)]
    people: Annotated[int, about("Files.", 12, ge=0)]
    waiting: Annotated[tuple[Identifier, ...], about("Who has had no proposal for so long.", ["p-0001"])] = ()
    files: Annotated[tuple[PortfolioFile, ...], about("Files, those that wait first.", [])] = ()
    counts: Annotated[tuple[PortfolioCount, ...], about("Counts by class.", [])] = ()


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
        for dimension, class_of in classes_on(swiss_day(at)).items()
        for group, number in sorted(Counter(map(class_of, told_files)).items(), key=lambda one: in_order(one[0]))
    ]
    return Portfolio(
        at=at, weeks=weeks, people=len(files), waiting=tuple(waiting), files=tuple(told_files), counts=tuple(counts)
    )


def _last_day(weeks: int, at: datetime) -> date:
    if not 1 <= weeks <= MOST_WEEKS:
        raise InvalidInputError(
            "Le nombre de semaines doit être entre 1 et {most} ; il est de {weeks}.", most=MOST_WEEKS, weeks=weeks
        )
    return swiss_day(at) - timedelta(weeks=weeks)


def _waits(file: PortfolioFile, on: date) -> bool:
    """Nothing was under way since a day, and the person takes part in nothing now."""
    return not file.in_option_now and (file.proposed_on is None or file.proposed_on < on)
