"""Every line of what to propose to the ten personas and what never to, by its kind: tests/rules/personas.yaml."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.personas.lines import ALL, LINES

from matching.bootstrap import Service
from matching.domain.profile import Profile
from matching.domain.recommendation import Card, Recommendation
from matching.domain.viewer import Viewer
from matching.errors import NotFoundError
from matching.use_cases.why_not import WhyNot

KEYS = {
    "eligibility": {"option", "if", "expected", "rule", "met", "asks"},
    "visibility": {"option", "account", "if", "expected"},
    "card": {"option", "lines", "never", "met"},
    "slate": {"first", "among", "none_of", "at_least"},
    "procedure": {"check"},
}
"""What a line of each kind may say beside persona, says and kind."""


def of_kind(kind: str) -> pytest.MarkDecorator:
    lines = [line for line in LINES if line["kind"] == kind]
    return pytest.mark.parametrize("line", lines, ids=[f"{line['persona'][:3]} {line['says']}" for line in lines])


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


def test_every_line_says_something_that_its_kind_can_check() -> None:
    assert {line["kind"] for line in LINES} == KEYS.keys()
    for line in LINES:
        said = line.keys() - {"persona", "says", "kind"}
        assert said <= KEYS[line["kind"]], line
        assert said - {"option", "account", "if", "first"}, line
        assert all(word for words in line.get("lines", {}).values() for word in words), line


def test_every_procedure_has_its_check_and_every_check_its_line() -> None:
    written = [
        name
        for file in Path(__file__).parent.glob("test_procedures*.py")
        for name in re.findall(r"^def test_(\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(written) == len(set(written))
    assert set(written) == {line["check"] for line in LINES if line["kind"] == "procedure"}


def test_every_persona_has_both_sides() -> None:
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
        assert _truths(answer, line["met"]) == {"met"}
    if "asks" in line:
        asking = [each.rule for each in answer.verdicts if each.truth == "unknown" and each.asks != "provider"]
        assert asking == line["asks"]


def _truths(answer: WhyNot | Card, rule: str) -> set[str]:
    """What is said by a rule: one truth, or nothing where it is silent."""
    return {verdict.truth for verdict in answer.verdicts if verdict.rule == rule}


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
        if "met" in line:
            assert _truths(card, line["met"]) <= {"met"}, card.opportunity
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
