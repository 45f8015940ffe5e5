"""Every line of what to propose to the ten personas and what never to, by its kind: tests/rules/personas.yaml."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.recommendation import Card, Recommendation
from matching.domain.viewer import Viewer
from matching.errors import NotFoundError
from matching.storage import profiles
from matching.use_cases.why_not import WhyNot

LINES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "rules" / "personas.yaml").read_text(encoding="utf-8")
)
KINDS = {"eligibility", "visibility", "card", "slate", "procedure"}
ALL = 200  # more than the demo has options


def of_kind(kind: str) -> pytest.MarkDecorator:
    lines = [line for line in LINES if line["kind"] == kind]
    return pytest.mark.parametrize("line", lines, ids=[f"{line['persona'][:3]} {line['says']}" for line in lines])


@pytest.fixture(scope="session")
def files(demo: Service) -> dict[str, Profile]:
    with demo.workplace.database.read() as connection:
        return {id_: profiles.get(connection, id_, None) for id_ in profiles.list_ids(connection, None)}


def person_of(line: dict[str, Any], files: dict[str, Profile]) -> str | Profile:
    """The file as stored, or with the facts of "if"."""
    if "if" not in line:
        return str(line["persona"])
    facts = files[line["persona"]].model_dump(mode="json")
    return Profile.model_validate(_merged(facts, line["if"]))


def _merged(facts: Any, changes: dict[str, Any]) -> dict[str, Any]:
    merged = dict(facts or {})
    for name, value in changes.items():
        merged[name] = _merged(merged.get(name), value) if isinstance(value, dict) else value
    return merged


def test_every_line_is_of_a_known_kind_and_every_persona_has_both_sides() -> None:
    assert {line["kind"] for line in LINES} == KINDS
    people = sorted({line["persona"] for line in LINES})
    assert len(people) == 10
    for person in people:
        sides = {line["says"].partition(" : ")[0] for line in LINES if line["persona"] == person}
        assert sides == {"Propose", "Never"}, person


@of_kind("eligibility")
def test_eligibility(
    demo: Service, counsellor: Viewer, at: datetime, files: dict[str, Profile], line: dict[str, Any]
) -> None:
    answer = demo.why_not(person_of(line, files), line["option"], viewer=counsellor, at=at)
    state = answer.eligibility.state
    match line["expected"]:
        case "possible":
            assert state != "not_eligible", answer.eligibility
        case "never_eligible":
            assert state != "eligible", answer.verdicts
        case expected:
            assert state == expected, answer.eligibility
    if "rule" in line:
        assert line["rule"] in answer.eligibility.rules
    if "met" in line:
        assert _truth(answer, line["met"]) == "met"


def _truth(answer: WhyNot, rule: str) -> str | None:
    return next((verdict.truth for verdict in answer.verdicts if verdict.rule == rule), None)


@of_kind("visibility")
def test_visibility(demo: Service, at: datetime, files: dict[str, Profile], line: dict[str, Any]) -> None:
    viewer, person = demo.viewer(line["account"]), person_of(line, files)
    slate = demo.recommend(person, viewer=viewer, at=at, limit=ALL)
    if line["expected"] == "visible":
        assert demo.why_not(person, line["option"], viewer=viewer, at=at).opportunity == line["option"]
        return
    with pytest.raises(NotFoundError):
        demo.why_not(person, line["option"], viewer=viewer, at=at)
    assert line["option"] not in slate.model_dump_json()


@of_kind("card")
def test_card(demo: Service, counsellor: Viewer, at: datetime, line: dict[str, Any]) -> None:
    slate = demo.recommend(line["persona"], viewer=counsellor, at=at, limit=ALL)
    cards = [card for card in slate.cards if line.get("option") in {None, card.opportunity}]
    assert cards, f"{line['option']} has no card"
    for card in cards:
        for code, words in line.get("lines", {}).items():
            text = _line(card, code)
            assert all(word in text for word in words), f"{card.opportunity} {code}: {text}"
        assert all(any(word in note for note in card.notes) for word in line.get("notes", [])), card.notes
        said = card.model_dump_json().casefold()
        for word in line.get("never", []):
            assert word.casefold() not in said, f"{card.opportunity} says {word}"
    if "option" not in line:
        questions = " ".join(slate.questions).casefold()
        assert not [word for word in line.get("never", []) if word.casefold() in questions]


def _line(card: Card, code: str) -> str:
    texts = [shown.text for shown in card.lines if shown.code == code]
    assert texts, f"{card.opportunity} has no line {code}: {[shown.code for shown in card.lines]}"
    return texts[0]


@of_kind("slate")
def test_slate(demo: Service, counsellor: Viewer, at: datetime, line: dict[str, Any]) -> None:
    slate: Recommendation = demo.recommend(line["persona"], viewer=counsellor, at=at)
    shown = [card.opportunity for card in slate.cards][: line["first"]]
    assert set(line.get("among", [])) <= set(shown), shown
    assert not set(line.get("none_of", [])) & set(shown), shown
    assert len(shown) >= line.get("at_least", 1)


def test_the_anchor_week_is_that_of_the_lines(at: datetime) -> None:
    assert at.date() == date(2026, 11, 18)
