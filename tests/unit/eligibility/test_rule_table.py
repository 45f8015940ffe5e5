"""The page of rules: every rule with its text, dates, question and examples; the contents lead there."""

import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from matching.eligibility.rule import Law, Rule
from matching.eligibility.rule_table import read_examples, rule_page
from matching.eligibility.rules import RULES
from matching.errors import InvalidInputError

EXAMPLES = read_examples(Path(__file__).parents[2] / "rules")
PAGE = rule_page(EXAMPLES)
BY_ID = {rule.id: rule for rule in RULES}


def section(page: str, rule: str) -> str:
    """What stands under the heading of a rule."""
    return page.partition(f"\n### {rule}\n")[2].partition("\n#")[0]


def test_examples_are_those_of_the_files() -> None:
    assert len(EXAMPLES) > 30
    assert EXAMPLES.keys() <= BY_ID.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_stands_there_once_with_all_that_is_known_of_it(rule: Rule) -> None:
    assert PAGE.count(f"\n### {rule.id}\n") == 1
    told = section(PAGE, rule.id)
    if rule.law:
        assert f"- Texte : {rule.law.reference}\n" in told
        assert f"- Version lue : {rule.law.version_seen}\n" in told
        assert f"{rule.law.valid_from:%d.%m.%Y}" in told
    else:
        assert "- Texte : critère du prestataire\n" in told
    assert f"- Tranche : {', parfois '.join(each.fr for each in (rule.asks, *rule.may_ask))}\n" in told
    assert ("- Plus petit changement : " in told) == (rule.remedy is not None)
    for code in rule.codes or ():
        assert f"{code.fr} (`{code}`)" in told
    for example in EXAMPLES.get(rule.id, ()):
        assert example["because"] in told
    assert len(re.findall(r"\| (?:remplie|non remplie|à vérifier) \|", told)) == len(EXAMPLES.get(rule.id, ()))


def test_a_question_is_said_as_it_is_asked() -> None:
    assert "- Question : Quand le délai-cadre finit-il ?\n" in section(PAGE, "laci_66_framework")
    assert "- Plus petit changement : Avec une disponibilité de … %" in section(PAGE, "availability")


def test_the_contents_lead_to_every_subject_and_rule() -> None:
    headings = re.findall(r"^##+ (.+)$", PAGE, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(anchors) == len(set(anchors))
    links = re.findall(r"\]\(#([^)]+)\)", PAGE)
    assert sorted([*links, "sommaire"]) == sorted(anchors)


def test_a_rule_without_examples_shows_no_table() -> None:
    assert "|" not in section(rule_page({}), "min_age")


def test_a_subject_without_a_french_title_is_an_error() -> None:
    with pytest.raises(KeyError, match="new_subject"):
        rule_page({}, [replace(BY_ID["min_age"], subject="new_subject")])


def test_a_rule_that_ends() -> None:
    law = Law("Texte inventé", "version inventée", date(2026, 1, 1), date(2026, 12, 31))
    rule = replace(BY_ID["min_age"], law=law)
    example = {"because": "a | b\n c", "option": {"criteria": {"min_age": 18}}, "expected": "met"}
    page = rule_page({"min_age": [example]}, [rule])
    assert "- Vaut : du 01.01.2026 au 31.12.2026\n" in page
    assert "| a \\| b c | Emploi | remplie |\n" in page


def test_a_folder_without_examples_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="aucun exemple"):
        read_examples(tmp_path)


def test_without_yaml_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(InvalidInputError, match="pip install pyyaml"):
        read_examples(tmp_path)
