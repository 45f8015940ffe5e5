"""Every weighty need of everybody, with what became of it: one pass of all rules over all offers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.gaps import CONFIRMED_GAPS, GapReason
from matching.domain.vocabulary.needs import Barrier, NeedLevel
from matching.gaps.parts import RULE_IDS, Part, Parts
from matching.gaps.standing import KINDS, Needs, Stood, stand
from matching.snapshot.columns import position
from matching.use_cases.gaps.offers import Offers

NO_NEED = -1
"""The need of a file in which nobody has said whether there is any."""

SILENT = -2
"""In place of a rule's number: the option does not say which needs it addresses."""

WEIGHTY = (NeedLevel.HIGH, NeedLevel.BLOCKING)

_GAPS = [position(reason) for reason in CONFIRMED_GAPS]
_REACHED = [position(GapReason.REACHED), position(GapReason.NOT_KNOWN)]

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Everybody:
    """Who is counted, on one day. `resting` (n_people, n_offers); `known` by unit (n_offers,), where there is a log."""

    people: tuple[Profile, ...]
    on: date
    resting: Mask
    known: Mapping[str | None, Mask]


@dataclass(frozen=True)
class Cases:
    """(n_cases,) each: whose, position in Barrier or NO_NEED, position in GapReason, position in KINDS.

    `lone` are pairs (case, rule): the rule alone keeps that case from some option. `asked` pairs (case, rule): the rule
    is unknown on an option that may reach the case. Rules by their numbers.
    """

    person: NDArray[np.intp]
    barrier: NDArray[np.intp]
    reason: NDArray[np.int8]
    kind: NDArray[np.int8]
    lone: NDArray[np.intp]
    asked: NDArray[np.intp]
    excluded: NDArray[np.int64]
    """(n_rules,) pairs of case and option that each rule alone excludes."""

    @property
    def is_gap(self) -> Mask:
        """(n_cases,) no option is reachable, and that is certain."""
        return np.isin(self.reason, _GAPS)

    @property
    def is_reached(self) -> Mask:
        """(n_cases,) some option is reachable, whether the unit knows it or not."""
        return np.isin(self.reason, _REACHED)

    def columns(self) -> dict[str, list[str]]:
        """Need, kind and reason of each case as codes."""
        barriers, reasons = tuple(Barrier), tuple(GapReason)
        return {
            "need": ["unknown" if at == NO_NEED else barriers[at].value for at in self.barrier],
            "kind": [KINDS[at] for at in self.kind],
            "reason": [reasons[at].value for at in self.reason],
        }


def needs_of(profile: Profile) -> Needs:
    """The needs that weigh, each once; confirmed where one of its statements is."""
    weighty: dict[Barrier, bool] = {}
    for need in profile.needs or ():
        if need.level in WEIGHTY:
            weighty[need.barrier] = weighty.get(need.barrier, False) or need.confirmed
    return Needs(
        np.array([position(barrier) for barrier in weighty], np.intp), np.array(list(weighty.values()), np.bool_)
    )


def cases_of(everybody: Everybody, offers: Offers, step: Callable[[int, int], None] = lambda _done, _of: None) -> Cases:
    """Count everybody's needs against some offers; `step` hears how many people are done.

    A file whose needs are not known is one case, of no need, whose data are missing.
    """
    found = _Found(len(everybody.people))
    for number, person in enumerate(everybody.people):
        needs = needs_of(person)
        if person.needs is None:
            found.add_unknown(number)
        elif len(needs.barriers):
            parts = offers.parts(person, everybody.on)
            resting = everybody.resting[number]
            stood = stand(
                needs,
                parts,
                offers.addressed,
                resting=resting,
                placements=offers.placements,
                known=everybody.known.get(person.unit),
            )
            found.add(number, needs, stood)
            found.add_rules(parts, stood, offers.addressed[:, needs.barriers].T, resting)
        step(number + 1, len(everybody.people))
    return found.cases()


class _Found:
    """Cases as they are found, one person after the other."""

    def __init__(self, people: int) -> None:
        self._people = people
        self._of: list[tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int8], NDArray[np.int8]]] = []
        self._count = 0
        self._lone: list[tuple[int, int]] = []
        self._asked: list[tuple[int, int]] = []
        self._excluded: dict[int, int] = {}

    def add(self, person: int, needs: Needs, stood: Stood) -> None:
        whose = np.full(len(needs.barriers), person, np.intp)
        self._of.append((whose, needs.barriers, stood.reason, stood.kind))
        self._count += len(needs.barriers)

    def add_unknown(self, person: int) -> None:
        missing = np.array([position(GapReason.DATA_MISSING)], np.int8)
        self._of.append((np.array([person]), np.array([NO_NEED]), missing, np.zeros(1, np.int8)))
        self._count += 1

    def add_rules(self, parts: Parts, stood: Stood, asked: NDArray[np.int8], resting: Mask) -> None:
        """The rules that alone keep a certain gap from an option, and those that are open on what may be reached."""
        first = self._count - len(stood.reason)
        gaps, missing = np.isin(stood.reason, _GAPS), stood.reason == position(GapReason.DATA_MISSING)
        alone = lone_rules(parts, asked, resting)
        for need in np.flatnonzero(gaps):
            rules, pairs = np.unique(parts.alone[alone[need]], return_counts=True)
            for rule, count in zip(rules.tolist(), pairs.tolist(), strict=True):
                self._lone.append((first + int(need), rule))
                self._excluded[rule] = self._excluded.get(rule, 0) + count
        for need in np.flatnonzero(missing):
            maybe = stood.whole[need] == Truth.UNKNOWN
            self._asked += [(first + int(need), rule) for rule, rows in parts.open_rules if maybe[rows].any()]
            if (maybe & (asked[need] == Truth.UNKNOWN)).any():
                self._asked.append((first + int(need), SILENT))

    def cases(self) -> Cases:
        whose, barriers, reasons, kinds = (
            np.concatenate([np.zeros(0, dtype), *(each[at] for each in self._of)])
            for at, dtype in enumerate((np.intp, np.intp, np.int8, np.int8))
        )
        excluded = np.zeros(len(RULE_IDS), np.int64)
        excluded[list(self._excluded)] = list(self._excluded.values())
        return Cases(
            person=whose,
            barrier=barriers,
            reason=reasons.astype(np.int8),
            kind=kinds.astype(np.int8),
            lone=np.array(self._lone, np.intp).reshape(-1, 2),
            asked=np.array(self._asked, np.intp).reshape(-1, 2),
            excluded=excluded,
        )


def lone_rules(parts: Parts, asked: NDArray[np.int8], resting: Mask) -> Mask:
    """(n_needs, n_offers) where one rule of payer or criteria is not met and all else surely is."""
    only = (parts.against == 1) & ~resting & (parts.near == Truth.MET)
    only &= parts.truths[Part.PLACES] == Truth.MET
    open_on = np.zeros(len(only), np.bool_)
    for _, rows in parts.open_rules:
        open_on[rows] = True
    return np.asarray((asked == Truth.MET) & (only & ~open_on))


def newly_reached(before: Cases, after: Cases) -> Mask:
    """(n_cases,) certain gaps before that are reached after; both over the same people and needs."""
    return np.asarray(before.is_gap & after.is_reached)
