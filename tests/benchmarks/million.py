"""The service against plain Python, case by case: (person, option, viewer, moment), drawn with a fixed seed.

    python tests/benchmarks/million.py            1,000,000 cases
    python tests/benchmarks/million.py 20000      as many as named, in catalogues of 20,000 cases

Two questions per case: may the viewer see the option for that person at that moment, and what does each rule say of it
on that day. Prints one JSON object; exit code 1 when a restricted posting is visible without right, or on any other
disagreement.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from draws import ZURICH, Draw, draw_catalogue, draw_person, draw_viewer
from oracles import RULES_BY_HAND, columns_of, is_restricted, sees
from tests.unit.visibility.visibility_by_hand import Listed, draw_list, has_right

from matching.domain.opportunity import AnyOpportunity
from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.eligibility.assess import Engine
from matching.eligibility.rules import RULES
from matching.snapshot.publication import PublicationColumns
from matching.visibility.options import may_see

SEED = 121
OPTIONS, PEOPLE = 100, 200
"""Of one catalogue: each person has one viewer and one moment, and meets every option."""
DAYS = (date(2026, 11, 23), date(2026, 4, 2), date(2026, 12, 23), date(2027, 2, 28), date(2028, 2, 29))
"""Days around which facts, demands and moments lie: one per catalogue, ends of months and a leap day among them."""
ANSWERS = (Truth.MET, Truth.NOT_MET, Truth.UNKNOWN)
_CODES = {True: int(Truth.MET), False: int(Truth.NOT_MET), None: int(Truth.UNKNOWN)}


@dataclass
class Found:
    """Counts of cases, of verdicts by rule and truth, and of disagreements by rule."""

    cases: int = 0
    restricted: int = 0
    seen_with_right: int = 0
    seen_without_right: int = 0
    mask_disagreements: int = 0
    verdicts: Counter[tuple[str, Truth]] = field(default_factory=Counter)
    disagreements: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Found") -> None:
        """Add the counts of other cases."""
        for name, count in vars(other).items():
            setattr(self, name, getattr(self, name) + count)

    @property
    def good(self) -> bool:
        """Whether nothing disagrees."""
        return not (self.seen_without_right or self.mask_disagreements or self.disagreements)


def main() -> None:
    """Try as many cases as named on all cores, print what was found."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    started = perf_counter()
    found = Found()
    # Spawned: a forked child would inherit the threads of numpy's libraries.
    with ProcessPoolExecutor(cpu_count(), mp_context=get_context("spawn")) as pool:
        for part in pool.map(one_catalogue, range(-(-wanted // (OPTIONS * PEOPLE)))):
            found.add(part)
    print(json.dumps(report(found, perf_counter() - started), indent=1, ensure_ascii=False))  # noqa: T201
    sys.exit(not found.good)


def report(found: Found, seconds: float) -> dict[str, Any]:
    """What is printed."""
    return {
        "seed": SEED,
        "cases": found.cases,
        "restricted_cases": found.restricted,
        "restricted_seen_with_right": found.seen_with_right,
        "restricted_seen_without_right": found.seen_without_right,
        "mask_disagreements": found.mask_disagreements,
        "rules": len(RULES),
        "rules_never_tried": never_tried(found),
        "verdicts": {
            truth.name.lower(): sum(count for (_, said), count in found.verdicts.items() if said is truth)
            for truth in ANSWERS
        },
        "disagreements": found.disagreements.total(),
        "disagreements_by_rule": dict(sorted(found.disagreements.items())),
        "seconds": round(seconds, 1),
    }


def never_tried(found: Found) -> list[str]:
    """Rules that concerned no option at all: a case that would try them is not drawn."""
    return sorted(rule.id for rule in RULES if not any(found.verdicts[rule.id, truth] for truth in ANSWERS))


def one_catalogue(number: int) -> Found:
    """The cases of the catalogue of that number: the same ones whoever draws them, and whatever else is drawn."""
    chance = Random(f"{SEED}:{number}")
    around = DAYS[number % len(DAYS)]
    options = draw_catalogue(chance, around, OPTIONS)
    listed = draw_list(chance)
    criteria, publication = columns_of(options, listed)
    engine = Engine(criteria)
    found = Found()
    for _ in range(PEOPLE):
        at = Draw(chance, around).moment(around + timedelta(days=chance.choice((0, 0, 0, 1, -1))))
        viewer, person = draw_viewer(chance, at), draw_person(chance, around)
        found.cases += len(options)
        _try_mask(found, viewer, person, options, publication, listed, at)
        _try_rules(found, engine, person, options, at.astimezone(ZURICH).date())
    return found


def _try_mask(
    found: Found,
    viewer: Viewer,
    person: Profile,
    options: list[AnyOpportunity],
    publication: PublicationColumns,
    listed: Listed,
    at: datetime,
) -> None:
    mask = may_see(viewer, person, publication, at).tolist()
    right = has_right(viewer, person, at)
    for option, seen in zip(options, mask, strict=True):
        restricted = is_restricted(option, listed, at)
        found.restricted += restricted
        found.seen_with_right += restricted and seen and right
        found.seen_without_right += restricted and seen and not right
        found.mask_disagreements += seen != sees(viewer, person, option, listed, at)


def _try_rules(found: Found, engine: Engine, person: Profile, options: list[AnyOpportunity], on: date) -> None:
    by_rules = {rule.id: _laid(rows, truths, len(options)) for rule, rows, truths in engine.truths(person, on)}
    by_hand: dict[str, list[int]] = {}
    for row, option in enumerate(options):
        for rule, reading in _readings(person, option, on):
            by_hand.setdefault(rule, [int(Truth.SILENT)] * len(options))[row] = _CODES[reading]
    silent = [int(Truth.SILENT)] * len(options)
    for rule in by_rules.keys() | by_hand.keys():
        said, read = by_rules.get(rule, silent), by_hand.get(rule, silent)
        found.verdicts.update({(rule, truth): read.count(truth) for truth in ANSWERS})
        if said != read:
            found.disagreements[rule] += sum(one != other for one, other in zip(said, read, strict=True))


def _laid(rows: Any, truths: Any, count: int) -> list[int]:
    laid = np.full(count, Truth.SILENT, np.int8)
    laid[rows] = truths
    listed: list[int] = laid.tolist()
    return listed


def _readings(person: Profile, option: AnyOpportunity, on: date) -> Iterator[tuple[str, bool | None]]:
    for _, read in RULES_BY_HAND:
        yield from read(person, option, on).items()


if __name__ == "__main__":
    main()
