"""The vectors of all labels of the installed occupations: computed once per encoder and taxonomy, kept beside them."""

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matching.retrieval.encoder import Encoder
from matching.retrieval.occupations.taxonomy import Taxonomy

Vectors = npt.NDArray[np.float32]

SCHEMES = ("esco", "isco")
"""Whose labels are concepts: ESCO occupations and the ISCO groups above them, in every language that is installed."""

_SUFFIX = ".labels.npy"


@dataclass(frozen=True)
class LabelTable:
    """`vectors` (n_labels, d) float32 in the order of concepts; `starts` (n_concepts,) where each concept's begin.

    `concepts` are (scheme, code).
    """

    concepts: tuple[tuple[str, str], ...]
    starts: npt.NDArray[np.intp]
    vectors: Vectors


def has_labels(taxonomy: Taxonomy) -> bool:
    """Whether any occupation is installed that texts can be linked to."""
    return any(taxonomy.labels_of(scheme) for scheme in SCHEMES)


def label_table(
    taxonomy: Taxonomy, encoder: Encoder, data_dir: Path, step: Callable[[str], None] = lambda _: None
) -> LabelTable:
    """The table of the installed occupations, read from the data folder or else computed and written there.

    A file that is not what was written, or of another encoder or taxonomy, is replaced; `step` hears "labels" when
    vectors are computed. Vectors have half precision, so that both ways give the same ones.
    """
    concepts: list[tuple[str, str]] = []
    starts: list[int] = []
    labels: list[str] = []
    for scheme in SCHEMES:
        for code, by_language in taxonomy.labels_of(scheme).items():
            named = [label for of_language in by_language.values() for label in of_language]
            if named:
                concepts.append((scheme, code))
                starts.append(len(labels))
                labels.extend(named)
    file = data_dir / "taxonomy" / f"{taxonomy.version}.{encoder.version}{_SUFFIX}"
    vectors = _read(file, (len(labels), encoder.dimension))
    if vectors is None:
        step("labels")
        vectors = _computed(labels, encoder)
        with suppress(OSError):  # what cannot be kept is computed again next time
            _write(file, vectors)
    return LabelTable(tuple(concepts), np.array(starts, dtype=np.intp), vectors.astype(np.float32))


def _computed(labels: Sequence[str], encoder: Encoder) -> npt.NDArray[np.float16]:
    vectors = np.empty((len(labels), encoder.dimension), dtype=np.float16)
    row = 0
    for some in encoder.encode_stream(labels, "passage", batch=4096):
        vectors[row : row + len(some)] = some
        row += len(some)
    return vectors


def _read(file: Path, shape: tuple[int, int]) -> npt.NDArray[np.float16] | None:
    """The vectors in a file: the SHA-256 of what follows in 32 bytes, then an array of numpy; None if they are not."""
    try:
        content = file.read_bytes()
        if content[:32] != hashlib.sha256(content[32:]).digest():
            return None
        vectors = np.load(BytesIO(content[32:]), allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return vectors if vectors.shape == shape and vectors.dtype == np.float16 else None


def _write(file: Path, vectors: npt.NDArray[np.float16]) -> None:
    """Write the file in one step, and remove those of other taxonomies and encoders."""
    buffer = BytesIO()
    np.save(buffer, vectors, allow_pickle=False)
    content = buffer.getvalue()
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as target:
            target.write(hashlib.sha256(content).digest())
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    for other in file.parent.glob(f"*{_SUFFIX}"):
        if other != file:
            other.unlink(missing_ok=True)
