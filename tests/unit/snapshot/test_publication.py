"""When a posting is restricted, and when the office's answer is due."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.working_days.test_deadlines import VECTORS

from matching.domain.opportunity import Measure, Place, Publication, Vacancy
from matching.domain.person import OccupationCode
from matching.domain.reporting_duty import ReportingList, ReportingOccupation
from matching.domain.vacancy_notice import VacancyNotice
from matching.domain.vocabulary.dossiers import NoticeDatum
from matching.domain.vocabulary.measures import MeasureForm, MeasureType
from matching.domain.vocabulary.postings import AnnounceException, PostingStatus
from matching.domain.vocabulary.situation import Country
from matching.snapshot.columns import day_number, territory_of
from matching.snapshot.publication import (
    NEVER_RESTRICTED,
    RESTRICTED_WITHOUT_END,
    PublicationColumns,
    answer_due_on,
    compile_publication,
    duty_holds,
    restricted_until,
)
from matching.working_days.deadlines import answer_due

PUBLIC = PostingStatus.PUBLISHED_PUBLIC
MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
FIFTH = date(2026, 1, 12)
YEARS = (MONDAY.replace(tzinfo=None), MONDAY.replace(tzinfo=None) + timedelta(days=700))
LIST = ReportingList([ReportingOccupation(year=2026, territory="CH", ch_isco="93130")])


def posting(code: str | None = None, place: Place | None = None, **facts: Any) -> Vacancy:
    told = {"status": PUBLIC, "published_at": MONDAY, "office_canton": "VD"} | facts
    occupations = (OccupationCode(scheme="ch_isco", code=code),) if code else ()
    return Vacancy(id="own:1", title="Poste", place=place, occupations=occupations, publication=Publication(**told))


def test_the_end_told_by_the_source_counts_first() -> None:
    end = date(2026, 1, 20)
    assert restricted_until(posting(reporting_obligation_end=end), LIST) == day_number(end)
    assert restricted_until(posting(reporting_obligation=False, reporting_obligation_end=end), LIST) == day_number(end)


@pytest.mark.parametrize(
    ("vacancy", "duty", "until"),
    [
        (posting(reporting_obligation=True), True, FIFTH),
        (posting(reporting_obligation=False), False, NEVER_RESTRICTED),
        (posting("93130"), True, FIFTH),
        (posting("52231"), False, NEVER_RESTRICTED),
        (posting("52231", reporting_obligation=True), True, FIFTH),
        (posting("93130", reporting_obligation=False), False, NEVER_RESTRICTED),
        (posting(), None, FIFTH),
        (posting("93130 "), True, FIFTH),
        (posting("X"), None, FIFTH),
        (posting("931300"), None, FIFTH),
        (posting("52231", published_at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC)), False, NEVER_RESTRICTED),
        (posting("52231", published_at=datetime(2025, 12, 31, 22, 30, tzinfo=UTC)), None, date(2026, 1, 9)),
        (posting("93130", published_at=None), None, RESTRICTED_WITHOUT_END),
        (posting(reporting_obligation=True, published_at=None), True, RESTRICTED_WITHOUT_END),
        (posting("93130", office_canton=None), True, RESTRICTED_WITHOUT_END),
        (posting("52231", office_canton=None), False, NEVER_RESTRICTED),
        (posting("93130", office_canton="XX"), True, RESTRICTED_WITHOUT_END),
        (posting(place=Place(country=Country.FR), office_canton=None), False, NEVER_RESTRICTED),
        (posting(place=Place(country=Country.FR)), None, FIFTH),
        (posting("52231", public_display=False), False, RESTRICTED_WITHOUT_END),
        (posting("52231", status=PostingStatus.PUBLISHED_RESTRICTED), False, RESTRICTED_WITHOUT_END),
        (posting("52231", status=None), False, RESTRICTED_WITHOUT_END),
    ],
)
def test_duty_and_end(vacancy: Vacancy, duty: bool | None, until: date | int) -> None:
    assert duty_holds(vacancy, LIST) is duty
    assert restricted_until(vacancy, LIST) == (until if isinstance(until, int) else day_number(until))


@pytest.mark.parametrize("exception", AnnounceException)
def test_an_exception_opens_nothing(exception: AnnounceException) -> None:
    for facts in ({"status": PostingStatus.PUBLISHED_RESTRICTED}, {"reporting_obligation": True}, {}):
        vacancy, freed = posting("93130", **facts), posting("93130", exception=exception, **facts)
        assert restricted_until(freed, LIST) == restricted_until(vacancy, LIST) > NEVER_RESTRICTED


def received(day: date, *missing: NoticeDatum) -> VacancyNotice:
    return VacancyNotice(opportunity="own:1", received_on=day, missing=missing, recorded_by="demo")


def test_the_answer_is_due_three_working_days_after_the_complete_notice() -> None:
    told = Publication(complete_notice_at=datetime(2026, 4, 2, 21, 59, tzinfo=UTC), office_canton="NE")
    assert answer_due_on(told, None) == date(2026, 4, 8)
    after_midnight = told.model_copy(update={"complete_notice_at": datetime(2026, 4, 2, 22, 1, tzinfo=UTC)})
    assert answer_due_on(after_midnight, None) == date(2026, 4, 8)  # Good Friday is no working day
    assert answer_due_on(Publication(published_at=MONDAY, office_canton="NE"), None) is None  # the clock stands
    assert answer_due_on(told.model_copy(update={"office_canton": None}), received(date(2026, 4, 2))) is None


@pytest.mark.parametrize(("canton", "day", "_public", "due"), VECTORS)
def test_the_notice_written_down_starts_the_clock(canton: str, day: str, _public: str, due: str) -> None:
    silent = Publication(published_at=MONDAY, office_canton=canton)
    assert answer_due_on(silent, received(date.fromisoformat(day))) == date.fromisoformat(due)


@given(
    canton=st.sampled_from(["VD", "NE", "LU", None]),
    told=st.none() | st.datetimes(*YEARS, timezones=st.just(UTC)),
    written=st.none() | st.dates(*(moment.date() for moment in YEARS)),
    missing=st.just(set()) | st.sets(st.sampled_from(NoticeDatum)),
)
def test_the_earlier_complete_notice_decides_and_an_incomplete_one_starts_nothing(
    canton: str | None, told: datetime | None, written: date | None, missing: set[NoticeDatum]
) -> None:
    publication = Publication(complete_notice_at=told, office_canton=canton)
    told_alone = answer_due_on(publication, None)
    silent = Publication(office_canton=canton)
    if written is None or missing:
        incomplete = None if written is None else received(written, *missing)
        assert answer_due_on(publication, incomplete) == told_alone
        assert answer_due_on(silent, incomplete) is None
        return
    written_alone = answer_due_on(silent, received(written))
    assert written_alone == answer_due(written, canton)
    known = [due for due in (told_alone, written_alone) if due is not None]
    assert answer_due_on(publication, received(written)) == min(known, default=None)


def test_columns_hold_the_canton_of_the_office_and_survive_being_stored() -> None:
    course = Measure(id="own:2", title="Cours", form=MeasureForm.ACTIVITY, type=MeasureType.COACHING)
    columns = compile_publication([posting("93130"), course, posting(office_canton=None)], LIST)
    assert columns.office_canton.tolist() == [territory_of("CH-VD"), 0, 0]
    assert columns.restricted_until.tolist() == [day_number(FIFTH), NEVER_RESTRICTED, RESTRICTED_WITHOUT_END]
    assert [columns.last_restricted_day(row) for row in range(3)] == [FIFTH, None, None]
    again = PublicationColumns.from_arrays(columns.arrays())
    assert np.array_equal(again.take(np.array([0])).restricted_until, columns.restricted_until[:1])
