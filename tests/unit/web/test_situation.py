"""The labels beside a person's options, in the languages in which nouns keep their capitals."""

import pytest

from matching.domain.profile import Profile
from matching.web.situation import needs_of, situation_of


@pytest.mark.parametrize(("lang", "label"), [("de", "Monate ohne Arbeit"), ("fr", "Mois sans emploi")])
def test_a_label_begins_with_a_capital_and_keeps_its_others(lang: str, label: str) -> None:
    person = Profile(id="p-1", unit="u-1")
    assert label in [line.label for line in situation_of(person, lang)]


def test_occupations_held_and_wanted_are_told_apart() -> None:
    held = {"title": "Manœuvre", "years": 7.5, "last_year": 2025}
    person = Profile.model_validate(
        {"id": "p-1", "unit": "u-1", "occupations": [held, {"title": "Cariste", "target": True}]}
    )
    (line,) = (line for line in situation_of(person, "fr") if line.label == "Métiers")
    assert line.text == "Manœuvre, 7,5 ans, jusqu'en 2025 ; Cariste, visé"


def test_the_heaviest_need_stands_first() -> None:
    about = {"author": "assistante sociale", "stated_on": "2026-10-12"}
    levels = (("finance_debt", "low"), ("mobility", "high"), ("family_childcare", "blocking"), ("housing", "high"))
    needs = [{"barrier": barrier, "level": level, **about} for barrier, level in levels]
    person = Profile.model_validate({"id": "p-1", "unit": "u-1", "needs": needs})
    assert [need.barrier.value for need in needs_of(person)] == [
        "family_childcare",
        "mobility",
        "housing",
        "finance_debt",
    ]
