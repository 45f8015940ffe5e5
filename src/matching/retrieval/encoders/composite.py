"""Several encoders as one: the cosine of two texts is the weighted mean of their cosines in each part.

    full/composite.json       {"parts": ["static", "transformer"], "weights": [0.5, 0.5]}; weights may be left out
    full/static/, .../        each a folder that can be opened by itself
    full/manifest.json        {"files": {"static/model.safetensors": sha256, ...}}

Part i is scaled by the square root of its weight before the vectors are put side by side.
"""

from collections.abc import Callable, Sequence
from math import fsum, isclose, sqrt
from pathlib import Path
from typing import Any

import numpy as np

from matching.errors import DamagedError
from matching.retrieval.encoders.embedding import Embedding, Role, Vectors, unit
from matching.retrieval.encoders.folder import COMPOSITE, json_of


def open_composite(folder: Path, open_part: Callable[[Path], Embedding]) -> Embedding:
    """The encoder that a `composite.json` describes; `open_part` opens each of its folders.

    A text that one part knows nothing of has the vector of the others, at unit length. Raises `DamagedError` when the
    description does not hold.
    """
    names, weights = _described(folder, json_of(folder / COMPOSITE))
    parts = [open_part(folder / name) for name in names]
    return compose(parts, weights)


def compose(parts: Sequence[Embedding], weights: Sequence[float]) -> Embedding:
    """The encoder of some parts with weights that sum to 1."""
    ends = np.cumsum([part.dimension for part in parts])
    dimension = int(ends[-1])

    def embed(texts: list[str], role: Role) -> Vectors:
        vectors = np.empty((len(texts), dimension), dtype=np.float32)
        for part, weight, end in zip(parts, weights, ends, strict=True):
            np.multiply(part.embed(texts, role), np.float32(sqrt(weight)), out=vectors[:, end - part.dimension : end])
        return unit(vectors)

    return Embedding(dimension, embed)


def _described(folder: Path, described: Any) -> tuple[list[str], list[float]]:
    try:
        names = [str(name) for name in described["parts"]]
        weights = [float(weight) for weight in described.get("weights") or [1 / len(names)] * len(names)]
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise _wrong(folder, "parts et weights n'y sont pas des listes") from error
    if not names or len(set(names)) != len(names) or len(weights) != len(names):
        raise _wrong(folder, "il faut autant de poids que de parties, chacune une fois")
    if not isclose(fsum(weights), 1, abs_tol=1e-6) or min(weights) <= 0:
        raise _wrong(folder, "les poids doivent être positifs et faire 1 ensemble")
    for name in names:
        if Path(name).name != name or not (folder / name).is_dir():
            raise _wrong(folder, f"la partie {name} n'est pas un de ses sous-dossiers")
    return names, weights


def _wrong(folder: Path, what: str) -> DamagedError:
    return DamagedError(f"L'encodeur composé {folder / COMPOSITE} n'est pas valable : {what} ; le réinstaller.")
