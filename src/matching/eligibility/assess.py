"""All rules over all options for one person: not eligible, review or eligible; and one option in all its verdicts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.measures import MeasureCode
from matching.domain.vocabulary.process import Asks
from matching.eligibility.kleene import Truths, truth_of
from matching.eligibility.rule import Rule, RuleVerdict
from matching.eligibility.rules import RULES
from matching.snapshot.array_record import Rows
from matching.snapshot.columns import UNSTATED, CriteriaColumns, position

NOT_ELIGIBLE, REVIEW, ELIGIBLE = 0, 1, 2


@dataclass(frozen=True)
class Assessment:
    """(n_options,) each: state 0 not eligible, 1 review, 2 eligible; unknown verdicts that somebody must settle."""

    state: NDArray[np.int8]
    open_questions: NDArray[np.int16]


class Engine:
    """The rules laid over the columns of one snapshot once: each rule knows its rows and reads no others.

    A rule on the person and a measure's code alone is tried once per person and laid on all its codes at the end.
    """

    def __init__(self, columns: CriteriaColumns, rules: Sequence[Rule] = RULES) -> None:
        """Find the rows of each rule; rules without any are left out."""
        self.columns = columns
        laid = [(rule, np.flatnonzero(rule.applies_to(columns))) for rule in rules]
        self._laid = tuple((rule, rows, _taken(columns, rows)) for rule, rows in laid if rows.size)
        self._concerned = np.zeros((len(columns), -(-len(self._laid) // 8)), np.uint8)  # (n, rules / 8): a bit each
        for number, (_, rows, _) in enumerate(self._laid):
            self._concerned[rows, number // 8] |= np.uint8(128 >> number % 8)
        self._coded = np.flatnonzero(columns.code != UNSTATED)
        self._code = columns.code[self._coded]

    def rules_at(self, row: int) -> Iterator[Rule]:
        """The rules that concern the option of a row, in their order."""
        return (self._laid[number][0] for number in np.flatnonzero(np.unpackbits(self._concerned[row])))

    def verdicts(self, profile: Profile, row: int, on: date) -> tuple[RuleVerdict, ...]:
        """Every verdict on the option of a row, in the order of the rules: the same tests as the filter's."""
        columns = self.columns.row(row)
        return tuple(verdict_of(rule, profile, columns, on) for rule in self.rules_at(row) if rule.in_force(on))

    def open_verdicts(self, profile: Profile, row: int, on: date) -> tuple[RuleVerdict, ...]:
        """Those of them that are unknown; of the others nothing is worked out but that they are not."""
        columns = self.columns.row(row)
        return tuple(
            verdict_of(rule, profile, columns, on)
            for rule in self.rules_at(row)
            if rule.in_force(on) and rule.tested(profile, columns, on)[0] == Truth.UNKNOWN
        )

    def truths(self, profile: Profile, on: date) -> Iterator[tuple[Rule, Rows, Truths]]:
        """Each rule in force, the rows it concerns and its truth there (0, 1, 2); silent everywhere else."""
        for rule, rows, columns in self._in_force(on):
            yield rule, rows, rule.tested(profile, columns, on)

    def assess(self, profile: Profile, on: date) -> Assessment:
        """The meet of all verdicts for each option; what the provider must say is a warning and lowers nothing."""
        state = np.full(len(self.columns), ELIGIBLE, np.int8)
        questions = np.zeros(len(self.columns), np.int16)
        least, asked = [ELIGIBLE] * len(MeasureCode), [0] * len(MeasureCode)
        for rule, rows, columns in self._in_force(on):
            condition = rule.of_codes_alone()
            if condition is not None and not rule.has_answers(profile):
                met = condition(profile, on)
                for code in map(position, rule.codes or ()) if met is not Truth.MET else ():
                    least[code] = min(least[code], met)
                    asked[code] += met is Truth.UNKNOWN
                continue
            truth = rule.tested(profile, columns, on)
            if rule.asks is Asks.PROVIDER:
                truth = np.where(truth == Truth.UNKNOWN, np.int8(Truth.MET), truth)
            if truth.min() == Truth.MET:
                continue
            unknown = truth == Truth.UNKNOWN
            if rows.size == len(state):
                np.minimum(state, truth, out=state)
                questions += unknown
            else:
                state[rows] = np.minimum(state[rows], truth)
                questions[rows] += unknown
        state[self._coded] = np.minimum(state[self._coded], np.array(least, np.int8)[self._code])
        questions[self._coded] += np.array(asked, np.int16)[self._code]
        return Assessment(state, questions)

    def _in_force(self, on: date) -> Iterator[tuple[Rule, Rows, CriteriaColumns]]:
        return (laid for laid in self._laid if laid[0].in_force(on))


def assess(profile: Profile, columns: CriteriaColumns, on: date) -> Assessment:
    """Assess once; who assesses many people over one snapshot keeps an Engine."""
    return Engine(columns).assess(profile, on)


def verdict_of(rule: Rule, profile: Profile, columns_row: CriteriaColumns, on: date) -> RuleVerdict:
    """One rule in force on one option that it concerns (columns of one row)."""
    truth = Truth(int(rule.test(profile, columns_row, on)[0]))
    facts = rule.says(profile, columns_row, on)
    if truth is not Truth.UNKNOWN:
        return RuleVerdict(rule, truth, None, facts)
    answer = rule.answer(profile, columns_row, on)
    if answer is None:
        return RuleVerdict(rule, truth, facts.asks or rule.asks, facts)
    return RuleVerdict(rule, truth_of(answer.holds), None, facts, answer)


@cache
def rules_version() -> str:
    """A short hash of all source files of this room: it changes when a rule, or what one stands on, may have."""
    room = files("matching.eligibility")
    digest = blake2b(digest_size=6)
    for folder in (room, room / "rules"):
        for source in sorted(folder.iterdir(), key=lambda file: file.name):
            if source.name.endswith(".py"):
                digest.update(source.read_bytes())
    return f"r-{digest.hexdigest()}"


class _TakenRows:
    """Some rows of columns, each column taken on first use and kept: a rule reads two or three of forty."""

    def __init__(self, columns: CriteriaColumns, rows: Rows) -> None:
        self._columns, self._rows = columns, rows

    def __len__(self) -> int:
        return len(self._rows)

    def take(self, rows: Rows) -> CriteriaColumns:
        return self._columns.take(self._rows[rows])

    def __getattr__(self, name: str) -> NDArray[Any]:
        taken: NDArray[Any] = getattr(self._columns, name)[self._rows]
        self.__dict__[name] = taken
        return taken


def _taken(columns: CriteriaColumns, rows: Rows) -> CriteriaColumns:
    if rows.size == len(columns):
        return columns
    return cast("CriteriaColumns", _TakenRows(columns, rows))
