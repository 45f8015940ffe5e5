"""Lines on the RSA: on French measures that count as activity or accompany, for people on the RSA, for nobody else."""

from datetime import date
from typing import Any

import pytest

from matching.domain.opportunity import Measure, Placement, Vacancy
from matching.domain.profile import Profile
from matching.explanation.rsa_lines import rsa_lines
from matching.messages.say import say

ON = date(2026, 11, 23)
INES = Profile.model_validate(
    {
        "id": "p",
        "insurances": {"assistance": {"kind": "rsa", "fr_track": "social"}},
        "statuses": [{"status": "rqth", "holds": True}],
        "needs": [
            {"barrier": "family_childcare", "level": "blocking", "confirmed": True, "author": "AS"}
            | {"stated_on": date(2026, 10, 22)}
        ],
        "insertion_france": {"rsa": {"oriented_on": date(2026, 9, 1), "engagement_signed_on": date(2026, 10, 22)}},
    }
)


def measure(code: str, **changes: Any) -> Measure:
    return Measure.model_validate(
        {"id": "own:1", "title": "M", "form": "activity", "type": "coaching", "code": code, **changes}
    )


def said(option: Measure, person: Profile = INES, lang: str = "fr") -> dict[str, str]:
    return {line.code: line.text for line in rsa_lines(person, option, ON, lang)}


def test_support_says_hours_track_review_contract_and_barriers() -> None:
    lines = said(measure("fr_support"))
    assert lines["activity_hours"].startswith(say("fr", "rsa.hours.counts"))
    assert lines["activity_hours"].endswith("à sa demande, moins d'heures ou aucune : handicap")
    assert lines["rsa"] == (
        "parcours social ; orientation du 01.09.2026 ; orientation sociale à réexaminer le 01.09.2027 ; "
        "contrat d'engagement signé le 22.10.2026 ; "
        "freins confirmés de l'accompagnement global : garde d'enfants, famille"
    )
    assert ";" in said(measure("fr_support"), lang="de")["rsa"]
    assert " ; " not in said(measure("fr_support"), lang="de")["rsa"]


@pytest.mark.parametrize("code", ["fr_training", "fr_workshop", "fr_support"])
def test_training_workshops_and_steps_count(code: str) -> None:
    assert said(measure(code))["activity_hours"].startswith(say("fr", "rsa.hours.counts"))


def test_the_steps_of_an_aid_count_and_money_or_an_immersion_are_to_be_asked() -> None:
    steps = said(measure("fr_aid", type="obstacle_removal"))
    money = said(measure("fr_aid", type="allowance", form="allowance"))
    assert steps["activity_hours"].startswith(say("fr", "rsa.hours.counts"))
    for open_ in (money, said(measure("fr_immersion", type="internship"))):
        assert open_["activity_hours"].startswith(say("fr", "rsa.hours.maybe"))


@pytest.mark.parametrize("code", ["fr_iae", "vd_mip", "other"])
def test_work_and_swiss_measures_say_nothing(code: str) -> None:
    assert said(measure(code)) == {}


def test_jobs_and_places_say_nothing_nor_does_anybody_without_rsa() -> None:
    assert rsa_lines(INES, Vacancy(id="v", title="V"), ON, "fr") == ()
    assert rsa_lines(INES, Placement(id="p", title="P"), ON, "fr") == ()
    assert said(measure("fr_support"), Profile(id="q")) == {}
    nobody = Profile.model_validate({"id": "q", "insurances": {"assistance": {"kind": "none"}}})
    assert said(measure("fr_support"), nobody) == {}
