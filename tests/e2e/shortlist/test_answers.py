"""The answer to an employer: every unit is asked, silence is no answer, and a person hands over. Source: OSE 53c."""

from datetime import date, datetime, timedelta

import pytest
from tests.e2e.shortlist.conftest import change

from matching.bootstrap import Service
from matching.domain.opportunity import Vacancy
from matching.domain.shortlist import EmployerAnswer
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.dossiers import DossierState, EmployerFeedback, RequestState
from matching.domain.vocabulary.postings import PostingStatus
from matching.domain.vocabulary.process import Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.storage import opportunities
from matching.storage.scope import EVERYTHING
from matching.use_cases.shortlist.dossiers import DOSSIERS
from matching.use_cases.shortlist.postings import REQUESTS

BAKERY = "job_room:lau-vente-boulangerie"
PUBLIC = "job_room:lau-accueil-clinique"


def states(answer: EmployerAnswer) -> dict[str, RequestState | None]:
    return {unit.unit: unit.state for unit in answer.units}


def test_a_request_goes_to_every_unit_of_the_canton_and_once(offices: Service, uc: Viewer, at: datetime) -> None:
    answer = offices.request_dossiers(BAKERY, viewer=uc, at=at)
    assert states(answer) == {
        "vd-uc-lausanne": RequestState.ASKED,
        "vd-orp-lausanne": None,
        "vd-orp-renens": None,
    }
    assert offices.request_dossiers(BAKERY, viewer=uc, at=at) == answer
    with offices.workplace.database.read(EVERYTHING) as connection:
        assert len(REQUESTS.current(connection, subjects=[BAKERY])) == 3


def test_none_available_comes_after_every_unit_has_answered(
    offices: Service, uc: Viewer, lausanne: Viewer, renens: Viewer, at: datetime
) -> None:
    offices.request_dossiers(BAKERY, viewer=uc, at=at)
    for viewer, silent in (
        (None, ("Unité commune", "ORP de Lausanne", "ORP de Renens")),
        (uc, ("ORP de Lausanne", "ORP de Renens")),
        (renens, ("ORP de Lausanne",)),
    ):
        if viewer is not None:
            offices.unit_searched(BAKERY, viewer=viewer, at=at)
        with pytest.raises(ConflictError) as refusal:
            offices.none_available(BAKERY, viewer=uc, at=at)
        assert all(name in str(refusal.value) for name in silent)
        assert str(refusal.value).count("(exemple)") == len(silent)
    answer = offices.unit_searched(BAKERY, viewer=lausanne, at=at)
    assert not answer.answered
    told = offices.none_available(BAKERY, viewer=uc, at=at)
    assert told.answered
    assert states(told)["vd-uc-lausanne"] is RequestState.NONE_AVAILABLE
    for viewer in (uc, renens):
        with pytest.raises(ConflictError):
            offices.none_available(BAKERY, viewer=viewer, at=at)
    with pytest.raises(ConflictError):
        offices.unit_searched(BAKERY, viewer=uc, at=at)


def test_a_unit_answers_for_itself_alone(offices: Service, uc: Viewer, at: datetime) -> None:
    with pytest.raises(InvalidInputError):
        offices.unit_searched(BAKERY, unit="vd-orp-renens", viewer=uc, at=at)
    demo = offices.viewer("demo")
    with pytest.raises(InvalidInputError, match="vd-orp-renens"):
        offices.unit_searched(BAKERY, viewer=demo, at=at)
    offices.unit_searched(BAKERY, unit="vd-orp-renens", viewer=demo, at=at)
    elsewhere = uc.model_copy(update={"units": ("ne-ssr-neuchatel",)})
    for step in (offices.request_dossiers, offices.unit_searched, offices.none_available):
        with pytest.raises(ForbiddenError):
            step(BAKERY, viewer=elsewhere, at=at)


def test_a_dossier_is_prepared_then_handed_over_by_a_person(
    offices: Service, uc: Viewer, lausanne: Viewer, renens: Viewer, at: datetime
) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    assert (prepared.word.state, prepared.word.handed_over_at) == (DossierState.PREPARED, None)
    offices.unit_searched(BAKERY, viewer=lausanne, at=at)
    offices.unit_searched(BAKERY, viewer=renens, at=at)
    with pytest.raises(ConflictError, match="faux"):
        offices.none_available(BAKERY, viewer=uc, at=at)
    with pytest.raises(ConflictError, match="sans réponse : Unité commune"):  # what it prepares is told to nobody else
        offices.none_available(BAKERY, viewer=renens, at=at)
    with pytest.raises(ConflictError, match="préparé"):
        offices.unit_searched(BAKERY, viewer=uc, at=at)
    shown = offices.shortlist(BAKERY, viewer=uc, at=at)
    assert shown.answer is not None
    assert not shown.answer.answered
    later = at + timedelta(hours=2)
    given = offices.hand_over(prepared.id, viewer=uc, at=later)
    assert (given.word.handed_over_by, given.word.handed_over_at) == ("uc", later)
    after = offices.shortlist(BAKERY, viewer=uc, at=later)
    assert after.answer is not None
    assert after.answer.answered
    assert [(one.profile, one.state) for one in after.dossiers] == [("p01-amelie", DossierState.HANDED_OVER)]
    with pytest.raises(ConflictError):
        offices.hand_over(prepared.id, viewer=uc, at=later)
    with pytest.raises(ConflictError):
        offices.withdraw_dossier(prepared.id, viewer=uc, at=later)


def test_another_unit_sees_that_there_is_an_answer_and_not_which(
    offices: Service, uc: Viewer, renens: Viewer, at: datetime
) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)

    def answered() -> dict[str, bool]:
        shown = offices.shortlist(BAKERY, viewer=renens, at=at)
        assert shown.answer is not None
        assert states(shown.answer)["vd-uc-lausanne"] is None
        return {unit.unit: unit.answered for unit in shown.answer.units}

    assert answered() == {"vd-uc-lausanne": False, "vd-orp-lausanne": False, "vd-orp-renens": False}
    offices.hand_over(prepared.id, viewer=uc, at=at)
    assert answered() == {"vd-uc-lausanne": True, "vd-orp-lausanne": False, "vd-orp-renens": False}
    offices.candidate_feedback(prepared.id, EmployerFeedback.HIRED, viewer=uc, at=at)
    told = offices.shortlist(BAKERY, viewer=renens, at=at).model_dump_json()
    for secret in ("amelie", prepared.id, EmployerFeedback.HIRED.value, '"uc"'):
        assert secret not in told
    sentences = set()
    for id_ in (prepared.id, "dossiers-nowhere"):
        for refused in (
            lambda id_=id_: offices.hand_over(id_, viewer=renens, at=at),
            lambda id_=id_: offices.withdraw_dossier(id_, viewer=renens, at=at),
            lambda id_=id_: offices.candidate_feedback(id_, EmployerFeedback.HIRED, viewer=renens, at=at),
        ):
            with pytest.raises(NotFoundError) as refusal:
                refused()
            sentences.add(str(refusal.value).replace(id_, "ID"))
    assert len(sentences) == 1


def test_a_colleague_of_the_same_unit_without_mandate_finds_no_trace(
    offices: Service, uc: Viewer, at: datetime
) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    offices.hand_over(prepared.id, viewer=uc, at=at)
    offices.end_mandates("uc", viewer=LOCAL_VIEWER, at=at + timedelta(minutes=1))
    later = at + timedelta(minutes=2)
    lapsed = offices.viewer("uc")
    for step in (
        lambda: offices.shortlist(BAKERY, viewer=lapsed, at=later),
        lambda: offices.request_dossiers(BAKERY, viewer=lapsed, at=later),
        lambda: offices.unit_searched(BAKERY, viewer=lapsed, at=later),
        lambda: offices.none_available(BAKERY, viewer=lapsed, at=later),
        lambda: offices.prepare_dossier(BAKERY, "p01-amelie", viewer=lapsed, at=later),
        lambda: offices.posting_feedback(BAKERY, EmployerFeedback.STILL_OPEN, viewer=lapsed, at=later),
        lambda: offices.candidate_feedback(prepared.id, EmployerFeedback.HIRED, viewer=lapsed, at=later),
    ):
        with pytest.raises(NotFoundError):
            step()
    assert offices.postings_due(viewer=lapsed, at=later) == []
    # Once the posting is public it may be read again, its dossiers and its answer may not.
    opened = at + timedelta(days=30)
    with offices.workplace.database.begin(EVERYTHING) as connection:
        (posting,) = [option for option in opportunities.all_current(connection) if option.id == BAKERY]
        assert isinstance(posting, Vacancy)
        public = posting.publication.model_copy(update={"status": PostingStatus.PUBLISHED_PUBLIC})
        opportunities.upsert(
            connection, [posting.model_copy(update={"publication": public})], source="job_room", at=opened
        )
    shown = offices.shortlist(BAKERY, viewer=lapsed, at=opened)
    assert (shown.answer, shown.dossiers) == (None, ())


def test_social_workers_and_others_do_not_answer_employers(offices: Service, uc: Viewer, at: datetime) -> None:
    worker = uc.model_copy(update={"role": Role.SOCIAL_WORKER})
    manager = uc.model_copy(update={"role": Role.PROGRAMME_MANAGER})
    for viewer in (worker, manager):
        for step in (offices.request_dossiers, offices.unit_searched, offices.none_available):
            with pytest.raises(ForbiddenError):
                step(BAKERY, viewer=viewer, at=at)
        with pytest.raises(ForbiddenError):
            offices.prepare_dossier(BAKERY, "p01-amelie", viewer=viewer, at=at)


def test_where_no_answer_is_owed_none_can_be_given(offices: Service, uc: Viewer, at: datetime) -> None:
    for id_ in (PUBLIC, "own:vd-mip-vente"):
        with pytest.raises(InvalidInputError):
            offices.request_dossiers(id_, viewer=uc, at=at)
        assert offices.shortlist(id_, viewer=uc, at=at).answer is None


def test_a_withdrawn_dossier_leaves_its_unit_to_answer_again(
    offices: Service, uc: Viewer, lausanne: Viewer, renens: Viewer, at: datetime
) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    with pytest.raises(ConflictError):
        offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    offices.withdraw_dossier(prepared.id, viewer=uc, at=at)
    for viewer in (lausanne, renens):
        offices.unit_searched(BAKERY, viewer=viewer, at=at)
    with pytest.raises(ConflictError, match="Unité commune"):
        offices.none_available(BAKERY, viewer=renens, at=at)
    offices.unit_searched(BAKERY, viewer=uc, at=at)
    assert offices.none_available(BAKERY, viewer=renens, at=at).answered
    # Somebody found later is still proposed, and what the employer was told before stays in the history.
    again = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    offices.hand_over(again.id, viewer=uc, at=at)
    with offices.workplace.database.read(EVERYTHING) as connection:
        (entry,) = [e for e in REQUESTS.current(connection, subjects=[BAKERY]) if e.unit == "vd-orp-renens"]
        assert entry.word.state is RequestState.NONE_AVAILABLE


def test_who_is_ruled_out_gets_no_dossier(offices: Service, uc: Viewer, at: datetime) -> None:
    change(offices, "p01-amelie", at, pes_registration=None)
    with pytest.raises(ConflictError, match="inscription"):
        offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    with pytest.raises(NotFoundError):
        offices.prepare_dossier(BAKERY, "p02-besnik", viewer=uc, at=at)


def test_registration_is_asked_again_when_a_dossier_is_handed_over(offices: Service, uc: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    change(offices, "p01-amelie", at, pes_registration=None)
    with pytest.raises(ConflictError, match="inscription"):
        offices.hand_over(prepared.id, viewer=uc, at=at)


def test_feedback_per_candidate_and_per_posting(offices: Service, uc: Viewer, renens: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    with pytest.raises(ConflictError):
        offices.candidate_feedback(prepared.id, EmployerFeedback.HIRED, viewer=uc, at=at)
    offices.hand_over(prepared.id, viewer=uc, at=at)
    for said in (EmployerFeedback.SUITABLE_INVITED, EmployerFeedback.HIRED):
        offices.candidate_feedback(prepared.id, said, viewer=uc, at=at)
    offices.posting_feedback(BAKERY, EmployerFeedback.FILLED_OTHERWISE, viewer=uc, at=at)
    shown = offices.shortlist(BAKERY, viewer=uc, at=at)
    assert [one.feedback for one in shown.dossiers] == [EmployerFeedback.HIRED]
    assert shown.answer is not None
    assert shown.answer.feedback is EmployerFeedback.FILLED_OTHERWISE
    with pytest.raises(InvalidInputError):
        offices.candidate_feedback(prepared.id, EmployerFeedback.STILL_OPEN, viewer=uc, at=at)
    with pytest.raises(InvalidInputError):
        offices.posting_feedback(BAKERY, EmployerFeedback.HIRED, viewer=uc, at=at)


def test_feedback_outlives_the_posting(offices: Service, uc: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    offices.hand_over(prepared.id, viewer=uc, at=at)
    with offices.workplace.database.begin(EVERYTHING) as connection:
        kept = {option.id for option in opportunities.all_current(connection)} - {BAKERY}
        opportunities.withdraw_missing(connection, source="job_room", ids=kept, at=at)
    with pytest.raises(NotFoundError):
        offices.shortlist(BAKERY, viewer=uc, at=at)
    waiting = [due for due in offices.postings_due(viewer=uc, at=at) if due.opportunity == BAKERY]
    assert [due.open_feedback for due in waiting] == [(prepared.id,)]
    offices.candidate_feedback(prepared.id, EmployerFeedback.HIRED, viewer=uc, at=at)
    offices.posting_feedback(BAKERY, EmployerFeedback.FILLED_OTHERWISE, viewer=uc, at=at)
    assert [due for due in offices.postings_due(viewer=uc, at=at) if due.opportunity == BAKERY] == []


def test_what_is_owed_is_listed_overdue_first_until_it_is_answered(offices: Service, uc: Viewer, at: datetime) -> None:
    listed = offices.postings_due(viewer=uc, at=at)
    assert listed
    bakery = next(due for due in listed if due.opportunity == BAKERY)
    assert (bakery.due_on, bakery.overdue) == (date(2026, 11, 19), False)
    assert len(bakery.missing) == 3
    overdue = [due.overdue for due in listed]
    assert True in overdue
    assert overdue == sorted(overdue, reverse=True)
    assert all(due.canton == "VD" for due in listed)
    assert all((due.due_on is None) == bool(due.unknown) for due in listed if not due.answered)
    assert {fact for due in listed for fact in due.unknown} <= {"notice", "calendar"}
    assert not any(due.opportunity.startswith("job_room:ne-") for due in listed), "not the viewer's canton"
    friday = at + timedelta(days=2)
    late = next(due for due in offices.postings_due(viewer=uc, at=friday) if due.opportunity == BAKERY)
    assert late.overdue
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=friday)
    offices.hand_over(prepared.id, viewer=uc, at=friday)
    answered = next(due for due in offices.postings_due(viewer=uc, at=friday) if due.opportunity == BAKERY)
    assert (answered.answered, answered.overdue, answered.missing) == (True, False, ())
    assert answered.open_feedback == (prepared.id,)
    offices.candidate_feedback(prepared.id, EmployerFeedback.NO_REPLY, viewer=uc, at=friday)
    assert all(due.opportunity != BAKERY for due in offices.postings_due(viewer=uc, at=friday))


def test_a_canton_without_registered_unit_is_said(offices: Service, uc: Viewer, at: datetime) -> None:
    for unit in ("vd-uc-lausanne", "vd-orp-lausanne", "vd-orp-renens"):
        offices.add_unit(
            unit,
            name="fermée",
            institution="orp",
            territory="CH-VD",
            viewer=LOCAL_VIEWER,
            at=at,
            closed_on=at.date() - timedelta(days=1),
        )
    with pytest.raises(ConflictError, match="VD"):
        offices.request_dossiers(BAKERY, viewer=uc, at=at)


def test_dossiers_follow_the_person_to_another_unit(offices: Service, uc: Viewer, renens: Viewer, at: datetime) -> None:
    prepared = offices.prepare_dossier(BAKERY, "p01-amelie", viewer=uc, at=at)
    change(offices, "p01-amelie", at, unit="vd-orp-renens")
    assert offices.shortlist(BAKERY, viewer=uc, at=at).dossiers == ()
    assert [one.id for one in offices.shortlist(BAKERY, viewer=renens, at=at).dossiers] == [prepared.id]


def test_a_place_takes_dossiers_without_a_mandate_from_its_prescribers(offices: Service, at: datetime) -> None:
    sewing = "own:ne-isp-couture"
    worker = offices.viewer("demo-ssr")
    with pytest.raises(ConflictError, match="consenti"):
        offices.prepare_dossier(sewing, "p05-esma", viewer=worker, at=at)
    with pytest.raises(ForbiddenError):
        offices.prepare_dossier(sewing, "p05-esma", viewer=offices.viewer("demo"), at=at)
    with offices.workplace.database.read(EVERYTHING) as connection:
        assert DOSSIERS.current(connection) == []


def test_a_flagged_employer_is_there_for_the_employment_service_alone(
    offices: Service, uc: Viewer, at: datetime
) -> None:
    work = offices.workplace
    posting = "job_room:lau-vente-textile"
    colleague = uc.model_copy(update={"mandates": ()})
    provider = next(
        option.provider_id for option in map(work.live(at).snapshot.option, range(200)) if option.id == posting
    )
    assert offices.shortlist(posting, viewer=colleague, at=at).considered
    offices.flag_employer(provider or "", "conditions_below_usual", viewer=uc, at=at)
    told = offices.shortlist(posting, viewer=uc, at=at)
    assert "lse_26_employer" in {fallen.rule for fallen in told.fallen_out}
    nobody = colleague.model_copy(update={"units": ("nowhere",)})
    for viewer in (colleague, nobody):
        with pytest.raises(NotFoundError):
            offices.shortlist(posting, viewer=viewer, at=at)
        with pytest.raises(NotFoundError):
            offices.prepare_dossier(posting, "p01-amelie", viewer=viewer, at=at)
        with pytest.raises(NotFoundError):
            offices.request_dossiers(posting, viewer=viewer, at=at)
