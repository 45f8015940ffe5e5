"""What is still owed: announced postings without an answer, and dossiers handed over on which nothing came back."""

from collections import defaultdict
from datetime import date, datetime
from typing import Literal

import numpy as np

from matching.domain.opportunity import Publication
from matching.domain.shortlist import DuePosting
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.dossiers import DossierState
from matching.snapshot.columns import territory_code
from matching.storage import profiles, reporting_occupations
from matching.use_cases.shortlist.dossiers import dossiers_of
from matching.use_cases.shortlist.feedback import said_of_dossiers, said_of_posting
from matching.use_cases.shortlist.postings import owes_answer, requests_for, where_it_stands
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
    with workplace.database.read() as connection:
        open_feedback: dict[str, list[str]] = defaultdict(list)
        titles = {}
        for entry in dossiers_of(connection, profiles.list_ids(connection, viewer.units), viewer, at):
            word = entry.word
            if word.state is DossierState.HANDED_OVER and entry.id not in said_of_dossiers(
                connection, word.opportunity
            ):
                open_feedback[word.opportunity].append(entry.id)
                titles[word.opportunity] = word.title
        listed = reporting_occupations.read_list(connection)
        units = all_units(connection)
        cantons = {unit.territory for unit in units if unit.id in (viewer.units or ())}
        codes = [territory_code("CH", territory[3:]) for territory in cantons if territory.startswith("CH-")]
        found = []
        for row in np.flatnonzero(visible & np.isin(live.publication.office_canton, codes)):
            option = live.snapshot.option(int(row))
            if not owes_answer(option, listed):
                continue
            canton = option.publication.office_canton or ""
            stands = where_it_stands(
                option,
                [unit for unit in units if unit.is_pes_of(canton, on)],
                requests_for(connection, option.id),
                said_of_posting(connection, option.id),
                viewer=viewer,
                on=on,
            )
            waiting = open_feedback.pop(option.id, [])
            if waiting or not stands.answered:
                found.append(
                    DuePosting(
                        opportunity=option.id,
                        title=option.title,
                        canton=option.publication.office_canton,
                        unknown=_unknown(option.publication, stands.due_on),
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


def _unknown(publication: Publication, due_on: date | None) -> tuple[Fact, ...]:
    """Which facts are missing to know the last day."""
    if due_on is not None:
        return ()
    facts: dict[Fact, object] = {"notice": publication.complete_notice_at, "office": publication.office_canton}
    return tuple(fact for fact, known in facts.items() if known is None) or ("calendar",)


def _order(due: DuePosting) -> tuple[bool, bool, date, str, str]:
    return due.answered, not due.overdue, due.due_on or date.max, due.canton or "", due.opportunity
