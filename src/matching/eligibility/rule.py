"""What a rule is: which options it concerns, its test over all of them at once, and what it can say about one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import RuleRecord, Truth
from matching.domain.vocabulary.catalogue import MeasureCode, OpportunityKind
from matching.domain.vocabulary.closed_list import ClosedList
from matching.domain.vocabulary.process import Asks
from matching.eligibility.kleene import Truths
from matching.snapshot.columns import CriteriaColumns, among

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
class Rule:
    """One condition. `concerns` looks at the option alone, never at the person: elsewhere the rule is silent.

    `test` gets (profile, columns, day) and returns (n,) int8, 0 not met, 1 unknown, 2 met; it runs only where the
    rule applies. `says` and `remedy` get one row. Statutory rules carry a `law`. A rule that asks the provider is
    about an unknown fact of the option: a warning, never a review.
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
    remedy: Remedies | None = None

    def applies_to(self, columns: CriteriaColumns) -> NDArray[np.bool_]:
        """(n,) bool: the options the rule is not silent about."""
        applies = self.concerns(columns)
        if self.kinds is not None:
            applies = applies & among(columns.kind, self.kinds)
        if self.codes is not None:
            applies = applies & among(columns.code, self.codes)
        return applies

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on that day; criteria always do."""
        return self.law is None or self.law.holds_on(on)

    def truths(self, profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
        """(n,) int8: 0 not met, 1 unknown, 2 met, 3 silent; silence comes last and depends on the option alone."""
        if not self.in_force(on):
            return np.full(len(columns), Truth.SILENT, np.int8)
        tested = self.test(profile, columns, on)
        return np.where(self.applies_to(columns), tested, np.int8(Truth.SILENT))

    def record(self) -> RuleRecord:
        """The rule as published."""
        stands = {} if self.law is None else vars(self.law)
        return RuleRecord(id=self.id, subject=self.subject, statutory=self.law is not None, **stands)


@dataclass(frozen=True)
class RuleVerdict:
    """One rule for one person and one option, with what its sentence needs; silent rules give none."""

    rule: Rule
    truth: Truth
    asks: Asks | None
    facts: Facts

    @property
    def sentence_key(self) -> str:
        """Message of the verdict."""
        return message_key(self.rule, self.truth.name.lower(), self.facts)

    @property
    def question_key(self) -> str | None:
        """Message of the question that would settle it; None unless it is unknown."""
        return message_key(self.rule, "question", self.facts) if self.truth is Truth.UNKNOWN else None


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
