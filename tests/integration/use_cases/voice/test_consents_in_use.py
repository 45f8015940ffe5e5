"""Consents in use: withdrawn on one request, unknown on the next, everywhere; and an old file revives nothing."""

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.bootstrap import Service, open_service
from matching.domain.profile import Profile
from matching.domain.recommendation import Recommendation
from matching.domain.viewer import LOCAL_VIEWER, Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import ConsentPurpose, DataCategory
from matching.errors import InvalidInputError, NotFoundError
from matching.messages.say import say
from matching.settings import Settings
from matching.storage import profiles
from matching.storage.scope import EVERYTHING
from matching.storage.voices import CONSENTS
from matching.use_cases.person_file import load_file
from matching.use_cases.situation import look_at
from matching.visibility.people import redact

ORP, HEALTH, DEBT = Institution.ORP, DataCategory.HEALTH, DataCategory.DEBT
UNTOLD = say("fr", "withheld.verdict")


def unknown_to(slate: Recommendation) -> set[str]:
    """The rules whose verdict is not available to whoever asked."""
    return {verdict.rule for card in slate.cards for verdict in card.verdicts if verdict.sentence == UNTOLD}


def test_a_withdrawal_holds_on_the_next_request_everywhere(service: Service, from_orp: Viewer, at: datetime) -> None:
    """Daniel's file holds health and debt facts that the ORP reads by consent alone."""
    person, later = "p04-daniel", at + timedelta(minutes=1)
    before = service.recommend(person, viewer=from_orp, at=at, limit=100)
    assert before.withheld == ()
    assert unknown_to(before) == set()
    service.withdraw_consent(person, to_institution=ORP, viewer=from_orp, at=later)
    after = service.recommend(person, viewer=from_orp, at=later, limit=100)
    assert set(after.withheld) >= {HEALTH, DEBT, DataCategory.SOCIAL_ASSISTANCE}
    assert unknown_to(after)
    some = next(card for card in after.cards if any(verdict.sentence == UNTOLD for verdict in card.verdicts))
    answer = service.why_not(person, some.opportunity, viewer=from_orp, at=later)
    hidden = [verdict for verdict in answer.verdicts if verdict.sentence == UNTOLD]
    assert hidden
    for verdict in hidden:
        assert (verdict.truth, verdict.question, verdict.asks, verdict.change) == ("unknown", None, None, None)
    live = service.workplace.live(later)
    seen = look_at(
        service.workplace, live, load_file(service.workplace, person, from_orp).profile, viewer=from_orp, at=later
    )
    assert seen.person.restrictions is None
    assert seen.person.household is None
    assert seen.person.insurances.assistance is None


def test_scores_and_sentences_are_those_of_a_file_that_never_said_it(
    service: Service, from_orp: Viewer, at: datetime
) -> None:
    """What is withheld is no feature: the answer equals, bit by bit, that about a file without it."""
    person, later = "p05-esma", at + timedelta(minutes=1)
    service.withdraw_consent(person, to_institution=ORP, viewer=from_orp, at=later)
    whole = load_file(service.workplace, person, from_orp).profile
    said = redact(whole, from_orp, later)
    never = said.model_copy(update={"withheld": ()})
    assert never != whole
    told, untold = (service.recommend(each, viewer=from_orp, at=later, limit=50) for each in (person, never))
    for field in ("cards", "questions", "purposes", "resting", "considered", "withheld", "empty_because"):
        assert getattr(told, field) == getattr(untold, field), field


def test_no_question_is_asked_about_what_is_withheld(service: Service, from_orp: Viewer, at: datetime) -> None:
    """A provider's account, and a person without any consent: nothing sensitive is asked, whatever the file holds."""
    person, later = "p02-besnik", at + timedelta(minutes=1)
    stranger = from_orp.model_copy(update={"institution": Institution.ORGANISER})
    slate = service.recommend(person, viewer=stranger, at=later, limit=100)
    assert set(slate.withheld) == set(DataCategory)
    asked = " ".join(
        (*slate.questions, *slate.purposes, *(q for card in slate.cards for q in card.eligibility.questions))
    ).casefold()
    assert UNTOLD.casefold() in asked
    for word in ("santé", "restriction", "dette", "poursuite", "assurance-invalidité", "aide sociale", "enfant", "rsa"):
        assert word not in asked, word


def test_each_question_has_its_purpose(service: Service, mandated: Viewer, at: datetime) -> None:
    slate = service.recommend("p09-ines", viewer=mandated, at=at)
    assert slate.questions
    assert len(slate.purposes) == len(slate.questions)
    assert all("peut rester sans réponse" in purpose for purpose in slate.purposes)


def test_a_gift_opens_again_and_only_what_it_names(service: Service, from_orp: Viewer, at: datetime) -> None:
    person = "p01-amelie"
    service.withdraw_consent(person, to_institution=ORP, viewer=from_orp, at=at + timedelta(minutes=1))
    service.give_consent(person, to_institution=ORP, categories=[DEBT], viewer=from_orp, at=at + timedelta(minutes=2))
    later = at + timedelta(minutes=3)
    seen = redact(load_file(service.workplace, person, from_orp).profile, from_orp, later)
    assert DEBT not in seen.withheld
    assert HEALTH in seen.withheld


def test_who_may_write_it_down(service: Service, mandated: Viewer, provider: Viewer, at: datetime) -> None:
    with pytest.raises(NotFoundError):  # a provider reaches no file
        service.withdraw_consent("p03-chloe", to_institution=ORP, viewer=provider, at=at)
    elsewhere = mandated.model_copy(update={"units": ("fr07-ft",)})
    with pytest.raises(NotFoundError):
        service.withdraw_consent("p03-chloe", to_institution=ORP, viewer=elsewhere, at=at)
    with pytest.raises(InvalidInputError, match="catégorie"):
        service.give_consent("p03-chloe", to_institution=ORP, categories=[], viewer=mandated, at=at)
    with pytest.raises(InvalidInputError, match="fin"):
        service.give_consent("p03-chloe", to_institution=ORP, categories=[DEBT], valid_to=at, viewer=mandated, at=at)


def test_the_same_file_twice_is_one_consent_and_a_copy_in_hand_revives_none(
    service: Service, from_orp: Viewer, at: datetime
) -> None:
    person, later = "p10-jerome", at + timedelta(minutes=1)
    with service.workplace.database.read(EVERYTHING) as connection:
        copy = profiles.get(connection, person)
        held = len(CONSENTS.current(connection, subjects=[person]))
    assert held == len(copy.consents)
    service.run_demo(at=at)
    with service.workplace.database.read(EVERYTHING) as connection:
        assert len(CONSENTS.current(connection, subjects=[person])) == held
    service.withdraw_consent(person, to_institution=ORP, viewer=from_orp, at=later)
    service.run_demo(at=later)
    for file in (person, copy):
        assert service.recommend(file, viewer=from_orp, at=later).withheld


def test_control_of_benefits_is_no_purpose() -> None:
    assert {purpose.value for purpose in ConsentPurpose} == {
        "matching",
        "dossier_to_provider",
        "joint_review",
        "evaluation",
    }


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with closing(open_service(Settings(data_dir=tmp_path_factory.mktemp("empty")))) as opened:
        yield opened


steps = st.lists(
    st.tuples(st.sampled_from(["give", "withdraw", "import"]), st.sampled_from([(HEALTH,), (DEBT,), (HEALTH, DEBT)])),
    max_size=7,
)


@given(steps, st.sampled_from([None, 3, 30]))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_interleaving_leaves_the_last_word(
    empty: Service, tmp_path: Path, told: list[tuple[str, tuple[DataCategory, ...]]], withdrawn_on_paper: int | None
) -> None:
    """Files always bring the same paper of the first hour, perhaps withdrawn on it; words come one an hour later on."""
    person, start = f"p-{uuid4().hex}", datetime(2026, 11, 1, tzinfo=UTC)
    viewer = Viewer.model_validate({"account": "cp", "role": "counsellor", "institution": "orp", "units": ["u"]})
    paper: dict[str, Any] = {"to_institution": "orp", "purpose": "matching", "categories": ["health", "debt"]}
    paper["given_at"] = start.isoformat()
    if withdrawn_on_paper is not None:
        paper["withdrawn_at"] = (start + timedelta(hours=withdrawn_on_paper)).isoformat()
    file = tmp_path / "p.json"
    record = {"id": person, "restrictions": [], "in_debt_enforcement": True, "consents": [paper]}
    file.write_text(json.dumps(record), encoding="utf-8")
    said: list[tuple[datetime, str, tuple[DataCategory, ...]]] = [(start, "give", (HEALTH, DEBT))]
    if withdrawn_on_paper is not None:
        said.append((start + timedelta(hours=withdrawn_on_paper), "withdraw", (HEALTH, DEBT)))
    empty.import_file("profiles", file, viewer=LOCAL_VIEWER, unit="u", at=start)
    at = start
    for number, (word, categories) in enumerate(told):
        at = start + timedelta(hours=2 * number + 4)
        if word == "import":
            empty.import_file("profiles", file, viewer=LOCAL_VIEWER, unit="u", at=at)
            continue
        act = empty.give_consent if word == "give" else empty.withdraw_consent
        act(person, to_institution=ORP, categories=categories, viewer=viewer, at=at)
        said.append((at, word, categories))
    seen: Profile = redact(load_file(empty.workplace, person, viewer).profile, viewer, at)
    for category, known in ((HEALTH, seen.restrictions is not None), (DEBT, seen.in_debt_enforcement is not None)):
        last = max((when, word) for when, word, about in said if category in about and when <= at)
        assert known == (last[1] == "give"), said
