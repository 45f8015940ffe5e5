"""Where places were drawn by lot, the log tells what another order is worth, however lists are read."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("scipy", reason="needs the extra [train]: make training")

import pandas as pd

from matching_training.evaluate.off_policy.draws import InDraws, in_draws
from matching_training.evaluate.off_policy.estimates import Answer
from matching_training.log.tables import FEEDBACK, OUTCOMES, SHOWN, Log

DRAWS = 3_000
LOOKS = np.array([0.9, 0.9, 0.5, 0.2])
"""Of four places: the first is fixed, the other three are drawn."""
LOT = np.array([1.0, 0.6, 0.2])
"""Scores of those drawn, as served: how often each order comes."""


def log_of(seed: int) -> tuple[Log, np.ndarray, np.ndarray]:
    """Slates with two whole draws, a fixed place before each: log, what each option is worth, what came of it."""
    dice = np.random.default_rng(seed)
    orders = list(permutations(range(3)))
    chances = np.array([_chance(order) for order in orders])
    at_rank = np.array(
        [[sum(chances[k] for k, o in enumerate(orders) if o[r] == m) for r in range(3)] for m in range(3)]
    )
    drawn = np.array(orders)[dice.choice(len(orders), DRAWS, p=chances)]
    worth_of = dice.uniform(0, 4, (DRAWS, 4))
    members = np.column_stack([np.zeros(DRAWS, dtype=int), drawn + 1])
    worth = np.take_along_axis(worth_of, members, axis=1)
    reward = np.where(dice.random((DRAWS, 4)) < LOOKS, worth, 0.0)
    propensity = np.column_stack([np.ones(DRAWS), *(at_rank[drawn[:, r], r] for r in range(3))])
    columns: dict[str, object] = dict.fromkeys(SHOWN)
    columns |= {
        "slate": np.repeat(np.arange(DRAWS) // 2, 4).astype(str),
        "person": np.repeat(np.arange(DRAWS) // 4, 4),
        "counsellor": np.repeat(np.arange(DRAWS) // 2 % 40, 4),
        "option": members.ravel().astype(str),
        "rank": np.tile(np.arange(1, 9), DRAWS // 2),
        "propensity": propensity.ravel(),
        "draw": np.tile([np.nan, 0, 0, 0, np.nan, 1, 1, 1], DRAWS // 2),
        "drawn_among": np.tile([np.nan, 3, 3, 3], DRAWS),
        "verb": pd.Series("accept", index=range(4 * DRAWS)).where(reward.ravel() > 0, None),
        "at": pd.Timestamp("2026-01-05", tz="UTC"),
        "decided_at": pd.to_datetime([None] * DRAWS * 4, utc=True),
    }
    empty = {"at": pd.to_datetime([], utc=True), "stated_at": pd.to_datetime([], utc=True)}
    outcomes, feedback = (pd.DataFrame({name: empty.get(name, []) for name in names}) for names in (OUTCOMES, FEEDBACK))
    shown = pd.DataFrame(columns)
    return Log(shown, outcomes, feedback, pd.Timestamp("2026-01-05", tz="UTC")), worth.ravel(), reward.ravel()


def _chance(order: tuple[int, ...]) -> float:
    left, chance = np.exp(LOT), 1.0
    for member in order:
        chance *= left[member] / left.sum()
        left[member] = 0.0
    return float(chance)


def ordered(worth: np.ndarray, sign: float) -> float:
    """Points that a draw brings in the order of worth, best first, or last."""
    best_first = np.sort(sign * worth.reshape(-1, 4)[:, 1:], axis=1)[:, ::-1]
    return float((sign * best_first * LOOKS[1:]).sum(axis=1).mean())


def asked(log: Log, worth: np.ndarray, reward: np.ndarray, predicted: np.ndarray) -> InDraws:
    return in_draws(log, reward, predicted, worth, -worth, known=np.ones(len(worth), dtype=bool))


@pytest.mark.parametrize("right", [True, False])
def test_the_worth_of_an_order_and_of_its_contrary_is_found_whatever_is_predicted(right: bool) -> None:
    log, worth, reward = log_of(1)
    found = asked(log, worth, reward, worth if right else np.full(len(worth), 1.5))
    best, worst = ordered(worth, 1), ordered(worth, -1)
    for answer, true in ((found.value, best), (found.difference, best - worst)):
        assert isinstance(answer, Answer)
        assert set(answer.estimates) == {"ips", "snips", "dr"}
        for estimate in answer.estimates.values():
            assert abs(estimate.value - true) < 3 * estimate.standard_error
            assert estimate.low > 0
        assert answer.overlap.mean_weight == pytest.approx(1, abs=0.1)


def test_a_draw_at_the_edge_or_too_young_is_left_out_and_without_any_there_is_a_sentence() -> None:
    log, worth, reward = log_of(2)
    edge = replace(log, shown=log.shown.assign(drawn_among=log.shown["drawn_among"] + 1))
    for found in (
        asked(edge, worth, reward, worth),
        in_draws(log, reward, worth, worth, -worth, known=np.zeros(len(worth), dtype=bool)),
    ):
        assert isinstance(found.value, str)
        assert "tirage au sort montré en entier" in found.value
        assert found.difference == found.value


def test_equal_scores_do_not_follow_the_lot() -> None:
    log, worth, reward = log_of(3)
    level = np.zeros(len(worth))
    found = in_draws(log, reward, worth, level, level, known=np.ones(len(worth), dtype=bool))
    assert isinstance(found.value, Answer)
    assert found.value.overlap.mean_weight == pytest.approx(1, abs=0.1)
