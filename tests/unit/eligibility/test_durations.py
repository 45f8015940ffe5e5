"""What is said of a duration's limit: the law's only where its text was read, in the unit the text counts in."""

from datetime import date

import pytest

from matching.domain.opportunity import Measure, Timing
from matching.domain.profile import Profile
from matching.eligibility.rules.durations import LIMITS, Limit
from matching.messages.say import say
from matching.snapshot.columns import CriteriaColumns, compile_criteria

NOT_FROM_A_LAW = ("from memory", "Bilan CII")


def row_of(limit: Limit) -> CriteriaColumns:
    timing = Timing(max_weeks=limit.weeks)
    code = limit.codes[0]
    return compile_criteria(
        [Measure(id="own:1", title="M", form="activity", type="coaching", code=code, timing=timing)]
    )


def sentence(limit: Limit, lang: str) -> str:
    facts = limit.says(Profile(id="p-1"), row_of(limit), date(2026, 11, 23))
    return say(lang, f"rule.{limit.rule_id}.met", **facts.worded(lang))


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.rule_id)
def test_a_limit_is_called_legal_only_where_a_law_was_read(limit: Limit) -> None:
    from_elsewhere = any(mark in limit.law.version_seen for mark in NOT_FROM_A_LAW)
    assert ("légale" in sentence(limit, "fr")) is not from_elsewhere
    assert ("gesetzliche" in sentence(limit, "de")) is not from_elsewhere


@pytest.mark.parametrize(
    ("rule", "limit"),
    [
        ("lai_18b_duration", "180 jours"),
        ("lai_18a_duration", "180 jours"),
        ("laci_71b_duration", "90 indemnités journalières"),
        ("laci_66_duration", "52 semaines"),
    ],
)
def test_a_limit_is_counted_as_its_text_counts(rule: str, limit: str) -> None:
    said = sentence(next(one for one in LIMITS if one.rule_id == rule), "fr")
    assert said.endswith(f"de {limit}.")
