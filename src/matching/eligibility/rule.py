"""What a rule is: which options it concerns, its test over all of them at once, and what it can say about one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.answer import RuleAnswer
from matching.domain.profile import Profile
from matching.domain.verdict import RuleRecord, Truth
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.eligibility.answers import SETTLE, answer_to
from matching.eligibility.kleene import Truths, same_for_all, truth_of
from matching.snapshot.columns import CriteriaColumns, among, member

Single = int | float | str | date | ClosedList
Value = Single | tuple[Single, ...] | tuple[tuple[Single, ...], ...] | None
"""What a sentence is filled with: figures, days, members of closed lists, territory codes, groups; None is unknown."""


@dataclass(frozen=True)
class Law:
    """Where a statutory rule stands. It holds from the day of the version that was read, not from that of the law."""

    reference: str
    version_seen: str
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the rule applies on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Facts:
    """What a sentence about one verdict needs: values, a variant of the sentence, and who can settle it if special."""

    values: Mapping[str, Value] = field(default_factory=dict)
    variant: str | None = None
    asks: Asks | None = None

    def worded(self, lang: str) -> dict[str, str]:
        """The values as words of `lang`, to fill a message with."""
        return {name: _worded(value, lang) for name, value in self.values.items()}


@dataclass(frozen=True)
class Remedy:
    """The smallest change that would make a rule met: the person as changed, to be run again, and its figures."""

    profile: Profile
    facts: Facts


Test = Callable[[Profile, CriteriaColumns, date], Truths]
Says = Callable[[Profile, CriteriaColumns, date], Facts]
Remedies = Callable[[Profile, CriteriaColumns, date], Remedy | None]
Concerns = Callable[[CriteriaColumns], NDArray[np.bool_]]


def says_nothing(_profile: Profile, _row: CriteriaColumns, _on: date) -> Facts:
    """For rules whose sentences hold no figures."""
    return Facts()


def every_option(columns: CriteriaColumns) -> NDArray[np.bool_]:
    """For rules that concern all options of their kinds and codes."""
    return np.ones(len(columns), np.bool_)


@dataclass(frozen=True)
class OfThePerson:
    """A test on the person alone: one truth for all options that the rule concerns."""

    condition: Callable[[Profile, date], Truth]

    def __call__(self, profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
        """(n,) int8, the same truth everywhere."""
        return same_for_all(len(columns), self.condition(profile, on))


@dataclass(frozen=True)
class Rule:
    """One condition. `concerns` looks at the option alone, never at the person: elsewhere the rule is silent.

    `test` gets (profile, columns, day) and returns (n,) int8, 0 not met, 1 unknown, 2 met; it runs only where the
    rule applies. `says` and `remedy` get one row; whom `says` asks depends on the person and the measure's code alone,
    and `may_ask` names everybody it may ask instead of `asks`. Statutory rules carry a `law`. A rule that asks the
    provider is about an unknown fact of the option: a warning, never a review.
    """

    id: str
    subject: str
    asks: Asks
    test: Test
    concerns: Concerns = every_option
    kinds: tuple[OpportunityKind, ...] | None = None
    codes: tuple[MeasureCode, ...] | None = None
    law: Law | None = None
    says: Says = says_nothing
    may_ask: tuple[Asks, ...] = ()
    remedy: Remedies | None = None

    @property
    def may_be_settled(self) -> bool:
        """Whether an answer of an institution can ever settle it: it asks, or may ask, a payer or about the law."""
        return not SETTLE.isdisjoint((self.asks, *self.may_ask))

    def applies_to(self, columns: CriteriaColumns) -> NDArray[np.bool_]:
        """(n,) bool: the options the rule is not silent about."""
        applies = self.concerns(columns)
        if self.kinds is not None:
            applies = applies & among(columns.kind, self.kinds)
        if self.codes is not None:
            applies = applies & among(columns.code, self.codes)
        return applies

    def of_codes_alone(self) -> Callable[[Profile, date], Truth] | None:
        """The condition on the person, for a rule that reads nothing of an option but its code; None for others."""
        by_code_alone = self.codes is not None and self.kinds is None and self.concerns is every_option
        by_code_alone = by_code_alone and self.asks is not Asks.PROVIDER
        return self.test.condition if by_code_alone and isinstance(self.test, OfThePerson) else None

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on that day; criteria always do."""
        return self.law is None or self.law.holds_on(on)

    def truths(self, profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
        """(n,) int8: 0 not met, 1 unknown, 2 met, 3 silent; silence depends on the option alone."""
        if not self.in_force(on):
            return np.full(len(columns), Truth.SILENT, np.int8)
        tested = self.test(profile, columns, on)
        return self.settled(profile, columns, on, np.where(self.applies_to(columns), tested, np.int8(Truth.SILENT)))

    def tested(self, profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
        """(n,) int8: 0 not met, 1 unknown, 2 met, on options that the rule concerns, on a day when it is in force."""
        return self.settled(profile, columns, on, self.test(profile, columns, on))

    def settled(self, profile: Profile, columns: CriteriaColumns, on: date, truths: Truths) -> Truths:
        """The truths with open questions settled by whoever was asked and has answered; all others stay as they are."""
        if not self.has_answers(profile):
            return truths
        truths = truths.copy()
        unknown = truths == Truth.UNKNOWN
        for code in np.unique(columns.code[unknown]):
            rows = np.flatnonzero(unknown & (columns.code == code))
            answer = self.answer(profile, columns.take(rows[:1]), on)
            if answer is not None:
                truths[rows] = truth_of(answer.holds)
        return truths

    def has_answers(self, profile: Profile) -> bool:
        """Whether anybody has ever answered this rule's question."""
        return any(answer.rule == self.id for answer in profile.answers)

    def answer(self, profile: Profile, row: CriteriaColumns, on: date) -> RuleAnswer | None:
        """The answer that settles this rule where it is unknown on one option: of the payer or on the law only."""
        if (self.says(profile, row, on).asks or self.asks) not in SETTLE:
            return None
        return answer_to(profile, self.id, member(MeasureCode, row.code[0]), on)

    def record(self) -> RuleRecord:
        """The rule as published."""
        stands = {} if self.law is None else vars(self.law)
        return RuleRecord(id=self.id, subject=self.subject, statutory=self.law is not None, **stands)


def rule_on_person(
    subject: str,
    rule_id: str,
    codes: tuple[MeasureCode, ...],
    condition: Callable[[Profile, date], Truth],
    law: Law,
    *,
    asks: Asks = Asks.PERSON,
    says: Says = says_nothing,
    may_ask: tuple[Asks, ...] = (),
    remedy: Remedies | None = None,
) -> Rule:
    """A statutory rule on the person alone, for measures of some codes."""
    return Rule(
        id=rule_id,
        subject=subject,
        asks=asks,
        test=OfThePerson(condition),
        codes=codes,
        law=law,
        says=says,
        may_ask=may_ask,
        remedy=remedy,
    )


@dataclass(frozen=True)
class RuleVerdict:
    """One rule for one person and one option, with what its sentence needs; silent rules give none.

    `answer` is there when the facts leave it unknown and whoever was asked has answered.
    """

    rule: Rule
    truth: Truth
    asks: Asks | None
    facts: Facts
    answer: RuleAnswer | None = None

    @property
    def sentence_key(self) -> str:
        """Message of the verdict."""
        part = self.truth.name.lower()
        return message_key(self.rule, part, self.facts) if self.answer is None else f"answer.{part}"

    @property
    def question_key(self) -> str | None:
        """Message of the question that would settle it, or that was answered; None unless the facts leave it open."""
        is_open = self.truth is Truth.UNKNOWN or self.answer is not None
        return message_key(self.rule, "question", self.facts) if is_open else None


def message_key(rule: Rule, part: str, facts: Facts) -> str:
    """rule.<id>.<met | not_met | unknown | question | change>, followed by the variant where there is one."""
    return ".".join(["rule", rule.id, part, *([facts.variant] if facts.variant else [])])


def _worded(value: Value, lang: str) -> str:
    match value:
        case None:
            return "?"
        case ClosedList():
            return value.label(lang)
        case date():
            return value.strftime("%d.%m.%Y")
        case tuple():
            return ", ".join(
                " ".join(_worded(word, lang) for word in part) if isinstance(part, tuple) else _worded(part, lang)
                for part in value
            )
        case float():
            return f"{value:.0f}"
        case _:
            return str(value)
