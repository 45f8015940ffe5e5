"""Scenarios: all that ship open, what does not exist is refused in one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.vocabulary.measures import MeasureType
from matching.errors import InvalidInputError
from matching_training.simulate.scenario import Scenario, open_scenario, read_scenario, shipped_scenarios


@pytest.mark.parametrize("name", sorted(shipped_scenarios()))
def test_what_ships_opens_under_its_own_name(name: str) -> None:
    assert open_scenario(name).name == name


def test_the_standard_canton_is_the_defaults() -> None:
    standard = open_scenario("standard")
    assert standard == read_scenario({"title": standard.title}, "test")


def test_effects_left_out_keep_the_standard() -> None:
    told = read_scenario({"effects": {"by_type": {"coaching": 8}}}, "test")
    assert told.effects.by_type[MeasureType.COACHING] == 8
    assert told.effects.by_type[MeasureType.BASIC_COURSE] == Scenario().effects.by_type[MeasureType.BASIC_COURSE]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"counsellors": {"atention": 1}}, "counsellors.atention n'existe pas"),
        ({"people": {"count": 0}}, "people.count doit être ≥ 2"),
        ({"effects": {"by_type": {"cooking": 1}}}, "cooking n'est pas dans la liste"),
        ({"course": {"start_after": [9, 2]}}, "du plus court au plus long"),
        ({"counsellors": {"prejudice": [{"attribute": "sex", "value": "other"}]}}, "value n'est pas dans la liste"),
        ({"course": {"sooner": [0.6, 0.2]}}, "ne baisse pas avec les mois"),
        ([1], "clé: valeur"),
    ],
)
def test_what_is_wrong_is_named(told: object, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says) as refused:
        read_scenario(told, "test.yaml")
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_names_the_scenarios(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="standard"):
        open_scenario(str(tmp_path / "none.yaml"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [", "YAML"),
        ("begin: 2026-02-31", "ce qu'aucun scénario"),
        ("begin: 9999-12-31", "begin doit être ≤ 2099-12-31"),
        ("a: " + "[" * 5_000 + "]" * 5_000, "imbriqué trop profondément"),
    ],
    ids=["broken", "no_day", "far_day", "deep"],
)
def test_a_file_that_is_no_scenario_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInputError, match=says):
        open_scenario(str(file))


@given(st.floats(0, 5), st.floats(0, 5))
def test_the_digest_tells_scenarios_apart(one: float, other: float) -> None:
    first, second = (read_scenario({"counsellors": {"attention": each}}, "test") for each in (one, other))
    assert (first.digest == second.digest) == (first == second)
    assert first.world_digest == second.world_digest


def test_every_field_says_what_it_is() -> None:
    parts = {"people", "options", "counsellors", "effects", "course"}
    for name, field in Scenario.model_fields.items():
        assert field.description or name in parts
    for definition in Scenario.model_json_schema()["$defs"].values():
        for told in definition.get("properties", {}).values():
            assert told.get("description")
