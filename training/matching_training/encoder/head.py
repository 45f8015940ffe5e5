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
_DROPPED = 0.1
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
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    noise = np.random.default_rng(seed)
    known = np.flatnonzero(np.any(vectors, axis=1))
    head = _start(vectors[known[draw.sample(range(len(known)), min(_SAMPLE, len(known)))]], dimension)
    rates = (Rate(head.weights.shape), Rate(head.bias.shape))
    task = progress.add_task("Tête du professeur", total=steps)
    for step in range(steps):
        batch = pairs.batch(_BATCH)
        sides = [_dropped(vectors[rows], noise) for rows in (batch.first, batch.second)]
        slopes = _slopes(head, sides, batch.negatives())
        rate = _RATE * max(0.05, 1 - step / steps)
        head.weights -= rates[0].step(slopes[0], rate, slice(None))
        head.bias -= rates[1].step(slopes[1], rate, slice(None))
        progress.update(task, advance=1)
    return head


def _start(sample: Floats, dimension: int) -> Head:
    middle = sample.mean(axis=0)
    _, spread, directions = np.linalg.svd(sample - middle, full_matrices=False)
    weights = (directions[:dimension] / np.sqrt(spread[:dimension, np.newaxis] / np.sqrt(len(sample)))).T
    weights /= np.linalg.norm((sample - middle) @ weights, axis=1).mean()
    return Head(weights.astype(np.float32), (-middle @ weights).astype(np.float32))


def _slopes(head: Head, sides: Sequence[Floats], negatives: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
    turned = [side @ head.weights + head.bias for side in sides]
    lengths = [np.maximum(np.linalg.norm(each, axis=1, keepdims=True), 1e-6) for each in turned]
    units = [each / length for each, length in zip(turned, lengths, strict=True)]
    _, slope = ranking(units[0], units[1], negatives, _SCALE)
    weights, bias = np.zeros_like(head.weights), np.zeros_like(head.bias)
    for side, unit, length, pull in zip(sides, units, lengths, (slope @ units[1], slope.T @ units[0]), strict=True):
        gradient = (pull - unit * (unit * pull).sum(axis=1, keepdims=True)) / length
        weights += side.T @ gradient
        bias += gradient.sum(axis=0)
    return weights, bias


def _dropped(vectors: Floats, noise: np.random.Generator) -> Floats:
    kept = noise.random(vectors.shape, dtype=np.float32) >= _DROPPED
    return np.asarray(vectors * kept / np.float32(1 - _DROPPED))
