"""The rules in five parts that call for five remedies, each the meet of its rules over all options for one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import CapacityStatus
from matching.domain.vocabulary.process import Asks
from matching.eligibility.kleene import Truths
from matching.eligibility.rule import Rule
from matching.eligibility.rules import RULES
from matching.eligibility.rules.offer import open_sessions
from matching.snapshot.array_record import Rows
from matching.snapshot.columns import NO_END, UNSTATED, CriteriaColumns, day_number, position


class Part(IntEnum):
    """What stands in the way: the distance, an offer that is over, no place, who pays, or whom it is for."""

    REACH = 0
    RUNNING = 1
    PLACES = 2
    PAYER = 3
    CRITERIA = 4


OF_REACH = frozenset({"travel", "place_known", "same_country"})
OF_RUNNING = frozenset({"offered", "start", "application_deadline"})
OF_PLACES = frozenset({"capacity"})
OF_THE_PAYER = frozenset(
    {
        "payer",
        *("laci_60_course", "laci_60_training", "laci_59_employment", "laci_59_semo", "laci_59_specific"),
        *("laci_15_placement", "laci_60_placement", "laci_66_framework"),
        *("vd_ri_employment", "vd_ri_social", "vd_acit_no_allowances", "vd_uc_ri"),
    }
)
"""Rules that ask whose person somebody is: another institution that answers for them could give a guarantee."""

RULE_IDS = tuple(rule.id for rule in RULES)
_NUMBERS = {id_: number for number, id_ in enumerate(RULE_IDS)}
NO_RULE = -1


def part_of(rule: Rule) -> Part:
    """Which part a rule belongs to; every condition of the disability insurance says whose person somebody is."""
    if rule.id in OF_REACH:
        return Part.REACH
    if rule.id in OF_RUNNING:
        return Part.RUNNING
    if rule.id in OF_PLACES:
        return Part.PLACES
    return Part.PAYER if rule.id in OF_THE_PAYER or rule.subject == "disability_insurance" else Part.CRITERIA


_NOT_MET, _UNKNOWN, _MET = (np.int8(truth) for truth in (Truth.NOT_MET, Truth.UNKNOWN, Truth.MET))
_PARTS = {rule.id: part_of(rule) for rule in RULES}
_WARNINGS = frozenset(rule.id for rule in RULES if rule.asks is Asks.PROVIDER) - {"place_known"}


@dataclass(frozen=True)
class Parts:
    """One person against n options. `truths` (n_parts, n) int8, silent is met.

    `against` (n,) how many rules of payer and criteria are not met, `alone` (n,) the number of the last of these in
    RULE_IDS, `open_rules` pairs of a rule's number and the rows where it is unknown.
    """

    truths: Truths
    against: NDArray[np.int16]
    alone: NDArray[np.int16]
    open_rules: tuple[tuple[int, Rows], ...]

    @property
    def near(self) -> Truths:
        """(n,) in reach and running."""
        return np.asarray(self.truths[[Part.REACH, Part.RUNNING]].min(axis=0))

    @property
    def allowed(self) -> Truths:
        """(n,) by payer and criteria together."""
        return np.asarray(self.truths[[Part.PAYER, Part.CRITERIA]].min(axis=0))


def parts_of(tested: Iterable[tuple[Rule, Rows, Truths]], waits: NDArray[np.bool_]) -> Parts:
    """The parts from what an engine tested; `waits` (n,) where the wait is longer than what counts as a place.

    What the provider must say is a warning and lowers nothing, as on a slate; where it takes place is no such thing.
    """
    n = len(waits)
    truths = np.full((len(Part), n), Truth.MET, np.int8)
    truths[Part.PLACES, waits] = Truth.NOT_MET
    against, alone = np.zeros(n, np.int16), np.full(n, NO_RULE, np.int16)
    open_rules = []
    for rule, rows, tests in tested:
        if tests.min() == _MET:
            continue
        part, found, number = _PARTS[rule.id], tests, _NUMBERS[rule.id]
        is_open = found == _UNKNOWN
        if rule.id in _WARNINGS:
            found = np.where(is_open, _MET, found)
        elif is_open.any():
            open_rules.append((number, rows[is_open]))
        truths[part, rows] = np.minimum(truths[part, rows], found)
        if part >= Part.PAYER:
            not_met = rows[found == _NOT_MET]
            against[not_met] += 1
            alone[not_met] = number
    return Parts(truths, against, alone, tuple(open_rules))


def waits_longer(columns: CriteriaColumns, weeks: int, on: date) -> NDArray[np.bool_]:
    """(n,) bool: a wait known to last longer than so many weeks; one that is not stated is not long.

    Where places are stated by start, one waits for the first that has some; else for a waiting list.
    """
    listed = columns.capacity == position(CapacityStatus.WAITING_LIST)
    long = listed & (columns.waiting_weeks != UNSTATED) & (columns.waiting_weeks > weeks)
    with_places = open_sessions(columns, on) & (columns.session_free > 0)
    first = np.where(with_places, columns.session_day, NO_END).min(axis=1)
    return np.asarray(np.where(first == NO_END, long, first > day_number(on) + 7 * weeks))
