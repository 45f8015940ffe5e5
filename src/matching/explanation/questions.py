"""What to ask next about a person: the open questions of some options, each fact once, those that settle most first."""

from collections import defaultdict
from collections.abc import Sequence

from matching.domain.verdict import Verdict
from matching.domain.vocabulary.process import Asks
from matching.messages.say import say

_MOST_ASKED = 5
_OF_THE_PERSON = (Asks.PERSON, Asks.COUNSELLOR)

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
    concerned: defaultdict[str | None, set[int]] = defaultdict(set)
    for number, verdicts in enumerate(options):
        for verdict in verdicts:
            if verdict.truth != "unknown" or not verdict.question or verdict.asks not in _OF_THE_PERSON:
                continue
            fact, width = _fact(verdict, lang)
            questions[fact] = min(questions.get(fact, (width, verdict.question)), (width, verdict.question))
            concerned[fact].add(number)
    most_first = sorted(questions, key=lambda fact: -len(concerned[fact]))[:_MOST_ASKED]
    return [
        (questions[fact][1], say(lang, "question.purpose", count=len(concerned[fact]), of=len(options)))
        for fact in most_first
    ]


def _fact(verdict: Verdict, lang: str) -> tuple[str | None, int]:
    """What a question asks about, and how narrow it is: a special question of a rule stands for itself."""
    family = _FAMILY.get(verdict.rule)
    if family is None or verdict.question != say(lang, f"rule.{verdict.rule}.question"):
        return verdict.question, 0
    return family[0], family.index(verdict.rule)
