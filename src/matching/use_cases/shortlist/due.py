"""What is still owed: announced postings without an answer, and dossiers handed over on which nothing came back."""

from collections import defaultdict
from datetime import date, datetime
from typing import Literal

import numpy as np

from matching.domain.opportunity import Publication
from matching.domain.shortlist import DuePosting, EmployerAnswer
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.dossiers import DossierState
from matching.snapshot.columns import territory_code
from matching.storage import profiles, reporting_occupations
from matching.use_cases.shortlist.dossiers import dossiers_of
from matching.use_cases.shortlist.feedback import said_of_dossiers
from matching.use_cases.shortlist.postings import owes_answer
from matching.use_cases.shortlist.standing import where_they_stand
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff, may_see
from matching.working_days.swiss_time import swiss_day

Fact = Literal["notice", "office", "calendar"]


def postings_due(workplace: Workplace, *, viewer: Viewer, at: datetime) -> list[DuePosting]:
    """The postings of the cantons of the viewer's units that await an answer or feedback; empty without a mandate.

    Overdue ones first, then by day and canton; those whose day is not known come after them, answered ones last.
    """
    live = workplace.live(at)
    visible = may_see(viewer, None, live.publication, at)
    if not is_pes_staff(viewer, at):
        return []
    on = swiss_day(at)
    with workplace.acting(viewer, Act.LIST_FILES, at=at) as connection:
        open_feedback: dict[str, list[str]] = defaultdict(list)
        titles = {}
        dossiers = dossiers_of(connection, profiles.list_ids(connection), viewer, at)
        given = [entry for entry in dossiers if entry.word.state is DossierState.HANDED_OVER]
        said = said_of_dossiers(connection, [entry.word.opportunity for entry in given])
        for entry in given:
            word = entry.word
            if entry.id not in said:
                open_feedback[word.opportunity].append(entry.id)
                titles[word.opportunity] = word.title
        listed = reporting_occupations.read_list(connection)
        units = all_units(connection)
        cantons = {unit.territory for unit in units if unit.id in (viewer.units or ())}
        codes = [territory_code("CH", territory[3:]) for territory in cantons if territory.startswith("CH-")]
        near = np.flatnonzero(visible & np.isin(live.publication.office_canton, codes))
        options = [live.snapshot.option(int(row)) for row in near]
        asked = [
            (option, [unit for unit in units if unit.is_pes_of(option.publication.office_canton or "", on)])
            for option in options
            if owes_answer(option, listed)
        ]
        found = []
        standings = where_they_stand(connection, asked, viewer=viewer, on=on)
        for (option, _), stands in zip(asked, standings, strict=True):
            waiting = open_feedback.pop(option.id, [])
            if waiting or not stands.answered:
                found.append(
                    DuePosting(
                        opportunity=option.id,
                        title=option.title,
                        canton=option.publication.office_canton,
                        notice=stands.notice,
                        unknown=_unknown(option.publication, stands),
                        due_on=stands.due_on,
                        overdue=stands.overdue,
                        answered=stands.answered,
                        missing=() if stands.answered else stands.missing,
                        open_feedback=tuple(waiting),
                    )
                )
    found += [
        DuePosting(
            opportunity=opportunity, title=titles[opportunity], overdue=False, answered=True, open_feedback=tuple(ids)
        )
        for opportunity, ids in open_feedback.items()
    ]
    return sorted(found, key=_order)


def _unknown(publication: Publication, stands: EmployerAnswer) -> tuple[Fact, ...]:
    """Which facts are missing to know the last day."""
    if stands.due_on is not None:
        return ()
    told = publication.complete_notice_at is not None or (stands.notice is not None and stands.notice.complete)
    facts: dict[Fact, bool] = {"notice": told, "office": publication.office_canton is not None}
    return tuple(fact for fact, known in facts.items() if not known) or ("calendar",)


def _order(due: DuePosting) -> tuple[bool, bool, date, str, str]:
    return due.answered, not due.overdue, due.due_on or date.max, due.canton or "", due.opportunity
