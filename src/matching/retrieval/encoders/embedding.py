"""What every kind of encoder gives: a function from texts in a role to vectors, and their length."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Role = Literal["query", "passage"]
Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Embedding:
    """`embed` gives (n, `dimension`) float32 of n texts, each row of unit length or zero; it is told the role."""

    dimension: int
    embed: Callable[[list[str], Role], Vectors]


def unit(vectors: Vectors) -> Vectors:
    """The rows scaled to unit length, in place; a zero row stays zero, NaN becomes zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    known = np.isfinite(lengths) & (lengths > 0)
    np.divide(vectors, lengths, out=vectors, where=known)
    vectors[~known[:, 0]] = 0
    return vectors
