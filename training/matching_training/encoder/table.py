"""The token table: one vector per piece, learned so that the means over texts of one meaning come together.

Loss: multiple-negatives ranking in both directions (Henderson et al., 2017) plus a pull towards the teacher. Gradients
are written out: one step needs three dense products and two sparse ones, no framework.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


@dataclass
class Rate:
    """Adam's moments for some parameters, kept row by row (Kingma and Ba, 2015; rows without a gradient rest)."""

    shape: tuple[int, ...]
    first: Floats = field(init=False)
    second: Floats = field(init=False)
    steps: int = 0

    def __post_init__(self) -> None:
        """Both moments start at zero."""
        self.first = np.zeros(self.shape, dtype=np.float32)
        self.second = np.zeros(self.shape, dtype=np.float32)

    def step(self, gradient: Floats, rate: float, rows: Any) -> Floats:
        """What to subtract from the given rows."""
        self.steps += 1
        self.first[rows] = first = 0.9 * self.first[rows] + 0.1 * gradient
        self.second[rows] = second = 0.999 * self.second[rows] + 0.001 * gradient**2
        scale = rate * np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
        return np.asarray(scale * first / (np.sqrt(second) + 1e-8))


class Table:
    """`base` (n_pieces, d) fixed times a learned square matrix, plus a learned difference per piece."""

    def __init__(self, base: Floats) -> None:
        """Start at the base itself."""
        n_pieces, dimension = base.shape
        self._base = base
        self._turn = np.eye(dimension, dtype=np.float32)
        self._difference = np.zeros_like(base)
        self._rates = (Rate((n_pieces, dimension)), Rate((dimension, dimension)))

    def vectors(self) -> Floats:
        """(n_pieces, d): the table to export."""
        return np.asarray(self._base @ self._turn + self._difference)

    def step(
        self,
        bags: tuple[csr_matrix, csr_matrix],
        teacher: tuple[Floats, Floats],
        negatives: Flags,
        *,
        rate: float,
        scale: float,
        pull: float,
        keep: float,
    ) -> float:
        """One step of learning on n pairs of bags; returns the ranking loss.

        `teacher`: (n, d) unit vectors per side, zero where there is none; `negatives` (n, n): False for pairs that may
        mean the same; the diagonal is True. `rate` of learning, `scale` of cosines, weight of the `pull` to the
        teacher, and of `keep`, which holds differences small.
        """
        n = len(negatives)
        pieces, places = np.unique(np.concatenate([bag.indices for bag in bags]), return_inverse=True)
        cut = len(bags[0].indices)
        local = [
            csr_matrix((bag.data, where, bag.indptr), shape=(n, len(pieces)))
            for bag, where in zip(bags, (places[:cut], places[cut:]), strict=True)
        ]
        base, difference = self._base[pieces], self._difference[pieces]
        fixed = [bag @ base for bag in local]
        learned = [bag @ difference for bag in local]
        lengths, units = [], []
        for one, other in zip(fixed, learned, strict=True):
            whole = one @ self._turn + other
            lengths.append(np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-6))
            units.append(whole / lengths[-1])
        loss, slope = ranking(units[0], units[1], negatives, scale)
        pulls = [slope @ units[1], slope.T @ units[0]]
        turn = np.zeros_like(self._turn)
        change = np.zeros_like(difference)
        for side in (0, 1):
            taught = max(1, int(np.any(teacher[side], axis=1).sum()))
            pulls[side] -= pull / taught * teacher[side]
            inward = (units[side] * pulls[side]).sum(axis=1, keepdims=True)
            gradient = (pulls[side] - units[side] * inward) / lengths[side]
            turn += fixed[side].T @ gradient
            change += local[side].T @ (gradient + 2 * keep / n * learned[side])
        self._difference[pieces] -= self._rates[0].step(change, rate, pieces)
        self._turn -= self._rates[1].step(turn, rate / 4, slice(None))
        return loss


def ranking(first: Floats, second: Floats, negatives: Flags, scale: float) -> tuple[float, Floats]:
    """The loss of n pairs and its slope by the (n, n) cosines: each side must find its other among all."""
    scores = np.where(negatives, scale * (first @ second.T), np.float32(-1e4))
    diagonal = np.arange(len(scores))
    slope = np.zeros_like(scores)
    loss = 0.0
    for axis in (1, 0):
        shifted = np.exp(scores - scores.max(axis=axis, keepdims=True))
        shifted /= shifted.sum(axis=axis, keepdims=True)
        loss -= 0.5 * float(np.log(np.maximum(shifted[diagonal, diagonal], 1e-20)).mean())
        slope += shifted
    slope[diagonal, diagonal] -= 2
    return loss, np.asarray(slope * np.float32(0.5 * scale / len(scores)))
