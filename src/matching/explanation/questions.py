"""What to ask next about a person: the open questions of some options, each fact once, what settles most options first.

An answer settles an option where its question is the only one left: with yes every condition is met, with no it is
ruled out, and nothing else need be asked.
"""

from collections import Counter
from collections.abc import Sequence

from matching.domain.verdict import Verdict
from matching.domain.vocabulary.process import Asks
from matching.messages.say import say

_MOST_ASKED = 5
_OF_THE_PERSON = (Asks.PERSON, Asks.COUNSELLOR)
_ELSEWHERE = ""
"""What a payer or the law must say, or what is withheld: an option that waits for it is settled by no question here."""

ONE_FACT = (
    (
        "laci_60_course",
        "laci_60_training",
        "laci_59_employment",
        "laci_59_semo",
        "laci_59_specific",
        "vd_acit_no_allowances",
        "laci_66_framework",
    ),
    ("vd_mis_first", "vd_mip_registered"),
    ("lse_26_permit", "right_to_work"),
)
"""Rules whose plain question asks for one fact, the widest first: unemployment insurance, registration, permit."""

_FAMILY = {rule: family for family in ONE_FACT for rule in family}


def what_to_ask(options: Sequence[tuple[Verdict, ...]], lang: str) -> list[tuple[str, str]]:
    """At most five questions for the person or the counsellor, each with its purpose, from the verdicts of options.

    What is withheld from the viewer carries no question: nobody is sent to ask what they may not know.
    """
    questions: dict[str | None, tuple[int, str]] = {}
    concerned: Counter[str | None] = Counter()
    settled: Counter[str | None] = Counter()
    for verdicts in options:
        facts = set()
        for verdict in _open(verdicts):
            if verdict.question and verdict.asks in _OF_THE_PERSON:
                fact, width = _fact(verdict, lang)
                questions[fact] = min(questions.get(fact, (width, verdict.question)), (width, verdict.question))
                facts.add(fact)
            else:
                facts.add(_ELSEWHERE)
        concerned.update(facts)
        settled.update(facts if len(facts) == 1 else ())
    most_first = sorted(questions, key=lambda fact: (-settled[fact], -concerned[fact]))[:_MOST_ASKED]
    return [(questions[fact][1], _purpose(settled[fact], concerned[fact], len(options), lang)) for fact in most_first]


def _open(verdicts: tuple[Verdict, ...]) -> list[Verdict]:
    """What is still to be settled about one option; nothing where it is ruled out, and no warning to a provider."""
    if any(verdict.truth == "not_met" for verdict in verdicts):
        return []
    return [verdict for verdict in verdicts if verdict.truth == "unknown" and verdict.asks is not Asks.PROVIDER]


def _purpose(settled: int, concerned: int, of: int, lang: str) -> str:
    key = "question.settles" if settled else "question.purpose"
    return say(lang, key, settled=settled, count=concerned, of=of)


def _fact(verdict: Verdict, lang: str) -> tuple[str | None, int]:
    """What a question asks about, and how narrow it is: a special question of a rule stands for itself."""
    family = _FAMILY.get(verdict.rule)
    if family is None or verdict.question != say(lang, f"rule.{verdict.rule}.question"):
        return verdict.question, 0
    return family[0], family.index(verdict.rule)
