"""The examples a caseworker can read, three verdicts for every rule, and what a statutory rule must carry."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from matching.domain.employer_flag import EmployerFlag
from matching.domain.opportunity import AnyOpportunity, Measure, opportunity_type
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.standing import PlacementStatus
from matching.eligibility.assess import ELIGIBLE, Engine
from matching.eligibility.rule import Rule, RuleVerdict
from matching.eligibility.rule_table import read_examples, rule_page
from matching.eligibility.rules import RULES
from matching.explanation.verdicts import verdict_in_words
from matching.snapshot.columns import compile_criteria

ON = date(2026, 11, 23)
ROOT = Path(__file__).parents[3]
BY_ID = {rule.id: rule for rule in RULES}
STATUTORY = {rule.id: rule for rule in RULES if rule.law}

IMPOSSIBLE = {
    "offered": {"unknown"},  # a bound that is not stated is no bound
    "application_deadline": {"unknown"},  # it concerns only starts and deadlines that are stated
    "place_known": {"met", "not_met"},  # it concerns only places that nobody names
    "ne_eso_debts": {"not_met"},  # debts are a matter to explain, never a no
    "lse_26_employer": {"unknown"},  # who is flagged is known here
    "iae_entry": {"not_met"},  # what an entry says of itself is for its provider to correct
}
"""Verdicts that no person and no answer can bring about."""


def examples_of(subject: str) -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "tests" / "rules" / f"{subject}.yaml").read_text())
    return read


EXAMPLES = [
    (rule, example)
    for subject in sorted({rule.subject for rule in RULES})
    for rule, examples in examples_of(subject).items()
    for example in examples
]


def person_of(facts: dict[str, Any]) -> Profile:
    """A profile from the facts of an example: an age is a birthday on the day, insurances stand at the top."""
    facts = dict(facts)
    if (age := facts.pop("age", None)) is not None:
        facts["birth_date"] = date(ON.year - age, ON.month, ON.day)
    named = ("unemployment", "assistance", "disability", "placement")
    insurances = {name: facts.pop(name) for name in named if name in facts}
    return Profile.model_validate({"id": "p-1", "insurances": insurances, **facts})


def option_of(facts: str | dict[str, Any]) -> AnyOpportunity:
    """A measure from its code or from facts with a code; a vacancy from facts without; a place says so."""
    named = {"code": facts} if isinstance(facts, str) else facts
    if "kind" in named or "code" not in named:
        return opportunity_type.validate_python({"id": "own:1", "title": "O", "kind": "vacancy", **named})
    return Measure.model_validate({"id": "own:1", "title": "M", "form": "activity", "type": "coaching", **named})


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule}: {example['because']}" for rule, example in EXAMPLES]
)
def test_example(rule: str, example: dict[str, Any]) -> None:
    flags = [EmployerFlag.model_validate(flag) for flag in example.get("flags", ())]
    columns = compile_criteria([option_of(example["option"])], flags)
    answers = [{"rule": rule, **example["answered"]}] if "answered" in example else []
    person = person_of({**example["person"], "answers": answers})
    engine = Engine(columns, [BY_ID[rule]])
    (verdict,) = engine.verdicts(person, 0, ON)
    assert verdict.truth.name.lower() == example["expected"]
    assert verdict_in_words(verdict, "fr").sentence
    assert engine.assess(person, ON).state[0] == _state(verdict)


def _state(verdict: RuleVerdict) -> int:
    warned = verdict.rule.asks is Asks.PROVIDER and verdict.truth is Truth.UNKNOWN
    return Truth.MET if warned else verdict.truth


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_show_every_verdict_of_a_rule(rule: Rule) -> None:
    shown = {example["expected"] for name, example in EXAMPLES if name == rule.id}
    assert shown == {"met", "not_met", "unknown"} - IMPOSSIBLE.get(rule.id, set())


PEOPLE = [person_of(example["person"]) for _, example in EXAMPLES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_asks_whom_it_says_it_may_ask_and_nobody_else(rule: Rule) -> None:
    """Everybody of all examples against the options of the rule's own: which answers may be recorded rests on it."""
    options = [option_of(example["option"]) for name, example in EXAMPLES if name == rule.id]
    engine = Engine(compile_criteria(options), [rule])
    said, open_to = set(), set()
    for person in PEOPLE:
        for row in range(len(options)):
            for verdict in engine.verdicts(person, row, ON):
                said.add(verdict.facts.asks or rule.asks)
                open_to.add(verdict.asks)
    assert said <= {rule.asks, *rule.may_ask}
    assert set(rule.may_ask) <= open_to


def test_an_example_says_what_it_can_say_and_nothing_else() -> None:
    """A comma in a sentence that is not quoted would cut it, and what follows would be read as a key."""
    for _, example in EXAMPLES:
        assert set(example) <= {"because", "person", "option", "flags", "answered", "expected"}, example


def test_every_example_belongs_to_a_rule_of_its_subject() -> None:
    for subject in {rule.subject for rule in RULES}:
        assert set(examples_of(subject)) == {rule.id for rule in RULES if rule.subject == subject}


@pytest.mark.parametrize("rule", STATUTORY.values(), ids=STATUTORY)
def test_statutory_rule_names_its_law(rule: Rule) -> None:
    assert rule.law is not None
    assert rule.law.reference
    assert rule.law.version_seen
    assert rule.law.valid_from <= ON
    assert rule.record().statutory


@pytest.mark.parametrize("placement", PlacementStatus)
def test_being_declared_unfit_is_no_way_out_of_the_joint_unit(placement: PlacementStatus) -> None:
    """Being declared unfit for placement keeps the follow-up. Source: Unités communes ORP-CSR, 2018."""
    facts = {"age": 34, "assistance": {"kind": "ri", "follow_up": "joint_unit"}, "availability": {"percent": 50}}
    person = {**facts, "residence": {"country": "ch", "region": "VD"}, "disability": {"status": "none"}}
    columns = compile_criteria([option_of("vd_uc")])
    assert Engine(columns).assess(person_of({**person, "placement": placement}), ON).state[0] == ELIGIBLE


def test_a_rule_is_silent_outside_its_validity() -> None:
    rule = STATUTORY["laci_66a_age"]
    assert rule.law is not None
    columns = compile_criteria([option_of("ac_afo")])
    before = rule.law.valid_from - timedelta(days=1)
    assert not Engine(columns, [rule]).verdicts(person_of({"age": 20}), 0, before)


def test_ids_are_unique_and_fit_the_published_record() -> None:
    assert len({rule.record().id for rule in RULES}) == len(RULES)


def test_the_page_of_rules_is_current() -> None:
    page = rule_page(read_examples(ROOT / "tests" / "rules"))
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == page
