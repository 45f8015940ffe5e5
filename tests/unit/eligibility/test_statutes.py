"""Statutory rules: the examples a caseworker can read, and what every one of them must carry."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from matching.domain.employer_flag import EmployerFlag
from matching.domain.opportunity import Measure, Vacancy
from matching.domain.profile import Profile
from matching.eligibility.assess import verdict_of
from matching.eligibility.rule import Rule
from matching.eligibility.rule_table import rule_table
from matching.eligibility.rules import RULES
from matching.messages.say import catalogue
from matching.snapshot.columns import compile_criteria

ON = date(2026, 11, 23)
ROOT = Path(__file__).parents[3]
STATUTORY = {rule.id: rule for rule in RULES if rule.law}


def examples_of(subject: str) -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "tests" / "rules" / f"{subject}.yaml").read_text())
    return read


EXAMPLES = [
    (rule, example)
    for subject in sorted({rule.subject for rule in STATUTORY.values()})
    for rule, examples in examples_of(subject).items()
    for example in examples
]


def person_of(facts: dict[str, Any]) -> Profile:
    """A profile from the facts of an example: an age is a birthday on the day, insurances stand at the top."""
    facts = dict(facts)
    if (age := facts.pop("age", None)) is not None:
        facts["birth_date"] = date(ON.year - age, ON.month, ON.day)
    insurances = {name: facts.pop(name) for name in ("unemployment", "assistance", "disability") if name in facts}
    return Profile.model_validate({"id": "p-1", "insurances": insurances, **facts})


def option_of(facts: str | dict[str, Any]) -> Measure | Vacancy:
    """A measure from its code or from facts with a code; a vacancy from facts without."""
    named = {"code": facts} if isinstance(facts, str) else facts
    if "code" in named:
        return Measure.model_validate({"id": "own:1", "title": "M", "form": "activity", "type": "coaching", **named})
    return Vacancy.model_validate({"id": "own:1", "title": "V", **named})


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule}: {example['because']}" for rule, example in EXAMPLES]
)
def test_example(rule: str, example: dict[str, Any]) -> None:
    flags = [EmployerFlag.model_validate(flag) for flag in example.get("flags", ())]
    columns = compile_criteria([option_of(example["option"])], flags)
    verdict = verdict_of(STATUTORY[rule], person_of(example["person"]), columns, ON)
    assert verdict is not None
    assert verdict.truth.name.lower() == example["expected"]
    assert catalogue("fr")[verdict.sentence_key].format(**verdict.facts.worded("fr"))


@pytest.mark.parametrize("rule", STATUTORY.values(), ids=STATUTORY)
def test_statutory_rule_names_its_law_and_has_examples(rule: Rule) -> None:
    assert rule.law is not None
    assert rule.law.reference
    assert rule.law.version_seen
    assert rule.law.valid_from <= ON
    assert sum(name == rule.id for name, _ in EXAMPLES) >= 2
    assert rule.record().statutory


def test_a_rule_is_silent_outside_its_validity() -> None:
    rule = STATUTORY["laci_66a_age"]
    assert rule.law is not None
    columns = compile_criteria([option_of("ac_afo")])
    before = rule.law.valid_from - timedelta(days=1)
    assert verdict_of(rule, person_of({"age": 20}), columns, before) is None


def test_ids_are_unique_and_fit_the_published_record() -> None:
    assert len({rule.record().id for rule in RULES}) == len(RULES)


def test_the_page_of_rules_is_current() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rule_table()
