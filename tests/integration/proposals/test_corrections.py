"""What is said of an explanation or seen of a participant changes a file only when a counsellor has confirmed it."""

from datetime import timedelta
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import COLLEAGUE, LOCAL, OTHER_WORKSHOP, SOCIAL, WORKSHOP, viewer

from matching.domain.feedback import Correction, ReasonFeedback
from matching.domain.observation import Observation
from matching.domain.person import LanguageSkill, Skill
from matching.domain.profile import Profile
from matching.domain.vocabulary.process import CorrectionStatus, FeedbackVerdict
from matching.errors import (
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    PreconditionFailedError,
    PreconditionRequiredError,
)
from matching.storage import profiles
from matching.storage.idempotency import IdempotencyKey
from matching.storage.ledger import Entry
from matching.storage.scope import EVERYTHING

V, C = FeedbackVerdict, CorrectionStatus
WRONG: dict[str, Any] = {"correction": "Elle a déménagé à Emmen", "corrects": "profile"}


def said(office: Office, verdict: FeedbackVerdict, who: Any = SOCIAL, **more: Any) -> Entry[ReasonFeedback]:
    return office.service.give_feedback(office.slate, "own:job", "distance", verdict, viewer=who, at=office.at, **more)


def corrections(office: Office, who: Any = SOCIAL) -> list[Entry[Correction]]:
    return office.service.corrections_of("p-1", viewer=who, at=office.at)


def stored(office: Office) -> Profile:
    with office.service.workplace.database.read(EVERYTHING) as connection:
        return profiles.get(connection, "p-1")


def test_one_click_says_right_or_beside_the_point(office: Office) -> None:
    first = said(office, V.RIGHT)
    second = said(office, V.BESIDE_THE_POINT)
    assert (first.id, first.version, second.version) == (second.id, 1, 2)
    assert said(office, V.RIGHT, COLLEAGUE).id != first.id
    assert corrections(office) == []


def test_wrong_says_what_is_right_and_whose_fact_it_is(office: Office) -> None:
    for more in ({}, {"correction": "Emmen"}, {"corrects": "profile"}):
        with pytest.raises(InvalidInputError, match="dit ce qui est juste"):
            said(office, V.WRONG, **more)
    with pytest.raises(InvalidInputError, match="Seul « faux »"):
        said(office, V.RIGHT, **WRONG)
    with pytest.raises(NotFoundError):
        office.service.give_feedback(office.slate, "own:job", "no_such_reason", V.RIGHT, viewer=SOCIAL, at=office.at)
    feedback = said(office, V.WRONG, **WRONG)
    (proposed,) = corrections(office)
    assert (proposed.word.text, proposed.word.status, proposed.word.origin) == (
        WRONG["correction"],
        C.PROPOSED,
        feedback.id,
    )


def test_a_correction_is_confirmed_or_dismissed_once(office: Office) -> None:
    said(office, V.WRONG, **WRONG)
    (proposed,) = corrections(office)
    service, id_ = office.service, proposed.id
    with pytest.raises(PreconditionRequiredError):
        service.confirm_correction(id_, viewer=COLLEAGUE, at=office.at)
    with pytest.raises(PreconditionFailedError):
        service.confirm_correction(id_, viewer=COLLEAGUE, at=office.at, expected_version=2)
    with pytest.raises(ForbiddenError):
        service.confirm_correction(id_, viewer=LOCAL, at=office.at, expected_version=1)
    done = service.confirm_correction(
        id_, viewer=COLLEAGUE, at=office.at, answer="Corrigé au dossier", expected_version=1
    )
    assert (done.word.status, done.word.decided_by, done.word.answer) == (C.CONFIRMED, "carla", "Corrigé au dossier")
    with pytest.raises(ConflictError, match="déjà confirmée"):
        service.dismiss_correction(id_, viewer=SOCIAL, at=office.at, expected_version=2)


def test_another_word_takes_an_open_correction_back(office: Office) -> None:
    said(office, V.WRONG, **WRONG)
    said(office, V.WRONG, **(WRONG | {"correction": "Elle habite Kriens"}))
    assert [entry.word.text for entry in corrections(office)] == ["Elle habite Kriens"]
    said(office, V.RIGHT)
    assert [entry.word.status for entry in corrections(office)] == [C.DISMISSED]


def test_a_correction_is_for_who_may_read_the_card(office: Office) -> None:
    said(office, V.WRONG, **WRONG)
    of_the_orp = viewer("oscar", "counsellor", "orp", "lu")
    assert corrections(office, of_the_orp) == []
    with pytest.raises(NotFoundError):
        office.service.confirm_correction(
            corrections(office)[0].id, viewer=of_the_orp, at=office.at, expected_version=1
        )


def participant(office: Office) -> None:
    """p-1 began at the workshop today, in the place that nobody pays for."""
    one = office.agreed("own:place")
    for state in ("requested", "admitted"):
        one = office.service.provider_moves(one.id, state, viewer=SOCIAL, at=office.at, expected_version=one.version)
    office.service.start(one.id, on=office.today, viewer=WORKSHOP, at=office.at, expected_version=one.version)


def observed(office: Office, who: Any = WORKSHOP, **more: Any) -> Entry[Observation]:
    seen: dict[str, Any] = {
        "skills": [Skill(label="Réparer une crevaison")],
        "language": LanguageSkill(language="de", level="a2"),
        "work_pace_percent": 70,
        "attendance_percent": 95,
        "with_consent": True,
        "seen_from": office.today,
        "seen_to": office.today + timedelta(days=20),
    }
    return office.service.record_observation("p-1", "own:place", viewer=who, at=office.later(20), **(seen | more))


def test_an_observation_counts_after_person_and_counsellor(office: Office) -> None:
    participant(office)
    before, service, at = stored(office), office.service, office.later(21)
    one = observed(office)
    assert one.word.status is C.PROPOSED
    with pytest.raises(ConflictError, match="n'a pas encore vu"):
        service.confirm_observation(one.id, viewer=SOCIAL, at=at, expected_version=1)
    shown = service.show_observation(one.id, viewer=SOCIAL, at=at, expected_version=1)
    shown = service.show_observation(
        one.id, viewer=SOCIAL, at=at, answer="Plutôt 80 %, la machine était en panne", expected_version=2
    )
    assert shown.word.status is C.PROPOSED
    assert corrections(office) == []
    confirmed = service.confirm_observation(one.id, viewer=COLLEAGUE, at=at, expected_version=3)
    assert confirmed.word.status is C.CONFIRMED
    assert confirmed.word.person_answer == "Plutôt 80 %, la machine était en panne"
    assert stored(office) == before
    proposed = {entry.word.model_dump_json(): entry for entry in corrections(office)}
    assert len(proposed) == 3
    for entry in corrections(office):
        if entry.word.work_pace_percent is None:
            service.confirm_correction(entry.id, viewer=SOCIAL, at=at, expected_version=1)
        else:
            service.dismiss_correction(entry.id, viewer=SOCIAL, at=at, answer="80 %", expected_version=1)
    now = stored(office)
    assert [skill.label for skill in now.skills.items] == ["Réparer une crevaison"]
    assert [(item.language, item.level) for item in now.languages.items] == [("de", "a2")]
    assert now.availability == before.availability
    unchanged = {"skills", "languages"}
    assert now.model_dump(exclude=unchanged) == before.model_dump(exclude=unchanged)


def test_a_confirmed_pace_is_written_into_the_file(office: Office) -> None:
    participant(office)
    one = observed(office, skills=(), language=None)
    office.service.show_observation(one.id, viewer=SOCIAL, at=office.at, expected_version=1)
    office.service.confirm_observation(one.id, viewer=SOCIAL, at=office.at, expected_version=2)
    (proposed,) = corrections(office)
    office.service.confirm_correction(proposed.id, viewer=SOCIAL, at=office.at, expected_version=1)
    assert stored(office).availability.work_pace_percent == 70


def test_a_dismissed_observation_proposes_nothing(office: Office) -> None:
    participant(office)
    one = observed(office)
    done = office.service.dismiss_observation(one.id, viewer=SOCIAL, at=office.at, expected_version=1)
    assert done.word.status is C.DISMISSED
    assert corrections(office) == []
    with pytest.raises(ConflictError):
        office.service.show_observation(one.id, viewer=SOCIAL, at=office.at, expected_version=2)


def test_only_the_provider_observes_and_only_its_participant(office: Office) -> None:
    for who in (WORKSHOP, OTHER_WORKSHOP):
        with pytest.raises(NotFoundError):
            observed(office, who)
    participant(office)
    with pytest.raises(NotFoundError):
        observed(office, OTHER_WORKSHOP)
    with pytest.raises(ForbiddenError):
        observed(office, SOCIAL)
    for more in (
        {"with_consent": False},
        {"seen_from": office.today - timedelta(days=1)},
        {"seen_to": office.today + timedelta(days=21)},
        {"seen_from": office.today + timedelta(days=2), "seen_to": office.today + timedelta(days=1)},
        dict.fromkeys(("skills",), ()) | dict.fromkeys(("language", "work_pace_percent", "attendance_percent")),
        {"work_pace_percent": 101},
    ):
        with pytest.raises(InvalidInputError):
            observed(office, **more)
    assert office.service.observations_of("p-1", viewer=SOCIAL, at=office.at) == []
    once = IdempotencyKey.of("k", {})
    assert observed(office, once=once) == observed(office, once=once)
    assert len(office.service.observations_of("p-1", viewer=SOCIAL, at=office.at)) == 1


def test_pace_is_health(office: Office) -> None:
    participant(office)
    observed(office)
    of_the_orp = viewer("oscar", "counsellor", "orp", "lu")
    assert office.service.observations_of("p-1", viewer=of_the_orp, at=office.at) == []
    observed(office, work_pace_percent=None, attendance_percent=None)
    assert len(office.service.observations_of("p-1", viewer=of_the_orp, at=office.at)) == 1
