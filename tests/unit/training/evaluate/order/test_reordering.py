"""What another order of the same slates would have brought, from who was looked at and what came of it."""

import numpy as np
import pytest

pytest.importorskip("pandas", reason="needs the extra [train]: make training")
pytest.importorskip("scipy", reason="needs the extra [train]: make training")

import pandas as pd

from matching_training.evaluate.order.reordering import looked_at, moved, reordered

SLATES, LENGTH = 3_000, 4
LOOKS = np.array([0.9, 0.6, 0.4, 0.2])
GAIN = 5.0


def canton(seed: int) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Slates in an order of no worth: table, true chance of a yes, reward where somebody looked."""
    dice = np.random.default_rng(seed)
    yes = dice.uniform(0.05, 0.6, (SLATES, LENGTH))
    looked = dice.random((SLATES, LENGTH)) < LOOKS
    said = dice.random((SLATES, LENGTH)) < yes
    shown = pd.DataFrame(
        {
            "slate": np.repeat(np.arange(SLATES), LENGTH).astype(str),
            "person": np.repeat(np.arange(SLATES) // 2, LENGTH),
            "counsellor": np.repeat(np.arange(SLATES) % 40, LENGTH),
            "rank": np.tile(np.arange(1, LENGTH + 1), SLATES),
            "next_step": False,
            "verb": pd.Series(np.where(said, "accept", "reject").ravel()).where(looked.ravel(), None),
            "came": 0.0,
        }
    )
    return shown, yes.ravel(), np.where(looked, said * GAIN, np.nan).ravel()


def worth(shown: pd.DataFrame, yes: np.ndarray, scores: np.ndarray) -> float:
    """Points per slate in the order of scores, by the truth."""
    return float((LOOKS[moved(shown, scores) - 1] * yes * GAIN).sum() / SLATES)


def test_the_value_of_a_better_order_is_found_whatever_the_predictions() -> None:
    shown, yes, reward = canton(1)
    as_served = -shown["rank"].to_numpy(dtype=np.float64)
    true = worth(shown, yes, yes) - worth(shown, yes, as_served)
    for predicted in (yes * GAIN, np.zeros(len(yes)), np.full(len(yes), 3.0)):
        found = reordered(shown, reward, predicted, yes, as_served)
        assert found.interval is not None
        assert found.interval.low < true < found.interval.high
        assert found.interval.low > 0.5 * true


def test_the_same_order_is_worth_nothing_more_and_too_few_differences_are_not_told() -> None:
    shown, yes, reward = canton(2)
    found = reordered(shown, reward, yes, yes, yes * 2)
    assert (found.value, found.interval) == (None, None)
    assert "la valeur ne se dit pas" in found.why
    few = shown["slate"].isin([str(number) for number in range(40)])
    found = reordered(shown[few], reward[few], yes[few], yes[few], -yes[few])
    assert found.value is None


def test_attention_never_rises_with_the_rank() -> None:
    shown, _, _ = canton(3)
    by_rank = pd.Series(looked_at(shown)).groupby(shown["rank"]).first()
    assert by_rank.to_numpy() == pytest.approx(LOOKS, abs=0.05)
    assert by_rank.is_monotonic_decreasing


def test_the_next_step_keeps_its_slot() -> None:
    shown, yes, _ = canton(4)
    shown["next_step"] = shown["rank"] == 1
    ranks = moved(shown, yes)
    assert (ranks[shown["rank"] == 1] == 1).all()
    assert sorted(ranks[:LENGTH]) == [1, 2, 3, 4]
