"""A restricted posting does not exist for someone without the right: no list, no count, no error tells."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.reporting_duty import ReportingList
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import PostingStatus
from matching.errors import NotFoundError
from matching.settings import Settings
from matching.snapshot.columns import day_number
from matching.snapshot.publication import restricted_until
from matching.storage import opportunities, profiles


@pytest.fixture(scope="session")
def restricted(demo: Service, at: datetime) -> set[str]:
    """The postings in their head start at that moment."""
    with demo.workplace.database.read() as connection:
        options = list(opportunities.all_current(connection))
    found = {
        option.id
        for option in options
        if option.kind == "vacancy" and option.publication.status is PostingStatus.PUBLISHED_RESTRICTED
    }
    assert len(found) >= 5
    return found


def test_a_registered_person_gets_them_from_a_counsellor_with_mandate(
    demo: Service, counsellor: Viewer, at: datetime, restricted: set[str]
) -> None:
    slate = demo.recommend("p01-amelie", viewer=counsellor, at=at, limit=100)
    assert {card.opportunity for card in slate.cards} & restricted


@pytest.mark.parametrize("account", ["demo-csr", "demo-ssr", "demo-fr", None])
def test_nobody_else_does(demo: Service, at: datetime, restricted: set[str], account: str | None) -> None:
    viewer = demo.viewer(account)
    with demo.workplace.database.read() as connection:
        people = profiles.list_ids(connection, viewer.units)
    assert people
    for person in people:
        slate = demo.recommend(person, viewer=viewer, at=at, limit=100)
        assert not {card.opportunity for card in slate.cards} & restricted
        assert not any(id_ in slate.model_dump_json() for id_ in restricted)


def test_nor_does_an_unregistered_person_of_the_same_counsellor(
    demo: Service, counsellor: Viewer, at: datetime, restricted: set[str]
) -> None:
    slate = demo.recommend("p05-esma", viewer=counsellor, at=at, limit=100)
    assert not {card.opportunity for card in slate.cards} & restricted


def test_the_count_of_options_does_not_tell(
    demo: Service, counsellor: Viewer, at: datetime, restricted: set[str]
) -> None:
    """Whoever has no right counts as if the postings were not there."""
    with_right = demo.recommend("p01-amelie", viewer=counsellor, at=at).considered
    without = demo.recommend("p01-amelie", viewer=LOCAL_VIEWER, at=at).considered
    assert with_right - without >= len(restricted)


def test_why_not_answers_as_for_an_unknown_option(demo: Service, at: datetime, restricted: set[str]) -> None:
    sentences = set()
    for id_ in [*sorted(restricted), "job_room:does-not-exist"]:
        with pytest.raises(NotFoundError) as refusal:
            demo.why_not("p01-amelie", id_, viewer=LOCAL_VIEWER, at=at)
        sentences.add(re.sub(re.escape(id_), "ID", str(refusal.value)))
    assert len(sentences) == 1


def test_a_lapsed_mandate_closes_them_the_same_moment(
    demo: Service, counsellor: Viewer, at: datetime, restricted: set[str]
) -> None:
    lapsed = counsellor.model_copy(
        update={"mandates": tuple(m.model_copy(update={"valid_to": at}) for m in counsellor.mandates)}
    )
    slate = demo.recommend("p01-amelie", viewer=lapsed, at=at + timedelta(seconds=1), limit=100)
    assert not {card.opportunity for card in slate.cards} & restricted


def test_another_units_file_is_as_unknown_as_no_file(demo: Service, at: datetime) -> None:
    neuchatel = demo.viewer("demo-ssr")
    sentences = set()
    for person in ("p01-amelie", "nobody"):
        with pytest.raises(NotFoundError) as refusal:
            demo.recommend(person, viewer=neuchatel, at=at)
        sentences.add(str(refusal.value).replace(person, "ID"))
    assert len(sentences) == 1


def test_they_leave_no_trace_in_anybody_elses_scores(tmp_path: Path, at: datetime) -> None:
    """The same catalogue with and without the restricted postings: whoever may not see them gets the same bits."""
    answers = []
    for name, published in (("with", True), ("without", False)):
        service = open_service(Settings(data_dir=tmp_path / name))
        service.run_demo(at=at)
        with service.workplace.database.begin() as connection:
            options = list(opportunities.all_current(connection))
            kept = {
                option.id
                for option in options
                if published
                or option.kind != "vacancy"
                or restricted_until(option, ReportingList()) < day_number(at.date())
            }
            opportunities.withdraw_missing(connection, source="job_room", ids=kept, at=at)
        people = ("p01-amelie", "p05-esma", "p12-thierry")
        slates = [service.recommend(person, viewer=LOCAL_VIEWER, at=at, limit=50) for person in people]
        answers.append([(slate.considered, slate.cards, slate.questions) for slate in slates])
        service.close()
    assert answers[0] == answers[1]
