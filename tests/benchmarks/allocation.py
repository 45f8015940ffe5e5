"""Prices of scarce places: how long the programme of a night takes, and what its prices do in a simulated canton.

    python tests/benchmarks/allocation.py scale --people 50000 --candidates 20
    python tests/benchmarks/allocation.py canton 1 2 3 [--cache FOLDER]

`scale`: invented arrays; seconds and memory of the programme alone. `canton`: seeds of `matching_training.simulate`,
its standard scenario, the shipped baseline, places as the simulation has them for three months. Exposure is per place
and read-weighted, 1 / log2(1 + rank) on slates of ten; `gini` is over the options that more people have among their
first ones than they have places, `gini_all` over all. `gain`: the scores, without prices, of what is shown,
read-weighted; `value`: the true points per person within the places there are, `simulate/value.py`.
"""

import argparse
import resource
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matching.allocation.outlook import Outlook, outlook, quarters
from matching.allocation.prices import keep_last, prices_of
from matching.allocation.programme import Programme
from matching.allocation.solve import solve
from matching.allocation.wishes import Wishes

Values = NDArray[np.float64]

_STRENGTHS = (0.25, 0.5, 0.75, 1.0)
_PER_PERSON = (1, 3, 5)
_PER_PLACE = (1.0, 3.0, 6.0)


def main() -> None:
    """Measure one of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    scale_ = kinds.add_parser("scale")
    scale_.add_argument("--people", type=int, default=50_000)
    scale_.add_argument("--candidates", type=int, default=20)
    scale_.add_argument("--options", type=int, default=2_000)
    canton_ = kinds.add_parser("canton")
    canton_.add_argument("seeds", type=int, nargs="+")
    canton_.add_argument("--cache", type=Path)
    chosen = parser.parse_args()
    if chosen.kind == "scale":
        scale(chosen.people, chosen.candidates, chosen.options)
    else:
        canton(chosen.seeds, chosen.cache)


def scale(people: int, candidates: int, options: int) -> None:
    """One programme of invented people, all of whose candidates are contested."""
    programme = invented(people, candidates, options)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, processor = time.perf_counter(), time.process_time()
    found = solve(programme)
    seconds, spent = time.perf_counter() - begun, time.process_time() - processor
    over = np.max(programme.wishes.per_option(found.shares) - programme.places)
    told = {
        "pairs": len(programme.wishes.options),
        "seconds": round(seconds, 1),
        "of processor": round(spent, 1),
        "MB at most": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "MB before": round(before / 1024),
        "rounds": found.rounds,
        "columns": found.columns,
        "options with a price": int((found.toll > 0).sum()),
        "over capacity": float(max(0.0, over)),
        "gap": found.gap,
    }
    print(told, flush=True)  # noqa: T201


def invented(people: int, candidates: int, options: int, seed: int = 0) -> Programme:
    """Some options are sought by many, some are better than others, and there are fewer places than proposals."""
    rng = np.random.default_rng(seed)
    sought = rng.random(options) ** 2 + 0.05
    chosen = np.array([rng.choice(options, candidates, replace=False, p=sought / sought.sum()) for _ in range(people)])
    chosen.sort(axis=1)
    quality = rng.normal(size=options)
    noise = rng.normal(size=(people, 1)) * 0.7 + rng.normal(size=chosen.shape) * 1.2
    gains = np.maximum(0.5, 3 + quality[chosen] + noise)
    wishes = Wishes(
        starts=np.arange(people + 1, dtype=np.int64) * candidates,
        options=chosen.ravel().astype(np.int64),
        gains=gains.ravel(),
        n_options=options,
    )
    demand = np.bincount(wishes.options, minlength=options) * 3 / candidates
    places = np.floor(rng.uniform(0.1, 0.6, options) * demand) + 1
    return Programme.of(wishes, places, per_person=3)


@dataclass(frozen=True)
class Figures:
    """Of one way of ranking, or of its difference to no prices."""

    gini: float
    gini_all: float
    gain: float
    value: float
    no_place: Values
    nothing: Values


def canton(seeds: list[int], cache: Path | None) -> None:
    """The curve over strength of the prices, proposals per person and proposals per place; means over seeds."""
    kept: dict[tuple[object, ...], list[tuple[Figures, Figures]]] = {}
    for seed in seeds:
        for setting, pair in _of_seed(seed, cache):
            kept.setdefault(setting, []).append(pair)
    for setting, pairs in kept.items():
        print(setting, _in_words(pairs), flush=True)  # noqa: T201


def _in_words(pairs: list[tuple[Figures, Figures]]) -> str:
    def change(name: str) -> str:
        parts = [100 * (getattr(after, name) / getattr(before, name) - 1) for before, after in pairs]
        spread = 1.96 * float(np.std(parts, ddof=1)) / len(parts) ** 0.5 if len(parts) > 1 else float("nan")
        return f"{name} {np.mean([getattr(b, name) for b, _ in pairs]):.3f} {np.mean(parts):+.1f} % (±{spread:.1f})"

    def groups(name: str) -> str:
        before, after = (np.mean([getattr(each, name) for each in side], axis=0) for side in zip(*pairs, strict=True))
        told = [f"{100 * b:.1f}>{100 * a:.1f}" for b, a in zip(before, after, strict=True)]
        return f"{name} all,q1-4 {' '.join(told)}"

    return "; ".join([*map(change, ("gini", "gini_all", "gain", "value")), groups("no_place"), groups("nothing")])


def _of_seed(seed: int, cache: Path | None) -> list[tuple[tuple[object, ...], tuple[Figures, Figures]]]:
    from matching.ranking.registry import open_baseline
    from matching_training.simulate.scenario import open_scenario
    from matching_training.simulate.value import Worth
    from matching_training.simulate.world import build_world

    scenario, model = open_scenario("standard"), open_baseline()
    world = build_world(scenario, seed=seed, cache=cache)
    scores, worth = world.scores(model), Worth.of(world)
    needs = _needs_of(world)
    chances = world.own_chance(model)
    least = scenario.min_gain
    told = []
    for per_person in _PER_PERSON:
        for per_place in _PER_PLACE:
            places = np.floor(worth.places * per_place)
            open_ = (scores >= least) & (places > 0)
            person, option = np.nonzero(open_)
            starts = np.concatenate([[0], np.cumsum(open_.sum(axis=1))]).astype(np.int64)
            wishes = Wishes(starts, option.astype(np.int64), scores[person, option], scores.shape[1])
            programme = Programme.of(wishes, places, per_person=per_person)
            prices = prices_of(programme, solve(programme).toll, np.ones(len(scores)), least)
            look = outlook(wishes, wishes.gains, least, places, per_person)
            contested = look.wanted > places
            before = _figures(worth, scores, scores, contested, look, chances)
            for strength in _STRENGTHS:
                off = np.array(
                    [keep_last(scores[each], strength * prices, needs[each], least) for each in range(len(scores))]
                )
                after = scores - off
                look_after = outlook(wishes, after[person, option], least, places, per_person)
                figures = _figures(worth, scores, after, contested, look_after, chances)
                setting = ("per person", per_person, "per place", per_place, "strength", strength)
                told.append((setting, (before, figures)))
    return told


def _needs_of(world: "World") -> list[list[NDArray[np.bool_]]]:  # type: ignore[name-defined]  # noqa: F821
    from matching.use_cases.allocation.weights import weighty_needs

    addressed = [set(option.criteria.needs) for option in world.options]
    return [
        [
            np.array([need.barrier in each for each in addressed]) & world.eligible[number] & ~world.unlinked[number]
            for need in weighty_needs(person)
        ]
        for number, person in enumerate(world.people.profiles)
    ]


def _figures(
    worth: "Worth",  # type: ignore[name-defined]  # noqa: F821
    scores: Values,
    priced: Values,
    contested: NDArray[np.bool_],
    look: Outlook,
    chances: Values,
) -> Figures:
    exposure, gain = np.zeros(scores.shape[1]), 0.0
    for person in range(len(scores)):
        slate = worth.slate(priced, person)
        read = 1 / np.log2(2 + np.arange(len(slate)))
        exposure[slate] += read
        gain += float(read @ scores[person, slate])
    per_place = exposure / np.maximum(1, np.where(np.isfinite(worth.places), worth.places, 1))
    quarter = quarters(chances)
    groups = [np.ones(len(chances), dtype=np.bool_), *[quarter == each for each in (1, 2, 3, 4)]]
    return Figures(
        gini=gini(per_place[contested]),
        gini_all=gini(per_place[worth.places > 0]),
        gain=gain,
        value=worth.value(priced),
        no_place=np.array([look.no_place[group].mean() for group in groups]),
        nothing=np.array([look.nothing_shown[group].mean() for group in groups]),
    )


def gini(values: Values) -> float:
    """0 where all have as much, near 1 where one has all."""
    if not len(values) or values.sum() == 0:
        return 0.0
    n = len(values)
    return float((2 * np.arange(1, n + 1) - n - 1) @ np.sort(values) / (n * values.sum()))


if __name__ == "__main__":
    main()
