"""Steps of the RSA: who orients now, when to look again, which hours may be asked for. Edges to the day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.eligibility.generators import profiles

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.insertion_france import HoursGround
from matching.domain.vocabulary.needs import Barrier
from matching.domain.vocabulary.standing import Status
from matching.eligibility.facts import holds
from matching.eligibility.rsa_steps import (
    SEVEN_BARRIERS,
    confirmed_barriers,
    grounds_for_fewer_hours,
    hours,
    orientation,
    orientation_due,
    review_due,
)
from matching.messages.say import say

ON = date(2026, 11, 23)


def person(track: str | None = None, *, rsa: dict[str, Any] | None = None, **facts: Any) -> Profile:
    assistance = {"kind": "rsa", **({"fr_track": track} if track else {})}
    return Profile.model_validate(
        {"id": "p", "insurances": {"assistance": assistance}, "insertion_france": {"rsa": rsa}, **facts}
    )


def need(barrier: str, level: str = "high", *, confirmed: bool = True) -> dict[str, Any]:
    return {
        "barrier": barrier,
        "level": level,
        "confirmed": confirmed,
        "author": "référente",
        "stated_on": date(2026, 10, 1),
    }


def keys(profile: Profile, on: date = ON) -> list[str]:
    return [step.key for step in orientation(profile, on)]


def test_the_departement_orients_for_six_weeks_then_france_travail() -> None:
    asked = ON - timedelta(days=42)
    assert orientation_due(asked) == ON
    waiting = person(rsa={"requested_on": asked})
    assert keys(waiting)[0] == "rsa.orientation.due"
    assert keys(waiting, ON + timedelta(days=1))[0] == "rsa.orientation.late"
    assert keys(person())[0] == "rsa.orientation.open"


def test_once_oriented_nobody_is_said_to_be_late() -> None:
    oriented = person("emploi", rsa={"requested_on": date(2026, 1, 5), "oriented_on": date(2026, 4, 1)})
    assert keys(oriented) == ["rsa.track", "rsa.oriented", "rsa.engagement.open"]
    assert keys(person("emploi", rsa={"requested_on": date(2026, 1, 5)})) == ["rsa.track", "rsa.engagement.open"]


@pytest.mark.parametrize(
    ("needs", "due"),
    [
        ([need("family_childcare", "blocking")], (date(2027, 3, 31), date(2027, 3, 31))),
        ([need("housing")], (date(2027, 3, 31), date(2027, 3, 31))),
        ([], (date(2026, 9, 30), date(2026, 9, 30))),
        ([need("housing", confirmed=False)], (date(2026, 9, 30), date(2027, 3, 31))),
        ([need("housing", "low")], (date(2026, 9, 30), date(2027, 3, 31))),
        ([need("mobility")], (date(2026, 9, 30), date(2027, 3, 31))),
        (None, (date(2026, 9, 30), date(2027, 3, 31))),
    ],
    ids=["care", "housing", "no need at all", "not confirmed", "low", "mobility is no such hindrance", "unknown"],
)
def test_a_social_orientation_is_looked_at_again(needs: list[Any] | None, due: tuple[date, date]) -> None:
    assert review_due(person("social", rsa={"oriented_on": date(2026, 3, 31)}, needs=needs)) == due


def test_the_last_review_counts_and_other_tracks_have_none() -> None:
    steps = {"oriented_on": date(2026, 3, 31), "reexamined_on": date(2026, 10, 5)}
    assert review_due(person("social", rsa=steps, needs=[])) == (date(2027, 4, 5), date(2027, 4, 5))
    assert review_due(person("social", needs=[])) is None
    assert "rsa.review.undated" in keys(person("social"))
    assert not any(key.startswith("rsa.review") for key in keys(person("socio_professionnel", rsa=steps)))


ALONE = {"adults": 1, "children": 1, "childcare_solved": False}


@pytest.mark.parametrize(
    ("household", "held"),
    [
        ({**ALONE, "youngest_child_birth_date": date(2014, 11, 24)}, True),
        ({**ALONE, "youngest_child_birth_date": date(2014, 11, 23)}, False),
        ({**ALONE, "youngest_child_birth_date": date(2022, 5, 10), "childcare_solved": True}, False),
        ({**ALONE, "youngest_child_birth_date": date(2022, 5, 10), "childcare_solved": None}, False),
        ({**ALONE, "youngest_child_birth_date": date(2022, 5, 10), "adults": 2}, False),
        (ALONE, False),
    ],
    ids=["eleven", "twelve today", "childcare is there", "childcare unknown", "perhaps not alone", "age unknown"],
)
def test_a_lone_parent_without_childcare_may_ask(household: dict[str, Any], *, held: bool) -> None:
    grounds = grounds_for_fewer_hours(person(household=household), ON)
    assert (HoursGround.LONE_PARENT in grounds) == held


def test_hours_are_said_as_agreed_and_as_asked_for() -> None:
    disabled = person(statuses=[{"status": "rqth", "holds": True}], restrictions=[])
    assert grounds_for_fewer_hours(disabled, ON) == (HoursGround.DISABILITY,)
    assert [step.key for step in hours(disabled, ON)] == ["rsa.hours.grounds"]
    asked = {"hours_per_week": 7.5, "fewer_hours_asked_on": date(2026, 10, 22), "fewer_hours_ground": "invalidity"}
    said = [say("fr", step.key, **step.facts) for step in hours(person(rsa=asked), ON)]
    assert said == ["7.5 h convenues par semaine", "moins d'heures demandées le 22.10.2026 (invalidité)"]
    assert [step.key for step in hours(person(rsa={"hours_per_week": 0}), ON)] == ["rsa.hours.none"]
    assert [step.key for step in hours(person(rsa={"fewer_hours_asked_on": ON}), ON)] == ["rsa.hours.asked_open"]


def test_the_seven_barriers_of_the_accompagnement_global() -> None:
    assert len(set(SEVEN_BARRIERS)) == 7
    held = person(needs=[need("mobility"), need("health", confirmed=False), need("search"), need("housing", "low")])
    assert confirmed_barriers(held) == (Barrier.HOUSING, Barrier.MOBILITY)


@given(profile=profiles, on=st.dates(date(2025, 1, 1), date(2028, 12, 31)))
def test_every_step_has_its_sentence_and_nobody_without_rsa_has_any(profile: Profile, on: date) -> None:
    steps = [*orientation(profile, on), *hours(profile, on)]
    if holds(profile, Status.RSA, on) is not Truth.MET:
        assert steps == []
    for lang in ("fr", "de"):
        for step in steps:
            sentence = say(lang, step.key, **step.facts)
            assert "{" not in sentence
            assert "sanction" not in sentence.casefold()
