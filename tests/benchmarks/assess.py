"""How long all rules over 100,000 options take for one person.

    python tests/benchmarks/assess.py [options] [people]

Prints one JSON object: milliseconds per person, median and 95th percentile, with and without answers of payers, and
the rules that cost most. On a shared machine the processor's time (`cpu`) says more than the clock's (`wall`).
"""

import json
import sys
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from synthetic import make_options, make_people

from matching.domain.answer import RuleAnswer
from matching.domain.profile import Profile
from matching.eligibility.assess import Engine
from matching.eligibility.rules import RULES
from matching.snapshot.columns import compile_criteria

ON = date(2026, 11, 18)
ANSWERED = ("laci_60_placement", "laci_15_placement", "lai_14a_reinsertion", "payer")


def main() -> None:
    """Compile the synthetic catalogue once, assess everybody, print the times."""
    options, people = (
        (int(sys.argv[1]) if len(sys.argv) > 1 else 100_000),
        int(sys.argv[2]) if len(sys.argv) > 2 else 300,
    )
    measures, placements = options // 125, options // 500
    columns = compile_criteria(make_options(options - measures - placements, measures, placements))
    engine = Engine(columns)
    persons = make_people(people)
    told = [person.model_copy(update={"answers": answers()}) for person in persons]
    for person in persons[:20]:
        engine.assess(person, ON)
    print(  # noqa: T201
        json.dumps(
            {
                "options": len(columns),
                "people": people,
                "rules": len(RULES),
                "statutory": sum(rule.law is not None for rule in RULES),
                "ms": quantiles(engine, persons),
                "ms_with_answers": quantiles(engine, told),
                "costliest_ms": costliest(engine, persons[0]),
            },
            indent=1,
        )
    )


def answers() -> tuple[RuleAnswer, ...]:
    """What payers have answered about a person."""
    return tuple(
        RuleAnswer.model_validate(
            {"rule": rule, "holds": True, "institution": "orp", "author": "responsable", "stated_on": "2026-11-02"}
        )
        for rule in ANSWERED
    )


def quantiles(engine: Engine, persons: list[Profile]) -> dict[str, dict[str, float]]:
    """Median and 95th percentile of one assessment, by the clock and of the processor."""
    wall, cpu = [], []
    for person in persons:
        started, worked = perf_counter(), process_time()
        engine.assess(person, ON)
        wall.append((perf_counter() - started) * 1000)
        cpu.append((process_time() - worked) * 1000)
    return {
        name: {"p50": round(float(np.median(times)), 2), "p95": round(float(np.percentile(times, 95)), 2)}
        for name, times in (("wall", wall), ("cpu", cpu))
    }


def costliest(engine: Engine, person: Profile, shown: int = 6) -> dict[str, float]:
    """The rules whose tests take longest, mean of 20."""
    times: dict[str, float] = {}
    for _ in range(20):
        started = perf_counter()
        for rule, _rows, _truths in engine.truths(person, ON):
            done = perf_counter()
            times[rule.id] = times.get(rule.id, 0.0) + (done - started) * 1000 / 20
            started = perf_counter()
    slowest = sorted(times.items(), key=lambda item: -item[1])
    return {rule: round(ms, 2) for rule, ms in slowest[:shown]}


if __name__ == "__main__":
    main()
