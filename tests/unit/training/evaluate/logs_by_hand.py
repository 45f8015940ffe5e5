"""Small invented logs whose truth can be written down."""

from itertools import permutations

import numpy as np

from matching_training.evaluate.off_policy.items import Codes, Items, Values, at_positions


def decisions(
    reward: Values,
    logged: Values,
    target: Values,
    person: Codes | None = None,
    counsellor: Codes | None = None,
    predicted: Values | None = None,
    expected: Values | None = None,
) -> Items:
    """Single decisions, each by a person of their own unless said."""
    n = len(reward)
    return Items(
        slate=np.arange(n),
        position=np.zeros(n, dtype=np.int64),
        person=np.arange(n) if person is None else person,
        counsellor=counsellor,
        reward=reward,
        logged=logged,
        target=target,
        predicted=predicted,
        expected=expected,
    )


def orders(scores: Values, positions: int) -> tuple[Codes, Values]:
    """Every order of the first positions, (n_orders, positions), and its Plackett-Luce probability, one by one."""
    found, chances = [], []
    for order in permutations(range(len(scores)), positions):
        left, chance = np.exp(scores), 1.0
        for option in order:
            chance *= left[option] / left.sum()
            left[option] = 0.0
        found.append(order)
        chances.append(chance)
    return np.array(found), np.array(chances)


def at_position(found: Codes, chances: Values, options: int) -> Values:
    """(options, positions) probability that an option stands at a position."""
    table = np.zeros((options, found.shape[1]))
    for order, chance in zip(found, chances, strict=True):
        table[order, np.arange(len(order))] += chance
    return table


def one_of_each_order(found: Codes, served: Values, asked: Values, rewards: Values, predicted: Values) -> Items:
    """One slate per order; `served`, `asked`, `rewards` and `predicted` are (options, positions)."""
    n, k = found.shape

    def for_each(table: Values) -> Values:
        return np.broadcast_to(table, (n, *table.shape))

    at = at_positions(found, for_each(served), for_each(asked), for_each(predicted))
    assert at.predicted is not None
    assert at.expected is not None
    slate = np.repeat(np.arange(n), k)
    return Items(
        slate=slate,
        position=np.tile(np.arange(k), n),
        person=slate,
        reward=rewards[found, np.arange(k)].ravel(),
        logged=at.logged.ravel(),
        target=at.target.ravel(),
        covered=at.covered.ravel(),
        predicted=at.predicted.ravel(),
        expected=at.expected.ravel(),
    )
