"""Prices of scarce places: how long the programme of a night takes, and what its prices do in a simulated canton.

    python tests/benchmarks/allocation.py scale --people 50000 --candidates 20 [--sessions 3]
    python tests/benchmarks/allocation.py canton 2 3 4 --settings 10,15,0.5 5,12,1 [--cache FOLDER]

`scale`: invented arrays; seconds and memory of the programme alone; with several sessions the places of each option are
spread over so many starts eight weeks apart, at the house figure for waiting. `canton`: seeds of
`matching_training.simulate`, its standard scenario, the shipped baseline, places as the simulation has them for three
months; a setting is proposals per person, proposals per place and the share of a price that is taken off. Exposure is
read-weighted, 1/log2(1 + rank) on slates of ten; its Gini is over the contested options (more people have one among
their first three than it has places): `per_place` of exposure per place, `raw` of exposure itself, `all` per place over
all options. `gain`: the scores, without prices, of what is shown, read-weighted; `value`: true points per person within
the places there are, `followed`: the same where the best of every slate is accepted (`simulate/value.py`). Groups: all,
then quarters of own chance: per cent of people without any proposal, and chance that none of their first options has a
place.
"""

import argparse
import resource
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.allocation.outlook import outlook, quarters
from matching.allocation.policy import PricePolicy
from matching.allocation.prices import keep_last, prices_of
from matching.allocation.programme import Programme
from matching.allocation.sessions import LaterSessions
from matching.allocation.solve import solve
from matching.allocation.wishes import Wishes

Values = NDArray[np.float64]

_SLATE_FIRSTS = 3
_DEFAULT = ("10,15,0.5",)


def main() -> None:
    """Measure one of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    scale_ = kinds.add_parser("scale")
    scale_.add_argument("--people", type=int, default=50_000)
    scale_.add_argument("--candidates", type=int, default=20)
    scale_.add_argument("--options", type=int, default=2_000)
    scale_.add_argument("--sessions", type=int, default=1)
    canton_ = kinds.add_parser("canton")
    canton_.add_argument("seeds", type=int, nargs="+")
    canton_.add_argument("--settings", nargs="+", default=_DEFAULT)
    canton_.add_argument("--cache", type=Path)
    chosen = parser.parse_args()
    if chosen.kind == "scale":
        scale(chosen.people, chosen.candidates, chosen.options, chosen.sessions)
    else:
        canton(chosen.seeds, chosen.settings, chosen.cache)


def scale(people: int, candidates: int, options: int, sessions: int) -> None:
    """One programme of invented people, all of whose candidates are contested."""
    programme = by_session(invented(people, candidates, options), sessions)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, processor = time.perf_counter(), time.process_time()
    found = solve(programme)
    seconds, spent = time.perf_counter() - begun, time.process_time() - processor
    over = np.max(programme.wishes.per_option(found.shares) - programme.all_places)
    taken = programme.taken(found.shares)
    told = {
        "pairs": len(programme.wishes.options),
        "seconds": round(seconds, 1),
        "of processor": round(spent, 1),
        "MB at most": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "MB before": round(before / 1024),
        "rounds": found.rounds,
        "columns": found.columns,
        "later sessions with anybody": int((taken > 1e-6).sum()),
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


def by_session(programme: Programme, sessions: int) -> Programme:
    """The same places, spread over so many starts; the first ones have what is left over."""
    number = np.arange(1, sessions)
    each = np.floor(programme.places / sessions)
    options = np.arange(programme.wishes.n_options, dtype=np.int64)
    later = LaterSessions(
        options=np.repeat(options, len(number)),
        places=np.repeat(each, len(number)),
        losses=np.tile(number * 8 * PricePolicy().wait_per_week, len(options)),
    )
    first = programme.places - each * len(number)
    return Programme.of(programme.wishes, first, per_person=programme.per_person, later=later)


def canton(seeds: list[int], settings: list[str], cache: Path | None) -> None:
    """Each setting against no prices, seed by seed, then in the mean with intervals of 95 % over seeds."""
    changes: dict[str, list[dict[str, float]]] = {each: [] for each in settings}
    for seed in seeds:
        town = Canton.of(seed, cache)
        before = town.figures(np.zeros(town.scores.shape))
        print(f"seed {seed} without prices {before}", flush=True)  # noqa: T201
        for setting in settings:
            after = town.figures(town.taken_off(setting))
            change = {name: 100 * (after[name] / before[name] - 1) for name in before if name in _RELATIVE}
            change |= {name: after[name] for name in before if name not in _RELATIVE}
            changes[setting].append(change)
            print(f"seed {seed} {setting} {_rounded(change)}", flush=True)  # noqa: T201
    for setting, found in changes.items():
        told = {name: _with_interval([each[name] for each in found]) for name in found[0]}
        print(f"mean {setting} {told}", flush=True)  # noqa: T201


_RELATIVE = ("per_place", "raw", "all", "gain", "value", "followed")


@dataclass(frozen=True)
class Canton:
    """One simulated world with its baseline scores (people, options) and pairs worth showing."""

    worth: Any
    scores: Values
    least: float
    wishes: Wishes
    needs: list[list[NDArray[np.bool_]]]
    quarters: NDArray[np.int64]
    contested: NDArray[np.bool_]

    @classmethod
    def of(cls, seed: int, cache: Path | None) -> "Canton":
        """The world of a seed."""
        from matching.ranking.registry import open_baseline
        from matching_training.simulate.scenario import open_scenario
        from matching_training.simulate.value import Worth
        from matching_training.simulate.world import build_world

        scenario, model = open_scenario("standard"), open_baseline()
        world = build_world(scenario, seed=seed, cache=cache)
        scores, worth = world.scores(model), Worth.of(world)
        shown = scores >= scenario.min_gain
        person, option = np.nonzero(shown)
        starts = np.concatenate([[0], np.cumsum(shown.sum(axis=1))]).astype(np.int64)
        wishes = Wishes(starts, option.astype(np.int64), scores[person, option], scores.shape[1])
        firsts = outlook(wishes, wishes.gains, scenario.min_gain, worth.places, _SLATE_FIRSTS)
        return cls(
            worth=worth,
            scores=scores,
            least=scenario.min_gain,
            wishes=wishes,
            needs=_needs_of(world),
            quarters=quarters(world.own_chance(model)),
            contested=firsts.wanted > worth.places,
        )

    def taken_off(self, setting: str) -> Values:
        """(people, options) what the prices of a setting take off, the floor kept."""
        per_person, per_place, share = setting.split(",")
        places = np.floor(self.worth.places * float(per_place))
        programme = Programme.of(self.wishes, places, per_person=int(per_person))
        found = solve(programme)
        assert found.gap < 1e-6, found.gap
        prices = float(share) * prices_of(programme, found.toll, np.ones(len(self.scores)), self.least)
        return np.array(
            [
                keep_last(scores, prices, needs, self.least)
                for scores, needs in zip(self.scores, self.needs, strict=True)
            ]
        )

    def figures(self, off: Values) -> dict[str, float]:
        """What is measured, with so much taken off."""
        priced, places = self.scores - off, self.worth.places
        exposure, gain, empty = np.zeros(len(places)), 0.0, np.zeros(len(priced), dtype=np.bool_)
        for person, scores in enumerate(self.scores):
            slate = self.worth.slate(priced, person)
            read = 1 / np.log2(2 + np.arange(len(slate)))
            exposure[slate] += read
            gain += float(read @ scores[slate])
            empty[person] = not len(slate)
        look = outlook(self.wishes, priced[self.wishes.people, self.wishes.options], self.least, places, _SLATE_FIRSTS)
        told = {
            "per_place": gini((exposure / places)[self.contested]),
            "raw": gini(exposure[self.contested]),
            "all": gini(exposure / places),
            "gain": gain / len(priced),
            "value": self.worth.value(priced),
            "followed": self.worth.followed(priced),
        }
        for group in range(5):
            who = (self.quarters == group) | (group == 0)
            name = f"q{group}" if group else "everybody"
            told |= {f"{name} empty %": 100 * float(empty[who].mean())}
            told |= {f"{name} no place %": 100 * float(look.no_place[who].mean())}
        return _rounded(told)


def _rounded(told: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in told.items()}


def _with_interval(values: list[float]) -> str:
    if len(values) < 2:
        return f"{values[0]:.2f}"
    half = 1.96 * float(np.std(values, ddof=1)) / len(values) ** 0.5
    return f"{np.mean(values):.2f} [{np.mean(values) - half:.2f}; {np.mean(values) + half:.2f}]"


def _needs_of(world: Any) -> list[list[NDArray[np.bool_]]]:
    from matching.use_cases.allocation.weights import weighty_needs

    addressed = [set(option.criteria.needs) for option in world.options]
    return [
        [
            np.array([need.barrier in each for each in addressed]) & world.eligible[number] & ~world.unlinked[number]
            for need in weighty_needs(person)
        ]
        for number, person in enumerate(world.people.profiles)
    ]


def gini(values: Values) -> float:
    """0 where all have as much, near 1 where one has all."""
    if not len(values) or values.sum() == 0:
        return 0.0
    n = len(values)
    return float((2 * np.arange(1, n + 1) - n - 1) @ np.sort(values) / (n * values.sum()))


if __name__ == "__main__":
    main()
