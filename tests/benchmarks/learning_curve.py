"""What a ranker learned from so many decisions is worth on people it never saw, and whether its gate lets it pass.

    python tests/benchmarks/learning_curve.py SEEDS SIZE [SIZE ...] [--scenario NAME] [--worlds FOLDER]

Per seed a canton of its own: the shipped baseline ranks until so many options are decided on, a ranker is learned from
the log and appraised, and the truth says what each is worth to a fresh intake of people, in points per person within
the places there are. `kept` is what ranks after the gate: the learned ranker where it passed, else the baseline.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from matching.domain.vocabulary.process import Evidence
from matching.ranking.registry import open_baseline
from matching_training.evaluate.appraisal import appraise
from matching_training.evaluate.fairness.groups import Protected
from matching_training.fit.labels import Windows
from matching_training.fit.ranker import fit_ranker
from matching_training.log.files import load_tables
from matching_training.release.gate import gate
from matching_training.release.training import fairness_of
from matching_training.simulate.intakes import PROTECTED, simulate
from matching_training.simulate.scenario import Scenario, open_scenario
from matching_training.simulate.value import Worth, oracle_scores, popularity_scores
from matching_training.simulate.world import build_world

FRESH = 900
"""Number of the intake that nobody learns from."""


def one(scenario: Scenario, seed: int, size: int, worlds: Path) -> dict[str, float]:
    """The figures of one seed and size."""
    base = open_baseline()
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "run"
        log = simulate(scenario, base, folder, seed=seed, decisions=size, cache=worlds)
        protected = Protected(load_tables(folder / PROTECTED)[0]["protected"])
    told: dict[str, Any] = {"base": base, "evidence": Evidence.SIMULATED, "windows": Windows()}
    fitted = fit_ranker(log, version="learned", seed=seed, **told)
    appraisal = appraise(log, champion=base, seed=seed, **told)
    passed = gate(fitted.report, appraisal, fairness_of(log, appraisal, protected, seed).gate)
    fresh = build_world(scenario, seed=seed, intake=FRESH, cache=worlds)
    worth = Worth.of(fresh)
    values = {
        "baseline": worth.value(fresh.scores(base)),
        "learned": worth.value(fresh.scores(fitted.model)),
        "oracle": worth.value(oracle_scores(fresh)),
        "popularity": worth.value(popularity_scores(fresh, log.shown)),
    }
    refused = [each.name for each in passed.conditions if each.passed is not True]
    sys.stderr.write(f"seed {seed}, {size}: {values}, refused by {refused}\n")
    return values | {"passed": float(passed.passed), "kept": values["learned" if passed.passed else "baseline"]}


def told_of(found: list[dict[str, float]], name: str) -> str:
    """Mean over seeds, and a 95 % interval of Student's where there are several."""
    values = np.array([each[name] for each in found])
    if len(values) < 2:
        return f"{values.mean():.2f}"
    from scipy.special import stdtrit

    half = stdtrit(len(values) - 1, 0.975) * values.std(ddof=1) / np.sqrt(len(values))
    return f"{values.mean():.2f} [{values.mean() - half:.2f}; {values.mean() + half:.2f}]"


def main() -> None:
    """Run all, and print one row per size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("seeds", type=int)
    asked.add_argument("sizes", type=int, nargs="+")
    asked.add_argument("--scenario", default="standard")
    asked.add_argument("--worlds", type=Path, default=Path("worlds"))
    given = asked.parse_args()
    scenario = open_scenario(given.scenario)
    names = ("baseline", "learned", "kept", "oracle", "popularity")
    print("| decisions | " + " | ".join(names) + " | learned - baseline | share of the oracle's gain | gate passed |")  # noqa: T201
    print("|---|" + "---|" * (len(names) + 3))  # noqa: T201
    for size in given.sizes:
        found = [one(scenario, seed, size, given.worlds) for seed in range(1, given.seeds + 1)]
        for each in found:
            each["more"] = each["learned"] - each["baseline"]
        gain = sum(each["more"] for each in found) / sum(each["oracle"] - each["baseline"] for each in found)
        told = [told_of(found, name) for name in (*names, "more")]
        passed = int(sum(each["passed"] for each in found))
        print(f"| {size} | " + " | ".join(told) + f" | {gain:.0%} | {passed} of {len(found)} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
