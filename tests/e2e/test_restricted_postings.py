"""A restricted posting does not exist for someone without the right: no list, no count, no error tells."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.insurance import PesRegistration
from matching.domain.profile import Profile
from matching.domain.reporting_duty import ReportingList
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.reasons import RejectReason
from matching.errors import ForbiddenError, NotFoundError
from matching.settings import Settings
from matching.snapshot.columns import day_number
from matching.snapshot.publication import restricted_until
from matching.storage import opportunities, profiles
from matching.storage.scope import EVERYTHING


@pytest.fixture(scope="session")
def restricted(demo: Service, at: datetime) -> set[str]:
    """The postings in their head start at that moment."""
    with demo.workplace.database.read(EVERYTHING) as connection:
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
    with demo.workplace.reading(viewer) as connection:
        people = profiles.list_ids(connection)
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


def colleague_of(counsellor: Viewer) -> Viewer:
    """Whoever sits in the same units, without a mandate."""
    return counsellor.model_copy(update={"account": "colleague", "mandates": ()})


def person(demo: Service, id_: str, **changes: object) -> Profile:
    with demo.workplace.database.read(EVERYTHING) as connection:
        return profiles.get(connection, id_).model_copy(update=changes)


def registered_to(day: date) -> PesRegistration:
    return PesRegistration(registered=True, valid_from=date(2026, 6, 1), valid_to=day)


def shown(demo: Service, who: str | Profile, viewer: Viewer, at: datetime) -> set[str]:
    return {card.opportunity for card in demo.recommend(who, viewer=viewer, at=at, limit=100).cards}


def test_a_colleague_without_mandate_who_asks_again_gets_none_of_them(
    demo: Service, counsellor: Viewer, at: datetime, restricted: set[str]
) -> None:
    """Nothing of the first answer is kept for the second, and the first asked again is the same."""
    colleague = colleague_of(counsellor)
    before = demo.recommend("p01-amelie", viewer=colleague, at=at, limit=100)
    mine = demo.recommend("p01-amelie", viewer=counsellor, at=at, limit=100)
    again = demo.recommend("p01-amelie", viewer=colleague, at=at, limit=100)
    assert {card.opportunity for card in mine.cards} & restricted
    assert again.model_copy(update={"id": before.id}) == before
    assert not any(id_ in again.model_dump_json() for id_ in restricted)


def test_registration_counts_on_the_day_its_last_day_included(
    demo: Service, counsellor: Viewer, at: datetime, restricted: set[str]
) -> None:
    today = at.date()
    still = person(demo, "p01-amelie", pes_registration=registered_to(today))
    no_more = person(demo, "p01-amelie", pes_registration=registered_to(today - timedelta(days=1)))
    assert shown(demo, still, counsellor, at) & restricted
    assert not shown(demo, no_more, counsellor, at) & restricted
    for id_ in restricted:
        with pytest.raises(NotFoundError, match="Aucune option"):
            demo.why_not(no_more, id_, viewer=counsellor, at=at)


def test_registration_ends_at_midnight_in_zurich(demo: Service, counsellor: Viewer, restricted: set[str]) -> None:
    who = person(demo, "p01-amelie", pes_registration=registered_to(date(2026, 11, 18)))
    assert shown(demo, who, counsellor, datetime(2026, 11, 18, 22, 59, tzinfo=UTC)) & restricted
    assert not shown(demo, who, counsellor, datetime(2026, 11, 18, 23, 0, tzinfo=UTC)) & restricted


def test_a_posting_opens_at_midnight_in_zurich(demo: Service, counsellor: Viewer) -> None:
    """Its last restricted day is 12 November 2026; the service's clock is elsewhere."""
    posting, colleague = "job_room:lau-aide-cuisine", colleague_of(counsellor)
    last = datetime(2026, 11, 12, 22, 59, 59, tzinfo=UTC)
    with pytest.raises(NotFoundError):
        demo.why_not("p01-amelie", posting, viewer=colleague, at=last)
    assert demo.why_not("p01-amelie", posting, viewer=counsellor, at=last).opportunity == posting
    opened = demo.why_not("p01-amelie", posting, viewer=colleague, at=last + timedelta(seconds=1))
    assert opened.opportunity == posting


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_errors_say_the_same_of_a_restricted_posting_and_of_none(
    demo: Service, counsellor: Viewer, at: datetime, restricted: set[str], lang: str
) -> None:
    """Whoever asks without right, for anybody, in any language: one sentence, one status."""
    unregistered = person(demo, "p01-amelie", pes_registration=None)
    sentences = set()
    for who, viewer in (("p01-amelie", colleague_of(counsellor)), (unregistered, counsellor)):
        for id_ in [*sorted(restricted), "job_room:does-not-exist"]:
            with pytest.raises(NotFoundError) as refusal:
                demo.why_not(who, id_, viewer=viewer, at=at, lang=lang)
            sentences.add((refusal.value.status, str(refusal.value).replace(id_, "ID")))
    assert len(sentences) == 1


def test_a_flagged_employer_is_never_proposed_and_only_the_employment_service_learns_why(
    tmp_path: Path, at: datetime
) -> None:
    service = open_service(Settings(data_dir=tmp_path / "flags"))
    service.run_demo(at=at)
    counsellor, posting = service.viewer("demo"), "job_room:lau-vente-textile"
    with service.workplace.database.read(EVERYTHING) as connection:
        option = next(option for option in opportunities.all_current(connection) if option.id == posting)
    assert option.provider_id is not None
    assert posting in shown(service, "p01-amelie", counsellor, at)
    flag = service.flag_employer(option.provider_id, "conditions_below_usual", viewer=counsellor, at=at)
    assert posting not in shown(service, "p01-amelie", counsellor, at)
    told = service.why_not("p01-amelie", posting, viewer=counsellor, at=at)
    assert told.eligibility.state == "not_eligible"
    assert flag.reason.fr not in told.model_dump_json()
    colleague = colleague_of(counsellor)
    for unknown in (
        lambda: service.why_not("p01-amelie", posting, viewer=colleague, at=at),
        lambda: service.lift_refusal("p01-amelie", posting, viewer=colleague, at=at),
        lambda: service.refuse_option("p01-amelie", posting, reason=RejectReason.COST, viewer=colleague, at=at),
    ):
        with pytest.raises(NotFoundError):
            unknown()
    for refused in (
        lambda: service.flag_employer(flag.provider_id, "conditions_below_usual", viewer=colleague, at=at),
        lambda: service.lift_flags(flag.provider_id, viewer=colleague, at=at),
        lambda: service.list_flags(viewer=colleague, at=at),
    ):
        with pytest.raises(ForbiddenError):
            refused()
    assert posting in shown(service, "p01-amelie", counsellor, at - timedelta(days=1))
    tomorrow = at + timedelta(days=1)
    service.lift_flags(flag.provider_id, viewer=counsellor, at=tomorrow)
    assert posting in shown(service, "p01-amelie", counsellor, tomorrow)
    assert posting not in shown(service, "p01-amelie", counsellor, at)
    with pytest.raises(NotFoundError):
        service.lift_flags(flag.provider_id, viewer=counsellor, at=tomorrow)
    service.close()


def test_they_leave_no_trace_in_anybody_elses_scores(tmp_path: Path, at: datetime) -> None:
    """The same catalogue with and without the restricted postings: whoever may not see them gets the same bits."""
    answers = []
    for name, published in (("with", True), ("without", False)):
        service = open_service(Settings(data_dir=tmp_path / name))
        service.run_demo(at=at)
        with service.workplace.database.begin(EVERYTHING) as connection:
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
        viewers = (LOCAL_VIEWER, colleague_of(service.viewer("demo")))
        slates = [service.recommend(who, viewer=viewer, at=at, limit=50) for viewer in viewers for who in people]
        answers.append([(slate.considered, slate.cards, slate.questions, slate.versions) for slate in slates])
        service.close()
    assert answers[0] == answers[1]
