"""Which rule alone keeps most people from every option, and whom one step would reach: promised, then run again."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.domain.verdict import Truth
from matching.eligibility.kleene import Truths
from matching.eligibility.rules import RULES
from matching.gaps.parts import RULE_IDS, Part, Parts, part_of
from matching.gaps.steps import STEPS
from matching.use_cases.gaps.cases import Cases, Everybody, Mask, cases_of, lone_rules, newly_reached
from matching.use_cases.gaps.offers import Offers

PAYER_RULES = frozenset(rule.id for rule in RULES if part_of(rule) is Part.PAYER)
GUARANTEE = "guarantee"


@dataclass(frozen=True)
class Excluding:
    """One rule: cases (n_cases,) bool that it alone keeps out of some option, and the pairs of case and option."""

    rule: str
    keeps_out: Mask
    pairs: int


@dataclass(frozen=True)
class Relaxed:
    """What a change does: cases (n_cases,) bool newly reached, as promised, and as counted when all is run again."""

    what: str
    promised: Mask
    recounted: Mask

    @property
    def holds(self) -> bool:
        """Whether the promise is confirmed, case by case."""
        return bool((self.promised == self.recounted).all())


def excluding(cases: Cases) -> list[Excluding]:
    """The rules that alone keep certain gaps open, those of most people first."""
    found = []
    for number in np.unique(cases.lone[:, 1]).tolist():
        keeps_out = np.zeros(len(cases.person), np.bool_)
        keeps_out[cases.lone[cases.lone[:, 1] == number, 0]] = True
        found.append(Excluding(RULE_IDS[number], keeps_out, int(cases.excluded[number])))
    return sorted(found, key=lambda each: (-len(np.unique(cases.person[each.keeps_out])), each.rule))


def relaxed(rule: str, cases: Cases, everybody: Everybody, offers: Offers) -> Relaxed:
    """The criterion of a rule relaxed by one step on every offer."""
    changed = offers.with_columns(STEPS[rule].relax(offers.columns))
    promised = _promised_by_a_step(rule, cases, everybody, offers, changed)
    return Relaxed(rule, promised, newly_reached(cases, cases_of(everybody, changed)))


def guaranteed(cases: Cases, everybody: Everybody, offers: Offers) -> Relaxed:
    """Every payer's no answered by a guarantee: the offers judged without the rules that ask whose person it is."""
    promised = np.zeros(len(cases.person), np.bool_)
    for first, parts, resting, asked in _gaps(cases, cases.is_gap, everybody, offers):
        free = (parts.near == Truth.MET) & (parts.truths[Part.PLACES] == Truth.MET) & ~resting
        free &= parts.truths[Part.CRITERIA] == Truth.MET
        promised[first] = ((asked == Truth.MET) & free).any(axis=1)
    again = cases_of(everybody, offers.without_rules(PAYER_RULES))
    return Relaxed(GUARANTEE, promised & cases.is_gap, newly_reached(cases, again))


def _promised_by_a_step(rule: str, cases: Cases, everybody: Everybody, offers: Offers, changed: Offers) -> Mask:
    """The cases that the rule alone keeps out of an option whose changed criterion the person meets."""
    number = RULE_IDS.index(rule)
    kept_out = np.zeros(len(cases.person), np.bool_)
    kept_out[cases.lone[cases.lone[:, 1] == number, 0]] = True
    promised = np.zeros(len(cases.person), np.bool_)
    for first, parts, resting, asked in _gaps(cases, kept_out, everybody, offers):
        person = everybody.people[cases.person[first[0]]]
        meets = RULES[number].truths(person, changed.columns, everybody.on) >= Truth.MET
        alone = lone_rules(parts, asked, resting) & (parts.alone == number)
        promised[first] = (alone & meets).any(axis=1)
    return np.asarray(promised & kept_out)


def _gaps(
    cases: Cases, chosen: Mask, everybody: Everybody, offers: Offers
) -> Iterator[tuple[NDArray[np.intp], Parts, Mask, Truths]]:
    """For each person with a chosen case: the places of their cases, the rules on all offers, what rests and what
    addresses each case (n_needs, n_offers)."""
    for number in np.unique(cases.person[chosen]):
        at = np.flatnonzero(cases.person == number)
        person = everybody.people[number]
        asked = offers.addressed[:, cases.barrier[at]].T
        yield at, offers.parts(person, everybody.on), everybody.resting[number], asked
