"""What retraining is worth in the simulated canton, on people whom nobody learned from, and what its gate lets pass.

    python tests/benchmarks/retraining.py run FILE --seeds 1 20 --at 5000 10000 15000 [options]
    python tests/benchmarks/retraining.py table FILE

Per seed a canton of its own. At each of the numbers of decisions a ranker is learned from all that is known by then and
appraised; `kept` is what a person may have in service afterwards: the learned one where its gate passed, else the one
before. `--serving kept` ranks the next cycle with it, `baseline` never changes, `learned` promotes without asking. What
each ranking is worth is known from the truth, in points per person within the places there are, on a fresh intake. Rows
are added to FILE, and a seed that is in it is not run again.

    --wait DAYS       between the last decision and the training (480: all outcomes at twelve months are in)
    --people N        instead of the scenario's
    --explore         near-equals are drawn by lot; what that costs is measured
    --without-gate    no appraisal, for the value of what is learned alone (a third of the time)
"""

import argparse
import json
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from matching.domain.vocabulary.process import Evidence
from matching.ranking.model import Model
from matching.ranking.rank import KINDS
from matching.ranking.registry import open_baseline
from matching_training.evaluate.fairness.groups import Protected
from matching_training.evaluate.fairness.of_appraisal import fairness_of
from matching_training.evaluate.order.appraisal import appraise
from matching_training.fit.labels import Windows
from matching_training.fit.ranker import Report, fit_ranker
from matching_training.log.tables import Log
from matching_training.release.gate import gate
from matching_training.simulate.exploring import exploring
from matching_training.simulate.intakes import joined, later, protected_of
from matching_training.simulate.run import State, run
from matching_training.simulate.scenario import Exploring, Scenario, open_scenario
from matching_training.simulate.value import Worth, oracle_scores, popularity_scores
from matching_training.simulate.world import World, begin_of, build_world

Values = NDArray[np.float64]

FRESH = 900
"""Number of the intake that nobody learns from."""


@dataclass
class Offices:
    """The offices of one canton, intake after intake of people."""

    scenario: Scenario
    seed: int
    cache: Path
    states: list[State] = field(default_factory=list)

    def decide(self, model: Model, until: int) -> None:
        """Serve with a model until so many options are decided on in all."""
        while (made := sum(state.decided for state in self.states)) < until:
            if not self.states or self.states[-1].decided >= self.scenario.per_intake:
                self._next(model, until - made)
                continue
            state, before = self.states[-1], self.states[-1].decided
            wanted = min(self.scenario.per_intake - before, until - made)
            run(state.canton.world, model, decisions=wanted, after=state)
            if state.decided == before:
                self._next(model, until - made)

    def _next(self, model: Model, wanted: int) -> None:
        world = build_world(self.scenario, seed=self.seed, intake=len(self.states), cache=self.cache)
        self.states.append(run(world, model, decisions=min(wanted, self.scenario.per_intake)).state)

    def log(self, wait: int) -> Log:
        """What is known so many days after the last decision."""
        logs = []
        shift = [later_by(intake) for intake in range(len(self.states))]
        now = begin_of(self.scenario) + shift[-1] + timedelta(days=self.states[-1].day + wait)
        for intake, state in enumerate(self.states):
            logs.append(later(state.log(until=pd.Timestamp(now - shift[intake])), intake))
        return joined(logs)

    def protected(self) -> Protected:
        """The protected attributes of everybody seen."""
        return Protected(pd.concat([protected_of(state.canton.world) for state in self.states]))


def later_by(intake: int) -> timedelta:
    """How much later an intake begins than the first."""
    from matching_training.simulate.course import HORIZON_DAYS

    return timedelta(days=intake * (HORIZON_DAYS // 2))


def one(seed: int, asked: argparse.Namespace, scenario: Scenario) -> list[dict[str, Any]]:
    """The rows of one seed."""
    base = open_baseline()
    fresh = build_world(scenario, seed=seed, intake=FRESH, cache=asked.worlds)
    worth = Worth.of(fresh)
    oracle = in_hand_set_points(oracle_scores(fresh), fresh.scores(base))
    rankings = {"baseline": fresh.scores(base), "oracle": oracle}
    values = {name: worth.value(scores) for name, scores in rankings.items()} | {"bound": worth.bound()}
    offices, kept, serving, rows = Offices(scenario, seed, asked.worlds), base, base, []
    for cycle, decisions in enumerate(asked.at, start=1):
        offices.decide(serving, decisions)
        log = offices.log(asked.wait)
        told: dict[str, Any] = {"base": base, "evidence": Evidence.SIMULATED, "windows": Windows()}
        fitted = fit_ranker(log, version=f"learned-{cycle}", seed=seed, **told)
        refused = None
        if not asked.without_gate:
            appraisal = appraise(log, champion=kept, seed=seed, **told)
            judged = fairness_of(log, appraisal, offices.protected(), seed).gate
            asked_of = gate(fitted.report, appraisal, judged, scenario.min_gain)
            refused = [each.name for each in asked_of.conditions if not each.passed]
            kept = fitted.model if not refused else kept
        serving = {"baseline": base, "kept": kept, "learned": fitted.model}[asked.serving]
        found = {
            "seed": seed,
            "cycle": cycle,
            "decisions": log.decisions,
            **values,
            "popularity": worth.value(popularity_scores(fresh, log.shown)),
            "learned": worth.value(scores_of(fresh, fitted.model)),
            "kept": worth.value(scores_of(fresh, kept)),
            "refused": refused,
            "lists": {
                name: lists_of(worth, scores)
                for name, scores in (rankings | {"learned": scores_of(fresh, fitted.model)}).items()
            },
            **parts_of(fitted.report),
        }
        if scenario.exploration is not None:
            lot = exploring(scenario.exploration)
            found["explored"] = float(np.mean([worth.value(scores_of(fresh, serving), lot, seed=n) for n in range(4)]))
            found["unexplored"] = worth.value(scores_of(fresh, serving))
        rows.append(found)
        sys.stderr.write(f"{found}\n")
    return rows


def scores_of(world: World, model: Model) -> Values:
    """(P, O) scores in hand-set points, in which the least gain and the lot are stated."""
    return world.scores(model) / model.scale


def in_hand_set_points(scores: Values, base: Values) -> Values:
    """(P, O) the same order, as large on average as the hand-set scores where those speak for an option."""
    at = base > 0
    return scores * float(base[at].mean() / scores[at].mean())


def lists_of(worth: Worth, scores: Values) -> dict[str, float]:
    """The parts of the three kinds of what is shown, and how much that is per person."""
    shown = [worth.slate(scores, person) for person in range(worth.world.shape[0])]
    kinds = worth.world.kinds[np.concatenate(shown)]
    parts = np.bincount(kinds, minlength=len(KINDS)) / max(1, len(kinds))
    return dict(zip((kind.value for kind in KINDS), parts.tolist(), strict=True)) | {"shown": len(kinds) / len(shown)}


def parts_of(report: Report) -> dict[str, Any]:
    """What was learned, and how far behind the yardstick."""
    chosen = {f"{part.kind}.{part.name}": part.chosen for part in report.parts}
    ahead = {
        f"{part.kind}.{part.name}": part.auc["learned"] - part.auc["yardstick"]
        for part in report.parts
        if part.chosen == "learned"
    }
    return {"parts": chosen | {"measure.effect": report.effect.chosen}, "ahead": ahead}


def told_of(values: "pd.Series[float]", form: str = ".2f") -> str:
    """Mean over seeds with a 95 % interval of Student's, where there are several."""
    from scipy.special import stdtrit

    mean, n = values.mean(), len(values)
    if n < 2:
        return format(mean, form)
    half = stdtrit(n - 1, 0.975) * values.std() / np.sqrt(n)
    return f"{format(mean, form)} [{format(mean - half, form)}; {format(mean + half, form)}]"


def table(file: Path) -> None:
    """Print one row per cycle, over all seeds."""
    rows = pd.DataFrame([json.loads(line) for line in file.read_text().splitlines()])
    names = ["baseline", "popularity", "learned", "kept", "oracle"]
    print(f"{rows['seed'].nunique()} seeds; bound {told_of(rows.groupby('seed')['bound'].first())}")  # noqa: T201
    heads = ["decisions", *names, "learned / baseline", "learned / oracle", "learned < baseline", "gate passed"]
    heads += ["kept / baseline", "kept < baseline"] + (["cost of exploring"] if "explored" in rows else [])
    print("| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))  # noqa: T201
    for _, of_cycle in rows.groupby("cycle"):
        cells = [f"{of_cycle['decisions'].median():.0f}", *(told_of(of_cycle[name]) for name in names)]
        cells += [told_of(of_cycle["learned"] / of_cycle["baseline"] - 1, "+.1%")]
        cells += [told_of(of_cycle["learned"] / of_cycle["oracle"], ".1%")]
        cells += [f"{(of_cycle['learned'] < of_cycle['baseline']).sum()} of {len(of_cycle)}"]
        cells += [f"{of_cycle['refused'].map(lambda why: why == []).sum()} of {len(of_cycle)}"]
        cells += [told_of(of_cycle["kept"] / of_cycle["baseline"] - 1, "+.1%")]
        cells += [f"{(of_cycle['kept'] < of_cycle['baseline']).sum()} of {len(of_cycle)}"]
        if "explored" in rows:
            cells += [told_of(1 - of_cycle["explored"] / of_cycle["unexplored"], ".2%")]
        print("| " + " | ".join(cells) + " |")  # noqa: T201
    for name in rows["lists"].iat[0]:
        lists = pd.DataFrame(rows["lists"].map(lambda all_of_them, name=name: all_of_them[name]).tolist())
        print(f"\nlists of {name}: " + "; ".join(f"{part} {told_of(lists[part])}" for part in lists), end="")  # noqa: T201
    ahead = pd.DataFrame(rows["ahead"].tolist())
    print("\nlearned minus yardstick, AUC: " + "; ".join(f"{n} {told_of(ahead[n].dropna(), '+.3f')}" for n in ahead))  # noqa: T201
    refused = rows["refused"].dropna().explode().value_counts()
    print("refused by: " + ", ".join(f"{name} {count}" for name, count in refused.items()))  # noqa: T201


def main() -> None:
    """Run seeds, or print what is in the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("run", "table"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--seeds", type=int, nargs=2, default=(1, 20))
    parser.add_argument("--at", type=int, nargs="+", default=(5_000, 10_000, 15_000))
    parser.add_argument("--serving", choices=("baseline", "kept", "learned"), default="kept")
    parser.add_argument("--scenario", default="standard")
    parser.add_argument("--people", type=int)
    parser.add_argument("--wait", type=int, default=480)
    parser.add_argument("--explore", action="store_true")
    parser.add_argument("--without-gate", action="store_true")
    parser.add_argument("--worlds", type=Path, default=Path("worlds"))
    asked = parser.parse_args()
    if asked.verb == "table":
        table(asked.file)
        return
    scenario = open_scenario(asked.scenario)
    if asked.people:
        share = asked.people / scenario.people.count
        people = scenario.people.model_copy(update={"count": asked.people})
        scenario = scenario.model_copy(update={"people": people, "per_intake": round(scenario.per_intake * share)})
    if asked.explore:
        scenario = scenario.model_copy(update={"exploration": Exploring()})
    first, last = asked.seeds
    known = {json.loads(line)["seed"] for line in asked.file.read_text().splitlines()} if asked.file.exists() else set()
    for seed in range(first, last + 1):
        if seed not in known:
            rows = one(seed, asked, scenario)
            with asked.file.open("a") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)


if __name__ == "__main__":
    main()
