"""How often the intervals of off-policy estimates hold the true value: an invented log of slates, many times over.

    python tests/benchmarks/coverage.py [runs [world ...]]

Prints one JSON object by world: how often each interval holds the truth, bias in standard deviations of the estimate,
and how often the guard refuses. Persons have several slates, counsellors many persons and one person in ten another
counsellor now and then; both move the rewards. Option and position make the reward, in a form that the reward model
(ridge, cross-fitted over persons) only comes near to. The figures are those of an invented world.
"""

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import permutations
from time import perf_counter
from typing import Any

import numpy as np

from matching_training.evaluate.off_policy.estimates import Answer, evaluate
from matching_training.evaluate.off_policy.items import Items, Values, at_positions
from matching_training.evaluate.off_policy.overlap import Guard

OPTIONS, POSITIONS, TRAITS, FOLDS = 5, 3, 3, 5
ORDERS = np.array(list(permutations(range(OPTIONS), POSITIONS)))
SEEN = np.array([1.0, 0.8, 0.6])
"""What a position leaves of a reward."""
NO_GUARD = Guard(persons=0.0, counsellors=0.0, covered=0.0, off=np.inf)


@dataclass(frozen=True)
class World:
    """Sizes, and how far the policy that is asked about lies from the one that served."""

    persons: int = 600
    counsellors: int = 40
    counsellor_effect: float = 0.04
    person_effect: float = 0.06
    served: float = 0.8
    """Sharpness of the policy that served: the larger, the closer to always the same order."""
    asked: float = 1.6


WORLDS = {
    "usual": World(),
    "large": World(persons=2000, counsellors=80),
    "no_counsellor_effect": World(counsellor_effect=0.0),
    "few_counsellors": World(counsellors=12),
    "far_policy": World(persons=250, counsellors=25, served=2.0, asked=5.0),
    "too_far": World(persons=250, counsellors=25, served=5.0, asked=8.0),
}


def order_chances(scores: Values) -> Values:
    """(n_slates, n_orders) Plackett-Luce probability of each order of the first positions."""
    strength = np.exp(scores - scores.max(axis=1, keepdims=True))
    chance = np.ones((len(scores), len(ORDERS)))
    left = np.ones((len(ORDERS), OPTIONS))
    for position in range(POSITIONS):
        chance *= strength[:, ORDERS[:, position]] / (strength @ left.T)
        left[np.arange(len(ORDERS)), ORDERS[:, position]] = 0.0
    return np.asarray(chance)


def at_each_position(chances: Values) -> Values:
    """(n_slates, n_options, n_positions) probability that an option stands at a position."""
    table = np.zeros((len(chances), OPTIONS, POSITIONS))
    for position in range(POSITIONS):
        for option in range(OPTIONS):
            table[:, option, position] = chances[:, ORDERS[:, position] == option].sum(axis=1)
    return table


def expected_rewards(traits: Values) -> Values:
    """(n_slates, n_options, n_positions) what is expected of an option at a position, in [0.12, 0.7]."""
    pull = 1 / (1 + np.exp(-(traits[..., 0] + traits[..., 1] * traits[..., 2])))
    return np.asarray((0.2 + 0.5 * pull)[..., None] * SEEN)


def served_scores(traits: Values, world: World) -> Values:
    """(n_slates, n_options): the policy that served looks at two traits."""
    return np.asarray(world.served * (0.7 * traits[..., 1] + 0.7 * traits[..., 0]))


def asked_scores(traits: Values, world: World) -> Values:
    """(n_slates, n_options): the policy that is asked about looks at another pair."""
    return np.asarray(world.asked * (0.8 * traits[..., 0] + 0.3 * traits[..., 2]))


def true_value(world: World, seed: int = 99, parts: int = 20, each: int = 10_000) -> float:
    """The value of the policy asked about: exact over orders, averaged over many invented slates."""
    rng = np.random.default_rng(seed)
    means = []
    for _ in range(parts):
        traits = rng.uniform(-2, 2, size=(each, OPTIONS, TRAITS))
        asked = at_each_position(order_chances(asked_scores(traits, world)))
        means.append((asked * expected_rewards(traits)).sum(axis=(1, 2)).mean())
    return float(np.mean(means))


def draw_log(world: World, rng: np.random.Generator) -> Items:
    """One log of that world, with cross-fitted predictions."""
    of_person = np.repeat(np.arange(world.persons), rng.integers(1, 5, size=world.persons))
    n = len(of_person)
    caseload = rng.dirichlet(np.full(world.counsellors, 3.0))
    own = rng.choice(world.counsellors, p=caseload, size=world.persons)[of_person]
    counsellor = np.where(rng.random(n) < 0.1, rng.choice(world.counsellors, p=caseload, size=n), own)
    traits = rng.uniform(-2, 2, size=(n, OPTIONS, TRAITS))
    chances = order_chances(served_scores(traits, world))
    drawn = (chances.cumsum(axis=1) < rng.random((n, 1))).sum(axis=1).clip(max=len(ORDERS) - 1)
    shown = ORDERS[drawn]
    shift = world.person_effect * rng.uniform(-1, 1, size=world.persons)[of_person]
    shift = shift + world.counsellor_effect * rng.choice([-1.0, 1.0], size=world.counsellors)[counsellor]
    chance = np.take_along_axis(expected_rewards(traits), shown[:, None, :], axis=1)[:, 0, :] + shift[:, None]
    rewards = (rng.random(chance.shape) < chance).astype(float)
    predicted = predict(traits, shown, rewards, of_person % FOLDS)
    served = at_each_position(chances)
    asked = at_each_position(order_chances(asked_scores(traits, world)))
    at = at_positions(shown, served, asked, predicted)
    if at.predicted is None or at.expected is None:
        raise AssertionError
    flat = np.repeat(np.arange(n), POSITIONS)
    return Items(
        slate=flat,
        position=np.tile(np.arange(POSITIONS), n),
        person=of_person[flat],
        counsellor=counsellor[flat],
        reward=rewards.ravel(),
        logged=at.logged.ravel(),
        target=at.target.ravel(),
        covered=at.covered.ravel(),
        predicted=at.predicted.ravel(),
        expected=at.expected.ravel(),
    )


def predict(traits: Values, shown: Any, rewards: Values, folds: Any) -> Values:
    """(n_slates, n_options, n_positions) ridge predictions by models that have not seen the person."""
    n = len(traits)
    design = np.stack([_design(traits, position) for position in range(POSITIONS)], axis=2)
    taken = np.stack([design[np.arange(n), shown[:, k], k] for k in range(POSITIONS)], axis=1)
    predicted = np.zeros((n, OPTIONS, POSITIONS))
    for fold in range(FOLDS):
        x, y = taken[folds != fold].reshape(-1, taken.shape[-1]), rewards[folds != fold].ravel()
        beta = np.linalg.solve(x.T @ x + np.eye(x.shape[1]), x.T @ y)
        predicted[folds == fold] = design[folds == fold] @ beta
    return predicted


def _design(traits: Values, position: int) -> Values:
    """(n_slates, n_options, n_columns): traits and position, without the product that the world has."""
    at = np.zeros((*traits.shape[:2], POSITIONS))
    at[..., position] = 1.0
    return np.concatenate([at, traits], axis=-1)


def measure(world: World, runs: int, draws: int = 200) -> dict[str, Any]:
    """Coverage, bias and width over so many logs; every interval is drawn, whether or not the guard would refuse."""
    truth = true_value(world)
    holds, values, widths = defaultdict(list), defaultdict(list), defaultdict(list)
    refused, persons = 0, []
    for run in range(runs):
        log = draw_log(world, np.random.default_rng([run, 5]))
        asked = evaluate(log)
        refused += not isinstance(asked, Answer)
        persons.append(asked.overlap.effective_persons)
        found = {
            "": evaluate(log, NO_GUARD),
            "_bootstrap": evaluate(log, NO_GUARD, draws=draws, seed=run),
            "_rows_apart": evaluate(replace(log, person=log.slate, counsellor=None), NO_GUARD),
        }
        for kind, answer in found.items():
            for method, each in answer.estimates.items() if isinstance(answer, Answer) else ():
                name = f"{method}{kind}"
                holds[name].append(each.low <= truth <= each.high)
                values[name].append(each.value)
                widths[name].append(each.high - each.low)
    return {
        "truth": round(truth, 4),
        "effective_persons": round(float(np.mean(persons))),
        "refused": round(refused / runs, 3),
        "coverage": {name: round(float(np.mean(each)), 3) for name, each in holds.items()},
        "bias_in_sd": {
            name: round(float((np.mean(each) - truth) / np.std(each)), 2)
            for name, each in values.items()
            if "_" not in name
        },
        "width": {name: round(float(np.mean(each)), 4) for name, each in widths.items() if "_" not in name},
    }


def main() -> None:
    """Measure each world and print what was found."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    start = perf_counter()
    found: dict[str, Any] = {name: measure(WORLDS[name], runs) for name in sys.argv[2:] or WORLDS}
    print(json.dumps({"runs": runs, "seconds": round(perf_counter() - start), **found}, indent=2))  # noqa: T201 - this is the output


if __name__ == "__main__":
    main()
