"""Rules among the gaps in words: a criterion by its name, a law by the reference it has in the language asked."""

from collections import Counter

import pytest

from matching.eligibility.rules import RULES
from matching.messages.say import LANGUAGES
from matching.use_cases.gaps.said import named


@pytest.mark.parametrize(
    ("lang", "law"), [("fr", "LACI art. 8 et 15"), ("de", "AVIG Art. 8 und 15"), ("it", "LADI art. 8 e 15")]
)
def test_a_law_has_the_name_of_the_language(lang: str, law: str) -> None:
    assert f"({law}; " in named("laci_15_placement", lang)


def test_a_criterion_of_a_provider_cites_no_law() -> None:
    assert named("min_age", "it") == "Età minima"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_rules_are_named_alike(lang: str) -> None:
    names = [named(rule.id, lang) for rule in RULES]
    assert len(set(names)) == len(names), [name for name, times in Counter(names).items() if times > 1]
