"""The value of a ranking: knowing more is worth more, and nothing is worth more than the bound."""

import numpy as np
import pytest

from matching.ranking.registry import open_baseline
from matching_training.simulate.run import Ran
from matching_training.simulate.value import Worth, oracle_scores, popularity_scores, random_scores, value
from matching_training.simulate.world import World


@pytest.fixture(scope="module")
def worth(world: World) -> Worth:
    """The truth of the tiny world, with enough draws."""
    return Worth.of(world, draws=12)


def test_the_oracle_is_worth_more_than_the_baseline_and_that_more_than_chance(worth: Worth, world: World) -> None:
    oracle, baseline = oracle_scores(world), world.scores(open_baseline())
    by_chance = np.mean([worth.followed(random_scores(world, seed=seed)) for seed in range(4)])
    assert worth.followed(oracle) > worth.followed(baseline) > by_chance
    assert worth.value(oracle) > np.mean([worth.value(random_scores(world, seed=seed)) for seed in range(4)])


def test_nothing_is_worth_more_than_the_bound(worth: Worth, world: World) -> None:
    bound = worth.bound()
    for scores in (oracle_scores(world), world.scores(open_baseline()), random_scores(world)):
        assert worth.value(scores) <= bound
        assert worth.followed(scores) <= bound


def test_showing_nothing_is_worth_nothing(world: World) -> None:
    assert value(world, np.full(world.shape, -np.inf)) == 0


def test_a_value_is_the_same_each_time(worth: Worth, world: World) -> None:
    assert worth.value(oracle_scores(world)) == worth.value(oracle_scores(world))


def test_popularity_says_the_same_to_everybody(world: World, ran: Ran) -> None:
    scores = popularity_scores(world, ran.log.shown)
    for option in range(world.shape[1]):
        assert len(set(scores[world.eligible[:, option] & ~world.unlinked[:, option], option])) <= 1
