"""What to ask next: each fact once, in its widest question; the last question of most options first."""

from matching.domain.verdict import Verdict
from matching.domain.vocabulary.process import Asks
from matching.eligibility.rules import RULES
from matching.explanation.questions import ONE_FACT, what_to_ask
from matching.messages.say import say


def unknown(rule: str, question: str | None, asks: Asks = Asks.PERSON) -> Verdict:
    return Verdict(rule=rule, truth="unknown", asks=asks, sentence="Inconnu.", question=question)


def plain(rule: str) -> Verdict:
    return unknown(rule, say("fr", f"rule.{rule}.question"))


def purpose(count: int, of: int, settled: int = 0) -> str:
    key = "question.settles" if settled else "question.purpose"
    return say("fr", key, settled=settled, count=count, of=of)


def test_one_fact_is_asked_once_in_its_widest_question() -> None:
    options = [
        (plain("laci_66_framework"),),
        (plain("vd_acit_no_allowances"), unknown("min_age", "Quel âge ?")),
        (plain("laci_60_course"), plain("laci_66_framework")),
        (unknown("languages", "Quel niveau ?"), unknown("min_age", "Quel âge ?")),
    ]
    assert what_to_ask(options, "fr") == [
        (say("fr", "rule.laci_60_course.question"), purpose(3, 4, settled=2)),
        ("Quel âge ?", purpose(2, 4)),
        ("Quel niveau ?", purpose(1, 4)),
    ]


def test_a_narrow_question_stands_where_it_is_the_only_one_open() -> None:
    asked = say("fr", "rule.laci_66_framework.question")
    assert what_to_ask([(plain("laci_66_framework"),)], "fr") == [(asked, purpose(1, 1, settled=1))]


def test_a_special_question_of_a_rule_is_not_swallowed() -> None:
    special = say("fr", "rule.laci_66_framework.question.age")
    asked = what_to_ask([(plain("laci_60_course"), unknown("laci_66_framework", special))], "fr")
    assert [question for question, _ in asked] == [say("fr", "rule.laci_60_course.question"), special]


def test_an_option_counts_once_and_what_concerns_few_comes_last() -> None:
    twice = (plain("right_to_work"), plain("lse_26_permit"))
    rare = (unknown("schedules", "Le soir ?"),)
    assert what_to_ask([rare, twice, twice], "fr") == [
        (say("fr", "rule.lse_26_permit.question"), purpose(2, 3, settled=2)),
        ("Le soir ?", purpose(1, 3, settled=1)),
    ]


def test_what_settles_most_comes_before_what_concerns_most() -> None:
    """Licence and age stand in the way of three options; the evening alone of two, which its answer ends."""
    both = (unknown("licences", "Le permis ?"), unknown("min_age", "Quel âge ?"))
    evening = (unknown("schedules", "Le soir ?"),)
    assert what_to_ask([both, both, both, evening, evening], "fr") == [
        ("Le soir ?", purpose(2, 5, settled=2)),
        ("Le permis ?", purpose(3, 5)),
        ("Quel âge ?", purpose(3, 5)),
    ]


def test_an_option_that_waits_for_somebody_else_is_settled_by_no_question() -> None:
    age = unknown("min_age", "Quel âge ?")
    waits = [(age, unknown("fitness", "Apte ?", Asks.PAYER)), (age, unknown("laci_60_course", None))]
    warned = (age, unknown("capacity", "Des places ?", Asks.PROVIDER))
    assert what_to_ask([*waits, warned], "fr") == [("Quel âge ?", purpose(3, 3, settled=1))]


def test_what_is_ruled_out_is_settled_already() -> None:
    out = Verdict(rule="languages", truth="not_met", sentence="Non.")
    assert what_to_ask([(out, unknown("min_age", "Quel âge ?"))], "fr") == []


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
