"""The arithmetic of learning: gradients are those of the loss, and a step makes it smaller."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from scipy.sparse import random as random_sparse

from matching_training.encoder.bags import Bags
from matching_training.encoder.corpus import Corpus
from matching_training.encoder.table import Table, ranking

Floats = npt.NDArray[np.float32]


def _units(seed: int, n: int, d: int) -> Floats:
    vectors = np.random.default_rng(seed).normal(size=(n, d)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def test_the_slope_is_that_of_the_loss() -> None:
    first, second = _units(0, 6, 8), _units(1, 6, 8)
    negatives = np.ones((6, 6), dtype=np.bool_)
    negatives[0, 1] = negatives[1, 0] = False
    loss, slope = ranking(first, second, negatives, 5.0)
    pull = slope @ second
    for row, column in ((0, 0), (2, 5), (5, 7)):
        moved = first.copy()
        moved[row, column] += 1e-2
        after, _ = ranking(moved, second, negatives, 5.0)
        assert (after - loss) / 1e-2 == pytest.approx(pull[row, column], abs=6e-2)


def test_pairs_that_may_mean_the_same_do_not_push() -> None:
    first, second = _units(0, 4, 8), _units(1, 4, 8)
    negatives = np.eye(4, dtype=np.bool_)
    loss, slope = ranking(first, second, negatives, 20.0)
    assert loss == pytest.approx(0, abs=1e-5)
    assert np.allclose(slope, 0, atol=1e-5)


@pytest.mark.parametrize("pull", [0.0, 3.0])
def test_steps_bring_pairs_together(pull: float) -> None:
    draw = np.random.default_rng(3)
    table = Table(draw.normal(size=(50, 16)).astype(np.float32))
    bags = tuple(random_sparse(10, 50, 0.2, "csr", dtype=np.float32, random_state=seed) for seed in (1, 2))
    taught = (_units(7, 10, 16), _units(7, 10, 16))

    def step() -> float:
        return table.step(
            (bags[0], bags[1]), taught, np.ones((10, 10), np.bool_), rate=0.02, scale=10.0, pull=pull, keep=0.0
        )

    losses = [step() for _ in range(60)]
    assert losses[-1] < 0.5 * losses[0]
    if pull:
        learned = bags[0] @ table.vectors()
        learned /= np.linalg.norm(learned, axis=1, keepdims=True)
        assert (learned * taught[0]).sum(axis=1).mean() > 0.5


def test_bags_are_means_and_the_seed_decides_them(corpus: Corpus, tokenizer: Any) -> None:
    one, other = (Bags(corpus.items, tokenizer, seed=4) for _ in range(2))
    rows = list(range(len(corpus.items)))
    drawn = [bags.draw(rows, dropped=0.1, split=0.3, slips=0.1) for bags in (one, other)]
    assert (drawn[0] != drawn[1]).nnz == 0
    assert np.allclose(drawn[0].sum(axis=1), 1)
    plain = one.draw(rows, dropped=0, split=0, slips=0)
    assert np.allclose(plain.sum(axis=1), 1)
