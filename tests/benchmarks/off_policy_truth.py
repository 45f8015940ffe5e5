"""Off-policy estimates held against the truth of the simulated canton.

    python tests/benchmarks/off_policy_truth.py SEEDS [--worlds FOLDER]

Per seed one slate for everybody in a canton whose near-equals are drawn by lot, and the points that came of what was
accepted of it. Asked is what a slate would bring under a lot that follows the scores more closely, and under one that
follows another ranker's scores: those of the true gain. The truth is the mean of many lots and readings by counsellors
as the scenario has them: they trust the scores beside one another and accept two options at most, so the item-position
model that the estimates assume does not quite hold. Prints how often a 95 % interval holds the truth, and bias and
error in points per slate.
"""

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matching.ranking.exploration import Draw, ExplorationPolicy, Explored, explore
from matching.ranking.registry import open_baseline
from matching.ranking.slate import SlatePolicy
from matching.use_cases.slate_of import soonest
from matching_training.evaluate.off_policy.estimates import Answer, evaluate
from matching_training.evaluate.off_policy.items import Items
from matching_training.fit.rows import folds
from matching_training.simulate.scenario import open_scenario
from matching_training.simulate.value import Worth, oracle_scores
from matching_training.simulate.world import World, build_world

Values = NDArray[np.float64]

SERVED = ExplorationPolicy(width=4.0, temperature=3.0, max_cost=100)
ASKED = ("closer to the scores", "by the true gain")
_TEMPERATURE = 1.0
_DRAWS = 24
_FRESH = 900


@dataclass
class Served:
    """Columns of `Items` and of the reward model, row by row; of the policies asked about by name."""

    person: list[int] = field(default_factory=list)
    option: list[int] = field(default_factory=list)
    rank: list[int] = field(default_factory=list)
    reward: list[float] = field(default_factory=list)
    logged: list[float] = field(default_factory=list)
    target: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[str, list[tuple[list[int], Values]]] = field(default_factory=lambda: defaultdict(list))
    """All that the policy asked about may put at the rank of each row, and how likely."""


@dataclass(frozen=True)
class Standing:
    """The slate that one person was served, and the options behind its positions."""

    found: Explored
    options: NDArray[np.intp]

    def draws(self, by: Values) -> list[Draw]:
        """The same groups, drawn by other scores (O,)."""
        each = zip(self.found.draws, self.found.members, strict=True)
        return [replace(draw, scores=tuple(by[self.options[list(members)]])) for draw, members in each]

    def shown(self, lot: str, by: Values) -> NDArray[np.intp]:
        """The options shown when the same groups are drawn anew by other scores (O,)."""
        positions = list(self.found.slate.positions)
        for number, (draw, members) in enumerate(zip(self.draws(by), self.found.members, strict=True)):
            order = draw.lot(f"{lot}-{number}", _TEMPERATURE)
            for place, member in enumerate(draw.chosen(order)):
                positions[draw.first_rank - 1 + place] = members[member]
        return self.options[positions]


def standing(world: World, scores: Values, person: int, lot: str) -> Standing:
    """The slate of one person under the policy that serves."""
    policy = SlatePolicy(limit=world.scenario.slate, min_gain=world.scenario.min_gain)
    at = np.flatnonzero(world.eligible[person] & ~world.unlinked[person] & np.isfinite(scores[person]))
    found = explore(
        scores[person, at],
        world.kinds[at],
        world.providers[at],
        soonest(world.next_step[person, at], scores[person, at] >= policy.min_gain),
        world.open_questions[person, at] == 0,
        policy=policy,
        exploration=SERVED,
        recommendation=lot,
    )
    return Standing(found, at)


def serve(worth: Worth, scores: Values, slates: list[Standing], asked: dict[str, Values]) -> Served:
    """What came of everybody's slate, and the probabilities of all policies; `asked` are the scores (P, O) of each."""
    served = Served()
    for person, each in enumerate(slates):
        found, at = each.found, each.options
        accepted = set(worth.accepted(scores, at[list(found.slate.positions)], person, 0))
        tables = {
            name: [draw.propensities(_TEMPERATURE) for draw in each.draws(by[person])] for name, by in asked.items()
        }
        for rank, position in enumerate(found.slate.positions, start=1):
            option = int(at[position])
            served.person.append(person)
            served.option.append(option)
            served.rank.append(rank)
            served.reward.append(float(worth.truth.gain[person, option]) if option in accepted else 0.0)
            served.logged.append(found.propensity(position))
            drawn = found.drawn(position)
            for name in asked:
                others, chances, place = [option], np.ones(1), 0
                if drawn is not None:
                    others = [int(at[member]) for member in found.members[drawn[0]]]
                    chances, place = tables[name][drawn[0]][:, rank - found.draws[drawn[0]].first_rank], drawn[1]
                served.target[name].append(min(1.0, float(chances[place])))
                served.beside[name].append((others, chances))
    return served


def truth(worth: Worth, scores: Values, slates: list[Standing], asked: Values) -> float:
    """Points expected of a slate under the policy asked about, over lots and readings."""
    total = 0.0
    held = [(person, each) for person, each in enumerate(slates) if each.found.slate.positions]
    for person, each in held:
        for lot in range(_DRAWS):
            shown = each.shown(f"{lot}-{person}", asked[person])
            total += float(worth.truth.gain[person, worth.accepted(scores, shown, person, lot)].sum())
    return total / (len(held) * _DRAWS)


def items(worth: Worth, scores: Values, served: Served, asked: str) -> Items:
    """What an estimate reads, with predictions of a model that has not seen the person."""
    person, option, rank = (np.array(each) for each in (served.person, served.option, served.rank))
    reward = np.array(served.reward)
    predict = np.empty(len(person))
    expected = np.empty(len(person))
    kinds = worth.world.kinds

    def described(people: NDArray[np.int64], options: NDArray[np.int64], ranks: NDArray[np.int64]) -> Values:
        of_kind = np.eye(3)[kinds[options]]
        return np.column_stack([scores[people, options], np.log(ranks), of_kind])

    for fold in folds(person, 3, 0):
        from sklearn.linear_model import Ridge

        model = Ridge().fit(described(person[~fold], option[~fold], rank[~fold]), reward[~fold])
        predict[fold] = model.predict(described(person[fold], option[fold], rank[fold]))
        for row in np.flatnonzero(fold):
            others, chances = served.beside[asked][row]
            n = len(others)
            cells = described(np.full(n, person[row]), np.array(others), np.full(n, rank[row]))
            expected[row] = float(model.predict(cells) @ chances)
    return Items(
        slate=person,
        position=rank - 1,
        person=person,
        reward=reward,
        logged=np.array(served.logged),
        target=np.array(served.target[asked]),
        counsellor=worth.counsellors.of[person].astype(np.int64),
        predicted=predict,
        expected=expected,
        covered=np.ones(len(person)),
    )


def main() -> None:
    """Print one row per policy and estimate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=int)
    parser.add_argument("--worlds", type=Path, default=Path("worlds"))
    given = parser.parse_args()
    scenario, base = open_scenario("standard"), open_baseline()
    held, wrong, truths = defaultdict(list), defaultdict(list), defaultdict(list)
    refused: Counter[str] = Counter()
    for seed in range(1, given.seeds + 1):
        world = build_world(scenario, seed=seed, intake=_FRESH, cache=given.worlds)
        scores = world.scores(base)
        slates = [standing(world, scores, person, f"{seed}-{person}") for person in range(world.shape[0])]
        once, many = Worth.of(world, draws=1, seed=1), Worth.of(world, draws=_DRAWS, seed=2)
        by = dict(zip(ASKED, (scores, oracle_scores(world)), strict=True))
        served = serve(once, scores, slates, by)
        for asked in ASKED:
            is_so = truth(many, scores, slates, by[asked])
            answer = evaluate(items(once, scores, served, asked))
            truths[asked].append((is_so, float(np.sum(served.reward)) / len(set(served.person))))
            if not isinstance(answer, Answer):
                refused[asked] += 1
                continue
            for method, found in answer.estimates.items():
                held[asked, method].append(found.low <= is_so <= found.high)
                wrong[asked, method].append(found.value - is_so)
    print("| asked about | estimate | truth | served | holds the truth | bias | root mean square error |")  # noqa: T201
    print("|---|---|---|---|---|---|---|")  # noqa: T201
    for (asked, method), hits in held.items():
        is_so, was = np.mean(truths[asked], axis=0)
        off = np.array(wrong[asked, method])
        cells = f"{is_so:.3f} | {was:.3f} | {sum(hits)} of {len(hits)} | {off.mean():+.3f}"
        print(f"| {asked} | {method} | {cells} | {np.sqrt(np.mean(off**2)):.3f} |")  # noqa: T201
    print(f"refused: {dict(refused)}")  # noqa: T201


if __name__ == "__main__":
    main()
