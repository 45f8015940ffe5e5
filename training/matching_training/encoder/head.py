"""A linear layer over the teacher, learned on ESCO's labels: the teacher's view, in the dimensions of the table."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rich.progress import Progress

from matching_training.encoder.pairs import Pairs
from matching_training.encoder.table import Rate, ranking

Floats = npt.NDArray[np.float32]

_BATCH = 1024
_SCALE = 20.0
_RATE = 1e-3
_SAMPLE = 20_000


@dataclass
class Head:
    """`weights` (384, d) and `bias` (d,)."""

    weights: Floats
    bias: Floats

    def __call__(self, vectors: Floats) -> Floats:
        """(n, d) unit vectors from the teacher's (n, 384); zero rows stay zero."""
        known = np.any(vectors, axis=1, keepdims=True)
        turned = np.where(known, vectors @ self.weights + self.bias, 0)
        return np.asarray(turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def learn_head(pairs: Pairs, vectors: Floats, progress: Progress, *, dimension: int, steps: int, seed: int) -> Head:
    """The head that brings texts of one concept together, from the teacher's vectors of all items (n, 384).

    It starts at the principal directions, softly whitened. Items without vector (zero rows) are not learned from.
    What all vectors share is taken away first, and nothing of them is left out at random: the shared part of the
    teacher's vectors is twice as long as the rest, and would drown it either way.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    known = np.flatnonzero(np.any(vectors, axis=1))
    sample = vectors[known[draw.sample(range(len(known)), min(_SAMPLE, len(known)))]]
    middle = sample.mean(axis=0)
    weights = _principal(sample - middle, dimension)
    rates = Rate(weights.shape)
    task = progress.add_task("Tête du professeur", total=steps)
    for step in range(steps):
        batch = pairs.batch(_BATCH)
        sides = [vectors[rows] - middle for rows in (batch.first, batch.second)]
        slope = _slope(weights, sides, batch.negatives())
        weights -= rates.step(slope, _RATE * max(0.05, 1 - step / steps), slice(None))
        progress.update(task, advance=1)
    return Head(weights, np.asarray(-middle @ weights))


def _principal(centred: Floats, dimension: int) -> Floats:
    """(384, d): the principal directions, weak ones raised half way to the strong; mean length of the result is 1."""
    _, spread, directions = np.linalg.svd(centred, full_matrices=False)
    weights = (directions[:dimension] / np.sqrt(spread[:dimension, np.newaxis])).T
    return np.asarray(weights / np.linalg.norm(centred @ weights, axis=1).mean(), dtype=np.float32)


def _slope(weights: Floats, sides: Sequence[Floats], negatives: npt.NDArray[np.bool_]) -> Floats:
    """The slope of the ranking loss by the weights, for the two sides (n, 384) of n pairs."""
    turned = [side @ weights for side in sides]
    lengths = [np.maximum(np.linalg.norm(each, axis=1, keepdims=True), 1e-6) for each in turned]
    units = [each / length for each, length in zip(turned, lengths, strict=True)]
    _, slope = ranking(units[0], units[1], negatives, _SCALE)
    found = np.zeros_like(weights)
    for side, unit, length, pull in zip(sides, units, lengths, (slope @ units[1], slope.T @ units[0]), strict=True):
        found += side.T @ ((pull - unit * (unit * pull).sum(axis=1, keepdims=True)) / length)
    return found
