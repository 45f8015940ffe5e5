"""What to ask next: each fact once, in its widest question; what settles most options first."""

from matching.domain.verdict import Verdict
from matching.domain.vocabulary.process import Asks
from matching.eligibility.rules import RULES
from matching.explanation.questions import ONE_FACT, what_to_ask
from matching.messages.say import say


def unknown(rule: str, question: str | None, asks: Asks = Asks.PERSON) -> Verdict:
    return Verdict(rule=rule, truth="unknown", asks=asks, sentence="Inconnu.", question=question)


def plain(rule: str) -> Verdict:
    return unknown(rule, say("fr", f"rule.{rule}.question"))


def purpose(count: int, of: int) -> str:
    return say("fr", "question.purpose", count=count, of=of)


def test_one_fact_is_asked_once_in_its_widest_question() -> None:
    options = [
        (plain("laci_66_framework"),),
        (plain("vd_acit_no_allowances"), unknown("min_age", "Quel âge ?")),
        (plain("laci_60_course"), plain("laci_66_framework")),
        (unknown("languages", "Quel niveau ?"), unknown("min_age", "Quel âge ?")),
    ]
    assert what_to_ask(options, "fr") == [
        (say("fr", "rule.laci_60_course.question"), purpose(3, 4)),
        ("Quel âge ?", purpose(2, 4)),
        ("Quel niveau ?", purpose(1, 4)),
    ]


def test_a_narrow_question_stands_where_it_is_the_only_one_open() -> None:
    asked = say("fr", "rule.laci_66_framework.question")
    assert what_to_ask([(plain("laci_66_framework"),)], "fr") == [(asked, purpose(1, 1))]


def test_a_special_question_of_a_rule_is_not_swallowed() -> None:
    special = say("fr", "rule.laci_66_framework.question.age")
    asked = what_to_ask([(plain("laci_60_course"), unknown("laci_66_framework", special))], "fr")
    assert [question for question, _ in asked] == [say("fr", "rule.laci_60_course.question"), special]


def test_an_option_counts_once_and_what_concerns_few_comes_last() -> None:
    twice = (plain("right_to_work"), plain("lse_26_permit"))
    rare = (unknown("schedules", "Le soir ?"),)
    assert what_to_ask([rare, twice, twice], "fr") == [
        (say("fr", "rule.lse_26_permit.question"), purpose(2, 3)),
        ("Le soir ?", purpose(1, 3)),
    ]


def test_only_what_the_person_or_the_counsellor_knows_is_asked() -> None:
    others = tuple(unknown("min_age", f"{asks} ?", asks) for asks in (Asks.PAYER, Asks.PROVIDER, Asks.LAW))
    withheld = unknown("min_age", None)
    met = Verdict(rule="min_age", truth="met", sentence="Oui.")
    assert what_to_ask([(*others, withheld, met)], "fr") == []


def test_at_most_five() -> None:
    options = [tuple(unknown(f"rule-{number}", f"{number} ?") for number in range(9))]
    assert len(what_to_ask(options, "fr")) == 5


def test_the_rules_of_one_fact_are_rules() -> None:
    named = [rule for family in ONE_FACT for rule in family]
    assert set(named) <= {rule.id for rule in RULES}
    assert len(named) == len(set(named))
