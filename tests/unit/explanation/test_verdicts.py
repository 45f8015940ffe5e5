"""What verdicts add up to: unmet beats open, open beats met, and what only the provider knows is a warning."""

from datetime import date
from itertools import permutations
from typing import Literal

import numpy as np
import pytest

from matching.domain.verdict import Truth, Verdict
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Schedule
from matching.eligibility.kleene import same_for_all
from matching.eligibility.rule import Facts, Law, Rule, RuleVerdict
from matching.explanation.verdicts import eligibility_of, verdict_in_words

LAW = Law("LACI art. 59 al. 3", "AVIG-v2025.09", date(2025, 9, 1))


def verdict(
    truth: Literal["met", "not_met", "unknown"],
    asks: Asks | None = None,
    *,
    rule: str = "min_age",
    question: str | None = None,
) -> Verdict:
    return Verdict(rule=rule, truth=truth, asks=asks, sentence=f"{rule} {truth}.", question=question)


MET = verdict("met", rule="permits")
FAILED = verdict("not_met", rule="residence")
OPEN = verdict("unknown", Asks.PERSON, question="Quel âge ?")
SILENT_PROVIDER = verdict("unknown", Asks.PROVIDER, rule="capacity", question="Une place est-elle libre ?")


def test_nothing_to_say_is_eligible() -> None:
    assert eligibility_of(()).model_dump() == {"state": "eligible", "questions": (), "rules": (), "warnings": ()}


def test_all_met_is_eligible() -> None:
    assert eligibility_of([MET, MET]).state == "eligible"


@pytest.mark.parametrize("asks", [None, *(asks for asks in Asks if asks is not Asks.PROVIDER)])
def test_an_open_question_is_a_review_whoever_can_settle_it(asks: Asks | None) -> None:
    found = eligibility_of([MET, verdict("unknown", asks, question="Quel âge ?")])
    assert (found.state, found.questions, found.warnings, found.rules) == ("review", ("Quel âge ?",), (), ())


def test_what_only_the_provider_knows_lowers_nothing() -> None:
    found = eligibility_of([MET, SILENT_PROVIDER])
    assert (found.state, found.questions) == ("eligible", ())
    assert found.warnings == ("Une place est-elle libre ?",)


def test_the_meet_does_not_depend_on_the_order() -> None:
    for order in permutations([MET, OPEN, SILENT_PROVIDER, FAILED]):
        found = eligibility_of(order)
        assert (found.state, found.rules) == ("not_eligible", ("residence",))
        assert found.questions == ()
        assert found.warnings == ("Une place est-elle libre ?",)
    for order in permutations([MET, OPEN, SILENT_PROVIDER]):
        assert eligibility_of(order).state == "review"


def test_every_unmet_rule_is_named_in_order() -> None:
    second = verdict("not_met", rule="max_age")
    assert eligibility_of([FAILED, MET, second]).rules == ("residence", "max_age")


def test_without_a_question_the_sentence_stands_for_it() -> None:
    assert eligibility_of([verdict("unknown", Asks.PAYER)]).questions == ("min_age unknown.",)


def test_verdicts_are_read_once() -> None:
    assert eligibility_of(iter([MET, OPEN])).state == "review"


def rule_verdict(truth: Truth, facts: Facts, law: Law | None = None, id_: str = "schedule") -> RuleVerdict:
    rule = Rule(
        id=id_,
        subject="availability",
        asks=Asks.PERSON,
        test=lambda _profile, columns, _on: same_for_all(len(columns), truth),
        law=law,
        concerns=lambda columns: np.ones(len(columns), np.bool_),
    )
    return RuleVerdict(rule, truth, Asks.PERSON if truth is Truth.UNKNOWN else None, facts)


SCHEDULES = Facts({"asked": (Schedule.DAY, Schedule.NIGHT), "missing": (Schedule.NIGHT,)})


@pytest.mark.parametrize("lang", ["fr", "de"])
def test_a_verdict_says_its_facts_in_the_language(lang: str) -> None:
    said = verdict_in_words(rule_verdict(Truth.NOT_MET, SCHEDULES), lang)
    assert (said.rule, said.truth, said.question, said.reference, said.asks) == (
        "schedule",
        "not_met",
        None,
        None,
        None,
    )
    assert Schedule.NIGHT.label(lang) in said.sentence
    assert "{" not in said.sentence


def test_an_unknown_one_has_its_question_and_others_have_none() -> None:
    unknown = verdict_in_words(rule_verdict(Truth.UNKNOWN, SCHEDULES), "fr")
    assert unknown.truth == "unknown"
    assert unknown.asks is Asks.PERSON
    assert unknown.question is not None
    assert unknown.question.endswith("?")
    assert verdict_in_words(rule_verdict(Truth.MET, SCHEDULES), "fr").question is None


def test_the_article_is_named_as_in_the_language() -> None:
    statutory = rule_verdict(Truth.MET, SCHEDULES, LAW)
    assert verdict_in_words(statutory, "fr").reference == "LACI art. 59 al. 3"
    assert verdict_in_words(statutory, "de").reference == "AVIG Art. 59 Abs. 3"


def test_a_change_is_carried_as_it_was_said() -> None:
    assert verdict_in_words(rule_verdict(Truth.NOT_MET, SCHEDULES), "fr", "La nuit.").change == "La nuit."


def test_the_variant_chooses_the_sentence() -> None:
    plain, far = Facts({"km": 80, "radius": 30}), Facts(variant="remote")
    said = {verdict_in_words(rule_verdict(Truth.MET, facts, id_="travel"), "fr").sentence for facts in (plain, far)}
    assert len(said) == 2
