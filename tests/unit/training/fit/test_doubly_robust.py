"""Effects: right on average where the plain difference of arms is not; errors by person."""

import numpy as np
import pytest

from matching_training.fit.doubly_robust import clustered, pseudo_outcomes
from matching_training.fit.rows import Values


def confounded(n: int, seed: int) -> tuple[dict[str, Values], Values, Values]:
    """Those with good chances begin more often; a beginning adds 8 points to everybody."""
    dice = np.random.default_rng(seed)
    x = {"own_chance": dice.random(n), "skills": dice.random(n)}
    good = 0.1 + 0.6 * x["own_chance"]
    arm = (dice.random(n) < 0.1 + 0.5 * x["own_chance"]).astype(float)
    return x, arm, (dice.random(n) < good + 0.08 * arm).astype(float)


def test_it_is_right_where_the_plain_difference_is_not() -> None:
    found, naive = [], []
    for seed in range(3):
        x, arm, y = confounded(1800, seed)
        pseudo = pseudo_outcomes(x, arm, y, np.arange(1800), seed=seed)
        found.append(clustered(pseudo.effect[pseudo.kept], np.arange(1800)[pseudo.kept]))
        naive.append(100 * (y[arm == 1].mean() - y[arm == 0].mean()))
    assert np.mean([each.estimate for each in found]) == pytest.approx(8, abs=3)
    assert np.mean(naive) > 13
    assert sum(abs(each.estimate - 8) <= 1.96 * each.error for each in found) >= 2


def test_who_nearly_always_or_never_begins_is_trimmed() -> None:
    dice = np.random.default_rng(0)
    group = dice.integers(0, 2, 1800).astype(float)
    arm = np.where(group == 1, dice.random(1800) < 0.5, False).astype(float)  # noqa: FBT003 - nobody begins
    pseudo = pseudo_outcomes({"paid": group}, arm, dice.integers(0, 2, 1800).astype(float), np.arange(1800), seed=0)
    assert (pseudo.kept == (group == 1)).mean() > 0.99


def test_rows_of_one_person_do_not_count_as_many() -> None:
    dice = np.random.default_rng(1)
    values = dice.normal(size=100)
    once = clustered(values, np.arange(100))
    thrice = clustered(np.repeat(values, 3), np.repeat(np.arange(100), 3))
    assert thrice.error == pytest.approx(once.error)
    assert once.error == pytest.approx(values.std(ddof=1) / 10, rel=1e-9)
    assert clustered(values[:3], np.zeros(3)).error == float("inf")
