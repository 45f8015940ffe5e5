"""Needs of a few people as a caseworker would tell them, each against one small catalogue."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from matching.domain.opportunity import AnyOpportunity, opportunity_type
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.gaps import GapReason
from matching.gaps.parts import Part
from matching.use_cases.gaps.cases import Cases, Everybody, cases_of
from matching.use_cases.gaps.dimensions import language_of, payer_of, places_of
from matching.use_cases.gaps.offers import Offers

ON = date(2026, 11, 18)
RENENS = {"country": "ch", "region": "VD", "municipality": "Renens", "latitude": 46.54, "longitude": 6.59}
LUZERN = {"country": "ch", "region": "LU", "municipality": "Luzern", "latitude": 47.05, "longitude": 8.31}
MOBILITY = {"barrier": "mobility", "level": "high", "confirmed": True, "author": "AS", "stated_on": "2026-10-01"}


def person(**facts: Any) -> Profile:
    """On social assistance in Renens, 30 km around, with a confirmed need of mobility."""
    known = {
        "id": "p-1",
        "unit": "u-1",
        "birth_date": "1990-01-01",
        "residence": RENENS,
        "languages": {"items": [{"language": "fr", "level": "b1"}], "complete": True},
        "availability": {"percent": 60},
        "mobility": {"radius_km": 30},
        "insurances": {
            "assistance": {"kind": "ri"},
            "unemployment": {"status": "none"},
            "disability": {"status": "none"},
        },
        "needs": [MOBILITY],
    }
    return Profile.model_validate(known | facts)


def offer(number: int = 1, **facts: Any) -> AnyOpportunity:
    """Help with mobility in Renens, paid by social assistance, places free."""
    known = {
        "kind": "measure",
        "id": f"own:{number}",
        "title": "Permis et trajets",
        "form": "activity",
        "type": "obstacle_removal",
        "payer": "as_canton",
        "place": RENENS,
        "criteria": {"needs": ["mobility"]},
        "timing": {"rolling": True},
        "capacity": {"status": "open"},
    }
    return opportunity_type.validate_python(known | facts)


def by_start(places: dict[str, int]) -> dict[str, Any]:
    """Full on the whole, with so many places at each start."""
    sessions = [{"starts_on": day, "free_places": free} for day, free in places.items()]
    return {"timing": {"starts_on": list(places)}, "capacity": {"status": "full", "sessions": sessions}}


def counted(people: list[Profile], options: list[AnyOpportunity], resting: bool = False) -> Cases:  # noqa: FBT002
    everybody = Everybody(tuple(people), ON, np.full((len(people), len(options)), resting), {})
    return cases_of(everybody, Offers.compiled(options, 12))


def reason_of(who: Profile, *options: AnyOpportunity, resting: bool = False) -> GapReason:
    (at,) = counted([who], list(options), resting).reason
    return list[GapReason](GapReason)[int(at)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, GapReason.REACHED),
        ({"capacity": {"status": "unknown"}}, GapReason.REACHED),
        ({"capacity": {"status": "full"}}, GapReason.FULL),
        ({"capacity": {"status": "waiting_list", "waiting_weeks": 12}}, GapReason.REACHED),
        ({"capacity": {"status": "waiting_list", "waiting_weeks": 13}}, GapReason.FULL),
        (by_start({"2026-12-07": 0, "2027-01-11": 4}), GapReason.REACHED),
        (by_start({"2026-12-07": 0, "2027-03-01": 4}), GapReason.FULL),
        (by_start({"2026-12-07": 0, "2027-01-11": 0}), GapReason.FULL),
        ({"payer": "di"}, GapReason.OTHER_PAYER),
        ({"payer": "di", "capacity": {"status": "full"}}, GapReason.NOT_ALLOWED),
        ({"criteria": {"needs": ["mobility"], "max_age": 25}}, GapReason.NOT_ALLOWED),
        ({"criteria": {"needs": ["mobility"], "min_availability_percent": 80}}, GapReason.NOT_ALLOWED),
        ({"place": LUZERN}, GapReason.NO_OFFER),
        ({"place": LUZERN | {"remote": True}}, GapReason.REACHED),
        ({"place": None}, GapReason.DATA_MISSING),
        ({"valid_to": "2026-11-17"}, GapReason.NO_OFFER),
        ({"criteria": {"needs": ["digital"]}}, GapReason.NO_OFFER),
        ({"criteria": {}}, GapReason.DATA_MISSING),
        ({"criteria": {}, "type": "vocational_training"}, GapReason.NO_OFFER),
        ({"criteria": {}, "effects": [{"kind": "barrier", "barrier": "mobility"}]}, GapReason.REACHED),
        ({"criteria": {"needs": ["mobility"], "min_work_pace_percent": 80}}, GapReason.DATA_MISSING),
    ],
)
def test_one_offer(facts: dict[str, Any], expected: GapReason) -> None:
    assert reason_of(person(), offer(**facts)) is expected


def test_an_offer_joined_to_one_with_places_by_start_has_no_start_of_its_own() -> None:
    first, second = offer(1, **by_start({"2026-12-07": 0, "2027-01-11": 4})), offer(2, capacity={"status": "full"})
    joined = Offers.compiled([first], 12).joined(Offers.compiled([second], 12))
    assert joined.parts(person(), ON).truths[Part.PLACES].tolist() == [Truth.MET, Truth.NOT_MET]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"needs": None}, GapReason.DATA_MISSING),
        ({"residence": {"country": "ch", "region": "VD"}}, GapReason.DATA_MISSING),
        ({"insurances": {}}, GapReason.DATA_MISSING),
    ],
)
def test_a_fact_nobody_wrote_down_is_data_missing(facts: dict[str, Any], expected: GapReason) -> None:
    assert reason_of(person(**facts), offer()) is expected


def test_an_unconfirmed_need_without_option_is_to_be_confirmed_first() -> None:
    who = person(needs=[MOBILITY | {"confirmed": False}])
    assert reason_of(who, offer(place=LUZERN)) is GapReason.DATA_MISSING


def test_no_needs_or_light_ones_are_no_case() -> None:
    people = [person(needs=[]), person(needs=[MOBILITY | {"level": "low"}])]
    assert len(counted(people, [offer()]).reason) == 0


def test_what_was_refused_or_done_is_told_apart() -> None:
    assert reason_of(person(), offer(), resting=True) is GapReason.AT_REST


def test_the_smallest_remedy_names_the_gap() -> None:
    barred = offer(1, criteria={"needs": ["mobility"], "max_age": 25})
    assert reason_of(person(), barred, offer(2, capacity={"status": "full"})) is GapReason.FULL
    assert reason_of(person(), barred, offer(2, payer="di")) is GapReason.OTHER_PAYER
    assert reason_of(person(), offer(1, place=LUZERN), barred) is GapReason.NOT_ALLOWED


def test_places_of_few_files_are_counted_by_canton() -> None:
    people = [person()] * 3 + [person(residence=LUZERN), person(residence=None)]
    assert places_of(people, least_files=3) == ["VD/Renens"] * 3 + ["LU/*", "unknown"]


@pytest.mark.parametrize(
    ("items", "complete", "expected"),
    [
        ([("fr", "a2"), ("de", "b1")], False, "de"),
        ([("fr", "a1"), ("pt", "c2")], False, "none"),
        ([("pt", "c2")], False, "unknown"),
        ([("pt", "c2")], True, "none"),
        ([("fr", None)], False, "unknown"),
    ],
)
def test_the_language_somebody_can_follow(items: list[tuple[str, str]], complete: bool, expected: str) -> None:
    spoken = [{"language": language, "level": level} for language, level in items]
    assert language_of(person(languages={"items": spoken, "complete": complete})) == expected


def test_who_could_pay() -> None:
    insured = {"unemployment": {"status": "open_with_days", "days_left": 100, "framework_end": "2027-11-30"}}
    nobody = {"assistance": {"kind": "none"}, "unemployment": {"status": "none"}, "disability": {"status": "none"}}
    assert payer_of(person(), ON) == "assistance"
    assert payer_of(person(insurances=insured), ON) == "ac"
    assert payer_of(person(insurances=insured | {"assistance": {"kind": "ri"}}), ON) == "ac_and_assistance"
    assert payer_of(person(insurances=nobody), ON) == "none"
    assert payer_of(person(insurances={}), ON) == "unknown"
    assert payer_of(person(residence={"country": "fr", "region": "54"}), ON) == "fr"
