"""What institutions answered: who may write it down, what it settles, and that nothing written before is lost."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from matching.bootstrap import Service, open_service
from matching.domain.answer import RuleAnswer
from matching.domain.verdict import Verdict
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import FitnessTest, Institution
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import ContestOutcome, Role
from matching.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.answers import FITNESS_ANSWERS, RULE_ANSWERS
from matching.storage.scope import EVERYTHING

BESNIK, ESMA, CHLOE = "p02-besnik", "p05-esma", "p03-chloe"
EARLY, EARLY_RULE = "own:di-early", "lai_7d_early"
CASE_MANAGEMENT = "own:ne-case-management"
GROUP, STABLE = FitnessTest.COPES_WITH_GROUP, FitnessTest.MEDICALLY_STABLE
WORKS = FitnessTest.ABLE_TO_WORK_BY_DI_CRITERIA


@pytest.fixture
def service(demo_data: Path, tmp_path: Path) -> Iterator[Service]:
    with closing(open_service(Settings(data_dir=Path(shutil.copytree(demo_data, tmp_path / "answers"))))) as opened:
        yield opened


@pytest.fixture
def counsellor(service: Service) -> Viewer:
    return service.viewer("demo")


@pytest.fixture
def office(counsellor: Viewer) -> Viewer:
    """Somebody of the disability insurance who may open Besnik's file."""
    changes = {"account": "oai", "role": Role.PAYER, "institution": Institution.OAI, "units": ("vd-orp-renens",)}
    return counsellor.model_copy(update=changes)


def verdict(service: Service, person: str, option: str, rule: str, viewer: Viewer, at: datetime) -> Verdict:
    told = service.why_not(person, option, viewer=viewer, at=at).verdicts
    return next(each for each in told if each.rule == rule)


def early(service: Service, viewer: Viewer, at: datetime) -> Verdict:
    return verdict(service, BESNIK, EARLY, EARLY_RULE, viewer, at)


def record(service: Service, viewer: Viewer, at: datetime, **changed: Any) -> RuleAnswer:
    """An answer of the disability insurance to the question whether it grants an early intervention to Besnik."""
    told: dict[str, Any] = {"profile": BESNIK, "rule": EARLY_RULE, "holds": True, "institution": Institution.OAI}
    told |= changed
    return service.record_rule_answer(told.pop("profile"), told.pop("rule"), viewer=viewer, at=at, **told)


def test_the_question_is_settled_at_the_next_request_and_the_answer_says_who_and_when(
    service: Service, counsellor: Viewer, at: datetime
) -> None:
    question = early(service, counsellor, at).question
    assert question
    before = next(
        card for card in service.recommend(BESNIK, viewer=counsellor, at=at).cards if card.opportunity == EARLY
    )
    assert question in {each.question for each in before.verdicts}
    answer = record(service, counsellor, at)
    assert (answer.author, answer.institution, answer.stated_on) == (Role.COUNSELLOR.fr, Institution.OAI, at.date())
    settled = early(service, counsellor, at)
    assert (settled.truth, settled.question) == ("met", None)
    for words in ("oui", Institution.OAI.fr, "18.11.2026"):
        assert words in settled.sentence
    after = service.recommend(BESNIK, viewer=counsellor, at=at)
    assert question not in {each.question for card in after.cards for each in card.verdicts}
    assert question not in after.questions


def test_the_latest_counts_and_what_was_said_before_stays(service: Service, counsellor: Viewer, at: datetime) -> None:
    record(service, counsellor, at)
    record(service, counsellor, at + timedelta(minutes=1), holds=False)
    assert early(service, counsellor, at).truth == "not_met"
    record(service, counsellor, at + timedelta(minutes=2), stated_on=at.date() - timedelta(days=5))
    assert early(service, counsellor, at).truth == "not_met", "an earlier answer, written down later"
    told = service.answers(BESNIK, viewer=counsellor, at=at)
    assert [(each.answer.stated_on.day, each.counts) for each in told] == [(18, True), (18, False), (13, False)]
    assert [each.answer.holds for each in told if isinstance(each.answer, RuleAnswer)] == [False, True, True]
    with service.workplace.database.read(EVERYTHING) as connection:
        entries = RULE_ANSWERS.current(connection, subjects=[BESNIK])
    assert [(entry.version, entry.author) for entry in entries] == [(1, "demo")] * 3


def test_an_expired_answer_asks_again(service: Service, counsellor: Viewer, at: datetime) -> None:
    record(service, counsellor, at, expires_on=date(2026, 11, 20))
    assert early(service, counsellor, at + timedelta(days=2)).truth == "met"
    later = at + timedelta(days=3)
    assert early(service, counsellor, later).question
    assert [each.counts for each in service.answers(BESNIK, viewer=counsellor, at=later)] == [False]


def test_answers_of_the_file_and_written_down_since_count_together(
    service: Service, counsellor: Viewer, at: datetime
) -> None:
    told = RuleAnswer(
        rule=EARLY_RULE, holds=False, institution=Institution.OAI, author="dossier", stated_on=date(2026, 11, 1)
    )
    with service.workplace.database.begin(EVERYTHING) as connection:
        file = profiles.get(connection, BESNIK)
        profiles.upsert(connection, [file.model_copy(update={"answers": (told,)})], at=at)
    assert early(service, counsellor, at).truth == "not_met"
    record(service, counsellor, at)
    assert early(service, counsellor, at).truth == "met"
    assert [each.answer.author for each in service.answers(BESNIK, viewer=counsellor, at=at)] == [
        Role.COUNSELLOR.fr,
        "dossier",
    ]


def test_one_measure_or_all_that_the_rule_concerns(service: Service, counsellor: Viewer, at: datetime) -> None:
    """The employment office admits a course for Chloé, and says nothing of other trainings."""
    rule, course = "laci_60_placement", MeasureCode.AC_COURSE_COLL
    told: dict[str, Any] = {"holds": True, "institution": Institution.ORP, "viewer": counsellor}
    service.record_rule_answer(CHLOE, rule, code=course, at=at, **told)
    internship = "own:ac-stage-formation"
    assert verdict(service, CHLOE, internship, rule, counsellor, at).truth == "unknown"
    service.record_rule_answer(CHLOE, rule, at=at + timedelta(minutes=1), **told)
    assert verdict(service, CHLOE, internship, rule, counsellor, at).truth == "met"
    answers = service.answers(CHLOE, viewer=counsellor, at=at)
    assert [each.counts for each in answers] == [True, False], "the later answer, on all, counts for the course too"


def test_fit_or_not_fit_is_settled_test_by_test(service: Service, counsellor: Viewer, at: datetime) -> None:
    def told() -> Verdict:
        return verdict(service, ESMA, CASE_MANAGEMENT, "fitness", counsellor, at)

    def answer(test: FitnessTest, minute: int, *, fit: bool) -> None:
        moment = at + timedelta(minutes=minute)
        service.record_fitness_answer(ESMA, test, fit=fit, institution=Institution.OAI, viewer=counsellor, at=moment)

    assert told().truth == "unknown"
    answer(STABLE, 1, fit=True)
    assert told().truth == "unknown"
    assert STABLE.fr not in (told().question or "")
    assert WORKS.fr in (told().question or "")
    answer(WORKS, 2, fit=True)
    assert told().truth == "met"
    assert f"{Institution.OAI.fr} 18.11.2026" in told().sentence
    answer(WORKS, 3, fit=False)
    assert told().truth == "not_met"
    assert STABLE.fr not in told().sentence
    assert f"{Institution.OAI.fr} 18.11.2026" in told().sentence
    with service.workplace.database.read(EVERYTHING) as connection:
        assert len(FITNESS_ANSWERS.current(connection, subjects=[ESMA])) == 3
    assert [each.counts for each in service.answers(ESMA, viewer=counsellor, at=at)] == [True, False, True]


def test_who_accompanies_writes_for_any_institution_and_an_institution_for_itself(
    service: Service, counsellor: Viewer, office: Viewer, at: datetime
) -> None:
    worker = counsellor.model_copy(update={"role": Role.SOCIAL_WORKER})
    assert record(service, worker, at).author == Role.SOCIAL_WORKER.fr
    assert record(service, office, at).author == Role.PAYER.fr
    others = set(Role) - {Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.PAYER, Role.PROVIDER}  # a provider reaches no file
    refused = [office.model_copy(update={"role": role}) for role in others]
    refused.append(office.model_copy(update={"institution": Institution.ORP}))
    for viewer in (*refused, service.viewer()):
        with pytest.raises(ForbiddenError):
            record(service, viewer, at)
        with pytest.raises(ForbiddenError):
            service.record_fitness_answer(BESNIK, GROUP, fit=True, institution=Institution.OAI, viewer=viewer, at=at)
    assert len(service.answers(BESNIK, viewer=counsellor, at=at)) == 2


def test_a_file_of_another_unit_is_as_unknown_as_none(service: Service, office: Viewer, at: datetime) -> None:
    stranger = office.model_copy(update={"units": ("vd-csr-payerne",)})
    steps: tuple[Callable[[str], object], ...] = (
        lambda person: record(service, stranger, at, profile=person),
        lambda person: service.record_fitness_answer(
            person, GROUP, fit=True, institution=Institution.OAI, viewer=stranger, at=at
        ),
        lambda person: service.answers(person, viewer=stranger, at=at),
    )
    said = set()
    for step in steps:
        for person in (BESNIK, "p-nobody"):
            with pytest.raises(NotFoundError) as refusal:
                step(person)
            said.add(str(refusal.value).replace(person, "ID"))
    assert len(said) == 1


def test_what_lacks_consent_is_neither_written_down_nor_read(
    service: Service, counsellor: Viewer, office: Viewer, at: datetime
) -> None:
    told: dict[str, Any] = {"fit": True, "institution": Institution.OAI, "at": at}
    record(service, counsellor, at)
    service.record_fitness_answer(BESNIK, GROUP, viewer=counsellor, **told)
    for viewer in (counsellor, office):
        institution = viewer.institution or Institution.ORGANISER
        service.withdraw_consent(
            BESNIK, to_institution=institution, categories=[DataCategory.HEALTH], viewer=counsellor, at=at
        )
    for viewer in (counsellor, office):
        assert service.answers(BESNIK, viewer=viewer, at=at) == []
        with pytest.raises(ConflictError, match="consenti"):
            service.record_fitness_answer(BESNIK, GROUP, viewer=viewer, **told)
        with pytest.raises(ConflictError, match="consenti"):
            record(service, viewer, at)  # such an answer tells of health too
        assert early(service, viewer, at).truth == "unknown"
    with service.workplace.database.read(EVERYTHING) as connection:
        assert len(RULE_ANSWERS.current(connection, subjects=[BESNIK])) == 1
        assert len(FITNESS_ANSWERS.current(connection, subjects=[BESNIK])) == 1


@pytest.mark.parametrize(
    ("changed", "mention"),
    [
        ({"rule": "min_age"}, "lai_7d_early"),
        ({"rule": "no_such_rule"}, "laci_66a_studies"),
        ({"rule": "fitness"}, "matching answer fitness"),
        ({"code": MeasureCode.AC_TEP}, "di_early"),
        ({"stated_on": date(2026, 11, 19)}, "à venir"),
        ({"expires_on": date(2026, 11, 17)}, "--until"),
    ],
)
def test_what_settles_nothing_is_refused(
    service: Service, counsellor: Viewer, at: datetime, changed: dict[str, Any], mention: str
) -> None:
    with pytest.raises(InvalidInputError, match=mention):
        record(service, counsellor, at, **changed)
    assert service.answers(BESNIK, viewer=counsellor, at=at) == []


def test_the_person_may_contest_an_answer_and_is_answered(service: Service, counsellor: Viewer, at: datetime) -> None:
    record(service, counsellor, at, holds=False)
    service.record_fitness_answer(BESNIK, GROUP, fit=False, institution=Institution.OAI, viewer=counsellor, at=at)
    contests = [
        service.contest_fact(BESNIK, fact, words="Ce n'est pas ce que l'office m'a dit", viewer=counsellor, at=at)
        for fact in ("answers", "answers.holds", "fitness", "fitness.fit")
    ]
    assert len(service.recommend(BESNIK, viewer=counsellor, at=at).contested) == 4
    stranger = counsellor.model_copy(update={"account": "organiser", "institution": Institution.ORGANISER})
    assert service.contests(viewer=stranger, at=at, profile=BESNIK) == [], "who reads no answer learns of none"
    assert service.recommend(BESNIK, viewer=stranger, at=at).contested == ()
    record(service, counsellor, at + timedelta(minutes=1))
    for contest in contests:
        service.answer_contest(
            contest.id, outcome=ContestOutcome.CORRECTED, answer="Réponse relue", viewer=counsellor, at=at
        )
    assert service.recommend(BESNIK, viewer=counsellor, at=at).contested == ()
    assert early(service, counsellor, at).truth == "met"
