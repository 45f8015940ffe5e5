"""Which of several answers stands on a day, and whose answers settle an open question."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from matching.domain.answer import Answer, RuleAnswer
from matching.domain.profile import Profile
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks

SETTLE = frozenset({Asks.PAYER, Asks.LAW})
"""Whoever may settle an open question by an answer; what the person or the counsellor knows is a fact of the file."""

A = TypeVar("A", bound=Answer)


def latest(answers: Iterable[A], on: date) -> A | None:
    """The last answer given by `on`, the later listed of one day; None when it has expired: older ones are past."""
    last: A | None = None
    for answer in answers:
        if answer.stated_on <= on and (last is None or last.stated_on <= answer.stated_on):
            last = answer
    return last if last is not None and last.stands_on(on) else None


def answer_to(profile: Profile, rule_id: str, code: MeasureCode | None, on: date) -> RuleAnswer | None:
    """The answer that stands to a rule's question on a measure; the last one counts, whether on it or on all."""
    about_it = (a for a in profile.answers if a.rule == rule_id and (a.code is None or a.code is code))
    return latest(about_it, on)
