"""Shortlist: the people of the viewer's units for a posting, a place or free seats, or an explicit "none available"."""

from datetime import date, datetime

from sqlalchemy import Connection

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.shortlist import DossierBeside, EmployerAnswer, Shortlist
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.explanation.lines import free_places
from matching.messages.say import say, spoken
from matching.storage import reporting_occupations
from matching.use_cases.person_file import open_files
from matching.use_cases.row_for import row_for
from matching.use_cases.shortlist.dossiers import dossiers_of
from matching.use_cases.shortlist.feedback import said_of_dossiers
from matching.use_cases.shortlist.people import Bench, counted, in_order
from matching.use_cases.shortlist.postings import owes_answer
from matching.use_cases.shortlist.standing import where_it_stands
from matching.use_cases.units import pes_units_of
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, is_pes_staff
from matching.working_days.swiss_time import swiss_day


def shortlist(workplace: Workplace, opportunity: str, *, viewer: Viewer, at: datetime, lang: str = "fr") -> Shortlist:
    """Who is not ruled out for an option at an aware moment, without score or rank; nothing of it is stored.

    NotFoundError, in the same words, when the option does not exist and when it may not be seen.
    """
    live = workplace.live(at)
    row = row_for(live, opportunity, viewer, at)
    option = disclose(live.snapshot.option(row), viewer, at)
    bench = Bench.of(workplace, live, row, option, viewer=viewer, at=at, lang=lang)
    files = open_files(workplace, viewer, Act.SHORTLIST, at=at, about=opportunity)
    people = [bench.look(file) for file in files]
    candidates = [bench.candidate(looked) for looked in people if not looked.ruled_out]
    none = None if candidates else say(lang, "shortlist.none", count=len(files))
    with workplace.reading(viewer) as connection:
        return Shortlist(
            opportunity=opportunity,
            kind=OpportunityKind[option.kind.upper()],
            title=option.title,
            provider=option.provider,
            viewer=viewer.account,
            at=at,
            language=spoken(lang),
            places=_places(option, swiss_day(at), lang),
            considered=len(files),
            ordered_by=say(lang, "shortlist.ordered_by"),
            candidates=in_order(candidates, opportunity),
            none_because=none,
            fallen_out=counted(one for each in people for one in each.ruled_out) if none else (),
            dossiers=_dossiers(connection, opportunity, [file.profile.id for file in files], viewer, at),
            answer=_answer(connection, option, viewer, at),
        )


def _places(option: AnyOpportunity, on: date, lang: str) -> str | None:
    """Free places of a place or a measure; unknown is said."""
    return None if isinstance(option, Vacancy) else free_places(option, on, lang) or say(lang, "card.unknown")


def _dossiers(
    connection: Connection, opportunity: str, people: list[str], viewer: Viewer, at: datetime
) -> tuple[DossierBeside, ...]:
    said = said_of_dossiers(connection, [opportunity])
    return tuple(
        DossierBeside(id=entry.id, profile=entry.subject, state=entry.word.state, feedback=said.get(entry.id))
        for entry in dossiers_of(connection, people, viewer, at)
        if entry.word.opportunity == opportunity
    )


def _answer(connection: Connection, option: AnyOpportunity, viewer: Viewer, at: datetime) -> EmployerAnswer | None:
    """Where the answer to the employer stands; without a mandate there is none to see."""
    if not is_pes_staff(viewer, at) or not owes_answer(option, reporting_occupations.read_list(connection)):
        return None
    on = swiss_day(at)
    canton = option.publication.office_canton
    units = pes_units_of(connection, canton, on) if canton else []
    return where_it_stands(connection, option, units, viewer=viewer, on=on)
