"""The notice of a vacancy: a complete one starts the clock, who may write it down, and nobody else learns of it."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from matching.bootstrap import Service
from matching.domain.opportunity import Publication, Vacancy
from matching.domain.shortlist import EmployerAnswer
from matching.domain.vacancy_notice import VacancyNotice
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.dossiers import NoticeDatum
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.process import Role
from matching.errors import ForbiddenError, InvalidInputError, NotFoundError
from matching.storage import opportunities, tables
from matching.storage.scope import EVERYTHING
from matching.use_cases.run_demo import shift_dates, weeks_between
from matching.working_days.deadlines import answer_due

POSTING = "job_room:lau-notice"
NEVER_SEEN = "job_room:nowhere"


@pytest.fixture
def desk(offices: Service, at: datetime) -> Service:
    """The offices with one more announced posting, of which no source tells when its notice was complete."""
    publication = Publication(
        status=PostingStatus.PUBLISHED_RESTRICTED,
        reporting_obligation=True,
        published_at=datetime(2026, 1, 5, 9, tzinfo=at.tzinfo),
        office_canton="VD",
    )
    with offices.workplace.database.begin(EVERYTHING) as connection:
        posting = Vacancy(id=POSTING, title="Aide de cuisine (exemple)", publication=publication)
        opportunities.upsert(connection, [posting], source="job_room", at=at)
    return offices


def standing(service: Service, viewer: Viewer, at: datetime) -> EmployerAnswer:
    """The one clock, as the shortlist and the list of what is due tell it."""
    answer = service.shortlist(POSTING, viewer=viewer, at=at).answer
    assert answer is not None
    (due,) = [due for due in service.postings_due(viewer=viewer, at=at) if due.opportunity == POSTING]
    assert (due.due_on, due.overdue, due.notice) == (answer.due_on, answer.overdue, answer.notice)
    return answer


def versions(service: Service) -> int:
    with service.workplace.database.read(EVERYTHING) as connection:
        rows = connection.execute(
            select(tables.vacancy_notices.c.version).where(tables.vacancy_notices.c.subject == POSTING)
        )
        return len(rows.all())


def test_an_incomplete_notice_starts_no_clock_and_the_complete_one_does(
    desk: Service, uc: Viewer, renens: Viewer, at: datetime
) -> None:
    assert (standing(desk, uc, at).notice, standing(desk, uc, at).due_on) == (None, None)
    lacking = (NoticeDatum.EMPLOYER_NAME, NoticeDatum.WORKLOAD, NoticeDatum.WORKLOAD)
    told = desk.record_notice(POSTING, received_on=date(2026, 1, 2), missing=lacking, viewer=uc, at=at)
    assert told.notice is not None
    assert told.notice.missing == (NoticeDatum.WORKLOAD, NoticeDatum.EMPLOYER_NAME)
    assert (told.due_on, told.overdue) == (None, False)
    assert standing(desk, renens, at) == desk.shortlist(POSTING, viewer=renens, at=at).answer
    told = desk.record_notice(POSTING, received_on=date(2026, 1, 5), viewer=renens, at=at)
    assert told.due_on == date(2026, 1, 8), "VD, Monday 5 January: Thursday 8"
    assert told.notice is not None
    assert (told.notice.complete, told.notice.recorded_by) == (True, "renens")
    assert standing(desk, uc, at).overdue
    assert desk.postings_due(viewer=uc, at=at)[0].overdue
    assert versions(desk) == 2, "what was written down before stays"


def test_without_a_day_it_was_received_today_in_switzerland(desk: Service, uc: Viewer, at: datetime) -> None:
    late = at.replace(hour=23, minute=30)
    told = desk.record_notice(POSTING, viewer=uc, at=late)
    assert told.notice is not None
    assert told.notice.received_on == date(2026, 11, 18)
    assert told.due_on == date(2026, 11, 23)
    friday = at + timedelta(days=2)
    assert not standing(desk, uc, friday).overdue
    assert standing(desk, uc, at + timedelta(days=6)).overdue


def test_the_earlier_of_what_the_source_told_and_the_office_wrote_down(
    offices: Service, uc: Viewer, at: datetime
) -> None:
    bakery = "job_room:lau-vente-boulangerie"  # these offices' source tells a complete notice of Monday 16 November
    assert offices.record_notice(bakery, viewer=uc, at=at).due_on == date(2026, 11, 19)
    told = offices.record_notice(bakery, received_on=date(2026, 11, 12), viewer=uc, at=at)
    assert (told.due_on, told.overdue) == (date(2026, 11, 17), True)


def test_it_takes_a_mandate_the_role_and_a_unit_that_must_answer(desk: Service, uc: Viewer, at: datetime) -> None:
    told = {
        "worker": uc.model_copy(update={"role": Role.SOCIAL_WORKER}),
        "elsewhere": uc.model_copy(update={"units": ("ne-ssr-neuchatel",)}),
    }
    for viewer in told.values():
        with pytest.raises(ForbiddenError):
            desk.record_notice(POSTING, viewer=viewer, at=at)
    for missing in ((), (NoticeDatum.WORKLOAD,)):
        with pytest.raises(InvalidInputError, match="à venir"):
            desk.record_notice(POSTING, received_on=date(2026, 11, 19), missing=missing, viewer=uc, at=at)
    for id_ in ("job_room:lau-accueil-clinique", "own:vd-mip-vente"):
        with pytest.raises(InvalidInputError):
            desk.record_notice(id_, viewer=uc, at=at)
    assert versions(desk) == 0


def test_without_a_mandate_there_is_neither_posting_nor_notice(desk: Service, uc: Viewer, at: datetime) -> None:
    desk.record_notice(POSTING, received_on=date(2026, 11, 16), viewer=uc, at=at)
    later = at + timedelta(minutes=2)
    desk.end_mandates("uc", viewer=LOCAL_VIEWER, at=at + timedelta(minutes=1))
    for viewer in (desk.viewer("uc"), desk.viewer("demo-csr"), desk.viewer()):
        said = set()
        for id_ in (POSTING, NEVER_SEEN):
            with pytest.raises(NotFoundError) as refusal:
                desk.record_notice(id_, viewer=viewer, at=later)
            said.add(str(refusal.value).replace(id_, "ID"))
        assert len(said) == 1
        assert desk.postings_due(viewer=viewer, at=later) == []
    assert versions(desk) == 1
    # Once it is public the posting may be read by anybody, the clock of its answer may not.
    with desk.workplace.database.begin(EVERYTHING) as connection:
        (posting,) = [option for option in opportunities.all_current(connection) if option.id == POSTING]
        assert isinstance(posting, Vacancy)
        public = {"status": PostingStatus.PUBLISHED_PUBLIC, "reporting_obligation_end": date(2026, 1, 12)}
        opened = posting.model_copy(update={"publication": posting.publication.model_copy(update=public)})
        opportunities.upsert(connection, [opened], source="job_room", at=later)
    shown = desk.shortlist(POSTING, viewer=desk.viewer("uc"), at=later)
    assert shown.answer is None
    assert "received_on" not in shown.model_dump_json()
    with pytest.raises(ForbiddenError):
        desk.record_notice(POSTING, viewer=desk.viewer("uc"), at=later)


def test_the_demo_has_something_overdue_and_something_due_on_every_day_of_the_calendar(
    pytestconfig: pytest.Config,
) -> None:
    folder = pytestconfig.rootpath / "data_contracts" / "v1" / "examples"
    written = (folder / "notices.jsonl").read_text(encoding="utf-8")
    for number in range((date(2031, 11, 1) - date(2026, 1, 1)).days):
        day = date(2026, 1, 1) + timedelta(days=number)
        shifted = shift_dates(written, weeks_between(date(2026, 11, 16), day)).splitlines()
        notices = [VacancyNotice.model_validate_json(line) for line in shifted]
        arrived = [notice.received_on for notice in notices if notice.complete and notice.received_on <= day]
        due = [answer_due(received, "VD") for received in arrived]
        assert {each < day for each in due if each is not None} == {True, False}, day
